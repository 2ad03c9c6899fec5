# SPDX-License-Identifier: GPL-3.0-or-later
"""Column types of libraries that have one or two: sqlmodel, FastAPI Users, sqlalchemy-citext, sqlalchemy-json,
SQLAlchemy-Utc, Advanced Alchemy."""
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, oracle, postgresql
from sqlalchemy.types import TypeDecorator, UserDefinedType


class AutoString(TypeDecorator):
    impl = sa.String
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name == "mysql":
            return dialect.type_descriptor(sa.String(self.mysql_default_length))
        return super().load_dialect_impl(dialect)


class _UuidOrChar(TypeDecorator):
    impl = sa.CHAR
    size = 36

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(postgresql.UUID() if dialect.name == "postgresql" else sa.CHAR(self.size))


class GUID(_UuidOrChar):
    """Of FastAPI Users."""


class SqlmodelGuid(_UuidOrChar):
    """Of sqlmodel before SQLAlchemy had Uuid."""

    size = 32


class TIMESTAMPAware(TypeDecorator):
    impl = sa.TIMESTAMP


class CIText(UserDefinedType):
    def get_col_spec(self, *args, **kw):
        return "CITEXT"


class UtcDateTime(TypeDecorator):
    impl = sa.DateTime(timezone=True)


def mutable_json_type(dbtype=sa.JSON, nested=False):
    return sa.types.to_instance(dbtype)


class MutableJson(TypeDecorator):
    impl = sa.JSON


class NestedMutableJson(TypeDecorator):
    impl = sa.JSON


class DateTimeUTC(TypeDecorator):
    impl = sa.DateTime(timezone=True)


class AdvancedGuid(TypeDecorator):
    impl = sa.BINARY(16)

    def __init__(self, *args, binary=True, **kwargs):
        self.binary = binary

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID())
        if dialect.name == "oracle":
            return dialect.type_descriptor(oracle.RAW(16))
        if dialect.name == "mssql":
            return dialect.type_descriptor(mssql.UNIQUEIDENTIFIER())
        return dialect.type_descriptor(sa.BINARY(16) if self.binary else sa.CHAR(32))


class _OracleJson(UserDefinedType):
    def get_col_spec(self, **kw):
        raise NotImplementedError("Advanced Alchemy's JSON on Oracle, which has a CHECK constraint with it")


JsonB = sa.JSON().with_variant(postgresql.JSONB(), "postgresql").with_variant(_OracleJson(), "oracle")
BigIntIdentity = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
