# SPDX-License-Identifier: GPL-3.0-or-later
"""Column types as applications write them. `types` is what the tests compare."""
import enum
import uuid

import sqlalchemy as sa
from sqlalchemy import String, TypeDecorator, types as sqltypes
from sqlalchemy.dialects import mysql, oracle, postgresql
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import CHAR, UserDefinedType


class Plain(TypeDecorator):
    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value


class WithInstance(TypeDecorator):
    impl = sa.String(40)


class WithArguments(TypeDecorator):
    impl = sa.String


class OwnInit(TypeDecorator):
    impl = sa.String

    def __init__(self, size=10, *args, **kwargs):
        super().__init__(size * 2, *args, **kwargs)


class Guid(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID())
        return dialect.type_descriptor(CHAR(36))


class Moment(TypeDecorator):
    impl = sa.TIMESTAMP

    def load_dialect_impl(self, dialect):
        if dialect.name == "mysql":
            return dialect.type_descriptor(mysql.TIMESTAMP(fsp=6))
        return dialect.type_descriptor(sa.TIMESTAMP(timezone=True))


class NotAdapted(TypeDecorator):
    impl = sa.TIMESTAMP

    def load_dialect_impl(self, dialect):
        return sa.TIMESTAMP(timezone=True)


class Inherited(Guid):
    pass


class Nested(TypeDecorator):
    impl = Guid


class Numbered(TypeDecorator):
    impl = sa.DECIMAL

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self.impl)


class Point(UserDefinedType):
    def get_col_spec(self, **kw):
        return "POINT"


class Geometry(sqltypes.UserDefinedType):
    def __init__(self, kind, srid=-1):
        self.kind = kind
        self.srid = srid

    def get_col_spec(self):
        return f"geometry({self.kind},{self.srid})"


class Short(sa.String):
    def __init__(self):
        super().__init__(length=12)


class Renamed(sa.Text):
    __visit_name__ = "LONGTEXT"


class Compiled(sa.DateTime):
    pass


@compiles(Compiled, "mysql")
def compile_mysql(element, compiler, **kw):
    return "DATETIME(6)"


@compiles(Compiled, "sqlite")
@compiles(Compiled, "oracle")
def compile_visit(element, compiler, **kw):
    return compiler.visit_TIMESTAMP(element, **kw)


class Always(UserDefinedType):
    pass


@compiles(Always)
def compile_always(element, compiler, **kw):
    return "ALWAYS_" + compiler.dialect.name


@compiles(String, "mariadb")
def compile_string(element, compiler, **kw):
    return compiler.visit_string(element, **kw) + " COLLATE own"


class Json(TypeDecorator):
    impl = sa.JSON().with_variant(JSONB(), "postgresql")


class ForOracle(TypeDecorator):
    impl = sa.Boolean

    def load_dialect_impl(self, dialect):
        impls = {"oracle": oracle.NUMBER(1), "mysql": mysql.TINYINT(1)}
        return impls.get(dialect.name, self.impl)


class Colour(enum.Enum):
    red = 1
    green = "g"
    crimson = 1


class Level(str, enum.Enum):
    LOW = "low"
    HIGH = "high"

    @classmethod
    def values(cls):
        return [each.value for each in cls]


class EnumByValue(TypeDecorator):
    impl = sa.Integer

    def __init__(self, enum_class, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.enum_class = enum_class

    def process_bind_param(self, value, dialect):
        return value.value


class EnumText(TypeDecorator):
    impl = sa.Enum(Level)


class SizedByEnum(TypeDecorator):
    impl = sa.String

    def __init__(self, members):
        super().__init__(max(len(each.value) for each in members))


class Mixin:
    def load_dialect_impl(self, dialect):
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.CHAR(32))
        return super().load_dialect_impl(dialect)


class Mixed(Mixin, TypeDecorator):
    impl = sa.Uuid
    python_type = uuid.UUID


types = {
    "Python enum": lambda: sa.Enum(Colour),
    "Python enum named": lambda: sa.Enum(Colour, name="paint", native_enum=False),
    "Python enum with aliases": lambda: sa.Enum(Colour, omit_aliases=False),
    "Python enum by values": lambda: sa.Enum(Level, values_callable=lambda e: [m.value for m in e]),
    "Python enum by method": lambda: sa.Enum(Level, values_callable=lambda e: e.values(), length=20),
    "Names of an enum": lambda: sa.Enum(*Level.__members__.keys(), name="level"),
    "Values of an enum": lambda: sa.Enum(*[m.value for m in Level], name="level"),
    "str members of an enum": lambda: sa.Enum(*Level.values(), name="level"),
    "ENUM of an enum": lambda: postgresql.ENUM(Colour, name="c", create_type=False),
    "MySQL's of an enum": lambda: mysql.ENUM(Level, charset="latin1"),
    "EnumByValue": lambda: EnumByValue(Colour),
    "EnumText": lambda: EnumText(),
    "SizedByEnum": lambda: SizedByEnum(Level),
    "Mixed": lambda: Mixed(),
    "python_type of an enum": lambda: sa.Text() if sa.Enum(Colour).python_type is Colour else sa.Integer(),
    "python_type of a UUID": lambda: sa.Text() if sa.Uuid().python_type is uuid.UUID else sa.Integer(),
    "enums": lambda: sa.String(len(sa.Enum(Colour).enums) + len(sa.Enum(Colour).name)),
    "Plain": lambda: Plain(),
    "Plain class": lambda: Plain,
    "WithInstance": lambda: WithInstance(),
    "WithArguments": lambda: WithArguments(length=25),
    "WithArguments by place": lambda: WithArguments(26),
    "OwnInit": lambda: OwnInit(),
    "OwnInit sized": lambda: OwnInit(size=4),
    "Guid": lambda: Guid(),
    "Guid size": lambda: sa.String(Guid(7).length),
    "Moment": lambda: Moment(),
    "NotAdapted": lambda: NotAdapted(),
    "Inherited": lambda: Inherited(),
    "Nested": lambda: Nested(),
    "Numbered": lambda: Numbered(10, 2),
    "Point": lambda: Point(),
    "Point class": lambda: Point,
    "Geometry": lambda: Geometry("POINT", srid=4326),
    "Short": lambda: Short(),
    "Renamed": lambda: Renamed(),
    "Compiled": lambda: Compiled(),
    "Always": lambda: Always(),
    "Json": lambda: Json(),
    "ForOracle": lambda: ForOracle(),
    "Array of decorated": lambda: postgresql.ARRAY(Guid()),
    "Variant of decorated": lambda: sa.String(30).with_variant(Guid(), "postgresql", "sqlite"),
    "Decorated variant": lambda: Guid().with_variant(sa.Text(), "mysql"),
    "Compiled String": lambda: sa.String(9),
    "Compiled Text": lambda: sa.Text(),
}
