// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/target.h"
#include "core/revision/traversal.h"

namespace athanor {

/// Revisions to walk, and where the walk begins.
struct Selection
{
    RevisionSet wanted;
    std::vector<int> heads;
    QStringList warnings = {};
};

enum class Ends { Exclusive, Inclusive };
/// Whether a range may take in what lies on lines that its lower end is not on (upgrades do, listings don't).
enum class OtherLines { Include, Exclude };

/// What lies between database rows or identifiers `lower` and the targets `upper` (alembic.md 4.3). A single
/// target may be relative.
struct UpwardRange
{
    QStringList lower;
    QStringList upper;
    Ends ends = Ends::Exclusive;
    OtherLines otherLines = OtherLines::Include;
    Overwalk overwalk = Overwalk::Fail;
};
Found<Selection> select(const TargetResolver &resolver, const UpwardRange &range);

/// What a downgrade of a database at `rows` to `target` takes back (alembic.md 4.4).
Found<Selection> selectForDowngrade(const TargetResolver &resolver, const QStringList &rows,
                                    const QString &target);

} // namespace athanor
