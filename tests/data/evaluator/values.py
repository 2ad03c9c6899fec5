# SPDX-License-Identifier: GPL-3.0-or-later

### integers
show(7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 10, 2 ** -1, 7 / 2, 1_000, 0xff, 0o17, 0b11, -5 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, True + True, -True)

### large integers
a = 2 ** 100
show(a, -a, a + 1, a - a, a * a, a // 3, a % 7, -a // 3, -a % 7, a >> 90, 1 << 80, a & (a - 1), a | 1, -a ^ 5, a > 5, a == 2 ** 100, a < -a, hash(1) == hash(1.0))
show(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, -9223372036854775808 // -1, a / 3, a / a, 10 ** 30 // 10 ** 28, divmod(10 ** 25, 7), 12345678901234567890123 % 1000000007)
show(0xffffffffffffffffffff, int("123456789012345678901234567890"), a.bit_length(), float(a), 3 ** 200 % 10 ** 9, pow(3, 200, 1000))

### floats
show(1.5 + 1, 0.1 + 0.2, 1e100, 1e16, 123456789.123, 1.0, -0.0, 7.5 // 2, -7.5 % 2, 2 ** 0.5, 1 / 3, 5.0 == 5, 1e-5, float("inf"), 3 < 3.5, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)

### division by zero
1 // 0

### true division by zero
1 / 0

### float division by zero
1.0 / 0

### modulo by zero
5 % 0

### strings
s = "héllo wörld"
show(s[1], s[-1], s[1:4], s[::-1], len(s), s + "!", s * 2, "l" in s, "a" "b", "abc" < "abd", "%s-%d" % ("a", 3), s[100:], s[-3:])

### string index
"abc"[5]

### string index type
"abc"["x"]

### lists
l = [1, 2, 3, 4]
l[1:3] = [9, 9, 9]
show(l, l[::-1], l[-2:], l + [1], l * 2, 9 in l, [1, 2] < [1, 3], [1] == [1.0], [[]] * 2, l[1:100], l[::2])
l[::2] = [0, 0, 0]
show(l)
l[0:0] = "ab"
show(l)

### list index
[1][3]

### list assignment index
l = []
l[0] = 1

### tuple assignment
t = (1,)
t[0] = 2

### dicts
d = {"a": 1, "b": 2, **{"c": 3, "a": 9}}
show(d, d["a"], "b" in d, list(d), len(d), d | {"z": 1}, {1: 2} == {1.0: 2}, {True: 1, 1: 2})
d["q"] = 0
show(d, {(1, 2): 3}[(1, 2)])

### missing key
{"a": 1}["b"]

### unhashable
{[]: 1}

### sets
show({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1, 2} == {2, 1}, 1 in {1}, set(), frozenset([1]), len({1, 1, 1}))

### many keys
d = {}
for i in range(1000): d[i] = i * i
for i in range(0, 1000, 2): del d[i]
show(len(d), sum(d), d[501], 500 in d, list(d)[:3])

### type errors
def attempt(f):
    try:
        f()
    except Exception as e:
        show(type(e).__name__ + ": " + str(e))
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: [1] + (2,))
attempt(lambda: 1 < "a")
attempt(lambda: [] < 3)
attempt(lambda: -"a")
attempt(lambda: "a" * "b")
attempt(lambda: "a" * 1.5)
attempt(lambda: {} + {})
attempt(lambda: None + 1)
attempt(lambda: len(5))
attempt(lambda: iter(5))
attempt(lambda: [x for x in 5])
attempt(lambda: 5[0])
attempt(lambda: "a" in 5)
attempt(lambda: 3 in "abc")
attempt(lambda: [1]["a"])
attempt(lambda: {1, 2}[0])
attempt(lambda: object() < object())
attempt(lambda: b"a" + "a")
attempt(lambda: 1 @ 2)
attempt(lambda: 1 << -1)
attempt(lambda: (1).x)
attempt(lambda: next([]))
attempt(lambda: [1, 2][::0])
attempt(lambda: 0 ** -1)
attempt(lambda: [1, 2, 3].index(9))
attempt(lambda: int("x"))

### slices
r = list(range(10))
show(r[2:8:3], r[::-3], r[8:2:-2], r[-100:3], r[5:5], r[:-1], r[slice(1, 3)], "abcdef"[::-2], (1, 2, 3)[1:], range(10)[2:5], range(10)[-1], b"abc"[1], b"abc"[1:])

### comprehension scopes
x = 10
show([x for x in range(3)], x, {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, [(a, b) for a in range(3) for b in range(a)], [[c for c in range(r)] for r in range(3)])
def f():
    y = 2
    return [y * z for z in range(3) if z != 1]
show(f())

### f strings
name, n, p = "x", 42, 3.14159
show(f"{name}-{n:05d}-{p:.2f}", f"{name!r:>6}", f"{n=}", f"{{}}", f"{n:>{5}}", f"{'a' if n else 'b'}", f"{[1, 2]}", f"{p:{'.3f'}}", f"a{1}" "b" f"{2}", f"{name!s}", f"{'é'!a}")

### bytes
show(b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc", b"a" < b"b", b"\x00\xff")

### identity
a = []
b = a
show(a is b, a is not [], None is None, ... is Ellipsis, 1 is not None)

### ranges
show(range(5), len(range(0, 10, 3)), list(range(5, 0, -2)), 4 in range(0, 10, 2), 5 in range(0, 10, 2), range(3) == range(0, 3), range(0), list(range(3, 3)), range(10)[::2])

### numbers of both kinds
show(1 == 1.0, 1 + 1.5, 2 ** 70 > 1e20, 10 ** 20 == 1e20, 1 in [1.0], {1: "a"}[1.0], True == 1, hash(2 ** 70) == hash(2.0 ** 70), 3 - 0.5, 10 ** 400 > 1e300)

### truth
show([bool(x) for x in (0, 1, "", "a", [], [0], {}, {1: 1}, None, 0.0, 0.1, (), set(), b"", range(0), range(1))])

### nested repr
l = [1]
l.append(l)
d = {}
d["d"] = d
show(l, d, [("a", {1: {2}})], (1,), ())

### mixed containers compare
show((1, 2) == [1, 2], (1, 2) < (1, 3), [1, [2, 3]] == [1, [2, 3]], {"a": [1]} == {"a": [1]}, (1,) + (2,), (0,) * 3, {1} == frozenset([1]))

### dictionary changed size
d = {1: 1, 2: 2}
for k in d:
    d[k + 10] = 1

### conversions
show(int("42"), float("1.5"), str(3), list("ab"), tuple([1]), dict(a=1), dict([(1, 2)]), bool([]), int(3.9), set([1, 1]))

### ordering of equal keys
d = {1: "int"}
d[True] = "bool"
d[1.0] = "float"
show(d)

### order of sets of numbers
show({3, 1, 2}, {100, 5, 1000, 7, 33}, set(range(20, 0, -1)), {i * 37 % 101 for i in range(40)}, frozenset([9, 17, 1]), sorted({3, 1}), {True, 5, 0}, [x for x in {64, 0, 32, 8}])
