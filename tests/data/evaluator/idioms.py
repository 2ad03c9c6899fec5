# SPDX-License-Identifier: GPL-3.0-or-later

### globals by name
def upgrade_a(): return "a"
def upgrade_b(): return "b"
def upgrade(engine): return globals()["upgrade_%s" % engine]()
show(upgrade("a"), upgrade("b"))
globals()["made"] = 5
show(made)

### attributes from keywords
class A:
    def __init__(self, **kw): self.__dict__.update(kw)
a = A(x=1, y=2)
show(a.x, a.y, vars(a))

### lambda in class body generator
class A:
    g = (lambda: x for x in [1, 2])
    h = [(lambda y=y: y) for y in range(2)]
show([f() for f in A.h], len(list(A.g)))

### sort keys
rows = [{"n": 2, "s": "b"}, {"n": 1, "s": "c"}, {"n": 2, "s": "a"}]
show(sorted(rows, key=lambda r: (r["n"], r["s"])), max(rows, key=lambda r: r["s"])["n"])

### string building
cols = ["a", "b"]
show("INSERT INTO t (%s) VALUES (%s)" % (", ".join(cols), ", ".join(":" + c for c in cols)))
show("{}.{name!r:>8}".format("x", name="y"), "{0[a]} {1.real}".format({"a": 1}, 3), "a".join("xyz"))

### chunks
def chunks(l, n):
    for i in range(0, len(l), n):
        yield l[i:i + n]
show(list(chunks(list(range(7)), 3)))

### dispatch table
table = {"pg": lambda t: t.upper(), "my": str.title}
show(table["pg"]("abc"), table["my"]("abc def"), table.get("no"), table.get("no", 1))

### nested functions share
def outer():
    log = []
    def a(): log.append("a"); return b()
    def b(): log.append("b"); return log
    return a()
show(outer())

### try import
try:
    import this_module_is_not_there_at_all as m
except Exception:
    m = None
show(1)

### enumerate and zip unpack
for i, (a, b) in enumerate(zip("ab", [1, 2])):
    show((i, a, b))
x, *y = [*range(3), *"ab"]
show(x, y, {**{"a": 1}, "b": 2}, [*{"k": 1}], (*[1], 2))

### while with else and break
n = 5
while n:
    n -= 1
    if n == 2: break
else:
    show("never")
show(n)

### exception attributes
try:
    {}["k"]
except KeyError as e:
    show(e.args, str(e))
try:
    int("z")
except ValueError as e:
    show(str(e))
try:
    [].pop()
except IndexError as e:
    show(str(e))
try:
    raise ValueError("a", 1)
except ValueError as e:
    show(e.args, str(e), repr(e))
try:
    raise StopIteration(3)
except StopIteration as e:
    show(e.value)
e = Exception()
show(str(e), repr(e), e.args)

### exceptions in handlers keep their context
try:
    try:
        {}["a"]
    except KeyError:
        undefined_name
except NameError as e:
    show(type(e.__context__).__name__, e.__cause__, str(e))

### class without a body's own init
class Base:
    registry = {}
    @classmethod
    def register(cls, name):
        def deco(sub):
            cls.registry[name] = sub
            return sub
        return deco
@Base.register("one")
class One(Base):
    value = 1
show(Base.registry["one"].value, One.registry is Base.registry)

### property inheritance
class A:
    @property
    def p(self): return "A"
class B(A):
    @property
    def p(self): return "B" + super().p
show(B().p)

### getattr with default
class A: x = 1
show(getattr(A, "x"), getattr(A, "y", None), getattr(A(), "z", 5), hasattr(A, "y"))
getattr(A, "y")

### conditional definitions
if True:
    def f(): return 1
else:
    def f(): return 2
show(f())

### comparisons of mixed
show(1 == "1", None == 0, [] == (), {} == [], "a" != 1, 1 is True, None is not 0)

### multiple assignment targets
a = b = c = []
a.append(1)
show(c, a is b)
x = [0, 0]
i = 0
i, x[i] = 1, 9
show(x, i)

### star in index and slices of steps
t = (1, 2)
d = {(1, 2): "x"}
show(d[t], d[1, 2], [*t, *t][1:3])

### dict methods in loops
d = {"b": 1, "a": 2}
for k, v in sorted(d.items()): show((k, v))
for k in list(d): del d[k]
show(d, d.setdefault("z", []), d)

### any and all with generators stop early
seen = []
def f(x):
    seen.append(x)
    return x > 1
show(any(f(x) for x in range(5)), seen)

### with several names
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.n
    def __exit__(self, *a): show(("exit", self.n))
with R(1) as a, R(2) as b:
    show(a + b)
with (R(3) as c, R(4)):
    show(c)

### return from with in loop
def f():
    for i in range(3):
        with R2():
            if i == 1: return i
class R2:
    def __enter__(self): pass
    def __exit__(self, *a): return None
show(f())

### enter fails
class R:
    def __enter__(self): 1 / 0
    def __exit__(self, *a): show("never")
with R(): pass

### no context manager
with 3: pass

### inherited exceptions are caught
class A(Exception): pass
class B(A): pass
for E in (A, B, ValueError):
    try:
        raise E("m")
    except B: show("B")
    except A: show("A")
    except Exception as e: show(type(e).__name__)

### class attribute by instance
class A: items = []
A().items.append(1)
show(A.items)

### star args to constructor
class A:
    def __init__(self, *args, **kw): self.v = (args, kw)
show(A(*[1, 2], k=3).v)

### int methods and bool
show((5).bit_length(), True + 1, int(True), (255).to_bytes(2, "big"), isinstance(True, int), 3 .real)

### text methods on literals
show("a,b".split(","), " x ".strip(), "abc".replace("b", "x"), "x".zfill(3), "A".lower().upper(), "a b".title(), "abc".find("c"), "abc".startswith(("a", "z")))

### match on type and attribute
class Op:
    def __init__(self, kind, arg): self.kind, self.arg = kind, arg
def f(o):
    match o:
        case Op(kind="add", arg=[x, y]): return x + y
        case Op(kind="neg", arg=x): return -x
        case [Op() as first, *_]: return first.kind
        case _: return None
show(f(Op("add", [1, 2])), f(Op("neg", 5)), f([Op("z", 0), 1]), f(0))
