# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes that are functions of an instance and expressions of its class, and classes under another name."""
import sqlalchemy as sa
from _athanor import refuse
from sqlalchemy.orm.attributes import InstrumentedAttribute


class hybrid_property:
    def __init__(self, fget, fset=None, fdel=None, expr=None, custom_comparator=None, update_expr=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.expr = expr
        self.custom_comparator = custom_comparator
        self.update_expr = update_expr
        self.inplace = self

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        if self.custom_comparator is not None:
            refuse(f"the comparator of {owner.__name__}.{self.fget.__name__}", "an expression")
        made = (self.expr or self.fget)(owner)
        if isinstance(made, (sa.Case, sa.Cast)):
            refuse(f"{owner.__name__}.{self.fget.__name__}", "an expression with a label")
        # What has no name of its own is selected by that of the attribute.
        return made.label(self.fget.__name__) if isinstance(made, (sa.BinaryExpression, sa.UnaryExpression)) else made

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def _with(self, **changed):
        parts = dict(
            fget=self.fget,
            fset=self.fset,
            fdel=self.fdel,
            expr=self.expr,
            custom_comparator=self.custom_comparator,
            update_expr=self.update_expr,
        )
        return type(self)(**dict(parts, **changed))

    def getter(self, fget):
        return self._with(fget=fget)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)

    def expression(self, expr):
        return self._with(expr=expr.__func__ if isinstance(expr, classmethod) else expr)

    def comparator(self, comparator):
        return self._with(custom_comparator=comparator)

    def update_expression(self, update_expr):
        return self._with(update_expr=update_expr)


class hybrid_method:
    def __init__(self, func, expr=None):
        self.func = func
        self.expr = expr
        self.inplace = self

    def __get__(self, instance, owner=None):
        function, first = (self.func, instance) if instance is not None else (self.expr or self.func, owner)
        return lambda *arguments, **options: function(first, *arguments, **options)

    def expression(self, expr):
        return type(self)(self.func, expr)


class AliasedClass:
    """A model under another name."""

    def __init__(self, entity, alias=None, name=None, flat=False, **options):
        if options:
            refuse(f"aliased({next(iter(options))}=…)", "a name alone")
        self._sa_entity = entity
        self._sa_alias = entity.__mapper__.entity().alias(name) if alias is None else alias

    def __clause_element__(self):
        return self._sa_alias

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(f"'AliasedClass' object has no attribute '{name}'")
        for base in self._sa_entity.__mro__:
            attribute = base.__dict__.get(name)
            if isinstance(attribute, InstrumentedAttribute):
                return self._sa_alias.c[attribute.column.key]
        refuse(f"{name} of an aliased class", "a column")


def aliased(element, alias=None, name=None, **options):
    if hasattr(element, "__mapper__"):
        return AliasedClass(element, alias, name, **options)
    return element.alias(name)
