# SPDX-License-Identifier: GPL-3.0-or-later
"""How the body of a class becomes a table: its own columns first, then those of mixins and abstract classes in
the order in which Python looks into them."""
import sqlalchemy as sa
from _athanor import is_known, refuse
from sqlalchemy.exc import ArgumentError, InvalidRequestError
from sqlalchemy.orm.attributes import InstrumentedAttribute, MapperProperty, declared_attr
from sqlalchemy.orm.properties import MappedColumn, check_unmapped, is_mapped

# What classes hold that is surely no column, also where its value is not known.
_NO_COLUMNS = ("metadata", "query", "query_class", "registry", "objects")


def _attribute(cls, name, default):
    """Of a class that may have base classes which are not known."""
    value = getattr(cls, name, default)
    return default if not is_known(value) or value is None else value


class Mapper:
    def __init__(self, cls, table, inherits):
        self.class_ = cls
        self.local_table = self.mapped_table = self.persist_selectable = table
        self.inherits = inherits
        # The first thing mapped beside the table's own columns, of which a SELECT of the class depends.
        self.addition = None

    @property
    def tables(self):
        return [self.local_table]

    @property
    def columns(self):
        return self.local_table.c

    c = columns

    @property
    def primary_key(self):
        return tuple(self.local_table.primary_key)

    def entity(self):
        """The table, where it is what a statement takes the class for."""
        name = self.class_.__name__
        if self.inherits is not None:
            refuse(f"{name} in a statement: it inherits a table", f"{name}.__table__")
        options = _attribute(self.class_, "__mapper_args__", {})
        for option in ("with_polymorphic", "include_properties", "exclude_properties", "properties", "order_by"):
            if option in options:
                refuse(f"{name} in a statement: {option} of __mapper_args__", f"{name}.__table__")
        if self.addition is not None:
            refuse(f"{name} in a statement: {self.addition}", f"{name}.__table__")
        return self.local_table


def _names(body):
    """The names of a class's body and of its annotations, in the order of both as far as they agree."""
    names = list(body)
    annotated = list(body.get("__annotations__", ()))
    shared = set(names) & set(annotated)
    result = []
    current, other = iter(names), iter(annotated)
    while True:
        for name in current:
            if name in shared:
                shared.discard(name)
                current, other = other, current
                break
            result.append(name)
        else:
            return result + list(other)


