# SPDX-License-Identifier: GPL-3.0-or-later
"""merge loyalty

Revision ID: 1bf45a08d7e6
Revises: b60f7c2e94d1, d3e70b81f42a
Create Date: 2025-10-13 09:29:50.617743+00:00

"""

from typing import Sequence

revision: str = "1bf45a08d7e6"
down_revision: str | Sequence[str] | None = ("b60f7c2e94d1", "d3e70b81f42a")
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
