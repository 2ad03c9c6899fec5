// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/path.h"

#include "core/revision/range.h"
#include "core/revision/versionrows.h"

#include <algorithm>
#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const RevisionGraph &graph, std::span<const int> revisions)
{
    QStringList ids;
    for (const int revision : revisions)
        ids.append(graph.id(revision));
    return ids;
}

/// The rows as full ids: a database may hold them in any form that names a revision.
Result<QStringList> fullRows(const TargetResolver &resolver, const QStringList &rows)
{
    const auto revisions = resolver.revisions(rows);
    if (!revisions)
        return std::unexpected(errorFrom(revisions.error()));
    return idsOf(resolver.graph(), *revisions);
}

Result<RevisionPath> runThrough(const RevisionGraph &graph, VersionRows rows, const std::vector<int> &order,
                                Direction direction)
{
    RevisionPath path;
    path.steps.reserve(qsizetype(order.size()));
    for (const int revision : order) {
        const bool up = direction == Direction::Upgrade;
        auto changes = up ? rows.upgrade(revision) : rows.downgrade(revision);
        if (!changes)
            return std::unexpected(changes.error());
        const QStringList below = idsOf(graph, graph.parents(revision));
        const QStringList self = {graph.id(revision)};
        path.steps.append({revision, direction, up ? below : self, up ? self : below, std::move(*changes)});
    }
    path.rows = rows.rows();
    return path;
}

} // namespace

Result<RevisionPath> upgradePath(const RevisionGraph &graph, const QStringList &rows,
                                 const QStringList &targets)
{
    if (graph.fault())
        return std::unexpected(*graph.fault());
    const TargetResolver resolver(graph);
    const auto current = fullRows(resolver, rows);
    if (!current)
        return std::unexpected(current.error());
    const auto selection = select(resolver, {.lower = *current, .upper = targets});
    if (!selection) {
        const QString destination = targets.join(", "_L1);
        const FaultWording wording{
            .notAncestor =
                u"Destination %1 is not a valid upgrade target from current head(s)"_s.arg(destination),
            .argument = destination};
        return std::unexpected(errorFrom(selection.error(), wording));
    }
    std::vector<int> order = newestFirst(graph, selection->wanted, selection->heads);
    std::ranges::reverse(order);
    return runThrough(graph, VersionRows(graph, *current), order, Direction::Upgrade);
}

Result<RevisionPath> downgradePath(const RevisionGraph &graph, const QStringList &rows, const QString &target)
{
    if (graph.fault())
        return std::unexpected(*graph.fault());
    const TargetResolver resolver(graph);
    const auto current = fullRows(resolver, rows);
    if (!current)
        return std::unexpected(current.error());
    const auto selection = selectForDowngrade(resolver, *current, target);
    if (!selection) {
        const FaultWording wording{
            .notAncestor =
                u"Destination %1 is not a valid downgrade target from current head(s)"_s.arg(target),
            .argument = target};
        return std::unexpected(errorFrom(selection.error(), wording));
    }
    auto path = runThrough(graph, VersionRows(graph, *current),
                           newestFirst(graph, selection->wanted, selection->heads), Direction::Downgrade);
    if (path)
        path->warnings = selection->warnings;
    return path;
}

namespace {

/// A stamp, target by target, over rows that change on the way.
class Stamp
{
public:
    Stamp(const TargetResolver &resolver, const QStringList &rows)
        : m_resolver(resolver)
        , m_graph(resolver.graph())
        , m_rows(m_graph, rows)
    {
    }

    /// The rows that have to do with any of the targets; only they are touched.
    std::optional<TargetFault> choose(std::span<const int> current, const QStringList &targets)
    {
        for (const QString &target : targets) {
            const auto related = m_resolver.onLineageOrDependent(current, target);
            if (!related)
                return related.error();
            for (const int revision : *related) {
                if (!std::ranges::contains(m_related, revision))
                    m_related.push_back(revision);
            }
        }
        return std::nullopt;
    }

    std::optional<Error> toBase()
    {
        for (const int revision : m_related) {
            auto changes = m_rows.removeBranch(m_graph.id(revision));
            if (!changes)
                return changes.error();
            addStep(-1, {m_graph.id(revision)}, {}, std::move(*changes));
        }
        return std::nullopt;
    }

    std::optional<Error> to(int target)
    {
        if (std::ranges::contains(m_related, target))
            return std::nullopt;
        const auto anyIn = [&](const RevisionSet &set) {
            return std::ranges::any_of(m_related, [&](int revision) { return set.contains(revision); });
        };
        const bool below = anyIn(descendants(m_graph, std::array{target}, Edges::RevisionsAndDependencies));
        const bool above = anyIn(ancestors(m_graph, std::array{target}, Edges::RevisionsAndDependencies));
        const QString &id = m_graph.id(target);
        if (below && above) {
            return Error{u"ATH-REV-021"_s,
                         u"Can't stamp '%1': rows of the version table lie above it and below it"_s.arg(id),
                         {},
                         u"use --purge to replace all rows"_s};
        }
        if (!below && !above) {
            addStep(target, {}, {id}, m_rows.addBranch(id));
            return std::nullopt;
        }
        const QStringList from = idsOf(m_graph, m_related);
        auto changes = m_rows.stamp(from, id, above ? VersionRows::Move::Up : VersionRows::Move::Down);
        if (!changes)
            return changes.error();
        addStep(target, from, {id}, std::move(*changes));
        return std::nullopt;
    }

    RevisionPath finish()
    {
        m_path.rows = m_rows.rows();
        return std::move(m_path);
    }

private:
    void addStep(int revision, const QStringList &from, const QStringList &to, QList<VersionChange> changes)
    {
        m_path.steps.append({revision, Direction::Stamp, from, to, std::move(changes)});
    }

    const TargetResolver &m_resolver;
    const RevisionGraph &m_graph;
    VersionRows m_rows;
    std::vector<int> m_related;
    RevisionPath m_path;
};

PathStep purge(const QStringList &rows)
{
    PathStep step{-1, Direction::Stamp, rows, {}, {}};
    for (const QString &row : rows)
        step.changes.append({VersionChange::Delete, row, {}});
    return step;
}

} // namespace

Result<RevisionPath> stampPath(const RevisionGraph &graph, const QStringList &rows,
                               const QStringList &targets, StampMode mode)
{
    if (graph.fault())
        return std::unexpected(*graph.fault());
    const TargetResolver resolver(graph);
    const FaultWording wording{.severalHeads =
                                   u"Multiple heads are present; please specify a single target revision"_s};
    const QStringList kept = mode == StampMode::Purge ? QStringList() : rows;

    const auto current = resolver.revisions(kept);
    if (!current)
        return std::unexpected(errorFrom(current.error(), wording));
    Stamp stamp(resolver, idsOf(graph, *current));
    if (const auto fault = stamp.choose(*current, targets))
        return std::unexpected(errorFrom(*fault, wording));
    const auto destinations = resolver.revisions(targets);
    if (!destinations)
        return std::unexpected(errorFrom(destinations.error(), wording));

    std::optional<Error> error;
    if (destinations->empty())
        error = stamp.toBase();
    RevisionSet done(graph);
    for (const int destination : *destinations) {
        if (!error && done.insert(destination))
            error = stamp.to(destination);
    }
    if (error)
        return std::unexpected(*error);
    RevisionPath path = stamp.finish();
    if (mode == StampMode::Purge && !rows.isEmpty())
        path.steps.prepend(purge(rows));
    return path;
}

} // namespace athanor
