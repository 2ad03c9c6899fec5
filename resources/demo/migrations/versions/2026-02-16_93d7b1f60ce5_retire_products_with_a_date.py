# SPDX-License-Identifier: GPL-3.0-or-later
"""retire products with a date

A product is on sale while retired_on is empty. For those that were switched off
the day is not known; they get the day of the upgrade.

Revision ID: 93d7b1f60ce5
Revises: e2573ca98d04
Create Date: 2026-02-16 13:05:46.480532+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "93d7b1f60ce5"
down_revision: str | Sequence[str] | None = "e2573ca98d04"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

products = sa.table(
    "products", sa.column("active", sa.Boolean), sa.column("retired_on", sa.Date)
)


def upgrade() -> None:
    with op.batch_alter_table("products") as batch_op:
        batch_op.add_column(sa.Column("retired_on", sa.Date(), nullable=True))
    op.execute(
        products.update()
        .where(products.c.active == sa.false())
        .values(retired_on=sa.func.current_date())
    )
    with op.batch_alter_table("products") as batch_op:
        batch_op.drop_column("active")


def downgrade() -> None:
    with op.batch_alter_table("products") as batch_op:
        batch_op.add_column(
            sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
    op.execute(
        products.update().where(products.c.retired_on.is_not(None)).values(active=sa.false())
    )
    with op.batch_alter_table("products") as batch_op:
        batch_op.drop_column("retired_on")
