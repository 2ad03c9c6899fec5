# SPDX-License-Identifier: GPL-3.0-or-later
"""Synthetic Alembic projects to measure with."""

from pathlib import Path

INI = """\
[alembic]
script_location = %(here)s/migrations
sqlalchemy.url = sqlite:///%(here)s/db.sqlite
"""

SCRIPT = '''\
"""{message}

Revision ID: {rev}
Revises: {revises}
Create Date: 2026-01-02 03:04:05.000000

"""
from alembic import op
import sqlalchemy as sa


revision = {rev!r}
down_revision = {down!r}
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("things", sa.Column("c{number}", sa.Integer(), nullable=True))


def downgrade():
    op.drop_column("things", "c{number}")
'''


def chain(count):
    """Each revision on top of the one before."""
    return [() if number == 0 else (number - 1,) for number in range(count)]


def merges(count):
    """Two branches and their merge, over and over: every third revision is a merge."""
    parents = [()]
    while len(parents) < count:
        tip = len(parents) - 1
        parents += [(tip,), (tip,), (tip + 1, tip + 2)]
    return parents[:count]


def wide(count, branches=100):
    """Many branches from one base, that grow side by side and are merged two by two at the end."""
    branches = min(branches, max(1, count // 4))
    parents = [()]
    tips = [0] * branches
    for number in range(1, count - branches + 1):
        parents.append((tips[number % branches],))
        tips[number % branches] = number
    while len(tips) > 1:
        parents.append((tips[0], tips[1]))
        tips = tips[2:] + [len(parents) - 1]
    return parents


SHAPES = {"chain": chain, "merges": merges, "wide": wide}


def write(folder, parents):
    """Writes a project with one script for each entry of `parents`, which holds the numbers of its parents."""
    folder = Path(folder)
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI)
    (folder / "migrations" / "env.py").write_text("")
    (folder / "migrations" / "script.py.mako").write_text("")
    # Scattered as real ids are: their order says nothing about that of the revisions.
    ids = [f"{(number + 1) * 2654435761 % 2**48:012x}" for number in range(len(parents))]
    for number, above in enumerate(parents):
        down = tuple(ids[parent] for parent in above)
        text = SCRIPT.format(
            message=f"change number {number}",
            rev=ids[number],
            revises=", ".join(down),
            down=None if not down else down[0] if len(down) == 1 else down,
            number=number,
        )
        (versions / f"{ids[number]}_change_number_{number}.py").write_text(text)
    return folder / "alembic.ini"
