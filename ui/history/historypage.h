// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historyrows.h"
#include "ui/widgets/taskrunner.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace athanor {

class HistoryView;

/// The history of a project: makes the rows off the window's thread and shows them.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);

    void setGraph(std::shared_ptr<const RevisionGraph> graph);
    void setDatabases(const QList<DatabasePosition> &databases, int chosen);
    void setFilter(const QString &filter);
    const QString &filter() const { return m_input.filter; }

    HistoryView *view() const { return m_view; }
    bool isBusy() const { return m_runner.isBusy(); }
    /// Selects a revision; one that the filter hides is shown by letting go of the filter.
    void reveal(const QString &id);

Q_SIGNALS:
    /// The rows on the screen are those of the latest graph, databases and filter.
    void settled();
    void filterDropped();

private:
    void refresh();
    void show(HistoryRows rows);
    QWidget *makeEmptyResult();

    HistoryInput m_input;
    QString m_wanted; ///< to be selected once the rows are there
    HistoryView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QLabel *m_emptyText = nullptr;
    TaskRunner m_runner;
};

} // namespace athanor
