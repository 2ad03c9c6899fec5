# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions. Alembic's stand-in connection has no transactions, so a session that asks it for one raises: what
executes or flushes needs a connection, all else goes on."""
from sqlalchemy.exc import InvalidRequestError, UnboundExecutionError
from sqlalchemy.orm.query import Query


def _needs_connection(what):
    raise AttributeError(f"{what} needs a connection: a session has none on Alembic's MockConnection")


class SessionTransaction:
    def __init__(self, session):
        self.session = session
        self.is_active = True

    def __enter__(self):
        return self.session if isinstance(self, _Opened) else self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.commit()

    def commit(self):
        self.session.flush()

    def rollback(self):
        self.session.expunge_all()

    close = rollback


class _Opened(SessionTransaction):
    """sessionmaker.begin(): its block gets the session."""


class _NoAutoflush:
    def __enter__(self):
        return None

    def __exit__(self, *failure):
        return None


class Session:
    is_active = True
    no_autoflush = _NoAutoflush()

    def __init__(self, bind=None, autoflush=True, **options):
        self.bind = bind
        self.autoflush = autoflush
        self.info = options.get("info") or {}
        self.binds = options.get("binds") or {}
        self._query_class = options.get("query_cls") or Query
        self.new = []
        self.dirty = []
        self.deleted = []

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def __contains__(self, instance):
        return any(each is instance for each in self.new)

    def __iter__(self):
        return iter(self.new)

    def get_bind(self, *arguments, **options):
        if self.bind is None:
            raise UnboundExecutionError("Could not locate a bind configured on this Session.")
        return self.bind

    def query(self, *entities, **options):
        return self._query_class(entities, self)

    def add(self, instance, _warn=True):
        if not hasattr(type(instance), "__mapper__"):
            from sqlalchemy.orm.exc import UnmappedInstanceError

            raise UnmappedInstanceError(f"Class '{type(instance).__name__}' is not mapped")
        if instance not in self:
            self.new = self.new + [instance]

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def expunge(self, instance):
        self.new = [each for each in self.new if each is not instance]

    def expunge_all(self):
        self.new = []

    rollback = close = reset = invalidate = expunge_all

    def flush(self, objects=None):
        if self.new:
            _needs_connection("Session.flush() with new objects")

    prepare = flush

    def commit(self):
        self.flush()

    def expire(self, instance, attribute_names=None):
        return None

    def expire_all(self):
        return None

    def delete(self, instance):
        raise InvalidRequestError(f"Instance '{type(instance).__name__}' is not persisted")

    def begin(self, nested=False):
        return SessionTransaction(self)

    begin_nested = begin

    def in_transaction(self):
        return False

    in_nested_transaction = in_transaction

    def is_modified(self, instance, include_collections=True):
        return instance in self

    def execute(self, statement, params=None, **options):
        if self.bind is None:
            raise UnboundExecutionError("Could not locate a bind configured on SQL expression or this Session.")
        _needs_connection("Session.execute()")

    def __getattr__(self, name):
        if name not in _EXECUTING:
            raise AttributeError(f"'Session' object has no attribute '{name}'")
        return lambda *arguments, **options: _needs_connection(f"Session.{name}()")


_EXECUTING = (
    "bulk_insert_mappings",
    "bulk_save_objects",
    "bulk_update_mappings",
    "connection",
    "get",
    "get_one",
    "merge",
    "merge_all",
    "refresh",
    "scalar",
    "scalars",
)


class sessionmaker:
    def __init__(self, bind=None, *, class_=Session, **options):
        self.kw = dict(options, bind=bind)
        self.class_ = class_

    def __call__(self, **options):
        return self.class_(**dict(self.kw, **options))

    def configure(self, **options):
        self.kw.update(options)

    def begin(self):
        return _Opened(self())

    def __class_getitem__(cls, parameters):
        return cls


class _Registry:
    def __init__(self, factory):
        self.factory = factory
        self.session = None

    def __call__(self):
        if self.session is None:
            self.session = self.factory()
        return self.session

    def has(self):
        return self.session is not None

    def set(self, session):
        self.session = session

    def clear(self):
        self.session = None


class scoped_session:
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self.registry = _Registry(session_factory)

    def __call__(self, **options):
        if options:
            if self.registry.has():
                raise InvalidRequestError("Scoped session is already present; no new arguments may be specified.")
            self.registry.set(self.session_factory(**options))
        return self.registry()

    def configure(self, **options):
        self.session_factory.configure(**options)

    def remove(self):
        self.registry.clear()

    def query_property(self, query_cls=None):
        return _QueryProperty(self)

    def __contains__(self, instance):
        return instance in self.registry()

    def __iter__(self):
        return iter(self.registry())

    def __getattr__(self, name):
        return getattr(self.registry(), name)


class _QueryProperty:
    def __init__(self, session):
        self.session = session

    def __get__(self, instance, owner=None):
        return self.session().query(owner)


def object_session(instance):
    return None


def close_all_sessions():
    return None