class _Scan:
    def __init__(self, cls, registry):
        self.cls = cls
        self.registry = registry
        self.attributes = {}
        # Of each class its names, which are made anew whenever Python is asked for them.
        self.bodies = [(base, base.__dict__) for base in cls.__mro__ if base is not object]
        self.inherits = None
        self.tablename = None
        self.table_args = None
        self.has_inherited_args = False
        self.has_table = False
        for base, body in self.bodies[1:]:
            if "__mapper__" in body:
                self.inherits = base
                break

    def _is_overridden(self, name, value):
        for _, body in self.bodies:
            if name in body:
                return body[name] is not value
        return False

    def _set(self, name, value):
        self.bodies[0][1][name] = value
        type.__setattr__(self.cls, name, value)

    def _directive(self, base, name, value):
        is_mapped = base is not self.cls and "__mapper__" in base.__dict__
        if is_mapped and not isinstance(value, declared_attr):
            return
        if name == "__tablename__":
            self.tablename = self.tablename or self.cls.__tablename__
        elif name == "__table__":
            self.has_table = self.has_table or value is not None
        elif name == "__table_args__" and not self.table_args:
            self.table_args = self.cls.__table_args__
            if self.table_args is not None and not isinstance(self.table_args, (tuple, dict)):
                raise ArgumentError("__table_args__ value must be a tuple, dict, or None")
            self.has_inherited_args = base is not self.cls

    def _take_copies(self, base, body):
        """The columns of a mixin: each class has its own."""
        annotations = body.get("__annotations__", {})
        for name in _names(body):
            value = body.get(name)
            annotation = annotations.get(name)
            if name not in body:
                if not is_known(annotation):
                    self._take_unknown(name, annotation)
                    continue
                if not is_mapped(annotation) or name in self.attributes or self._is_overridden(name, None):
                    continue
                value = MappedColumn()
            elif not is_known(value) or not isinstance(value, sa.Column) or self._is_overridden(name, value):
                continue
            else:
                value = value._copy()
            if isinstance(value, MappedColumn):
                value.annotation = annotation
            self.attributes[name] = value
            self._set(name, value)

    def _take_mixin(self, base, body):
        for name in body:
            value = body[name]
            if name in ("__tablename__", "__table__", "__table_args__"):
                self._directive(base, name, value)
            elif name[:2] == "__" or name[:4] == "_sa_" or name in self.attributes:
                continue
            elif self._is_overridden(name, value):
                continue
            elif not is_known(value):
                self._take_unknown(name, value)
            elif isinstance(value, declared_attr):
                self._take_declared(name, value)
            elif isinstance(value, MapperProperty):
                raise InvalidRequestError(
                    "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as "
                    "@declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a "
                    "lambda:"
                )

    def _take_own(self):
        own = self.bodies[0][1]
        annotations = own.get("__annotations__", {})
        for name in _names(own):
            value = own.get(name)
            if name in ("__tablename__", "__table__", "__table_args__"):
                self._directive(self.cls, name, value)
            elif name[:2] == "__" or name[:4] == "_sa_":
                continue
            elif not is_known(value):
                self._take_unknown(name, value)
            elif isinstance(value, declared_attr):
                self._take_declared(name, value)
            else:
                self._take_annotated(name, value, annotations.get(name), name in own)

    def _take_annotated(self, name, value, annotation, has_value):
        if not is_known(annotation):
            if not has_value:
                value = annotation
        elif annotation is not None and (not has_value or isinstance(value, (MappedColumn, MapperProperty))):
            if not is_mapped(annotation):
                check_unmapped(self.cls, name, annotation)
                if not has_value:
                    return
            elif not has_value:
                value = MappedColumn()
        if isinstance(value, MappedColumn):
            value.annotation = annotation
        self.attributes[name] = value

    def _take_declared(self, name, attribute):
        value = getattr(self.cls, name)
        if isinstance(value, MappedColumn):
            value.annotation = attribute.fget.__annotations__.get("return")
        self.attributes[name] = value

    def _take_unknown(self, name, value):
        if name not in _NO_COLUMNS:
            self.attributes[name] = value

    def scan(self):
        self._take_own()
        for base, _ in self.bodies:
            for parent in base.__bases__:
                if not is_known(parent):
                    self._take_unknown(f"a base class of {base.__name__}", parent)
        for base, body in self.bodies[1:]:
            if "__mapper__" in body:
                for name in ("__tablename__", "__table_args__"):
                    if name in body:
                        self._directive(base, name, body[name])
                continue
            self._take_copies(base, body)
            self._take_mixin(base, body)
        if self.has_inherited_args and not self.tablename:
            self.table_args = None

    def columns(self):
        """The columns to be declared, with the place that sort_order gives them."""
        declared = []
        for name, value in self.attributes.items():
            if not is_known(value):
                declared.append((0, sa.Column(name, value)))
            elif isinstance(value, MappedColumn):
                self.attributes[name] = column = value.resolved(self.cls, name, self.registry)
                declared.append((column.sort_order or 0, column))
            elif isinstance(value, sa.Column):
                if value.name is None:
                    value.name = name
                declared.append((0, value))
            elif isinstance(value, MapperProperty):
                for column in value.columns:
                    if isinstance(column, sa.Column) and column.table is None:
                        if column.name is None:
                            column.name = name
                        declared.append((0, column))
        unique = []
        for order, column in declared:
            if not any(column is other for _, other in unique):
                unique.append((order, column))
        return [column for _, column in sorted(unique, key=lambda each: each[0])]


