# SPDX-License-Identifier: GPL-3.0-or-later

### unpacking
a, b = 1, 2
c, (d, *e) = 3, [4, 5, 6]
*f, g = "xyz"
[h, i] = {1: 2, 3: 4}
show(a, b, c, d, e, f, g, h, i)
a, b = b, a
show(a, b)

### unpack too few
a, b = [1]

### unpack too few with star
a, b, *c = [1]

### unpack too many
a, b = [1, 2, 3]

### unpack too many from a generator
a, b = (x for x in range(5))

### unpack what is not iterable
a, b = 3

### augmented
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x |= 64; x &= 127; x ^= 1; x <<= 2; x >>= 1
show(x)
l = [1]
m = l
l += (2, 3)
show(m, l is m)
s = {1}
t = s
s |= {2}
show(t)
d = {"a": [1]}
d["a"] += [2]
show(d)

### del
a = [1, 2, 3, 4, 5]
del a[0], a[-1]
show(a)
del a[::2]
show(a)
d = {"x": 1, "y": 2}
del d["x"]
show(d)
z = 1
del z
z

### loops
out = []
for i in range(10):
    if i == 2: continue
    if i == 5: break
    out.append(i)
else:
    out.append("else")
show(out)
n = 3
while n:
    n -= 1
else:
    show("done")
for i in []:
    pass
else:
    show("empty")

### if chain
def f(x):
    if x == 1: return "one"
    elif x == 2: return "two"
    else: return "many"
show(f(1), f(2), f(3))

### try
def f(x):
    log = []
    try:
        log.append("try")
        if x == 1: raise ValueError("v")
        if x == 2: raise KeyError("k")
        if x == 3: return log
    except ValueError as e:
        log.append(str(e))
    except (KeyError, IndexError) as e:
        log.append(repr(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
show(f(0), f(1), f(2), f(3))

### finally overrides
def f():
    try:
        return 1
    finally:
        return 2
def g():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1: break
    return i
show(f(), g())

### reraise and chain
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise
except ValueError as e:
    show(str(e))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError("b") from e
except RuntimeError as e:
    show(repr(e.__cause__))
raise KeyError("end")

### name of exception goes away
try:
    raise ValueError
except ValueError as e:
    pass
show("e" in dir())
e

### bare raise
raise

### raise what is no exception
raise 3

### assert
assert 1
try:
    assert 0, "why"
except AssertionError as e:
    show(str(e))
assert []

### catch what is no class
try:
    1 / 0
except 5:
    pass

### match
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "small"
        case "a" | "b": return "letter"
        case None: return "none"
        case True: return "true"
        case [a]: return ("one", a)
        case [a, *rest] if len(rest) > 2: return ("many", a, rest)
        case (a, b): return ("pair", a, b)
        case {"k": v, **more}: return ("map", v, more)
        case str() as s: return ("str", s)
        case int(n): return ("int", n)
        case float(): return "float"
        case _: return "other"
show(f(0), f(2), f("b"), f(None), f([1]), f([1, 2, 3, 4]), f((1, 2)), f({"k": 1, "z": 2}), f("long"), f(99), f(1.5), f([1, 2, 3]), f({}), f(True))

### match classes
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(p):
    match p:
        case P(0, 0): return "origin"
        case P(x=0, y=y): return ("on y", y)
        case P(x, y) if x == y: return "diagonal"
        case P(): return "point"
show(f(P(0, 0)), f(P(0, 3)), f(P(2, 2)), f(P(1, 2)), f(3))
class K:
    A = 5
match 5:
    case K.A: show("dotted")
match P(1, 2):
    case P(1, 2, 3): pass

### global and del in functions
def f():
    global made
    made = 5
f()
show(made)

### semicolons and pass
a = 1; b = 2; pass
show(a + b); ...

### del of local
def f():
    x = 1
    del x
    return x
f()

### type alias
type X = int
show(3)
