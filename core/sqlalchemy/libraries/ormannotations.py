# SPDX-License-Identifier: GPL-3.0-or-later
"""mapped_column() and Mapped[…]: columns whose type and nullability an annotation says."""
import datetime
import decimal
import enum
import uuid
from typing import Any, NewType

import sqlalchemy as sa
from _athanor import is_known, refuse
from sqlalchemy.exc import ArgumentError

_Form = type(Any)
_Union = type(int | None)
_MAPPED = ("Mapped", "DynamicMapped", "WriteOnlyMapped")
# Options of mapped_column() that say nothing of the table.
_BESIDE = (
    "active_history",
    "compare",
    "dataclass_metadata",
    "default_factory",
    "deferred_group",
    "hash",
    "init",
    "kw_only",
    "repr",
    "use_existing_column",
)


class MappedAnnotationError(ArgumentError):
    pass


def _form(annotation):
    return annotation.__name__ if isinstance(annotation, _Form) else None


def _arguments(annotation):
    """What stands in the brackets of typing's names, and on both sides of a |."""
    if isinstance(annotation, (_Form, _Union)):
        return tuple(type(None) if each is None else each for each in annotation.__args__)
    return ()


def _is_union(annotation):
    return isinstance(annotation, _Union) or _form(annotation) in ("Union", "Optional")


def _has_none(annotation):
    if annotation is None or annotation is type(None) or _form(annotation) == "Optional":
        return True
    if _is_union(annotation):
        return any(_has_none(each) for each in _arguments(annotation))
    if _form(annotation) == "Annotated":
        return _has_none(_arguments(annotation)[0])
    return isinstance(annotation, NewType) and _has_none(annotation.__supertype__)


def _without_none(annotation):
    if not _is_union(annotation):
        return annotation
    rest = [each for each in _arguments(annotation) if each is not type(None)]
    if len(rest) == 1:
        return _without_none(rest[0])
    refuse(f"Mapped[{annotation!r}]", "one type, or None")


def _is_same(one, other):
    """Whether two annotations are equal: typing's names are made anew each time."""
    if _form(one) is None or _form(one) != _form(other):
        return one is other
    if one is other:
        return True
    ones, others = _arguments(one), _arguments(other)
    return len(ones) == len(others) and all(_is_same(a, b) or a == b for a, b in zip(ones, others))


def is_mapped(annotation):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1] in _MAPPED
    return _form(annotation) in _MAPPED


def check_unmapped(cls, name, annotation):
    """Of an attribute that would have to be Mapped."""
    is_allowed = getattr(cls, "__allow_unmapped__", False)
    if not is_known(is_allowed) or is_allowed or "ClassVar" in (_form(annotation), str(annotation).split("[")[0]):
        return
    raise MappedAnnotationError(
        f"Type annotation for \"{cls.__name__}.{name}\" can't be correctly interpreted for Annotated Declarative "
        "Table form.  ORM annotations should normally make use of the ``Mapped[]`` generic type."
    )


def _types():
    return {
        int: sa.Integer,
        float: sa.Float,
        bool: sa.Boolean,
        uuid.UUID: sa.Uuid,
        decimal.Decimal: sa.Numeric,
        datetime.date: sa.Date,
        datetime.datetime: sa.DateTime,
        datetime.time: sa.Time,
        datetime.timedelta: sa.Interval,
        bytes: sa.LargeBinary,
        str: sa.String,
    }


def _type_in(table, python_type):
    for key, value in table.items():
        if _is_same(key, python_type):
            return value() if isinstance(value, type) else value
    return None


