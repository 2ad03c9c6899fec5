# SPDX-License-Identifier: GPL-3.0-or-later
"""tiers: bronze, silver, gold

Revision ID: 28d6b3fa5e70
Revises: f1a94e07c35b
Create Date: 2025-07-21 10:11:36.004817+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "28d6b3fa5e70"
down_revision: str | Sequence[str] | None = "f1a94e07c35b"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    tiers = op.create_table(
        "loyalty_tiers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("points_from", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Numeric(precision=4, scale=3), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loyalty_tiers")),
        sa.UniqueConstraint("name", name=op.f("uq_loyalty_tiers_name")),
    )
    op.bulk_insert(
        tiers,
        [
            {"id": 1, "name": "bronze", "points_from": 0, "discount": "0"},
            {"id": 2, "name": "silver", "points_from": 500, "discount": "0.025"},
            {"id": 3, "name": "gold", "points_from": 2000, "discount": "0.050"},
        ],
    )
    with op.batch_alter_table("loyalty_accounts") as batch_op:
        batch_op.add_column(sa.Column("tier_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_loyalty_accounts_tier_id_loyalty_tiers"), "loyalty_tiers", ["tier_id"], ["id"]
        )
    op.execute("UPDATE loyalty_accounts SET tier_id = 1")


def downgrade() -> None:
    with op.batch_alter_table("loyalty_accounts") as batch_op:
        batch_op.drop_constraint(
            op.f("fk_loyalty_accounts_tier_id_loyalty_tiers"), type_="foreignkey"
        )
        batch_op.drop_column("tier_id")
    op.drop_table("loyalty_tiers")
