# SPDX-License-Identifier: GPL-3.0-or-later
def _integer(value):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value


def gcd(*integers):
    made = 0
    for value in integers:
        value = abs(_integer(value))
        while value:
            made, value = value, made % value
    return made


def lcm(*integers):
    made = 1
    for value in integers:
        if _integer(value) == 0:
            return 0
        made = abs(made * value) // gcd(made, value)
    return made


def factorial(n, /):
    if _integer(n) < 0:
        raise ValueError("factorial() not defined for negative values")
    made = 1
    for i in range(2, n + 1):
        made *= i
    return made


def perm(n, k=None, /):
    k = n if k is None else k
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    made = 1
    for i in range(n - k + 1, n + 1):
        made *= i
    return made if k <= n else 0


def comb(n, k, /):
    made = perm(n, k)
    return made // factorial(k)


def isqrt(n, /):
    if _integer(n) < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) // 2
        if better >= guess:
            return guess
        guess = better


def prod(iterable, /, *, start=1):
    for value in iterable:
        start = start * value
    return start


def fsum(seq, /):
    # Partial sums that do not overlap: their sum is exact but for the last rounding.
    partials = []
    for x in seq:
        x = float(x)
        kept = []
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                kept.append(low)
            x = high
        partials = kept + [x]
    return sum(reversed(partials), 0.0)


def hypot(*coordinates):
    return fsum([x * x for x in coordinates]) ** 0.5


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if a in (float("inf"), float("-inf")) or b in (float("inf"), float("-inf")):
        return False
    return abs(b - a) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
