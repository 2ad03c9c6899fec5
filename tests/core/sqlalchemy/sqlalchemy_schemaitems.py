# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks of scripts from standard input as SQLAlchemy runs them: for each dialect the list of statements that `bind`
was given, or null where it refuses."""
import json
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


def statements(script, dialect):
    texts = []

    def take(statement, *args, **kw):
        texts.append(str(statement.compile(dialect=bind.dialect)).replace("\t", "    ").strip())

    bind = sa.create_mock_engine(dialect + "://", take, paramstyle="named")
    names = {"bind": bind, "sa": sa, "postgresql": postgresql, "mysql": mysql, "mssql": mssql, "sqlite": sqlite,
             "oracle": oracle, "m": sa.MetaData(), "__name__": "script"}
    try:
        exec(script, names)
    except Exception:
        return None
    return texts


warnings.simplefilter("ignore")
json.dump([[statements(script, dialect) for dialect in DIALECTS] for script in json.load(sys.stdin)], sys.stdout)
