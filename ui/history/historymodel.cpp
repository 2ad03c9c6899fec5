// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodel.h"

#include "ui/widgets/icons.h"

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

/// "2024-03-01 12:30:11.123456" without what no one reads in a list.
QString shortDate(const QString &date)
{
    return date.left(QLatin1StringView("yyyy-mm-dd hh:mm").size());
}

QString pillTexts(const QList<Pill> &pills)
{
    QStringList texts;
    for (const Pill &pill : pills)
        texts.append(pill.text);
    return texts.join(u", "_s);
}

} // namespace

QList<Pill> shownPills(const HistoryRow &row)
{
    QList<Pill> pills = foldPills(row.pills);
    if (row.state == RevisionState::Pending)
        pills.append({.text = stateText(row.state)});
    return pills;
}

QString stateText(RevisionState state)
{
    switch (state) {
    case RevisionState::Applied:
        return HistoryModel::tr("applied");
    case RevisionState::Current:
        return HistoryModel::tr("applied, current");
    case RevisionState::Pending:
        return HistoryModel::tr("pending");
    case RevisionState::Ghost:
        return HistoryModel::tr("no script");
    case RevisionState::Unplaced:
        break;
    }
    return {};
}

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HistoryModel::setHistory(HistoryRows history)
{
    beginResetModel();
    m_history = std::move(history);
    m_rowOfId.clear();
    m_rowOfId.reserve(qsizetype(m_history.rows.size()));
    for (size_t i = 0; i < m_history.rows.size(); ++i)
        m_rowOfId.insert(m_history.rows[i].id, int(i));
    endResetModel();
}

void HistoryModel::setPreviews(const QHash<QString, PreviewState> &previews)
{
    m_previews = previews;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Message), index(rowCount() - 1, Message));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_history.rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::DecorationRole: {
        const QString icon = index.column() == Message ? previewIcon(row) : QString();
        return icon.isEmpty() ? QVariant() : symbolicIcon(icon);
    }
    case Qt::AccessibleTextRole:
        if (index.column() == Message)
            return (QStringList(displayText(row, Message)) + previewTexts(row)).join(u", "_s);
        return index.column() == Graph ? stateText(row.state) : displayText(row, index.column());
    case IdRole:
        return row.id;
    case StateRole:
        return QVariant::fromValue(row.state);
    case PathRole:
        return row.revision < 0 ? QString() : m_history.graph->at(row.revision).path;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Graph:
        return tr("Graph");
    case Id:
        return tr("Revision");
    case Message:
        return tr("Message");
    case Databases:
        return tr("Position");
    case Date:
        return tr("Created");
    case ColumnCount:
        break;
    }
    return {};
}

QString HistoryModel::displayText(const HistoryRow &row, int column) const
{
    switch (column) {
    case Id:
        return row.id;
    case Message:
        return row.revision < 0 ? tr("no script has this revision")
                                : m_history.graph->at(row.revision).message();
    case Databases:
        return pillTexts(row.pills);
    case Date:
        return row.revision < 0 ? QString() : shortDate(m_history.graph->at(row.revision).createDate);
    default:
        return {};
    }
}

QStringList HistoryModel::previewTexts(const HistoryRow &row) const
{
    using enum DirectionState::Kind;
    const PreviewState state = m_previews.value(row.id);
    QStringList texts;
    const auto add = [&](const QString &direction, const DirectionState &of) {
        if (of.kind == NeedsConnection)
            texts.append(tr("%1: SQL only with a connection: %2").arg(direction, of.reason));
        else if (of.kind == NotReadable)
            texts.append(tr("%1: SQL can't be shown: %2").arg(direction, of.reason));
    };
    add(tr("upgrade"), state.upgrade);
    add(tr("downgrade"), state.downgrade);
    return texts;
}

QString HistoryModel::previewIcon(const HistoryRow &row) const
{
    const PreviewState state = m_previews.value(row.id);
    const auto worst = std::max(state.upgrade.kind, state.downgrade.kind);
    if (worst == DirectionState::Kind::NotReadable)
        return u"problem"_s;
    return worst == DirectionState::Kind::NeedsConnection ? u"database"_s : QString();
}

QString HistoryModel::tip(const HistoryRow &row, int column) const
{
    if (column == Databases && !row.pills.isEmpty())
        return pillsTip(row.pills);
    if (row.revision < 0)
        return tr("%1: a database names this revision, but no script has it").arg(row.id);
    const Revision &revision = m_history.graph->at(row.revision);
    QStringList lines{revision.id + u"  "_s + revision.message()};
    if (const QString state = stateText(row.state); !state.isEmpty())
        lines.append(state);
    for (const QString &missing : m_history.graph->missingParents(row.revision))
        lines.append(tr("names %1 as its parent, but no script has it").arg(missing));
    lines += previewTexts(row);
    lines.append(revision.path);
    return lines.join(u'\n');
}

} // namespace athanor