def _own_table(scan, columns):
    arguments, options = (), {}
    if isinstance(scan.table_args, dict):
        options = scan.table_args
    elif scan.table_args and isinstance(scan.table_args[-1], dict):
        arguments, options = scan.table_args[:-1], scan.table_args[-1]
    elif scan.table_args:
        arguments = scan.table_args
    metadata = _attribute(scan.cls, "metadata", scan.registry.metadata)
    make = _attribute(scan.cls, "__table_cls__", sa.Table)
    return make(scan.tablename, metadata, *columns, *arguments, **options)


def _inherited_table(scan, columns):
    """Of a class without a table of its own: its columns are the table's."""
    name = scan.cls.__name__
    if scan.inherits is None:
        raise InvalidRequestError(
            f"Class {scan.cls!r} does not have a __table__ or __tablename__ specified and does not inherit from an "
            "existing table-mapped class."
        )
    if scan.table_args:
        raise ArgumentError("Can't place __table_args__ on an inherited class with no table.")
    table = scan.inherits.__mapper__.local_table
    for column in columns:
        if column.primary_key:
            raise ArgumentError("Can't place primary key columns on an inherited class with no table.")
        if column.name in table.c:
            if table.c[column.name] is column:
                continue
            raise ArgumentError(
                f"Column '{column.name}' on class {name} conflicts with existing column '{table.name}.{column.name}'."
            )
        table.append_column(column)
        mapper = scan.inherits.__mapper__
        mapper.addition = mapper.addition or f"{name} adds columns to its table"
    return table


def _table(scan, columns):
    if scan.has_table:
        table = scan.cls.__table__
        for column in columns:
            if column.table is not table:
                raise ArgumentError(f"Can't add additional column '{column.key}' when specifying __table__")
        return table
    return _own_table(scan, columns) if scan.tablename else _inherited_table(scan, columns)


def _set_attributes(scan, mapper):
    cls, table = scan.cls, mapper.local_table
    mapped = []
    for name, value in scan.attributes.items():
        if not is_known(value):
            continue
        if isinstance(value, sa.Column):
            mapped.append(value)
            if isinstance(value, MappedColumn):
                if value.is_deferred:
                    mapper.addition = mapper.addition or f"{name} is deferred"
                object.__setattr__(value, "__class__", sa.Column)
            type.__setattr__(cls, name, InstrumentedAttribute(name, value))
        else:
            if isinstance(value, MapperProperty) and value.columns:
                mapped.extend(value.columns)
                mapper.addition = mapper.addition or f"{name} is a {type(value).__name__}"
            type.__setattr__(cls, name, value)
    if scan.has_table:
        for column in table.c:
            if not any(column is other for other in mapped) and column.key not in cls.__dict__:
                type.__setattr__(cls, column.key, InstrumentedAttribute(column.key, column))


class _UnknownTable:
    """In the place of a table of which not all columns are known. Creating it is refused as well."""

    def __init__(self, what):
        self.what = what

    def __get__(self, instance, owner=None):
        refuse(f"the table of {owner.__name__}", f"{self.what}, which can't be known")


def map_class(cls, registry):
    type.__setattr__(cls, "_sa_declared", {})
    scan = _Scan(cls, registry)
    scan.scan()
    table = _table(scan, scan.columns())
    type.__setattr__(cls, "__table__", table)
    mapper = Mapper(cls, table, scan.inherits)
    type.__setattr__(cls, "__mapper__", mapper)
    _set_attributes(scan, mapper)
    unknown = [name for name, value in scan.attributes.items() if not is_known(value)]
    if unknown:
        mapper.addition = f"{unknown[0]} can't be known"
        type.__setattr__(cls, "__table__", _UnknownTable(unknown[0]))
    options = _attribute(cls, "__mapper_args__", {})
    has_key = scan.inherits is not None or "primary_key" in options or any(column.primary_key for column in table.c)
    if not has_key and not unknown:
        raise ArgumentError(
            f"Mapper Mapper[{cls.__name__}({table.name})] could not assemble any primary key columns for mapped "
            f"table '{table.name}'"
        )
    registry._class_registry[cls.__name__] = cls
    return mapper
