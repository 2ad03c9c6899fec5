# SPDX-License-Identifier: GPL-3.0-or-later
"""mapped_column() and Mapped[…]: columns whose type and nullability an annotation says."""
import sqlalchemy as sa


class MappedColumn:
    def __init__(self, *arguments, **options):
        self.is_deferred = bool(options.pop("deferred", False))
        self.sort_order = options.pop("sort_order", 0)
        self.has_nullable = options.get("nullable") is not None
        self.column = sa.Column(*arguments, **options)
        self.annotation = None

    def _copy(self):
        made = type(self).__new__(type(self))
        made.is_deferred = self.is_deferred
        made.sort_order = self.sort_order
        made.has_nullable = self.has_nullable
        made.column = self.column._copy()
        made.annotation = self.annotation
        return made

    def __clause_element__(self):
        return self.column

    def declare(self, cls, name):
        """Remembers what the class says of it beside."""

    def resolve(self, cls, name, registry):
        if self.column.name is None:
            self.column.name = name
        return self.column


def columns_of_annotations(cls):
    return ()


def column_of_annotation(cls, name):
    return None
