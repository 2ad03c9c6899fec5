// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebarmodel.h"

#include "core/revision/resolve.h"

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

QString environmentText(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return SidebarModel::tr("development");
    case Environment::Test:
        return SidebarModel::tr("test");
    case Environment::Production:
        break;
    }
    return SidebarModel::tr("production");
}

} // namespace

QString positionText(const RevisionGraph &graph, const QStringList &rows)
{
    if (std::ranges::any_of(rows, [&](const QString &id) { return !graph.find(id); }))
        return u"?"_s;
    const auto pending = graph.size() - int(appliedRevisions(graph, rows).members().size());
    return pending == 0 ? u"✓"_s : u"−%1"_s.arg(pending);
}

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void SidebarModel::setContent(const RevisionGraph *graph, const QList<DatabaseEntry> &databases, int chosen)
{
    QList<Row> rows;
    if (graph) {
        rows.append({Kind::Caption, tr("Databases")});
        for (int i = 0; i < databases.size(); ++i) {
            Row row = databaseRow(*graph, databases.at(i));
            row.database = i;
            row.chosen = i == chosen;
            rows.append(row);
        }
        if (databases.isEmpty())
            rows.append({Kind::Hint, tr("Connect a database to see where it stands")});
        rows.append({Kind::Caption, tr("Branches")});
        rows.append(branchRows(*graph));
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

SidebarModel::Row SidebarModel::databaseRow(const RevisionGraph &graph, const DatabaseEntry &entry)
{
    Row row{Kind::Database, entry.target.name};
    row.shape = pillKind(entry.target.environment);
    const QString what = tr("%1 (%2)").arg(entry.target.name, environmentText(entry.target.environment));
    switch (entry.state) {
    case DatabaseEntry::State::Known:
        row.tip = tr("%1: not connected; click to connect").arg(what);
        break;
    case DatabaseEntry::State::Connecting:
        row.position = u"…"_s;
        row.tip = tr("%1: connecting").arg(what);
        break;
    case DatabaseEntry::State::Connected:
        row.connected = true;
        row.position = positionText(graph, entry.rows);
        row.revision = entry.rows.value(0);
        row.tip = entry.rows.isEmpty() ? tr("%1: no revision applied yet").arg(what)
                                       : tr("%1: at %2").arg(what, entry.rows.join(u", "_s));
        break;
    case DatabaseEntry::State::Failed:
        row.problem = true;
        row.tip = entry.problem;
        break;
    }
    return row;
}

QList<SidebarModel::Row> SidebarModel::branchRows(const RevisionGraph &graph)
{
    QList<Row> rows;
    for (const int head : graph.heads()) {
        const QStringList &labels = graph.labels(head);
        Row row{Kind::Branch, labels.isEmpty() ? graph.id(head) : labels.join(u", "_s)};
        row.position = labels.isEmpty() ? tr("head") : graph.id(head);
        row.revision = graph.id(head);
        row.tip = tr("Head %1: %2").arg(graph.id(head), graph.at(head).message());
        if (!labels.isEmpty())
            row.tip += u'\n' + tr("Branch labels: %1").arg(labels.join(u", "_s));
        rows.append(row);
    }
    if (rows.isEmpty())
        rows.append({Kind::Hint, tr("No revisions yet")});
    return rows;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.tip;
    case Qt::AccessibleTextRole:
        return row.position.isEmpty() ? row.text : row.text + u", "_s + row.position;
    case KindRole:
        return QVariant::fromValue(row.kind);
    case PositionRole:
        return row.position;
    case PillKindRole:
        return QVariant::fromValue(row.shape);
    case ProblemRole:
        return row.problem;
    case DatabaseRole:
        return row.database;
    case RevisionRole:
        return row.revision;
    case ChosenRole:
        return row.chosen;
    case ConnectedRole:
        return row.connected;
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Kind kind = m_rows.at(index.row()).kind;
    const bool clickable = kind == Kind::Database || kind == Kind::Branch;
    return Qt::ItemNeverHasChildren
           | (clickable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
}

} // namespace athanor
