// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/range.h"

#include <QSet>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<TargetFault> fault(const QString &message)
{
    return std::unexpected(TargetFault{TargetFault::Other, {}, message});
}

std::unexpected<TargetFault> tooFew(RelativeTarget target)
{
    if (target.steps <= 0)
        target.text = QString::number(target.steps);
    return std::unexpected(tooFewMigrations(target));
}

Found<std::vector<int>> oneRevision(const Found<std::optional<Stop>> &stop, const RelativeTarget &target)
{
    if (!stop)
        return std::unexpected(stop.error());
    if (!*stop || (*stop)->isBase())
        return tooFew(target);
    return std::vector{(*stop)->revision};
}

Found<Stop> stopAt(const TargetResolver &resolver, const QString &identifier)
{
    return resolver.revision(identifier).transform([](std::optional<int> revision) {
        return Stop{revision.value_or(-1)};
    });
}

/// Where an upgrade by so many steps starts when it names a branch that no row is on: at the tips of what is
/// applied of it.
Found<std::vector<int>> appliedTipsOn(const TargetResolver &resolver, std::span<const int> current,
                                      const QString &branch)
{
    const RevisionGraph &graph = resolver.graph();
    const RevisionSet applied = ancestors(graph, current, Edges::RevisionsAndDependencies);
    const auto onBranch = resolver.onLineage(applied.members(), branch);
    if (!onBranch)
        return std::unexpected(onBranch.error());
    RevisionSet tips(graph, *onBranch);
    for (const int revision : *onBranch) {
        for (const int below : graph.requirements(revision))
            tips.remove(below);
    }
    return tips.members();
}

Found<std::vector<int>> aboveCurrent(const TargetResolver &resolver, const QStringList &lower,
                                     const RelativeTarget &target, Overwalk overwalk)
{
    auto current = resolver.revisions(lower);
    if (!current)
        return std::unexpected(current.error());
    std::vector<int> starts = *current;
    if (!target.branch.isEmpty() && !current->empty()) {
        auto onBranch = resolver.onLineage(*current, target.branch);
        if (onBranch && onBranch->empty())
            onBranch = appliedTipsOn(resolver, *current, target.branch);
        if (!onBranch)
            return std::unexpected(onBranch.error());
        starts = std::move(*onBranch);
    }
    if (starts.size() > 1)
        return fault(u"Ambiguous upgrade from multiple current revisions"_s);
    const Stop start = starts.empty() ? Stop{} : Stop{starts.front()};
    return oneRevision(resolver.walk(start, target.steps, target.branch, overwalk), target);
}

Found<std::vector<int>> upperTargets(const TargetResolver &resolver, const UpwardRange &range)
{
    const auto relative = range.upper.size() == 1 ? parseRelative(range.upper.first()) : std::nullopt;
    if (!relative)
        return resolver.revisions(range.upper);
    if (relative->steps > 0 && relative->symbol.isEmpty())
        return aboveCurrent(resolver, range.lower, *relative, range.overwalk);
    if (relative->symbol.isEmpty())
        return tooFew(*relative);

    const bool up = relative->steps > 0;
    const QString start =
        up || relative->branch.isEmpty() ? relative->symbol : relative->branch + u'@' + relative->symbol;
    const auto stop = stopAt(resolver, start);
    if (!stop)
        return std::unexpected(stop.error());
    return oneRevision(
        resolver.walk(*stop, relative->steps, up ? relative->branch : QString(), range.overwalk), *relative);
}

/// "label@…" as the lower end also confines the upper one to the label's branch.
Found<std::vector<int>> confinedTo(const TargetResolver &resolver, std::vector<int> targets,
                                   const QString &lower)
{
    const RevisionGraph &graph = resolver.graph();
    const QString name = lower.section(u'@', 0, 0);
    const auto top = resolver.revision(name);
    if (!top)
        return std::unexpected(top.error());
    QString label = name;
    if (*top && graph.id(**top) == name) {
        if (graph.labels(**top).size() != 1)
            return resolver.onLineage(targets, name);
        label = graph.labels(**top).first();
    }
    std::erase_if(targets, [&](int target) { return !graph.labels(target).contains(label); });
    return targets;
}

