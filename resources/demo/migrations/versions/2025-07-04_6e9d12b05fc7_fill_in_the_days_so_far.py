# SPDX-License-Identifier: GPL-3.0-or-later
"""fill in the days so far

Revision ID: 6e9d12b05fc7
Revises: a7405fc1e3d8
Create Date: 2025-07-04 09:03:14.880356+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "6e9d12b05fc7"
down_revision: str | Sequence[str] | None = "a7405fc1e3d8"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATUS = sa.Enum("new", "paid", "sent", "cancelled", name="order_status")
orders = sa.table(
    "orders",
    sa.column("id", sa.Integer),
    sa.column("status", STATUS),
    sa.column("placed_at", sa.DateTime),
)
order_lines = sa.table(
    "order_lines",
    sa.column("order_id", sa.Integer),
    sa.column("quantity", sa.Integer),
    sa.column("unit_price", sa.Numeric(10, 2)),
)
daily_sales = sa.table(
    "daily_sales",
    sa.column("day", sa.Date),
    sa.column("order_count", sa.Integer),
    sa.column("revenue", sa.Numeric(12, 2)),
)


def upgrade() -> None:
    day = sa.func.date(orders.c.placed_at)
    sales = (
        sa.select(
            day,
            sa.func.count(orders.c.id.distinct()),
            sa.func.sum(order_lines.c.quantity * order_lines.c.unit_price),
        )
        .select_from(orders.join(order_lines, order_lines.c.order_id == orders.c.id))
        .where(orders.c.status.in_(["paid", "sent"]))
        .group_by(day)
    )
    op.execute(daily_sales.insert().from_select(["day", "order_count", "revenue"], sales))


def downgrade() -> None:
    op.execute(daily_sales.delete())
