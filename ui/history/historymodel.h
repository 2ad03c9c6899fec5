// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/previewstate.h"
#include "ui/history/historyrows.h"

#include <QAbstractTableModel>

namespace athanor {

/// The rows of a history as a table. Read-only; what is drawn rather than written (lanes, pills) the delegate
/// takes from rowAt().
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Graph, Id, Message, Databases, Date, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< QString, the revision's id in every column
        StateRole,             ///< RevisionState
        PathRole,              ///< QString, the script's absolute path; empty for a ghost
    };

    explicit HistoryModel(QObject *parent = nullptr);

    void setHistory(HistoryRows history);
    /// Which revisions have SQL that can be shown; by id.
    void setPreviews(const QHash<QString, PreviewState> &previews);
    const HistoryRows &history() const { return m_history; }
    const HistoryRow &rowAt(int row) const { return m_history.rows.at(size_t(row)); }

    /// The row that shows a revision; -1 when none does.
    int rowOf(const QString &id) const { return m_rowOfId.value(id, -1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList previewTexts(const HistoryRow &row) const;
    QString previewIcon(const HistoryRow &row) const;
    QString displayText(const HistoryRow &row, int column) const;
    QString tip(const HistoryRow &row, int column) const;

    HistoryRows m_history;
    QHash<QString, int> m_rowOfId;
    QHash<QString, PreviewState> m_previews;
};

/// The pills of a row as they are drawn: at most three, then what is pending in words.
QList<Pill> shownPills(const HistoryRow &row);

/// "applied", "pending" and so on, for tips and screen readers; empty where no database is chosen.
QString stateText(RevisionState state);

} // namespace athanor
Q_DECLARE_METATYPE(athanor::RevisionState)
