# SPDX-License-Identifier: GPL-3.0-or-later
"""merge reporting

Revision ID: e2573ca98d04
Revises: 8f20d6e3b5a9, 40c8e2a96b1f
Create Date: 2025-12-01 10:38:21.072895+00:00

"""

from typing import Sequence

revision: str = "e2573ca98d04"
down_revision: str | Sequence[str] | None = ("8f20d6e3b5a9", "40c8e2a96b1f")
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
