# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks Alembic for the offline SQL of many small revisions in one process.

Reads a JSON array of {"script", "dialect", "direction"}: the text of a revision. Writes a JSON array of {"sql"}, or
{"error"} in the words of the exception, or {"old": true} where the script asks for a newer Alembic than the one
installed, by a first line "# needs alembic 1.16".
"""

import contextlib
import io
import json
import logging
import re
import sys
import warnings

import alembic
import sqlalchemy.dialects.mysql  # noqa: F401
import sqlalchemy.dialects.postgresql  # noqa: F401
from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.environment import EnvironmentContext


def is_too_old(script):
    wanted = re.match(r"# needs alembic (\d+)\.(\d+)", script)
    installed = tuple(int(part) for part in alembic.__version__.split(".")[:2])
    return bool(wanted) and installed < tuple(int(part) for part in wanted.groups())


def sql_of(case):
    buffer = io.StringIO()
    environment = EnvironmentContext(Config(), None, as_sql=True, fn=lambda revision, context: [], destination_rev="a1")
    with environment:
        environment.configure(
            dialect_name=case["dialect"],
            dialect_opts={"paramstyle": "named"},
            literal_binds=True,
            output_buffer=buffer,
        )
        with Operations.context(environment.get_context()):
            names = {"__name__": "script"}
            exec(compile(case["script"], "script.py", "exec"), names)
            names[case["direction"]]()
    return buffer.getvalue()


def answer(case):
    if is_too_old(case["script"]):
        return {"old": True}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return {"sql": sql_of(case)}
    except Exception as error:
        return {"error": "%s: %s" % (type(error).__name__, error)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
