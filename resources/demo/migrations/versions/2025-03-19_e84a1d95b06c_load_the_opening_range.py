# SPDX-License-Identifier: GPL-3.0-or-later
"""load the opening range

Revision ID: e84a1d95b06c
Revises: 05b7fd32c94e
Create Date: 2025-03-19 08:30:41.227750+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "e84a1d95b06c"
down_revision: str | Sequence[str] | None = "05b7fd32c94e"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

products = sa.table(
    "products",
    sa.column("id", sa.Integer),
    sa.column("sku", sa.String),
    sa.column("name", sa.String),
    sa.column("price", sa.Numeric(10, 2)),
)
stock_levels = sa.table(
    "stock_levels",
    sa.column("product_id", sa.Integer),
    sa.column("quantity", sa.Integer),
    sa.column("reorder_at", sa.Integer),
)
order_lines = sa.table("order_lines", sa.column("product_id", sa.Integer))

RANGE = [
    {"id": 1, "sku": "TEA-EARL-100", "name": "Earl Grey, 100 g", "price": "4.20"},
    {"id": 2, "sku": "TEA-MINT-050", "name": "Peppermint, 50 g", "price": "2.80"},
    {"id": 3, "sku": "JAM-PLUM-340", "name": "Plum jam, 340 g", "price": "3.95"},
    {"id": 4, "sku": "HON-LIME-500", "name": "Lime honey, 500 g", "price": "8.50"},
    {"id": 5, "sku": "BIS-OATS-200", "name": "Oat biscuits, 200 g", "price": "3.10"},
]


def upgrade() -> None:
    op.bulk_insert(products, RANGE)
    op.bulk_insert(
        stock_levels,
        [{"product_id": row["id"], "quantity": 24, "reorder_at": 6} for row in RANGE],
    )


def downgrade() -> None:
    ids = [row["id"] for row in RANGE]
    op.execute(stock_levels.delete().where(stock_levels.c.product_id.in_(ids)))
    # What was ordered stays: the order lines name it.
    ordered = sa.select(order_lines.c.product_id)
    op.execute(
        products.delete().where(products.c.id.in_(ids), products.c.id.not_in(ordered))
    )
