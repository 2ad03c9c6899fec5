// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/sidebarmodel.h"

#include <QListView>

namespace athanor {

/// Databases and branches; a click chooses a database or reveals a revision.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setContent(const RevisionGraph *graph, const QList<DatabaseEntry> &databases, int chosen);

Q_SIGNALS:
    void databaseActivated(int index);
    void revisionActivated(const QString &id);

private:
    void activate(const QModelIndex &index);

    SidebarModel *m_model = nullptr;
    int m_chosen = -1;
};

} // namespace athanor
