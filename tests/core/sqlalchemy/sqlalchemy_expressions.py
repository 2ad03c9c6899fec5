# SPDX-License-Identifier: GPL-3.0-or-later
"""Expressions as SQLAlchemy compiles them. The question is [path of the cases]: Python lines, a line "---",
then one expression a line. The answer holds for each expression, dialect by dialect, the text with literal
binds, the text with the driver's binds and the text with named binds; null where SQLAlchemy refuses."""
import json
import sys
import warnings

from sqlalchemy.engine.url import make_url

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


def text(make, dialect, **keywords):
    try:
        return str(make().compile(dialect=dialect, **keywords))
    except Exception:
        return None


def answers(make):
    result = []
    for driver, named in dialects:
        result.append([text(make, driver, compile_kwargs={"literal_binds": True}), text(make, driver),
                       text(make, named)])
    return result


warnings.simplefilter("ignore")
dialects = [(make_url(d + "://").get_dialect()(), make_url(d + "://").get_dialect()(paramstyle="named"))
            for d in DIALECTS]
with open(json.load(sys.stdin)[0], encoding="utf-8") as file:
    imports, cases = file.read().split("---\n")
names = {}
exec(imports, names)
json.dump([answers(lambda line=line: eval(line, names)) for line in cases.splitlines() if line], sys.stdout)
