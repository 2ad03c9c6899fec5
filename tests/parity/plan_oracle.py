# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks Alembic what it would run, and how its version table would change, for many cases in one process.

Reads a JSON array of graphs: {"revisions": [{"id", "down", "depends", "labels"}], "cases": [{"operation", "rows", "target"}]}.
Writes a JSON array with an array of answers for each graph: {"steps": [{"revision", "ops"}], "rows"}, or {"error"} in Alembic's
words, or {"crash"} where it dies of something other than a CommandError.
"""

import json
import sys
import tempfile
import types
import warnings

from alembic.runtime.migration import HeadMaintainer
from alembic.script import Script, ScriptDirectory
from alembic.script.revision import RevisionMap
from alembic.util import CommandError


class RecordingMaintainer(HeadMaintainer):
    """Keeps the version table's rows in memory and writes down each change."""

    def __init__(self, heads):
        super().__init__(None, heads)
        self.operations = []

    def _insert_version(self, version):
        assert version not in self.heads
        self.heads.add(version)
        self.operations.append(["insert", version])

    def _delete_version(self, version):
        self.heads.remove(version)
        self.operations.append(["delete", version])

    def _update_version(self, from_, to_):
        assert to_ not in self.heads
        self.heads.remove(from_)
        self.heads.add(to_)
        self.operations.append(["update", from_, to_])


def one_or_all(values):
    if not values:
        return None
    return values[0] if len(values) == 1 else tuple(values)


def script(revision):
    module = types.ModuleType(revision["id"])
    module.revision = revision["id"]
    module.down_revision = one_or_all(revision["down"])
    module.depends_on = one_or_all(revision["depends"])
    module.branch_labels = one_or_all(revision["labels"])
    module.upgrade = module.downgrade = lambda **kw: None
    return Script(module, revision["id"], revision["id"] + ".py")


def directory(folder, revisions):
    scripts = ScriptDirectory(folder)
    scripts.revision_map = RevisionMap(lambda: [script(revision) for revision in revisions])
    return scripts


def steps(scripts, case):
    rows = tuple(case["rows"])
    if case["operation"] == "upgrade":
        return scripts._upgrade_revs(case["target"], rows)
    if case["operation"] == "downgrade":
        return scripts._downgrade_revs(case["target"], rows)
    return scripts._stamp_revs((case["target"],), rows)


def answer(scripts, case):
    try:
        maintainer = RecordingMaintainer(case["rows"])
        taken = []
        for step in steps(scripts, case):
            maintainer.operations = []
            maintainer.update_to_step(step)
            name = step.revision.revision if hasattr(step, "revision") else None
            taken.append({"revision": name, "ops": maintainer.operations})
        return {"steps": taken, "rows": sorted(maintainer.heads)}
    except CommandError as error:
        return {"error": str(error)}
    except Exception as error:
        return {"crash": repr(error)}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        for graph in json.load(sys.stdin):
            scripts = directory(folder, graph["revisions"])
            answers.append([answer(scripts, case) for case in graph["cases"]])
    json.dump(answers, sys.stdout)
