# SPDX-License-Identifier: GPL-3.0-or-later
# Decimal arithmetic: a sign, an int of the digits and an exponent; results are rounded to the context's
# precision. Traps are Python's defaults; what a context can set beside its precision and rounding is not kept.
from collections import namedtuple

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, **options):
        self.prec = prec
        self.rounding = rounding

    def copy(self):
        return Context(self.prec, self.rounding)

    def create_decimal(self, num="0"):
        return _fixed(Decimal(num), self)

    def quantize(self, a, b):
        return a.quantize(b, context=self)

    def divide(self, a, b):
        return _divide(a, b, self)


_context = Context()
DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9)


def getcontext():
    return _context


def setcontext(context, /):
    _context.prec, _context.rounding = context.prec, context.rounding


class localcontext:
    def __init__(self, ctx=None, **options):
        source = _context if ctx is None else ctx
        self._new = Context(options.get("prec", source.prec), options.get("rounding", source.rounding))

    def __enter__(self):
        self._saved = _context.copy()
        setcontext(self._new)
        return _context

    def __exit__(self, *exc_info):
        setcontext(self._saved)


def _invalid(name="ConversionSyntax"):
    return InvalidOperation([ConversionSyntax] if name == "ConversionSyntax" else [InvalidOperation])


def _read(text):
    # (sign, digits, exponent, kind): kind is "" for a number, "inf" or "nan".
    text = text.strip().replace("_", "")
    sign = 1 if text[:1] == "-" else 0
    if text[:1] in ("+", "-"):
        text = text[1:]
    lowered = text.lower()
    if lowered in ("inf", "infinity"):
        return sign, 0, 0, "inf"
    if lowered in ("nan", "snan"):
        return sign, 0, 0, "nan"
    number, marker, exponent = lowered.partition("e")
    whole, point, fraction = number.partition(".")
    digits = whole + fraction
    bare = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not digits or not digits.isdigit() or (marker and not bare.isdigit()):
        raise _invalid()
    return sign, int(digits), (int(exponent) if marker else 0) - len(fraction), ""


def _round_up(quotient, rest, half, rounding, sign):
    # Whether a quotient with a rest of (rest, twice the rest compared with the divisor) is rounded away from 0.
    if not rest or rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return quotient % 10 in (0, 5)
    if half != 0:
        return half > 0
    if rounding == ROUND_HALF_EVEN:
        return quotient % 2 == 1
    return rounding == ROUND_HALF_UP


def _shifted(digits, places, rounding, sign):
    # digits without their last `places`, rounded.
    divisor = 10**places
    quotient, rest = divmod(digits, divisor)
    return quotient + (1 if _round_up(quotient, rest, 2 * rest - divisor, rounding, sign) else 0)


def _make(sign, digits, exponent, kind=""):
    made = object.__new__(Decimal)
    made._sign, made._int, made._exp, made._kind = sign, digits, exponent, kind
    return made


def _fixed(value, context=None):
    context = context or _context
    excess = len(str(value._int)) - context.prec
    if value._kind or excess <= 0:
        return value
    digits = _shifted(value._int, excess, context.rounding, value._sign)
    exponent = value._exp + excess
    if len(str(digits)) > context.prec:
        digits //= 10
        exponent += 1
    return _make(value._sign, digits, exponent)


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    return None


def _add(a, b):
    if a._kind or b._kind:
        if a._kind == "nan" or b._kind == "nan":
            return _make(0, 0, 0, "nan")
        if a._kind and b._kind and a._sign != b._sign:
            raise _invalid("add")
        return a if a._kind else b
    exponent = min(a._exp, b._exp)
    left = (-a._int if a._sign else a._int) * 10 ** (a._exp - exponent)
    right = (-b._int if b._sign else b._int) * 10 ** (b._exp - exponent)
    total = left + right
    sign = 1 if total < 0 or (total == 0 and a._sign and b._sign) else 0
    return _fixed(_make(sign, abs(total), exponent))


def _multiply(a, b):
    sign = a._sign ^ b._sign
    if a._kind == "nan" or b._kind == "nan":
        return _make(0, 0, 0, "nan")
    if a._kind or b._kind:
        if not (a._kind or a._int) or not (b._kind or b._int):
            raise _invalid("multiply")
        return _make(sign, 0, 0, "inf")
    return _fixed(_make(sign, a._int * b._int, a._exp + b._exp))


