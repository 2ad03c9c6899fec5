# SPDX-License-Identifier: GPL-3.0-or-later
"""Type expressions from standard input as SQLAlchemy has them: repr(), and the DDL text in each dialect; null
where it refuses. An item that names a .py file stands for the types in it, one answer each."""
import json
import runpy
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite  # noqa: F401
from sqlalchemy.dialects.mysql import mariadb  # noqa: F401
from sqlalchemy.engine.url import make_url
from sqlalchemy.ext.mutable import MutableDict, MutableList  # noqa: F401

DIALECTS = ["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"]


def attempt(make):
    try:
        return make()
    except (sa.exc.SQLAlchemyError, AttributeError, NotImplementedError, TypeError, ValueError):
        return None


def answer(make):
    type_ = attempt(lambda: sa.types.to_instance(make()))
    if type_ is None:
        return [None, [None] * len(DIALECTS)]
    texts = [attempt(lambda d=d: d.type_compiler_instance.process(type_)) for d in dialects]
    return [repr(type_), texts]


warnings.simplefilter("ignore")
dialects = [make_url(d + "://").get_dialect()(paramstyle="named") for d in DIALECTS]
answers = []
for item in json.load(sys.stdin):
    if item.endswith(".py"):
        answers += [answer(make) for make in runpy.run_path(item)["types"].values()]
    else:
        answers.append(answer(lambda item=item: eval(item)))
json.dump(answers, sys.stdout)
