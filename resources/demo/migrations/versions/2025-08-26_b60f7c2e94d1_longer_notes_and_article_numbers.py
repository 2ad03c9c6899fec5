# SPDX-License-Identifier: GPL-3.0-or-later
"""longer notes and article numbers

Revision ID: b60f7c2e94d1
Revises: 5c83d9e016b4
Create Date: 2025-08-26 09:47:03.115682+00:00

"""

from typing import Sequence

from alembic import op
import sqlalchemy as sa

revision: str = "b60f7c2e94d1"
down_revision: str | Sequence[str] | None = "5c83d9e016b4"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column(
            "note", existing_type=sa.String(length=200), type_=sa.Text(), existing_nullable=True
        )
    with op.batch_alter_table("products") as batch_op:
        batch_op.alter_column(
            "sku",
            existing_type=sa.String(length=20),
            type_=sa.String(length=32),
            existing_nullable=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("products") as batch_op:
        batch_op.alter_column(
            "sku",
            existing_type=sa.String(length=32),
            type_=sa.String(length=20),
            existing_nullable=False,
        )
    with op.batch_alter_table("orders") as batch_op:
        batch_op.alter_column(
            "note", existing_type=sa.Text(), type_=sa.String(length=200), existing_nullable=True
        )
