# SPDX-License-Identifier: GPL-3.0-or-later
class _Kind(type):
    def __instancecheck__(cls, instance):
        kinds = [name.__name__ for name in type(instance).__mro__]
        return any(name in cls._kinds for name in kinds)

    def __subclasscheck__(cls, subclass):
        return any(name.__name__ in cls._kinds for name in subclass.__mro__)


class Number(metaclass=_Kind):
    _kinds = ("int", "float", "complex", "Decimal", "Fraction", "Number")


class Complex(Number):
    _kinds = ("int", "float", "complex", "Fraction", "Complex")


class Real(Complex):
    _kinds = ("int", "float", "Fraction", "Real")


class Rational(Real):
    _kinds = ("int", "Fraction", "Rational")


class Integral(Rational):
    _kinds = ("int", "Integral")
