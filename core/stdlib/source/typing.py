# SPDX-License-Identifier: GPL-3.0-or-later
from collections import namedtuple
from typing import Union

_Base = namedtuple("_Base", "").__mro__[1]


def _named(name, fields):
    return namedtuple(name, [field for field, _ in fields])


class NamedTuple(_Base):
    # The annotations of a derived class are its fields; their values are the defaults.
    def __new__(cls, *args, **kwds):
        if cls is NamedTuple:
            return _named(*args)
        return _Base.__new__(cls, *args, **kwds)

    def __init_subclass__(cls, **options):
        if "__annotations__" not in cls.__dict__:
            return
        fields = list(cls.__annotations__)
        defaults = {}
        for field in fields:
            if field in cls.__dict__:
                defaults[field] = cls.__dict__[field]
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field {list(defaults)[-1]}"
                )
        made = namedtuple(cls.__name__, fields)
        for field in fields:
            setattr(cls, field, made.__dict__[field])
        cls._fields = cls.__match_args__ = made._fields
        cls._field_defaults = defaults


class TypedDict(dict):
    def __new__(cls, *args, **kwds):
        if cls is TypedDict:
            return type(args[0], (dict,), {"__annotations__": args[1]})
        return dict.__new__(cls, *args, **kwds)

    def __init_subclass__(cls, total=True, **options):
        cls.__total__ = total


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, value):
        return value

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
