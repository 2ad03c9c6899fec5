# SPDX-License-Identifier: GPL-3.0-or-later
"""one account per e-mail address

Addresses are stored in lower case from here on, so that Ann@example.org and
ann@example.org are the same customer. The spelling typed in is not kept: a
downgrade drops the constraint and leaves the addresses as they are.

Revision ID: 5c83d9e016b4
Revises: 9ab25e4170fd
Create Date: 2025-06-02 16:08:49.871520+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "5c83d9e016b4"
down_revision: str | Sequence[str] | None = "9ab25e4170fd"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

customers = sa.table("customers", sa.column("email", sa.String))


def upgrade() -> None:
    op.execute(customers.update().values(email=sa.func.lower(sa.func.trim(customers.c.email))))
    with op.batch_alter_table("customers") as batch_op:
        batch_op.create_unique_constraint(op.f("uq_customers_email"), ["email"])


def downgrade() -> None:
    with op.batch_alter_table("customers") as batch_op:
        batch_op.drop_constraint(op.f("uq_customers_email"), type_="unique")
