# SPDX-License-Identifier: GPL-3.0-or-later
from decimal import Decimal
from math import gcd


def _parts(text):
    text = text.strip()
    above, slash, below = text.partition("/")
    try:
        if slash:
            return int(above), int(below)
        return Decimal(text).as_integer_ratio()
    except (ValueError, ArithmeticError):
        raise ValueError(f"Invalid literal for Fraction: {text!r}") from None


class Fraction:
    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                numerator, denominator = _parts(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, Fraction) or isinstance(denominator, Fraction):
            ratio = Fraction(numerator) / Fraction(denominator)
            numerator, denominator = ratio.numerator, ratio.denominator
        elif not isinstance(numerator, int) or not isinstance(denominator, int):
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = gcd(numerator, denominator) * (1 if denominator > 0 else -1)
        self.numerator = numerator // divisor
        self.denominator = denominator // divisor

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    def as_integer_ratio(self):
        return self.numerator, self.denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return self
        # The convergents of the continued fraction; the best one below the bound is one of the last two.
        before, last = (0, 1), (1, 0)
        above, below = self.numerator, self.denominator
        while True:
            whole = above // below
            nearer = (before[0] + whole * last[0], before[1] + whole * last[1])
            if nearer[1] > max_denominator:
                break
            before, last = last, nearer
            above, below = below, above - whole * below
        steps = (max_denominator - before[1]) // last[1]
        first = Fraction(before[0] + steps * last[0], before[1] + steps * last[1])
        second = Fraction(last[0], last[1])
        return second if abs(second - self) <= abs(first - self) else first

    def _with(self, other, made):
        if isinstance(other, int):
            other = Fraction(other)
        return made(self, other) if isinstance(other, Fraction) else NotImplemented

    def __add__(self, other):
        if isinstance(other, float):
            return float(self) + other
        return self._with(other, _sum)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, float):
            return float(self) - other
        return self._with(other, lambda a, b: _sum(a, -b))

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if isinstance(other, float):
            return float(self) * other
        return self._with(
            other, lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
        )

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if isinstance(other, float):
            return float(self) / other
        return self._with(other, _quotient)

    def __rtruediv__(self, other):
        if isinstance(other, float):
            return other / float(self)
        return self._with(other, lambda a, b: _quotient(b, a))

    def __floordiv__(self, other):
        return self._with(other, lambda a, b: (a.numerator * b.denominator) // (a.denominator * b.numerator))

    def __mod__(self, other):
        return self._with(other, lambda a, b: a - b * (a // b))

    def __pow__(self, exponent):
        if not isinstance(exponent, int):
            return float(self) ** exponent
        if exponent >= 0:
            return Fraction(self.numerator**exponent, self.denominator**exponent)
        return Fraction(self.denominator**-exponent, self.numerator**-exponent)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return self

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __float__(self):
        return self.numerator / self.denominator

    def __int__(self):
        return -(-self.numerator // self.denominator) if self.numerator < 0 else self.numerator // self.denominator

    __trunc__ = __int__

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self.numerator, self.denominator)
            twice = 2 * rest
            up = twice > self.denominator or (twice == self.denominator and whole % 2)
            return whole + 1 if up else whole
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __bool__(self):
        return self.numerator != 0

    def __hash__(self):
        return hash(self.numerator) if self.denominator == 1 else hash((self.numerator, self.denominator))

    def _compared(self, other):
        if isinstance(other, float):
            other = Fraction(other)
        return self._with(other, lambda a, b: a.numerator * b.denominator - b.numerator * a.denominator)

    def __eq__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference == 0

    def __lt__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference < 0

    def __le__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference <= 0

    def __gt__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference > 0

    def __ge__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference >= 0

    def __repr__(self):
        return f"{type(self).__name__}({self.numerator}, {self.denominator})"

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else f"{self.numerator}/{self.denominator}"


def _sum(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _quotient(a, b):
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
