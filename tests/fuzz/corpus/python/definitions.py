def f(): pass
def f(a, b=1, /, c=2, *d, e, f=3, **g) -> int: return a
def f(a: int, *args: *Ts, b: str = 'x', **kw: dict): ...
def f(*, a, b=1): pass
def f(a, /): pass
@a
@b.c(d)
@(e := f)
def g():
    """Docstring."""
    nonlocal_ = 1
    def inner():
        nonlocal nonlocal_
        yield
        yield 1, 2
        x = yield from y
        return *a, b
    return
async def h():
    await a
    async with b as c, d: pass
    async for e in f: pass
    else: pass
    return [x async for x in y if await z]
class A: pass
class B(): pass
class C(A, *b, metaclass=M, **k):
    x: int
    def m(self): pass
@decorated
class D[T](B[T]): pass
def generic[T: int, *Ts, **P](a: T) -> T: pass
class G[T: (int, str) = int, *Ts = *tuple[int], **P = [int]]: pass
type X = int
type Y[T] = list[T]
type match = case
async def lambda_(): return await a ** await b
