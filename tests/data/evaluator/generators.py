# SPDX-License-Identifier: GPL-3.0-or-later

### plain
def g(n):
    for i in range(n):
        yield i
show(list(g(3)), sum(g(4)), [x for x in g(2)], tuple(g(0)))

### send and return
def g():
    x = yield 1
    show(x)
    y = yield x * 2
    return y
it = g()
show(next(it), it.send(5))
try:
    it.send("end")
except StopIteration as e:
    show(e.value)

### yield from
def inner():
    r = yield 1
    yield 2
    return ("inner", r)
def outer():
    v = yield from inner()
    yield v
    yield from [7, 8]
show(list(outer()))

### throw and close
def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield "caught " + str(e)
    finally:
        show("finally")
it = g()
show(next(it), it.throw(ValueError("x")))
it.close()
it = g()
next(it)
it.close()
show(list(it))

### generator expressions
show(list(x * x for x in range(4)), sum(x for x in range(5) if x % 2), ",".join(str(x) for x in range(3)), any(x > 2 for x in range(5)), all(x < 3 for x in range(5)), dict((x, 1) for x in "ab"), max(len(w) for w in ["a", "bbb"]))
g = (x for x in range(3))
show(next(g), list(g), next(g, "end"))

### context manager by hand
class CM:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, t, v, tb):
        if t is None:
            next(self.gen, None)
            return False
        try:
            self.gen.throw(v)
        except StopIteration:
            return True
        return False
def work():
    show("enter")
    try:
        yield 5
    except ValueError:
        show("swallowed")
    show("exit")
with CM(work()) as v:
    show(v)
with CM(work()):
    raise ValueError("x")

### infinite
def count():
    n = 0
    while True:
        yield n
        n += 1
it = count()
show([next(it) for _ in range(5)])
for x in count():
    if x > 3: break
show(x)

### exhausted
it = iter([1])
next(it)
next(it)

### stop iteration inside
def g():
    yield 1
    raise StopIteration
list(g())

### interleaved
def g(name):
    for i in range(2): yield name + str(i)
a, b = g("a"), g("b")
show([next(a), next(b), next(a), next(b)])

### recursion in generators
def walk(tree):
    if isinstance(tree, list):
        for x in tree: yield from walk(x)
    else:
        yield tree
show(list(walk([1, [2, [3, 4]], 5])))

### exceptions pass through
def g():
    yield 1
    1 / 0
it = g()
next(it)
try:
    next(it)
except ZeroDivisionError:
    show("zero")
show(list(it))

### lazy evaluation
log = []
def f(x):
    log.append(x)
    return x
g = (f(x) for x in [1, 2, 3])
show(log)
next(g)
show(log)

### zip map filter enumerate
show(list(zip([1, 2], "ab")), list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1])), list(enumerate("ab", 1)), list(reversed([1, 2])))

### just started
def g(): yield
g().send(1)

### generator in a method
class A:
    def __iter__(self):
        yield 1
        yield 2
show(list(A()), sorted(A(), reverse=True), [*A()], {*A()})
