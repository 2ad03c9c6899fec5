import a, b.c as d, e . f
from . import a
from .. import (b as c, d,)
from ...e.f import *
from g import h as i, j
a = b = c
a, *b = c, = d
(a), [b, (c, d)] = e
a.b, c[d] = e
a: int
a: int = 1
(a): int = 1
a.b: int = 2
a[b]: c
a: tuple = 1, *b
a += 1; b -= 2; c *= 3; d /= 4; e //= 5; f %= 6; g @= 7; h &= 8; i |= 9; j ^= 10; k >>= 11; l <<= 12; m **= 13
del a, b.c, d[e], (f, [g])
assert a
assert a, 'message'
raise
raise A
raise A from b
pass; pass;
global x, y
if a: pass
elif b:
    pass
elif c: pass
else: pass
while a:
    if b: break
    continue
else:
    pass
for a, *b in c, d: pass
for (x) in *y, z:
    pass
else:
    pass
for x[0], y.z in w: pass
with a: pass
with a as b, c as (d, e): pass
with (a as b, c,): pass
with (a, b): pass
with (a): pass
with (a, b) as c: pass
with (a), b: pass
with (yield_): pass
with (a for a in b): pass
with (x := 1): pass
with (*a, b): pass
with (a)(b) as c: pass
with (): pass
try: pass
except: pass
try:
    pass
except A:
    pass
except (B, C) as d:
    pass
else:
    pass
finally:
    pass
try: pass
finally: pass
try: pass
except* A as b: pass
except* (C, D): pass
if a:
	tab = 1
	if b:
	    both = 2
print(a)
type = 1
type.x = 2
match = case = _ = 1
match.x
match[1:2]
match(a, b)
match -1
match * 2
match in a
type(a)
print
