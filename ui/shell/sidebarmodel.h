// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/databases.h"

#include <QAbstractListModel>

namespace athanor {

/// The side bar: databases and branches under their captions, as one list.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Caption, Hint, Database, Branch };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        PositionRole,            ///< QString at the right edge: "✓", "-2", an id
        PillKindRole,            ///< PillKind, the shape and colour of a database
        ProblemRole,             ///< bool, the database could not be read
        DatabaseRole,            ///< int, index in Databases; -1 for other rows
        RevisionRole,            ///< QString, the id to reveal; empty for none
        ChosenRole,              ///< bool, the database commands work on
        ConnectedRole,           ///< bool, the database's position is known
    };

    explicit SidebarModel(QObject *parent = nullptr);

    void setContent(const RevisionGraph *graph, const QList<DatabaseEntry> &databases, int chosen);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        Kind kind = Kind::Caption;
        QString text;
        QString position = {};
        QString tip = {};
        QString revision = {};
        PillKind shape = PillKind::Caption;
        int database = -1;
        bool problem = false;
        bool chosen = false;
        bool connected = false;

        bool operator==(const Row &) const = default;
    };
    static Row databaseRow(const RevisionGraph &graph, const DatabaseEntry &entry);
    static QList<Row> branchRows(const RevisionGraph &graph);

    QList<Row> m_rows;
};

/// "✓" at the head of everything, "-2" with two revisions to go, "?" at one that no script has.
QString positionText(const RevisionGraph &graph, const QStringList &rows);

} // namespace athanor
