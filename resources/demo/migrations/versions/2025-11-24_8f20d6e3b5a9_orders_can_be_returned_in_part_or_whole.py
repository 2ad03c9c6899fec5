# SPDX-License-Identifier: GPL-3.0-or-later
"""orders can be returned, in part or whole

Revision ID: 8f20d6e3b5a9
Revises: 1bf45a08d7e6
Create Date: 2025-11-24 15:15:33.946201+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "8f20d6e3b5a9"
down_revision: str | Sequence[str] | None = "1bf45a08d7e6"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OLD = sa.Enum("new", "paid", "sent", "cancelled", name="order_status")
NEW = sa.Enum(
    "new", "paid", "sent", "cancelled", "part_returned", "returned", name="order_status"
)
orders = sa.table("orders", sa.column("status", NEW))


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        with op.get_context().autocommit_block():
            op.execute("ALTER TYPE order_status ADD VALUE 'part_returned'")
            op.execute("ALTER TYPE order_status ADD VALUE 'returned'")
        return
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column("status", existing_type=OLD, type_=NEW, existing_nullable=False)


def downgrade() -> None:
    op.execute(
        orders.update()
        .where(orders.c.status.in_(["part_returned", "returned"]))
        .values(status="sent")
    )
    if op.get_context().dialect.name == "postgresql":
        # PostgreSQL can't take a value out of a type: make the type anew.
        op.execute("ALTER TYPE order_status RENAME TO order_status_old")
        op.execute("CREATE TYPE order_status AS ENUM ('new', 'paid', 'sent', 'cancelled')")
        op.execute("ALTER TABLE orders ALTER COLUMN status DROP DEFAULT")
        op.execute(
            "ALTER TABLE orders ALTER COLUMN status"
            " TYPE order_status USING status::text::order_status"
        )
        op.execute("ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new'")
        op.execute("DROP TYPE order_status_old")
        return
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column("status", existing_type=NEW, type_=OLD, existing_nullable=False)