/// Walked too far below the heads, as "-99" is on a short history: everything.
bool leavesTheGraph(const Found<std::vector<int>> &lower, const UpwardRange &range)
{
    return !lower && lower.error().kind == TargetFault::WalkedOut && range.overwalk == Overwalk::Stay
           && range.lower.size() == 1 && parseRelative(range.lower.first());
}

std::unexpected<TargetFault> overlapFault(const RevisionGraph &graph, const Overlap &overlap)
{
    QStringList others;
    for (const int other : overlap.others)
        others.append(graph.id(other));
    return fault(u"Requested revision %1 overlaps with other requested revisions %2"_s.arg(
        graph.id(overlap.revision), others.join(", "_L1)));
}

} // namespace

Found<Selection> select(const TargetResolver &resolver, const UpwardRange &range)
{
    const RevisionGraph &graph = resolver.graph();
    auto targets = upperTargets(resolver, range);
    if (targets && range.lower.size() == 1 && range.lower.first().contains(u'@'))
        targets = confinedTo(resolver, std::move(*targets), range.lower.first());
    if (!targets)
        return std::unexpected(targets.error());
    if (const auto overlap =
            findOverlap(graph, *targets, Edges::RevisionsAndDependencies, Towards::Ancestors))
        return overlapFault(graph, *overlap);
    RevisionSet wanted = ancestors(graph, *targets, Edges::RevisionsAndDependencies);

    auto current = resolver.revisions(range.lower);
    if (leavesTheGraph(current, range))
        current = std::vector<int>();
    if (!current)
        return std::unexpected(current.error());
    const bool confined = range.otherLines == OtherLines::Exclude;
    if (confined && !std::ranges::all_of(*current, [&](int revision) { return wanted.contains(revision); }))
        return std::unexpected(TargetFault{TargetFault::NotAncestor});
    if (const auto overlap =
            findOverlap(graph, *current, Edges::RevisionsAndDependencies, Towards::Ancestors))
        return overlapFault(graph, *overlap);

    wanted.subtract(ancestors(graph, *current, Edges::RevisionsAndDependencies));
    if (range.ends == Ends::Inclusive)
        wanted.unite(RevisionSet(graph, *current));
    if (confined && !current->empty()) {
        if (const auto overlap = findOverlap(graph, *current, Edges::Revisions, Towards::Descendants))
            return overlapFault(graph, *overlap);
        wanted.intersect(descendants(graph, *current, Edges::Revisions));
    }
    return Selection{std::move(wanted), std::move(*targets)};
}

