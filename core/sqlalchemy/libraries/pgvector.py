# SPDX-License-Identifier: GPL-3.0-or-later
"""The column types of pgvector.sqlalchemy."""
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, UserDefinedType


class _Vector(UserDefinedType):
    def __init__(self, dim=None):
        self.dim = dim

    def get_col_spec(self, **kw):
        return self.name if self.dim is None else f"{self.name}({self.dim})"


class VECTOR(_Vector):
    name = "VECTOR"


Vector = VECTOR


class HALFVEC(_Vector):
    name = "HALFVEC"


class SPARSEVEC(_Vector):
    name = "SPARSEVEC"


class BIT(TypeDecorator):
    impl = postgresql.BIT
