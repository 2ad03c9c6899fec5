# SPDX-License-Identifier: GPL-3.0-or-later
"""points earned by each order

Revision ID: d3e70b81f42a
Revises: 28d6b3fa5e70
Create Date: 2025-09-15 08:52:27.733908+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "d3e70b81f42a"
down_revision: str | Sequence[str] | None = "28d6b3fa5e70"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATUS = sa.Enum("new", "paid", "sent", "cancelled", name="order_status")
orders = sa.table(
    "orders",
    sa.column("id", sa.Integer),
    sa.column("status", STATUS),
    sa.column("points_earned", sa.Integer),
)
order_lines = sa.table(
    "order_lines",
    sa.column("order_id", sa.Integer),
    sa.column("quantity", sa.Integer),
    sa.column("unit_price", sa.Numeric(10, 2)),
)


def upgrade() -> None:
    with op.batch_alter_table("orders") as batch_op:
        batch_op.add_column(
            sa.Column("points_earned", sa.Integer(), server_default="0", nullable=False)
        )
    # A point for each unit of money, for what was sent before there were points.
    worth = (
        sa.select(
            sa.func.coalesce(sa.func.sum(order_lines.c.quantity * order_lines.c.unit_price), 0)
        )
        .where(order_lines.c.order_id == orders.c.id)
        .scalar_subquery()
    )
    op.execute(
        orders.update()
        .where(orders.c.status == "sent")
        .values(points_earned=sa.cast(worth, sa.Integer))
    )


def downgrade() -> None:
    with op.batch_alter_table("orders") as batch_op:
        batch_op.drop_column("points_earned")
