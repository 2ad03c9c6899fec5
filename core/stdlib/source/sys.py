# SPDX-License-Identifier: GPL-3.0-or-later
from collections import namedtuple

from _athanor import import_module, refuse

_Version = namedtuple("version_info", "major minor micro releaselevel serial")
_Implementation = namedtuple("implementation", "name")

version_info = _Version(3, 13, 0, "final", 0)
version = "3.13.0 (main, Oct  7 2024, 00:00:00)"
hexversion = 0x030D00F0
implementation = _Implementation("cpython")
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 0x10FFFF
argv = ["alembic"]
path = []
executable = ""
prefix = exec_prefix = base_prefix = "/usr"
flags = None
warnoptions = []


class _Stream:
    # What is printed goes nowhere.
    encoding = "utf-8"
    errors = "strict"

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        return len(s)

    def writelines(self, lines, /):
        pass

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        refuse("sys.stdout.fileno()", "scripts are read without access to files")

    def readline(self, size=-1, /):
        refuse("sys.stdin", "scripts can't ask the user")

    read = readlines = readline


stdin = __stdin__ = _Stream()
stdout = __stdout__ = _Stream()
stderr = __stderr__ = _Stream()


class _Modules:
    def __getitem__(self, key):
        return import_module(key)

    def get(self, key, default=None):
        return import_module(key)

    def __contains__(self, key):
        refuse("in sys.modules", "which modules are loaded is not known")


modules = _Modules()


def exit(status=None, /):
    raise SystemExit(*([] if status is None else [status]))


def exc_info():
    refuse("sys.exc_info()", "name the exception in the except clause")


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit, /):
    pass


def getdefaultencoding():
    return "utf-8"


getfilesystemencoding = getdefaultencoding


def getsizeof(object, default=0):
    refuse("sys.getsizeof()", "scripts do not know the machine")


def intern(string, /):
    return string


def settrace(function, /):
    pass
