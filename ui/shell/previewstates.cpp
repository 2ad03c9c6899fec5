// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/previewstates.h"

#include "core/plan/previewreport.h"
#include "ui/shell/scriptsql.h"

#include <algorithm>

namespace athanor {

namespace {

/// Read between two looks at whether the answer is still wanted.
constexpr int ChunkSize = 64;

QHash<QString, PreviewState> readStates(const Project &project, const CancelToken &token)
{
    QHash<QString, PreviewState> states;
    const std::shared_ptr<plan::ProjectReader> reader = openReader(project, std::nullopt);
    if (!reader)
        return states;
    const RevisionGraph &graph = project.graph();
    for (int first = 0; first < graph.size() && !token.isCancelled(); first += ChunkSize) {
        QList<plan::RevisionTurn> turns;
        for (int revision = first; revision < std::min(graph.size(), first + ChunkSize); ++revision)
            turns += plan::turnsOf(*reader, revision);
        for (const plan::TurnPreview &result : plan::previewReport(*reader, turns).previews) {
            PreviewState &state = states[graph.id(result.turn.revision)];
            DirectionState &direction =
                result.turn.direction == alembic::Direction::Upgrade ? state.upgrade : state.downgrade;
            direction = std::max(direction, result.state,
                                 [](const auto &a, const auto &b) { return a.kind < b.kind; });
        }
    }
    return states;
}

} // namespace

void PreviewStates::setProject(const std::shared_ptr<const Project> &project)
{
    m_runner.run(
        this, [project](const CancelToken &token) { return readStates(*project, token); },
        [this](const QHash<QString, PreviewState> &states) { Q_EMIT found(states); });
}

} // namespace athanor
