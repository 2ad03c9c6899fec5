# SPDX-License-Identifier: GPL-3.0-or-later
"""index what the order list sorts by

Revision ID: 31f06ac7d8b9
Revises: e84a1d95b06c
Create Date: 2025-04-08 13:27:30.648115+00:00

"""

from typing import Sequence

from alembic import op

revision: str = "31f06ac7d8b9"
down_revision: str | Sequence[str] | None = "e84a1d95b06c"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index(
        op.f("ix_orders_customer_id_placed_at"), "orders", ["customer_id", "placed_at"]
    )
    op.create_index(op.f("ix_order_lines_product_id"), "order_lines", ["product_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_order_lines_product_id"), table_name="order_lines")
    op.drop_index(op.f("ix_orders_customer_id_placed_at"), table_name="orders")
