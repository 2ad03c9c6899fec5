# SPDX-License-Identifier: GPL-3.0-or-later
"""points in the daily figures

Revision ID: 40c8e2a96b1f
Revises: 6e9d12b05fc7
Create Date: 2025-10-06 12:44:05.351279+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "40c8e2a96b1f"
down_revision: str | Sequence[str] | None = "6e9d12b05fc7"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = "d3e70b81f42a"


def upgrade() -> None:
    op.add_column(
        "daily_sales", sa.Column("points", sa.Integer(), server_default="0", nullable=False)
    )
    op.execute(
        """
        UPDATE daily_sales
        SET points = (
            SELECT coalesce(sum(orders.points_earned), 0)
            FROM orders
            WHERE date(orders.placed_at) = daily_sales.day
        )
        """
    )
    op.execute(
        "CREATE VIEW best_days AS SELECT day, revenue FROM daily_sales WHERE revenue >= 1000"
    )


def downgrade() -> None:
    op.execute("DROP VIEW best_days")
    op.drop_column("daily_sales", "points")
