// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historymodel.h"

#include <QTreeView>

namespace athanor {

/// The table of revisions: walks along the graph as well as along the rows.
class HistoryView : public QTreeView
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    /// Replaces what is shown; the selected revision stays selected, and where it was on the screen.
    void setHistory(HistoryRows history);
    const HistoryModel &historyModel() const { return *m_model; }
    /// Which revisions have SQL that can be shown; by id.
    void setPreviews(const QHash<QString, PreviewState> &previews) { m_model->setPreviews(previews); }

    QString selectedRevision() const;
    /// For another project, whose revisions have nothing to do with those before.
    void forgetSelection();
    /// Selects a revision and scrolls to it; false when no row shows it.
    bool selectRevision(const QString &id);

    /// The first parent or child that has a row.
    void selectParent();
    void selectChild();
    /// The nearest pending revision above or below, in the order of the rows.
    void selectPreviousPending();
    void selectNextPending();

Q_SIGNALS:
    void revisionSelected(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int positionWidth() const;
    void fitColumns();
    bool selectFirstShown(std::span<const int> revisions);
    void selectPending(int step);

    HistoryModel *m_model = nullptr;
    QString m_hidden; ///< selected before a filter took its row away
    int m_positionWidth = 0;
    qsizetype m_idLength = 0; ///< characters that the column of ids has room for
    bool m_replacing = false;
};

} // namespace athanor
