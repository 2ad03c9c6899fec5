from 1 import a
