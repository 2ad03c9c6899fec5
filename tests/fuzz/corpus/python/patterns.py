match x:
    case 1: pass
    case -1 | 2.5 | -3j | 1 + 2j | 1 - 2j: pass
    case 'a' 'b' | b'c': pass
    case None | True | False: pass
    case _: pass
match x, y:
    case a, b: pass
    case a, *b: pass
    case *_, a: pass
    case a,: pass
match (x):
    case (a): pass
    case (a,): pass
    case (): pass
    case []: pass
    case [a, [b, *c]]: pass
    case (a | b) as c if c > 1: pass
match *a, b:
    case {}: pass
    case {'a': 1, b.c: d, -1: e, None: f, **rest}: pass
    case {'a': {'b': [c]},}: pass
match x.y[z](w):
    case A(): pass
    case A.B(a, b.c, d=1, e=f,): pass
    case a.b.c: pass
    case str() as s: pass
match = {}
match [a]:
    case [b]: pass
match (a, b):
    case case: pass
match match:
    case match: pass
match -a:
    case type: pass
match not a:
    case b if (c := b): pass
match lambda: 1:
    case _: pass
