# SPDX-License-Identifier: GPL-3.0-or-later
"""no negative prices, no empty lines

Revision ID: 9ab25e4170fd
Revises: 31f06ac7d8b9
Create Date: 2025-05-12 11:55:18.402967+00:00

"""

from typing import Sequence

from alembic import op

revision: str = "9ab25e4170fd"
down_revision: str | Sequence[str] | None = "31f06ac7d8b9"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("products") as batch_op:
        batch_op.create_check_constraint(op.f("ck_products_price_not_negative"), "price >= 0")
    with op.batch_alter_table("order_lines") as batch_op:
        batch_op.create_check_constraint(op.f("ck_order_lines_quantity_positive"), "quantity > 0")


def downgrade() -> None:
    with op.batch_alter_table("order_lines") as batch_op:
        batch_op.drop_constraint(op.f("ck_order_lines_quantity_positive"), type_="check")
    with op.batch_alter_table("products") as batch_op:
        batch_op.drop_constraint(op.f("ck_products_price_not_negative"), type_="check")
