// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/projectdrop.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace athanor {

ProjectDrop::ProjectDrop(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool ProjectDrop::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    const QList<QUrl> urls = drop->mimeData()->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        Q_EMIT dropped(urls.first().toLocalFile());
    return true;
}

} // namespace athanor
