# SPDX-License-Identifier: GPL-3.0-or-later
"""Names from standard input as SQLAlchemy quotes them: for each dialect, as an identifier and as a schema."""
import json
import sys

from sqlalchemy.engine.url import make_url

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


def preparer(dialect):
    # A paramstyle without '%', which doubles it inside quotes.
    return make_url(dialect + "://").get_dialect()(paramstyle="named").identifier_preparer


def asked(quote, name):
    try:
        return quote(name)
    except IndexError:
        return None  # an empty name


names = json.load(sys.stdin)
preparers = [preparer(dialect) for dialect in DIALECTS]
json.dump([[[asked(p.quote, name), asked(p.quote_schema, name)] for p in preparers] for name in names], sys.stdout)
