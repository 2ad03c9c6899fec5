// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/previewreport.h"

#include <QHash>

#include <algorithm>

namespace athanor::plan {

namespace {

/// What makes two refusals the same: of those that only lack a connection what is asked of it, since their
/// exceptions tell little.
QString causeOf(const DirectionState &state)
{
    const bool lacksConnection = state.kind == DirectionState::Kind::NeedsConnection;
    return lacksConnection && !state.needed.isEmpty() ? state.needed : state.reason;
}

QList<PreviewCause> causesOf(const QList<TurnPreview> &previews)
{
    QList<PreviewCause> causes;
    QHash<std::pair<int, QString>, qsizetype> places;
    for (qsizetype i = 0; i < previews.size(); ++i) {
        const DirectionState &state = previews.at(i).state;
        if (state.kind == DirectionState::Kind::Readable)
            continue;
        const QString text = causeOf(state);
        const qsizetype place = places.value({int(state.kind), text}, causes.size());
        if (place == causes.size()) {
            places.insert({int(state.kind), text}, place);
            causes.append({state.kind, text});
        }
        causes[place].previews.append(i);
    }
    std::ranges::stable_sort(causes, std::ranges::greater(),
                             [](const PreviewCause &cause) { return cause.previews.size(); });
    return causes;
}

} // namespace

qsizetype PreviewReport::count(DirectionState::Kind kind) const
{
    return std::ranges::count(previews, kind, [](const TurnPreview &preview) { return preview.state.kind; });
}

QList<RevisionTurn> turnsOf(const ProjectReader &reader, int revision)
{
    const bool hasEngines = !reader.environment().runs.first().arguments.isEmpty();
    QList<RevisionTurn> turns;
    for (int run = 0; run < (hasEngines ? reader.runCount() : 1); ++run) {
        turns.append({revision, alembic::Direction::Upgrade, run});
        turns.append({revision, alembic::Direction::Downgrade, run});
    }
    return turns;
}

PreviewReport previewReport(ProjectReader &reader, const QList<RevisionTurn> &turns)
{
    PreviewReport report;
    const QList<TurnResult> results = reader.render(turns);
    report.previews.reserve(results.size());
    for (const TurnResult &result : results)
        report.previews.append({result.turn, result.engine, directionState(result.rendered.error)});
    report.causes = causesOf(report.previews);
    return report;
}

} // namespace athanor::plan