def _divide(a, b, context=None):
    context = context or _context
    sign = a._sign ^ b._sign
    if a._kind == "nan" or b._kind == "nan":
        return _make(0, 0, 0, "nan")
    if a._kind:
        if b._kind:
            raise _invalid("divide")
        return _make(sign, 0, 0, "inf")
    if b._kind:
        return _make(sign, 0, 0)
    if not b._int:
        if not a._int:
            raise InvalidOperation([DivisionUndefined])
        raise DivisionByZero([DivisionByZero])
    ideal = a._exp - b._exp
    if not a._int:
        return _make(sign, 0, ideal)
    shift = max(len(str(b._int)) - len(str(a._int)) + context.prec + 1, 0)
    quotient, rest = divmod(a._int * 10**shift, b._int)
    exponent = ideal - shift
    if rest:
        # A last digit that is neither 0 nor 5 says to the rounding that there is more.
        if quotient % 5 == 0:
            quotient += 1
    else:
        while exponent < ideal and quotient % 10 == 0:
            quotient //= 10
            exponent += 1
    return _fixed(_make(sign, quotient, exponent), context)


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


def _whole(a, b):
    # The quotient of two numbers without its fraction, and what is left.
    if a._kind or b._kind:
        raise _invalid("divide")
    if not b._int:
        if not a._int:
            raise InvalidOperation([DivisionUndefined])
        raise DivisionByZero([DivisionByZero])
    exponent = min(a._exp, b._exp)
    quotient, rest = divmod(a._int * 10 ** (a._exp - exponent), b._int * 10 ** (b._exp - exponent))
    return _make(a._sign ^ b._sign, quotient, 0), _make(a._sign, rest, exponent)