def _type_of(python_type, own):
    """The column type for a Python type: the registry's own map first, class by class, then SQLAlchemy's."""
    if not is_known(python_type):
        return python_type
    if isinstance(python_type, str):
        refuse(f"Mapped['{python_type}']", "the type itself: annotations as text are not read")
    if _form(python_type) == "Literal":
        found = _type_in(own, python_type)
        return found if found is not None else sa.Enum(*_arguments(python_type), native_enum=False)
    if not isinstance(python_type, type):
        return _type_in(own, python_type)
    if python_type in (dict, list, set, tuple, frozenset) and _type_in(own, python_type) is not None:
        refuse(f"Mapped[{python_type.__name__}[…]] by a type_annotation_map", "the type in mapped_column()")
    known = _types()
    for each in python_type.__mro__:
        found = _type_in(own, each)
        if each is enum.Enum:
            if found is not None:
                refuse("enum.Enum in a type_annotation_map", "the Enum in mapped_column()")
            return sa.Enum(python_type)
        if found is None:
            found = _type_in(known, each)
        if found is not None and each is python_type:
            return found
    return None


class MappedColumn(sa.Column):
    def __init__(self, *arguments, **options):
        self.is_deferred = bool(options.pop("deferred", False))
        self.sort_order = options.pop("sort_order", None)
        self.has_insert_default = "insert_default" in options
        self.has_nullable = options.get("nullable") is not None
        self.annotation = None
        for name in _BESIDE:
            options.pop(name, None)
        if options.get("nullable", 0) is None:
            del options["nullable"]
        super().__init__(*arguments, **options)

    def _copy(self):
        made = super()._copy()
        made.is_deferred = self.is_deferred
        made.sort_order = self.sort_order
        made.has_insert_default = self.has_insert_default
        made.has_nullable = self.has_nullable
        made.annotation = self.annotation
        return made

    def resolved(self, cls, name, registry):
        """The column with what its annotation says."""
        if self.name is None:
            self.name = name
        if self.annotation is None:
            if self.type is None and not self.foreign_keys:
                raise MappedAnnotationError(
                    f'Python typing annotation is required for attribute "{cls.__name__}.{name}" when primary '
                    'argument(s) for "MappedColumn" construct are None or not present'
                )
            return self
        if isinstance(self.annotation, str):
            refuse(f"{cls.__name__}.{name}: {self.annotation}", "annotations that are no text")
        python_type = self.annotation.__args__[0]
        if not is_known(python_type):
            self.type = python_type
            return self
        if not self.has_nullable:
            self.nullable = _has_none(python_type)
        return self._annotated(cls, name, registry, _without_none(python_type))

    def _annotated(self, cls, name, registry, python_type):
        column = self
        candidates = [python_type]
        if _form(python_type) == "Annotated":
            plain, *details = _arguments(python_type)
            for detail in details:
                if not is_known(detail):
                    self.type = detail
                    return self
                if isinstance(detail, MappedColumn):
                    column = self._merged(detail)
                    break
            candidates.append(_without_none(plain))
        if column.type is not None or column.foreign_keys:
            return column
        if isinstance(candidates[-1], NewType):
            candidates.append(candidates[-1].__supertype__)
        for candidate in candidates:
            found = _type_of(candidate, registry.type_annotation_map)
            if not is_known(found) or found is not None:
                column.type = found
                return column
        raise MappedAnnotationError(
            f"Could not locate SQLAlchemy Core type when resolving for Python type indicated by '{python_type!r}' "
            f"inside the Mapped[] annotation for the '{name}' attribute"
        )

    def _merged(self, other):
        """With what the mapped_column() inside Annotated says and this one does not."""
        if not self.has_insert_default and other.default is not None:
            self.default = None
        column = self
        if other.foreign_keys or other.constraints:
            if self.foreign_keys or self.constraints:
                refuse("foreign keys in mapped_column() and in its Annotated", "one of both")
            column = other._copy()
            column.name = self.name
        if self.has_nullable or not other.has_nullable:
            column.nullable = self.nullable
            column.has_nullable = self.has_nullable
        else:
            column.nullable = other.nullable
        column.primary_key = self.primary_key or other.primary_key
        column.autoincrement = other.autoincrement if self.autoincrement == "auto" else self.autoincrement
        column.is_deferred = self.is_deferred or other.is_deferred
        column.sort_order = other.sort_order if self.sort_order is None else self.sort_order
        for name in ("type", "default", "server_default", "server_onupdate", "onupdate", "index", "unique", "comment"):
            value = getattr(self, name)
            setattr(column, name, getattr(other, name) if value is None else value)
        return column


mapped_column = MappedColumn
