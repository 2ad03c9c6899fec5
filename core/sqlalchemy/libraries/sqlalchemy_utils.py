# SPDX-License-Identifier: GPL-3.0-or-later
"""The column types of SQLAlchemy-Utils, as far as DDL depends on them."""
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, oracle, postgresql
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, UserDefinedType


class ScalarCoercible:
    pass


class _Sized(TypeDecorator):
    """A Unicode of a length that has another name."""

    impl = sa.Unicode
    size = 50

    def __init__(self, max_length=None, *args, **kwargs):
        super().__init__(self.size if max_length is None else max_length)


class ArrowType(TypeDecorator):
    impl = sa.DateTime


class EnrichedDateTimeType(TypeDecorator):
    impl = sa.DateTime

    def __init__(self, datetime_processor=None, *args, **kwargs):
        super().__init__(*args, **kwargs)


class EnrichedDateType(TypeDecorator):
    impl = sa.Date

    def __init__(self, date_processor=None, *args, **kwargs):
        super().__init__(*args, **kwargs)


class BitType(TypeDecorator):
    impl = sa.BINARY

    def __init__(self, length=1, **kwargs):
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.BIT(self.length))
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.String(self.length))
        return dialect.type_descriptor(sa.BINARY(self.length))


class ChoiceType(TypeDecorator):
    impl = sa.Unicode(255)

    def __init__(self, choices, impl=None):
        self.choices = tuple(choices) if isinstance(choices, list) else choices
        if impl:
            self.impl = impl


class ColorType(_Sized):
    size = 20


class CompositeType(UserDefinedType):
    def __init__(self, name, columns, quote=None, **kwargs):
        self.name = name
        self.columns = columns

    def get_col_spec(self):
        return self.name


class CountryType(TypeDecorator):
    impl = sa.String(2)


class CurrencyType(TypeDecorator):
    impl = sa.String(3)


class EmailType(TypeDecorator):
    impl = sa.Unicode

    def __init__(self, length=255, *args, **kwargs):
        super().__init__(length=length, *args, **kwargs)


class StringEncryptedType(TypeDecorator):
    impl = sa.String

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)


class EncryptedType(StringEncryptedType):
    impl = sa.LargeBinary


class IPAddressType(_Sized):
    pass


class JSONType(TypeDecorator):
    impl = sa.UnicodeText

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.JSON() if dialect.name == "postgresql" else self.impl)


class LocaleType(TypeDecorator):
    impl = sa.Unicode(10)


class LtreeType(UserDefinedType):
    pass


class LQUERY(UserDefinedType):
    pass


class LTXTQUERY(UserDefinedType):
    pass


@compiles(LtreeType, "postgresql")
def _ltree(element, compiler, **kw):
    return "LTREE"


@compiles(LQUERY, "postgresql")
def _lquery(element, compiler, **kw):
    return "LQUERY"


@compiles(LTXTQUERY, "postgresql")
def _ltxtquery(element, compiler, **kw):
    return "LTXTQUERY"


class PasswordType(TypeDecorator):
    impl = sa.VARBINARY(1024)

    def __init__(self, max_length=None, **kwargs):
        # The longest hash of the schemes is no longer than this but for unusual ones.
        self.length = 1024 if max_length is None else max_length

    def load_dialect_impl(self, dialect):
        classes = {"postgresql": postgresql.BYTEA, "oracle": oracle.RAW, "sqlite": sa.BLOB}
        return dialect.type_descriptor(classes.get(dialect.name, sa.VARBINARY)(self.length))


class PhoneNumberType(_Sized):
    size = 20

    def __init__(self, region="US", max_length=20, *args, **kwargs):
        super().__init__(max_length)


class _RangeType(TypeDecorator):
    impl = postgresql.INT4RANGE

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self.impl if dialect.name == "postgresql" else sa.String(255))


class IntRangeType(_RangeType):
    pass


class Int8RangeType(_RangeType):
    impl = postgresql.INT8RANGE


class DateRangeType(_RangeType):
    impl = postgresql.DATERANGE


class NumericRangeType(_RangeType):
    impl = postgresql.NUMRANGE


class DateTimeRangeType(_RangeType):
    impl = postgresql.TSRANGE


class ScalarListType(TypeDecorator):
    impl = sa.UnicodeText()

    def __init__(self, coerce_func=str, separator=","):
        self.separator = str(separator)

    def process_bind_param(self, value, dialect):
        return value if value is None else self.separator.join(map(str, value))


class TimezoneType(TypeDecorator):
    impl = sa.Unicode(50)

    def __init__(self, backend="dateutil"):
        self.backend = backend


class TSVectorType(TypeDecorator):
    impl = postgresql.TSVECTOR

    def __init__(self, *args, **kwargs):
        self.columns = args
        self.options = kwargs
        super().__init__()


class URLType(TypeDecorator):
    impl = sa.UnicodeText


class UUIDType(TypeDecorator):
    impl = sa.BINARY(16)

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        if self.native and dialect.name == "mssql":
            return dialect.type_descriptor(mssql.UNIQUEIDENTIFIER())
        return dialect.type_descriptor(self.impl if self.binary else sa.CHAR(32))


class WeekDaysType(TypeDecorator):
    impl = BitType(7)
