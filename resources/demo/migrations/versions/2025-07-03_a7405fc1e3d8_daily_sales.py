# SPDX-License-Identifier: GPL-3.0-or-later
"""daily sales

Revision ID: a7405fc1e3d8
Revises: 9ab25e4170fd
Create Date: 2025-07-03 17:36:58.269144+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "a7405fc1e3d8"
down_revision: str | Sequence[str] | None = "9ab25e4170fd"
branch_labels: str | Sequence[str] | None = ("reporting",)
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "daily_sales",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("order_count", sa.Integer(), nullable=False),
        sa.Column("revenue", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_daily_sales")),
    )


def downgrade() -> None:
    op.drop_table("daily_sales")
