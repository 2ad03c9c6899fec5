# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of op.* from standard input as Alembic writes them offline: for each dialect the list of statements, or null
where it refuses."""
import json
import sys
import warnings

import sqlalchemy as sa  # noqa: F401
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite  # noqa: F401

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


class Statements:
    """Takes what Alembic would print, one statement a call."""

    def __init__(self):
        self.texts = []

    def write(self, text):
        text = text.strip()
        if text not in ("GO", "/"):
            self.texts.append(text)

    def flush(self):
        pass


def statements(script, dialect, convention):
    buffer = Statements()
    metadata = sa.MetaData(naming_convention=convention) if convention else sa.MetaData()
    context = MigrationContext.configure(
        dialect_name=dialect,
        opts={"as_sql": True, "output_buffer": buffer, "literal_binds": True, "target_metadata": metadata},
    )
    names = {"op": Operations(context), "sa": sa, "postgresql": postgresql, "mysql": mysql, "sqlite": sqlite,
             "mssql": mssql, "oracle": oracle}
    try:
        exec(script, names)
    except Exception:
        return None
    ends = context.impl.command_terminator
    return [text.removesuffix(ends).strip() if ends else text for text in buffer.texts]


warnings.simplefilter("ignore")
question = json.load(sys.stdin)
json.dump([[statements(q["script"], d, q.get("convention")) for d in DIALECTS] for q in question], sys.stdout)
