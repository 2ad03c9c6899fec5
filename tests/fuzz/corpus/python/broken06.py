'a' = b
