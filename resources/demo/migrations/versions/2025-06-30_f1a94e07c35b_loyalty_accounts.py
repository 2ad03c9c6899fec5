# SPDX-License-Identifier: GPL-3.0-or-later
"""loyalty accounts

Revision ID: f1a94e07c35b
Revises: 5c83d9e016b4
Create Date: 2025-06-30 14:20:12.590433+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "f1a94e07c35b"
down_revision: str | Sequence[str] | None = "5c83d9e016b4"
branch_labels: str | Sequence[str] | None = ("loyalty",)
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "loyalty_accounts",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customers.id"],
            name=op.f("fk_loyalty_accounts_customer_id_customers"),
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_loyalty_accounts")),
    )


def downgrade() -> None:
    op.drop_table("loyalty_accounts")
