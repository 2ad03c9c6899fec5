// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/resolve.h"

#include "core/revision/range.h"

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

Result<std::vector<int>> resolveRevisions(const RevisionGraph &graph, const QString &identifier)
{
    return TargetResolver(graph).revisions(identifier).transform_error([](const TargetFault &fault) {
        return errorFrom(fault);
    });
}

Result<std::optional<int>> resolveRevision(const RevisionGraph &graph, const QString &identifier)
{
    return TargetResolver(graph).revision(identifier).transform_error([](const TargetFault &fault) {
        return errorFrom(fault);
    });
}

Result<std::vector<int>> currentRevisions(const RevisionGraph &graph, const QStringList &rows)
{
    const auto named = TargetResolver(graph).revisions(rows);
    if (!named)
        return std::unexpected(errorFrom(named.error()));
    const RevisionSet applied = ancestors(graph, *named, Edges::RevisionsAndDependencies);
    std::vector<int> tips = applied.members();
    std::erase_if(tips, [&](int revision) {
        return std::ranges::any_of(graph.children(revision),
                                   [&](int child) { return applied.contains(child); });
    });
    return tips;
}

RevisionSet appliedRevisions(const RevisionGraph &graph, const QStringList &rows)
{
    std::vector<int> known;
    for (const QString &id : rows) {
        if (const auto revision = graph.find(id))
            known.push_back(*revision);
    }
    return ancestors(graph, known, Edges::RevisionsAndDependencies);
}

/// Those that nothing else in the set requires. A head that reaches the set only through revisions outside it
/// is not enough to walk from; Alembic fails there.
static std::vector<int> tips(const RevisionGraph &graph, const RevisionSet &revisions)
{
    std::vector<int> tips = revisions.members();
    std::erase_if(tips, [&](int revision) {
        return std::ranges::any_of(graph.requiredBy(revision),
                                   [&](int above) { return revisions.contains(above); });
    });
    return tips;
}

Result<std::vector<int>> historyBetween(const RevisionGraph &graph, const HistoryRange &range)
{
    const QStringList lower = range.lower.isEmpty() ? QStringList(u"base"_s) : range.lower;
    const QStringList upper = range.upper.isEmpty() ? QStringList(u"heads"_s) : range.upper;
    const auto selection =
        select(TargetResolver(graph), {lower, upper, Ends::Inclusive, OtherLines::Exclude, Overwalk::Stay});
    if (!selection) {
        const FaultWording wording{
            .notAncestor =
                u"Requested range %1:%2 does not refer to ancestor/descendant revisions along the same branch"_s
                    .arg(lower.join(", "_L1), upper.join(", "_L1)),
            .argument = upper.join(", "_L1)};
        return std::unexpected(errorFrom(selection.error(), wording));
    }
    return newestFirst(graph, selection->wanted, tips(graph, selection->wanted));
}

} // namespace athanor
