# SPDX-License-Identifier: GPL-3.0-or-later

### attributes and methods
class A:
    x = 1
    def __init__(self, y): self.y = y
    def sum(self, z=0): return self.x + self.y + z
a = A(2)
show(a.sum(), a.sum(3), A.sum(a, 4), A.x)
a.x = 10
show(a.sum(), A.x, a.__dict__, a.__class__ is A, A.__name__)

### inheritance and super
class A:
    def __init__(self, n): self.n = n
    def who(self): return "A"
class B(A):
    def __init__(self, n): super().__init__(n + 1)
    def who(self): return "B" + super().who()
class C(B):
    def who(self): return "C" + super(C, self).who()
show(C(1).n, C(1).who(), isinstance(C(1), A), issubclass(C, A), C.__mro__[1] is B)

### diamond
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
show(D().f(), [c.__name__ for c in D.__mro__])

### bad order
class A: pass
class B(A): pass
class C(A, B): pass

### missing attribute
class A: pass
A().x

### missing class attribute
class A: pass
A.x

### missing attribute of int
(3).foo

### missing attribute of None
None.foo

### properties
class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @property
    def ro(self): return 7
a = A()
a.x = 5
show(a.x, a.ro)
a.ro = 3

### class and static methods
class A:
    n = 5
    @classmethod
    def make(cls, x): return (cls.__name__, cls.n, x)
    @staticmethod
    def add(a, b): return a + b
class B(A): n = 6
show(A.make(1), B.make(2), B().make(3), A.add(1, 2), A().add(3, 4))

### operators
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(self.x + o + 100)
    def __mul__(self, o): return NotImplemented
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"V({self.x})"
    def __neg__(self): return V(-self.x)
    def __invert__(self): return V(~self.x)
    def __bool__(self): return self.x != 0
    def __len__(self): return 3
    def __contains__(self, v): return v == self.x
    def __getitem__(self, i): return (self.x, i)
    def __call__(self, *a): return a
    def __and__(self, o): return "and"
    def __hash__(self): return hash(self.x)
show(V(1) + V(2), V(1) + 2, 3 + V(4), -V(3), ~V(0), V(1) == V(1), V(1) != V(2), V(1) < V(2), V(2) > V(1))
show(bool(V(0)), len(V(1)), 3 in V(3), V(1)["k"], V(1)[1:2], V(1)(5, 6), V(1) & V(2), {V(1): 2}[V(1)])
show(sorted([V(3), V(1)]), max(V(1), V(5)))
V(1) * 2

### in place operators
class A:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(o)
        return self
a = A()
a += 1
a += 2
show(a.log)

### reflected of subclass goes first
class A:
    def __add__(self, o): return "A"
class B(A):
    def __radd__(self, o): return "B"
show(A() + B(), A() + A())

### getattr and setattr
class A:
    def __getattr__(self, name): return "got " + name
    def __setattr__(self, name, value): object.__setattr__(self, name, value * 2)
a = A()
a.x = 2
show(a.x, a.y, getattr(a, "z"), hasattr(a, "q"))

### item assignment
class A:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __getitem__(self, k): return self.d[k]
a = A()
a["x"] = 1
a["y"] = 2
del a["x"]
a["y"] += 5
show(a.d)

### iteration protocols
class A:
    def __iter__(self): return iter([1, 2, 3])
class B:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
class C:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
show(list(A()), list(B()), list(C()), [x for x in B()], 20 in C(), tuple(A()), sum(B()))

### init subclass and set name
class Field:
    def __set_name__(self, owner, name): self.name = (owner.__name__, name)
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))
class A(Base, tag="t"):
    f = Field()
class B(A): pass
show(Base.subs, A.f.name)

### descriptors
class D:
    def __get__(self, obj, owner): return (obj is None, owner.__name__)
    def __set__(self, obj, value): obj.__dict__
class A:
    d = D()
show(A.d, A().d)

