// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problemspane.h"

#include "ui/shell/problemsmodel.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace athanor {

ProblemsPane::ProblemsPane(QWidget *parent)
    : QTreeView(parent)
    , m_model(new ProblemsModel(this))
{
    setObjectName(u"problemsView"_s);
    setAccessibleName(tr("Problems in the project's files"));
    setModel(m_model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    header()->setSectionResizeMode(ProblemsModel::Location, QHeaderView::ResizeToContents);
    header()->setHighlightSections(false);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const SourceRange where = m_model->diagnosticAt(index.row()).where; !where.file.isEmpty())
            Q_EMIT placeActivated(where);
    });
}

void ProblemsPane::setDiagnostics(const Diagnostics &diagnostics, const QString &folder)
{
    m_model->setDiagnostics(diagnostics, folder);
}

} // namespace athanor
