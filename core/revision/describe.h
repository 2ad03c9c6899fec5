// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

#include <QFlags>

namespace athanor {

/// The parts of Alembic's one-line form of a revision (alembic.md 1.31).
enum class LinePart {
    Id = 0,
    Parents = 1,
    Labels = 2,
    HeadMarks = 4, ///< head, effective head, current
    TreeMarks = 8, ///< branchpoint, mergepoint
    Message = 16,
};
Q_DECLARE_FLAGS(LineParts, LinePart)
Q_DECLARE_OPERATORS_FOR_FLAGS(LineParts)

enum class CurrentMark { Absent, Present };

/// "<base> -> 1975ea83b712 (label) (head), message"
QString oneLine(const RevisionGraph &graph, int revision, LineParts parts,
                CurrentMark current = CurrentMark::Absent);

/// The block of `show`, `history -v` and the others (alembic.md 1.32), ending in a line feed.
QString verboseBlock(const RevisionGraph &graph, int revision, CurrentMark current = CurrentMark::Absent);

} // namespace athanor