### class body scope
x = 1
class A:
    x = 2
    y = x + 1
    def f(self): return x
    z = [x for _ in range(1)]
show(A.y, A().f(), A.z)

### str subclass
class Name(str):
    def shout(self): return self.upper() + "!"
n = Name("abc")
show(n.shout(), n == "abc", n + "d", len(n), n[1], isinstance(n, str), "-".join([n, "x"]), {"abc": 1}[n], f"{n:>5}", str(n), "%s" % n)

### dict and list subclasses
class D(dict):
    def __missing__(self, k): return "no " + k
d = D(a=1)
d["b"] = 2
class L(list):
    def first(self): return self[0]
l = L([1, 2])
l.append(3)
show(d["a"], d["zz"], dict(d), l.first(), len(l), list(l), l[1:], sorted(d))

### int subclass
class N(int):
    pass
show(N(3) + 4, N(3) == 3, N(2) < N(3), isinstance(N(1), int), [1, 2, 3][N(1)])

### exceptions of one's own
class E(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    raise E(5)
except E as e:
    show(e.code, str(e), e.args, repr(e))
class F(E): pass
raise F(1)

### metaclass
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns["made"] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter([1, 2])
class A(metaclass=Meta): pass
class B(A): pass
show(A.made, B.made, A["x"], list(B), type(B) is Meta, type(A()) is A)

### singleton metaclass
class S(type):
    _all = {}
    def __call__(cls, *args):
        if cls not in cls._all:
            cls._all[cls] = super().__call__(*args)
        return cls._all[cls]
class A(metaclass=S):
    def __init__(self, x=0): self.x = x
show(A(1) is A(2), A().x)

### new
class P:
    def __new__(cls, *args):
        o = super().__new__(cls)
        o.n = len(args)
        return o
show(P(1, 2).n)

### type with three arguments
T = type("T", (object,), {"x": 1, "f": lambda self: self.x + 1})
show(T().f(), T.__name__)

### takes no arguments
class A: pass
A(1)

### context manager
class M:
    def __init__(self, eat): self.eat = eat
    def __enter__(self): return "in"
    def __exit__(self, t, v, tb):
        show(t.__name__ if t else None, str(v))
        return self.eat
with M(True) as m:
    show(m)
    raise ValueError("x")
with M(False): pass
with M(False), M(True): raise KeyError("k")
def f():
    with M(False):
        return 5
show(f())
with M(False): raise TypeError("last")

### equality without hash
class A:
    def __eq__(self, o): return True
hash(A())

### repr of classes
class A: pass
show(int, str, ValueError, [int, dict], type(None))

### private names and slots
class A:
    __slots__ = ("a",)
    def __init__(self): self.a = 1
show(A().a)

### delattr
class A: pass
a = A()
a.x = 1
del a.x
show(hasattr(a, "x"))
del a.x

### nested class names
class A:
    class B:
        v = 3
    def f(self): return self.B.v
show(A.B.v, A().f(), A.B.__qualname__)

### unions
show(isinstance(3, int | str), isinstance(None, int | None), isinstance(3.0, (int, str)), issubclass(bool, int))

### isinstance of wrong thing
isinstance(3, 4)

### bound methods
class A:
    def f(self): return 1
a = A()
g = a.f
show(g(), a.f == a.f, g.__self__ is a)

### class decorator
def add(cls):
    cls.extra = 1
    return cls
@add
class A: pass
show(A.extra)

### a method taken out of its class
show(str.upper("x"), int.__add__(1, 2), dict.get({1: 2}, 1), list.__len__([1]))
for call in (lambda: str.upper(5), lambda: list.append(None, 1), lambda: dict.get([], 1), lambda: str.upper()):
    try: call()
    except TypeError as e: show(str(e))
class S(str): pass
class L(list): pass
l = L()
list.append(l, 1)
show(str.upper(S("x")), l)

### a special method taken out of its class
int.__add__("x", 1)
