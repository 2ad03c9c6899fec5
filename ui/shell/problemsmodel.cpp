// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problemsmodel.h"

#include "ui/widgets/icons.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace athanor {

ProblemsModel::ProblemsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProblemsModel::setDiagnostics(const Diagnostics &diagnostics, const QString &folder)
{
    beginResetModel();
    m_diagnostics = diagnostics;
    m_folder = folder;
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_diagnostics.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Diagnostic &diagnostic = m_diagnostics.at(index.row());
    if (role == Qt::DisplayRole)
        return text(diagnostic, index.column());
    if (role == Qt::ToolTipRole)
        return diagnostic.text();
    if (role == Qt::DecorationRole && index.column() == Message)
        return symbolicIcon(diagnostic.severity == Severity::Note ? u"info"_s : u"problem"_s);
    return {};
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Message ? tr("Problem") : tr("Place");
}

QString ProblemsModel::text(const Diagnostic &diagnostic, int column) const
{
    if (column == Message)
        return diagnostic.hint.isEmpty() ? diagnostic.message
                                         : diagnostic.message + u"; "_s + diagnostic.hint;
    SourceRange where = diagnostic.where;
    if (!where.file.isEmpty())
        where.file = QDir(m_folder).relativeFilePath(where.file);
    return where.text();
}

} // namespace athanor
