# SPDX-License-Identifier: GPL-3.0-or-later
"""Query: a SELECT in the making. Its rows need a connection."""
import sqlalchemy as sa
from _athanor import refuse


class Query:
    def __init__(self, entities, session=None):
        self.session = session
        if not isinstance(entities, (list, tuple)):
            entities = (entities,)
        self._select = sa.select(*entities) if entities else None
        self._options = ()

    def _changed(self, select):
        made = type(self).__new__(type(self))
        made.session = self.session
        made._select = select
        made._options = self._options
        return made

    @property
    def statement(self):
        if self._options:
            refuse("Query.options()", "a query without loader options")
        return self._select

    selectable = statement

    def __clause_element__(self):
        return self.statement

    def __str__(self):
        refuse("the text of a Query", "Query.statement")

    def options(self, *options):
        made = self._changed(self._select)
        made._options = self._options + options
        return made

    def filter(self, *criteria):
        return self._changed(self._select.where(*criteria))

    where = filter

    def subquery(self, name=None, **options):
        return self.statement.subquery(name)

    def cte(self, name=None, **options):
        return self.statement.cte(name, **options)

    def label(self, name):
        return self.statement.label(name)

    def scalar_subquery(self):
        return self.statement.scalar_subquery()

    as_scalar = scalar_subquery

    def exists(self):
        return self.statement.exists()

    def with_session(self, session):
        made = self._changed(self._select)
        made.session = session
        return made

    def _same(self, *arguments, **options):
        return self

    autoflush = populate_existing = yield_per = execution_options = enable_eagerloads = _same

    def __iter__(self):
        _needs_connection("__iter__")

    def __getitem__(self, item):
        _needs_connection("__getitem__")

    def __getattr__(self, name):
        if name in _EXECUTING:
            return lambda *arguments, **options: _needs_connection(name)
        if name in _BUILDING:
            return lambda *arguments, **options: self._changed(getattr(self._select, name)(*arguments, **options))
        if name[:2] != "__":
            refuse(f"Query.{name}()", "another way to say it")
        raise AttributeError(f"'Query' object has no attribute '{name}'")


def _needs_connection(name):
    raise AttributeError(f"Query.{name}() needs a connection: a session has none on Alembic's MockConnection")


_EXECUTING = (
    "all",
    "count",
    "delete",
    "first",
    "get",
    "one",
    "one_or_none",
    "scalar",
    "update",
)
_BUILDING = (
    "add_columns",
    "correlate",
    "distinct",
    "filter_by",
    "group_by",
    "having",
    "limit",
    "offset",
    "order_by",
    "select_from",
)
