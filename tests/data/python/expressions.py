# Operators, their precedence and associativity
a or b and not c == d
not a in b, not (a is not b), a not in b is c
a | b ^ c & d << e + f * -g ** -h
2 ** 3 ** 4, -2 ** 2, (a, *b), a @ b // c % d
a < b <= c != d > e >= f
x if y else z if w else v
lambda: (yield)
lambda a, /, b=1, *c, d, e=2, **f: a
lambda *, a: a
lambda *a, **k: (a, k)
(y := f(x)), [z := 1, z ** 2]
a.b.c[d].e(f)(g)
a[1], a[1:2], a[::2], a[:, 1], a[1:2, ::3], a[*b], a[b, *c], a[x := 1]
[], [1], [1, 2,], (), (1,), (1), {1}, {1, *a}, {}, {1: 2}, {**a, 'b': c, **d}
[x for x in y if x if not y for z in x], {x for x in y}, {k: v for k, v in d.items()}, (x for x, in y)
f(), f(a), f(a, *b, c=d, *e, **g), f(x for x in y), f(x := 1), f(a, b=1,), f(**a, **b)
[*a, *b]
...
(
    a
    +  # a comment
    b
)
(await a for a in b), f(await a for a in b)
