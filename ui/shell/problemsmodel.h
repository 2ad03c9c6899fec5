// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QAbstractTableModel>

namespace athanor {

/// What the readers found in a project's files.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Message, Location, ColumnCount };

    explicit ProblemsModel(QObject *parent = nullptr);

    /// Locations are shown relative to the folder.
    void setDiagnostics(const Diagnostics &diagnostics, const QString &folder);
    const Diagnostic &diagnosticAt(int row) const { return m_diagnostics.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Diagnostic &diagnostic, int column) const;

    Diagnostics m_diagnostics;
    QString m_folder;
};

} // namespace athanor