class Decimal:
    def __init__(self, value="0", context=None):
        if isinstance(value, str):
            self._sign, self._int, self._exp, self._kind = _read(value)
        elif isinstance(value, int):
            self._sign, self._int, self._exp, self._kind = (1 if value < 0 else 0), abs(int(value)), 0, ""
        elif isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._kind = value._sign, value._int, value._exp, value._kind
        elif isinstance(value, float):
            self._from_float(value)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            self._sign, self._int, self._exp, self._kind = sign, int("".join([str(d) for d in digits]) or "0"), exponent, ""
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    def _from_float(self, value):
        if value != value or value in (float("inf"), float("-inf")):
            self._sign, self._int, self._exp, self._kind = _read(repr(value))
            return
        above, below = abs(value).as_integer_ratio()
        places = below.bit_length() - 1
        self._sign = 1 if repr(value)[0] == "-" else 0
        self._int, self._exp, self._kind = above * 5**places, -places, ""

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def __str__(self):
        sign = "-" if self._sign else ""
        if self._kind:
            return sign + ("Infinity" if self._kind == "inf" else "NaN")
        digits = str(self._int)
        point = len(digits) + self._exp
        if self._exp > 0 or point <= -6:
            exponent = point - 1
            fraction = "." + digits[1:] if len(digits) > 1 else ""
            return f"{sign}{digits[0]}{fraction}E{'+' if exponent >= 0 else ''}{exponent}"
        if self._exp == 0:
            return sign + digits
        if point <= 0:
            return sign + "0." + "0" * -point + digits
        return sign + digits[:point] + "." + digits[point:]

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, format_spec):
        if not format_spec:
            return str(self)
        kind = format_spec[-1]
        if kind in "f" and not self._kind:
            before, point, places = format_spec[:-1].rpartition(".")
            if point:
                rounded = self.quantize(_make(0, 1, -int(places)))
                return _plain(rounded, before)
            return _plain(self, format_spec[:-1])
        if kind in "eEgG%n":
            from _athanor import refuse

            refuse(f"the format {format_spec!r} of a Decimal", "the format f, or none")
        return str(self).__format__(format_spec)

    def __hash__(self):
        if self._kind:
            return hash(float(self))
        if self == int(self):
            return hash(int(self))
        value = self.normalize()
        return hash((value._sign, value._int, value._exp))

    def as_tuple(self):
        exponent = "F" if self._kind == "inf" else "n" if self._kind else self._exp
        return DecimalTuple(self._sign, tuple([int(digit) for digit in str(self._int)]), exponent)

    def as_integer_ratio(self):
        if self._kind:
            raise ValueError(f"cannot convert {'NaN' if self._kind == 'nan' else 'Infinity'} to integer ratio")
        above, below = self._int, 1
        if self._exp >= 0:
            above *= 10**self._exp
        else:
            below = 10**-self._exp
            for prime in (2, 5):
                while below % prime == 0 and above % prime == 0:
                    above //= prime
                    below //= prime
        return (-above if self._sign else above), below

    def __add__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _add(self, other)

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _add(self, _make(1 - other._sign, other._int, other._exp, other._kind))

    def __rsub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _multiply(self, other)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _divide(self, other)

    def __rtruediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _divide(other, self)

    def __floordiv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _whole(self, other)[0]

    def __mod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _fixed(_whole(self, other)[1])

    def __divmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _whole(self, other)

    def __pow__(self, other, modulo=None):
        if not isinstance(other, int) or modulo is not None:
            from _athanor import refuse

            refuse("Decimal ** anything but an int", "a whole exponent")
        made = Decimal(1)
        for _ in range(abs(other)):
            made = made * self
        return made if other >= 0 else 1 / made

    def __neg__(self):
        sign = 0 if not self._int and not self._kind else 1 - self._sign
        return _fixed(_make(sign, self._int, self._exp, self._kind))

    def __pos__(self):
        return _fixed(_make(0 if not self._int and not self._kind else self._sign, self._int, self._exp, self._kind))

    def __abs__(self):
        return _fixed(_make(0, self._int, self._exp, self._kind))

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def __bool__(self):
        return bool(self._kind) or self._int != 0

    def __int__(self):
        if self._kind:
            raise (ValueError if self._kind == "nan" else OverflowError)(
                f"cannot convert {'NaN' if self._kind == 'nan' else 'Infinity'} to integer"
            )
        value = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_make(0, 1, -n))

    def _difference(self, other):
        # An int with the sign of self - other.
        if self._kind == "nan" or other._kind == "nan":
            return None
        left = (-1 if self._sign else 1) if self._kind else 0
        right = (-1 if other._sign else 1) if other._kind else 0
        if left or right:
            return left - right
        exponent = min(self._exp, other._exp)
        mine = self._int * 10 ** (self._exp - exponent)
        theirs = other._int * 10 ** (other._exp - exponent)
        return (-mine if self._sign else mine) - (-theirs if other._sign else theirs)

    def _compared(self, other, answer):
        other = Decimal(other) if isinstance(other, float) else _operand(other)
        if other is None:
            return NotImplemented
        difference = self._difference(other)
        return False if difference is None else answer(difference)

    def __eq__(self, other):
        return self._compared(other, lambda difference: difference == 0)

    def __lt__(self, other):
        return self._compared(other, lambda difference: difference < 0)

    def __le__(self, other):
        return self._compared(other, lambda difference: difference <= 0)

    def __gt__(self, other):
        return self._compared(other, lambda difference: difference > 0)

    def __ge__(self, other):
        return self._compared(other, lambda difference: difference >= 0)

    def compare(self, other):
        difference = self._difference(Decimal(other))
        if difference is None:
            return _make(0, 0, 0, "nan")
        return Decimal(0 if difference == 0 else 1 if difference > 0 else -1)

    def max(self, other):
        return self if self >= other else Decimal(other)

    def min(self, other):
        return self if self <= other else Decimal(other)

    def is_nan(self):
        return self._kind == "nan"

    def is_infinite(self):
        return self._kind == "inf"

    def is_finite(self):
        return not self._kind

    def is_zero(self):
        return not self._kind and self._int == 0

    def is_signed(self):
        return bool(self._sign)

    def adjusted(self):
        return 0 if self._kind else self._exp + len(str(self._int)) - 1

    def normalize(self, context=None):
        value = _fixed(self, context)
        if value._kind:
            return value
        digits, exponent = value._int, value._exp
        if not digits:
            return _make(value._sign, 0, 0)
        while digits % 10 == 0:
            digits //= 10
            exponent += 1
        return _make(value._sign, digits, exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = context or _context
        exp = Decimal(exp)
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return self
            raise _invalid("quantize")
        places = exp._exp - self._exp
        if places <= 0:
            digits = self._int * 10**-places
        else:
            digits = _shifted(self._int, places, rounding or context.rounding, self._sign)
        if len(str(digits)) > context.prec:
            raise _invalid("quantize")
        return _make(self._sign, digits, exp._exp)

    def to_integral_value(self, rounding=None, context=None):
        if self._kind or self._exp >= 0:
            return self
        return _make(self._sign, _shifted(self._int, -self._exp, rounding or _context.rounding, self._sign), 0)

    to_integral = to_integral_exact = to_integral_value

    def sqrt(self, context=None):
        from math import isqrt

        context = context or _context
        if self._sign and self._int:
            raise _invalid("sqrt")
        if not self._int:
            return _make(self._sign, 0, self._exp // 2)
        shift = 2 * (context.prec + 1)
        digits, exponent = self._int, self._exp
        if exponent % 2:
            digits, exponent = digits * 10, exponent - 1
        root = isqrt(digits * 10**shift)
        exact = root * root == digits * 10**shift
        exponent = exponent // 2 - shift // 2
        if exact:
            while exponent < self._exp // 2 and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        return _fixed(_make(0, root, exponent), context)


def _plain(value, before):
    # Without an exponent, then padded and grouped as the rest of the format says.
    digits = str(value._int)
    if value._exp > 0:
        digits += "0" * value._exp
    elif value._exp < 0:
        digits = digits.rjust(1 - value._exp, "0")
        digits = digits[: value._exp] + "." + digits[value._exp :]
    whole, point, fraction = digits.partition(".")
    if before.endswith(","):
        before = before[:-1]
        whole = format(int(whole), ",")
    sign = "-" if value._sign else "+" if before.startswith("+") else ""
    before = before.lstrip("+")
    text = sign + whole + point + fraction
    return text.__format__(">" + before) if before and before[0].isdigit() and before[0] != "0" else (
        sign + (whole + point + fraction).rjust(int(before) - len(sign), "0") if before else text
    )
