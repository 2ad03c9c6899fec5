# SPDX-License-Identifier: GPL-3.0-or-later

### defaults and keywords
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
show(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 1}))

### positional only
def f(a, b, /, c):
    return a, b, c
show(f(1, 2, 3), f(1, 2, c=3))
f(1, b=2, c=3)

### missing arguments
def f(a, b, c): pass
f()

### missing two arguments
def f(a, b): pass
f()

### missing keyword only
def f(*, a, b): pass
f()

### too many
def f(a): pass
f(1, 2)

### too many with defaults
def f(a, b=1): pass
f(1, 2, 3)

### unexpected keyword
def f(a): pass
f(1, z=3)

### multiple values
def f(a): pass
f(1, a=3)

### multiple values by unpacking
def f(**kwargs): pass
f(a=1, **{"a": 2})

### method errors name the class
class A:
    def f(self, x): pass
A().f()

### closures
def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    return step
c = counter()
show(c(), c(5), counter()())

### globals
total = 0
def add(n):
    global total
    total += n
add(3); add(4)
show(total)

### unbound local
x = 1
def f():
    show(x)
    x = 2
f()

### free variable without a value
def f():
    def g():
        return y
    g()
    y = 1
f()

### name error
show(unknown_name)

### lambda and default evaluation
fs = [lambda x, i=i: x + i for i in range(3)]
show([f(10) for f in fs])
late = [lambda: i for i in range(3)]
show([f() for f in late])

### decorators
def twice(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs) * 2
    return inner
def tagged(name):
    def decorate(f):
        f.tag = name
        return f
    return decorate
@tagged("hello")
@twice
def f(x): return x + 1
show(f(3), f.tag, f.__name__)

### recursion
def fact(n): return 1 if n < 2 else n * fact(n - 1)
show(fact(30), fact(5))

### mutable default
def f(x, acc=[]):
    acc.append(x)
    return acc
f(1)
show(f(2))

### star in calls
def f(*a, **k): return a, k
show(f(1, *(2, 3), 4, *[5], x=1, **{"y": 2}, z=3))

### not callable
(3)()

### docstring and names
def f():
    """Says   hello.

    More.
    """
show(f.__doc__, f.__name__, f.__qualname__)
class A:
    def m(self): pass
show(A.m.__qualname__, A().m.__name__)

### return in loops
def f(xs):
    for x in xs:
        if x > 2:
            return x
    else:
        return "none"
show(f([1, 2, 3, 4]), f([]))

### star star needs a mapping
def f(**k): pass
f(**3)

### walrus
show([y for x in range(5) if (y := x * 2) > 3], y)
if (n := len("abc")) > 2: show(n)

### conditional and boolean results
show(0 or "a", 1 and "b", [] or {} or 0, not [], 1 if [] else 2)

### chained comparison
def f(x):
    seen.append(x)
    return x
seen = []
show(f(1) < f(3) < f(2) < f(9), seen, 1 < 2 < 3, 3 > 2 == 2)

### annotations are not in the way
def f(a: int, b: "str" = "x") -> None: return b
x: int = 3
y: str
show(f(1), x)
