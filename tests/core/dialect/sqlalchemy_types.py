# SPDX-License-Identifier: GPL-3.0-or-later
"""Type expressions from standard input as SQLAlchemy writes them: for each dialect the text in DDL, after
dialect.type_descriptor(), and in a cast; null where it refuses."""
import json
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite  # noqa: F401
from sqlalchemy.dialects.mysql import mariadb  # noqa: F401
from sqlalchemy.engine.url import make_url

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


class Decorated(sa.TypeDecorator):
    impl = sa.Integer
    cache_ok = True

    def __init__(self, inside):
        super().__init__()
        self.inside = inside

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self.inside)


def attempt(make):
    try:
        return make()
    except (sa.exc.SQLAlchemyError, AttributeError, TypeError, ValueError):
        return None


def texts(type_, dialect):
    def ddl(t):
        return dialect.type_compiler_instance.process(t)

    def cast():
        return str(sa.cast(sa.column("x"), type_).compile(dialect=dialect))

    return [attempt(lambda: ddl(type_)), attempt(lambda: ddl(Decorated(type_))), attempt(cast)]


warnings.simplefilter("ignore")
dialects = [make_url(d + "://").get_dialect()(paramstyle="named") for d in DIALECTS]
json.dump([[texts(eval(e), d) for d in dialects] for e in json.load(sys.stdin)], sys.stdout)
