// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historyrows.h"

#include <QFileInfo>

namespace athanor::test {

/// base ← a1 ← a2 ← merge ← top, base ← b1 ← merge; b1 carries the label "side".
inline std::shared_ptr<const RevisionGraph> diamond()
{
    const auto revision = [](const QString &id, const QStringList &down, const QString &message) {
        Revision made;
        made.id = id;
        made.downRevisions = down;
        made.documentation = message;
        made.createDate = QStringLiteral("2025-01-02 03:04:05.678901");
        made.path = QStringLiteral("/project/versions/") + id + QStringLiteral("_.py");
        return made;
    };
    using namespace Qt::StringLiterals;
    QList<Revision> revisions{revision(u"base"_s, {}, u"Initial schema"_s),
                              revision(u"a1"_s, {u"base"_s}, u"Add orders"_s),
                              revision(u"a2"_s, {u"a1"_s}, u"Index orders"_s),
                              revision(u"b1"_s, {u"base"_s}, u"Add approvals"_s),
                              revision(u"merge"_s, {u"a2"_s, u"b1"_s}, u"Merge both"_s),
                              revision(u"top"_s, {u"merge"_s}, u"Last of all"_s)};
    revisions[3].branchLabels = {u"side"_s};
    return std::make_shared<const RevisionGraph>(revisions);
}

inline QStringList ids(const HistoryRows &rows)
{
    QStringList list;
    for (const HistoryRow &row : rows.rows)
        list.append(row.id);
    return list;
}

inline const HistoryRow &rowOf(const HistoryRows &rows, const QString &id)
{
    return *std::ranges::find(rows.rows, id, &HistoryRow::id);
}

} // namespace athanor::test
