(a for)
