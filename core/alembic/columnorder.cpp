// SPDX-License-Identifier: GPL-3.0-or-later
// Where a table that is made anew has its columns.
#include "core/alembic/tablecopy.h"
#include "core/stdlib/native.h"

#include <QSet>

#include <algorithm>

namespace athanor::alembic {

using namespace python;

namespace {

using Pairs = QList<std::pair<QString, QString>>;

/// The other half of the last pair that has `key` on the side in question; empty where there is none.
std::optional<QString> neighbour(const Pairs &pairs, const QString &key, QString Pairs::value_type::*side,
                                 QString Pairs::value_type::*other)
{
    std::optional<QString> found;
    for (const auto &pair : pairs) {
        if (pair.*side == key)
            found = pair.*other;
    }
    return found;
}

/// SQLAlchemy's topological sort: again and again those of which nothing is left in front. Empty where that
/// never ends.
std::optional<QStringList> sorted(const Pairs &pairs, QStringList left)
{
    QStringList result;
    QSet<QString> open(left.cbegin(), left.cend());
    while (!left.isEmpty()) {
        QSet<QString> waiting;
        for (const auto &[before, after] : pairs) {
            if (open.contains(before))
                waiting.insert(after);
        }
        QStringList next;
        QStringList rest;
        for (const QString &key : std::as_const(left))
            (waiting.contains(key) ? rest : next).append(key);
        if (next.isEmpty())
            return std::nullopt;
        open.subtract(QSet<QString>(next.cbegin(), next.cend()));
        result += next;
        left = rest;
    }
    return result;
}

} // namespace

/// Notes between which columns a new one goes; without a word of the script that is behind the last.
Done TableCopy::place(Evaluator &evaluator, const QString &key, const QueuedOperation &queued)
{
    QString before = queued.insertBefore;
    QString after = queued.insertAfter;
    const bool isFree = m_reordering.isEmpty();
    if (isFree && !after.isEmpty() && before.isEmpty()) {
        const qsizetype at = m_existing.indexOf(after);
        const auto known =
            at >= 0 ? std::optional(m_existing.value(at + 1))
                    : neighbour(m_neighbours, after, &Pairs::value_type::first, &Pairs::value_type::second);
        if (!known)
            return evaluator.raiseWith("KeyError", {string(evaluator, after.toStdString())});
        before = *known;
    }
    if (isFree && !before.isEmpty() && after.isEmpty()) {
        const qsizetype at = m_existing.indexOf(before);
        const auto known =
            at >= 0 ? std::optional(m_existing.value(at - 1))
                    : neighbour(m_neighbours, before, &Pairs::value_type::second, &Pairs::value_type::first);
        if (!known)
            return evaluator.raiseWith("KeyError", {string(evaluator, before.toStdString())});
        after = *known;
    }
    if (!before.isEmpty())
        m_neighbours.append({key, before});
    if (!after.isEmpty())
        m_neighbours.append({after, key});
    if (isFree && before.isEmpty() && after.isEmpty() && !m_existing.isEmpty())
        m_neighbours.append({m_existing.constLast(), key});
    return {};
}

Done TableCopy::order(Evaluator &evaluator)
{
    if (m_reordering.isEmpty() && m_neighbours.isEmpty())
        return {};
    QStringList keys;
    for (const CopiedColumn &column : std::as_const(m_columns))
        keys.append(column.key);
    Pairs pairs = m_neighbours;
    for (const QStringList &given : std::as_const(m_reordering)) {
        for (qsizetype at = 1; at < given.size(); ++at)
            pairs.append({given[at - 1], given[at]});
    }
    for (qsizetype at = 1; m_reordering.isEmpty() && at < m_existing.size(); ++at)
        pairs.append({keys[at - 1], m_existing[at]});
    pairs.removeIf([](const auto &pair) { return pair.first == pair.second; });
    const std::optional<QStringList> order = sorted(pairs, keys);
    if (!order)
        return sqlalchemy::raiseSqlAlchemy(evaluator, "CircularDependencyError",
                                           "Circular dependency detected.");
    std::ranges::stable_sort(m_columns, {},
                             [&](const CopiedColumn &column) { return order->indexOf(column.key); });
    return {};
}

} // namespace athanor::alembic