namespace {

/// Where a downgrade is to end, and the branch that it names.
struct DowngradeTarget
{
    Stop stop;
    QString branch;
    QStringList warnings;
};

/// The row that "-1" or "label@-1" counts from.
Found<QString> startOfRelativeDowngrade(const TargetResolver &resolver, const QStringList &rows,
                                        const RelativeTarget &target)
{
    const RevisionGraph &graph = resolver.graph();
    const auto current = resolver.revisions(rows);
    if (!current)
        return std::unexpected(current.error());
    if (current->empty())
        return tooFew(target);
    if (target.branch.isEmpty())
        return graph.id(current->front());
    auto onBranch = resolver.onLineage(*current, target.branch);
    if (onBranch && onBranch->empty()) {
        // No row is on the branch, but one may hold it through its dependencies.
        RevisionSet tips = ancestors(graph, *current, Edges::RevisionsAndDependencies);
        for (const int revision : RevisionSet(tips).members()) {
            for (const int below : graph.parents(revision))
                tips.remove(below);
        }
        onBranch = resolver.onLineage(tips.members(), target.branch);
    }
    if (!onBranch)
        return std::unexpected(onBranch.error());
    if (onBranch->size() > 1)
        return fault(
            u"Ambiguous downgrade from multiple current revisions on branch '%1'"_s.arg(target.branch));
    return onBranch->empty() ? Found<QString>(tooFew(target)) : graph.id(onBranch->front());
}

Found<DowngradeTarget> relativeDowngrade(const TargetResolver &resolver, const QStringList &rows,
                                         RelativeTarget target)
{
    const bool fromCurrent = target.symbol.isEmpty();
    DowngradeTarget result{{}, target.branch, {}};
    if (fromCurrent) {
        if (target.steps >= 0)
            return std::unexpected(tooFewMigrations(target));
        auto start = startOfRelativeDowngrade(resolver, rows, target);
        if (!start)
            return std::unexpected(start.error());
        target.symbol = *start;
        if (target.branch.isEmpty()) {
            if (QSet<QString>(rows.begin(), rows.end()).size() > 1) {
                result.warnings.append(
                    u"downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a "
                    "future release."_s);
            }
            result.branch = target.symbol;
        }
    }
    const bool up = target.steps >= 0;
    const auto start = stopAt(resolver, up || result.branch.isEmpty() ? target.symbol
                                                                      : result.branch + u'@' + target.symbol);
    if (!start)
        return std::unexpected(start.error());
    const auto stop = resolver.walk(*start, target.steps, up ? target.branch : QString(), Overwalk::Fail);
    if (!stop)
        return std::unexpected(stop.error());
    if (!*stop)
        return fromCurrent ? Found<DowngradeTarget>(tooFew(target)) : fault(u"Walked too far"_s);
    result.stop = **stop;
    return result;
}

Found<DowngradeTarget> downgradeTarget(const TargetResolver &resolver, const QStringList &rows,
                                       const QString &target)
{
    if (const auto relative = parseRelative(target))
        return relativeDowngrade(resolver, rows, *relative);
    const qsizetype at = target.lastIndexOf(u'@');
    const auto stop = stopAt(resolver, target.mid(at + 1));
    if (!stop)
        return std::unexpected(stop.error());
    return DowngradeTarget{*stop, at > 0 ? target.left(at) : QString(), {}};
}

/// The lowest revisions to take back.
Found<std::vector<int>> downgradeRoots(const TargetResolver &resolver, const DowngradeTarget &target)
{
    const RevisionGraph &graph = resolver.graph();
    const std::span<const int> above =
        target.stop.isBase() ? graph.bases() : graph.children(target.stop.revision);
    std::vector<int> roots(above.begin(), above.end());
    if (target.branch.isEmpty() || roots.size() < 2)
        return roots;
    const auto branch = resolver.branch(target.branch);
    if (!branch)
        return std::unexpected(branch.error());
    const RevisionSet ofBranch = ancestors(graph, std::array{*branch}, Edges::Revisions);
    std::erase_if(roots, [&](int root) { return !ofBranch.contains(root); });
    if (roots.empty())
        return fault(u"Not a valid downgrade target from current heads"_s);
    return roots;
}

} // namespace

Found<Selection> selectForDowngrade(const TargetResolver &resolver, const QStringList &rows,
                                    const QString &target)
{
    const RevisionGraph &graph = resolver.graph();
    const auto goal = downgradeTarget(resolver, rows, target);
    if (!goal)
        return std::unexpected(goal.error());
    const auto roots = downgradeRoots(resolver, *goal);
    if (!roots)
        return std::unexpected(roots.error());
    const auto current = resolver.revisions(rows);
    if (!current)
        return std::unexpected(current.error());

    RevisionSet wanted = descendants(graph, *roots, Edges::RevisionsAndDependencies);
    wanted.intersect(ancestors(graph, *current, Edges::RevisionsAndDependencies));
    if (!goal->stop.isBase() && wanted.isEmpty() && !std::ranges::contains(*current, goal->stop.revision))
        return std::unexpected(TargetFault{TargetFault::NotAncestor});
    return Selection{std::move(wanted), *current, goal->warnings};
}

} // namespace athanor
