# SPDX-License-Identifier: GPL-3.0-or-later
"""The attributes of mapped classes: columns, and what is mapped beside them."""
import sqlalchemy as sa
from _athanor import refuse


class InstrumentedAttribute:
    """A mapped column: the class has the column, an instance its value."""

    def __init__(self, key, column):
        self.key = key
        self.column = column

    def __get__(self, instance, owner=None):
        if instance is not None:
            return None
        if owner.__mapper__.inherits is not None:
            refuse(f"{owner.__name__}.{self.key} of a class that inherits a table", f"{owner.__name__}.__table__")
        return self.column


class MapperProperty:
    """What is mapped and no column of the table by itself."""

    columns = ()

    def __clause_element__(self):
        refuse(f"an expression of {type(self).__name__}()", "columns by themselves")

    def __eq__(self, other):
        self.__clause_element__()

    __ne__ = __eq__
    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        refuse(f"{type(self).__name__}().{name}", "columns by themselves")


class relationship(MapperProperty):
    def __init__(self, *arguments, **options):
        self.options = options

    def __get__(self, instance, owner=None):
        return self if instance is None else self.__clause_element__()


class dynamic_loader(relationship):
    pass


def backref(name, **options):
    return (name, options)


class query_expression(MapperProperty):
    def __init__(self, *arguments, **options):
        self.options = options


class ColumnProperty(MapperProperty):
    def __init__(self, column, *additional, **options):
        self.columns = (column,) + additional
        self.is_deferred = options.get("deferred", False)

    @property
    def expression(self):
        return self.columns[0]

    def __get__(self, instance, owner=None):
        if instance is not None:
            return None
        # Its columns were written down before they had a table.
        return self.columns[0] if isinstance(self.columns[0], sa.Column) else self.__clause_element__()


def column_property(column, *additional, **options):
    return ColumnProperty(column, *additional, **options)


def deferred(column, *additional, **options):
    return ColumnProperty(column, *additional, deferred=True)


class composite(MapperProperty):
    def __init__(self, *arguments, **options):
        self.columns = tuple(each for each in arguments if isinstance(each, sa.Column))


class synonym(MapperProperty):
    def __init__(self, name, **options):
        self.name = name

    def __get__(self, instance, owner=None):
        return getattr(owner if instance is None else instance, self.name)


class declared_attr:
    """An attribute that a class computes: once while it is being mapped, anew whenever it is not."""

    def __init__(self, fget):
        self.fget = fget.__func__ if isinstance(fget, classmethod) else fget

    def __get__(self, instance, owner=None):
        values = owner.__dict__.get("_sa_declared")
        if values is None:
            return self.fget(owner)
        if self not in values:
            values[self] = self.fget(owner)
        return values[self]


declared_attr.directive = declared_attr.cascading = declared_attr


def declarative_mixin(cls):
    return cls


def validates(*names, **options):
    return lambda function: function


def reconstructor(function):
    return function


def foreign(expression):
    return expression


remote = foreign
