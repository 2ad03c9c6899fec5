// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/versionrows.h"

#include <algorithm>
#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

VersionRows::VersionRows(const RevisionGraph &graph, const QStringList &rows)
    : m_graph(graph)
    , m_rows(rows.begin(), rows.end())
    , m_applied(graph)
{
    std::vector<int> revisions;
    for (const QString &row : rows)
        revisions.push_back(graph.find(row).value());
    m_applied = ancestors(graph, revisions, Edges::RevisionsAndDependencies);
}

QStringList VersionRows::rows() const
{
    QStringList sorted(m_rows.begin(), m_rows.end());
    sorted.sort();
    return sorted;
}

static Error inconsistent(const QString &problem)
{
    return {u"ATH-REV-020"_s,
            u"The version table does not fit the revisions: %1"_s.arg(problem),
            {},
            u"put it right with 'stamp' (--purge replaces all its rows)"_s};
}

Result<QList<VersionChange>> VersionRows::apply(const QList<VersionChange> &changes)
{
    for (const VersionChange &change : changes) {
        if (change.kind != VersionChange::Insert && !m_rows.remove(change.from))
            return std::unexpected(inconsistent(u"it has no row '%1'"_s.arg(change.from)));
        if (change.kind != VersionChange::Delete) {
            if (m_rows.contains(change.to))
                return std::unexpected(inconsistent(u"it has a row '%1' already"_s.arg(change.to)));
            m_rows.insert(change.to);
        }
    }
    return changes;
}

/// Whether a row other than the excepted ones stands for a revision, being it or above it.
bool VersionRows::isHeldByOther(int revision, std::span<const int> except) const
{
    QSet<int> seen;
    std::vector<int> pending = {revision};
    while (!pending.empty()) {
        const int current = pending.back();
        pending.pop_back();
        if (!std::ranges::contains(except, current) && m_rows.contains(m_graph.id(current)))
            return true;
        for (const int above : m_graph.requiredBy(current)) {
            if (m_applied.contains(above) && !seen.contains(above)) {
                seen.insert(above);
                pending.push_back(above);
            }
        }
    }
    return false;
}

Result<QList<VersionChange>> VersionRows::mergeInto(const QStringList &from, const QString &to)
{
    QList<VersionChange> changes;
    for (const QString &row : from.first(from.size() - 1))
        changes.append({VersionChange::Delete, row, {}});
    changes.append({VersionChange::Update, from.last(), to});
    return apply(changes);
}

Result<QList<VersionChange>> VersionRows::splitInto(const QString &from, const QStringList &to)
{
    QList<VersionChange> changes;
    for (const QString &row : to.first(to.size() - 1))
        changes.append({VersionChange::Insert, {}, row});
    changes.append({VersionChange::Update, from, to.last()});
    return apply(changes);
}

Result<QList<VersionChange>> VersionRows::upgrade(int revision)
{
    const QString &id = m_graph.id(revision);
    const std::vector<int> required = m_graph.requirements(revision);
    QStringList withRow;
    for (const int below : required) {
        if (m_rows.contains(m_graph.id(below)))
            withRow.append(m_graph.id(below));
    }
    m_applied.insert(revision);
    if (withRow.isEmpty())
        return apply({{VersionChange::Insert, {}, id}});
    if (withRow.size() == 1)
        return apply({{VersionChange::Update, withRow.first(), id}});

    QStringList from;
    for (const int below : required) {
        // What has no row lies below another of them; Alembic trips over that.
        if (m_rows.contains(m_graph.id(below)) && !isHeldByOther(below, required))
            from.append(m_graph.id(below));
    }
    if (from.isEmpty())
        return std::unexpected(inconsistent(u"all that '%1' merges is held by other rows"_s.arg(id)));
    return mergeInto(from, id);
}

/// What gets a row (again) when a revision is taken back: its requirements, less those that another row, or
/// another of them, is above.
std::vector<int> VersionRows::resurfacing(int revision) const
{
    std::vector<int> required = m_graph.requirements(revision);
    const bool onlyRow = m_rows.size() == 1 && m_rows.contains(m_graph.id(revision));
    if (!onlyRow) {
        std::erase_if(required, [&](int below) { return isHeldByOther(below, std::array{revision}); });
    } else if (required.size() > 1) {
        // All that is applied lies below this revision, so anything else above a requirement lies below
        // another one.
        std::erase_if(required, [&](int below) {
            return std::ranges::any_of(m_graph.requiredBy(below), [&](int above) {
                return above != revision && m_applied.contains(above);
            });
        });
    }
    return required;
}

Result<QList<VersionChange>> VersionRows::downgrade(int revision)
{
    const QString &id = m_graph.id(revision);
    const bool hasRow = m_rows.contains(id);
    QStringList to;
    for (const int below : resurfacing(revision))
        to.append(m_graph.id(below));
    m_applied.remove(revision);
    if (!hasRow)
        return std::unexpected(inconsistent(u"it has no row '%1'"_s.arg(id)));
    if (to.isEmpty())
        return apply({{VersionChange::Delete, id, {}}});
    if (m_graph.requirements(revision).size() == 1)
        return apply({{VersionChange::Update, id, to.first()}});
    return splitInto(id, to);
}

Result<QList<VersionChange>> VersionRows::stamp(const QStringList &from, const QString &to, Move move)
{
    const bool fromIsThere =
        std::ranges::all_of(from, [&](const QString &row) { return m_rows.contains(row); });
    if (move == Move::Up && !fromIsThere && !m_rows.contains(to))
        return apply({{VersionChange::Insert, {}, to}});
    return mergeInto(from, to);
}

QList<VersionChange> VersionRows::addBranch(const QString &id)
{
    m_rows.insert(id);
    return {{VersionChange::Insert, {}, id}};
}

Result<QList<VersionChange>> VersionRows::removeBranch(const QString &id)
{
    return apply({{VersionChange::Delete, id, {}}});
}

} // namespace athanor
