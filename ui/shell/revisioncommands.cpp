// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/revisioncommands.h"

#include "ui/history/historyview.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace athanor {

namespace {

QString cell(const HistoryView *view, HistoryModel::Column column, int role)
{
    return view->currentIndex().siblingAtColumn(column).data(role).toString();
}

} // namespace

void connectRevisionCommands(Actions *actions, HistoryView *view)
{
    const auto copy = [view](QAction *action, HistoryModel::Column column, int role) {
        QObject::connect(action, &QAction::triggered, view,
                         [=] { QGuiApplication::clipboard()->setText(cell(view, column, role)); });
    };
    copy(actions->copyId, HistoryModel::Id, HistoryModel::IdRole);
    copy(actions->copyMessage, HistoryModel::Message, Qt::DisplayRole);
    copy(actions->copyPath, HistoryModel::Id, HistoryModel::PathRole);
    QObject::connect(actions->openContainingFolder, &QAction::triggered, view, [view] {
        const QFileInfo script(cell(view, HistoryModel::Id, HistoryModel::PathRole));
        QDesktopServices::openUrl(QUrl::fromLocalFile(script.path()));
    });
    QObject::connect(actions->goToParent, &QAction::triggered, view, &HistoryView::selectParent);
    QObject::connect(actions->goToChild, &QAction::triggered, view, &HistoryView::selectChild);
    QObject::connect(actions->previousPending, &QAction::triggered, view,
                     &HistoryView::selectPreviousPending);
    QObject::connect(actions->nextPending, &QAction::triggered, view, &HistoryView::selectNextPending);
    view->addActions(actions->contextActions());
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace athanor
