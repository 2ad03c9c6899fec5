# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions: they execute statements as the connection does, and know no rows."""


def _needs_rows(name):
    raise AttributeError(f"Session.{name}() of a MockConnection needs a connection")


class Session:
    def __init__(self, bind=None, **options):
        self.bind = bind

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(f"'Session' object has no attribute '{name}'")
        return lambda *arguments, **options: _needs_rows(name)

    def get_bind(self, *arguments, **options):
        return self.bind

    def execute(self, statement, *arguments, **options):
        if self.bind is None:
            raise AttributeError("Session.execute() needs a connection: the session has no bind")
        return self.bind.execute(statement, *arguments)

    def commit(self):
        return None

    flush = rollback = close = expunge_all = expire_all = commit


class sessionmaker:
    def __init__(self, bind=None, class_=Session, **options):
        self.options = dict(options, bind=bind)
        self.class_ = class_

    def __call__(self, **options):
        return self.class_(**dict(self.options, **options))

    def configure(self, **options):
        self.options.update(options)
