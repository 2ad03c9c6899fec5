// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/settings.h"
#include "core/revision/lanes.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/taskrunner.h"

#include <memory>

namespace athanor {

/// Where a database stands: the ids its version table holds.
struct DatabasePosition
{
    QString name;
    Environment environment = Environment::Development;
    QStringList rows;

    bool operator==(const DatabasePosition &) const = default;
};

/// How a revision stands to the chosen database.
enum class RevisionState {
    Unplaced, ///< no database is chosen
    Applied,
    Current, ///< applied, and named by the version table
    Pending,
    Ghost, ///< named by a version table, but no script has it
};

/// What a row of the history shows.
struct HistoryRow
{
    int revision = -1; ///< index in the graph; -1 for a ghost
    QString id;
    RevisionState state = RevisionState::Unplaced;
    LaneRow dot; ///< its lane and colour; unused for a ghost
    QList<Pill> pills;
};

struct HistoryInput
{
    std::shared_ptr<const RevisionGraph> graph;
    QList<DatabasePosition> databases;
    int chosen = -1; ///< of the databases; -1 for none
    QString filter;  ///< words that a row must all hold, in its id, message, labels, file name or database
};

/// The rows of a history, newest first, after ghosts; a value, made off the window's thread.
struct HistoryRows
{
    std::shared_ptr<const RevisionGraph> graph;
    std::vector<HistoryRow> rows;
    LaneLayout lanes;   ///< of the rows after the ghosts
    int ghostCount = 0; ///< rows at the top that have no place in the graph
    int total = 0;      ///< rows before filtering
    bool hasDatabase = false;
};

HistoryRows buildHistoryRows(const HistoryInput &input, const CancelToken &token = {});

} // namespace athanor
