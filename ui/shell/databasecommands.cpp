// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/databasecommands.h"

#include "core/database/url.h"
#include "ui/shell/actions.h"
#include "ui/shell/connectdialog.h"
#include "ui/shell/pickers.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace athanor {

void connectDatabaseCommands(const Actions *actions, Workspace *workspace, QWidget *window)
{
    Databases *databases = workspace->databases();
    QObject::connect(actions->connectFile, &QAction::triggered, window, [=] {
        pickDatabaseFile(window, workspace->project()->config().folder(), [databases](const QString &path) {
            Target target;
            target.name = QFileInfo(path).fileName();
            target.url = u"sqlite:///"_s + path;
            databases->connectTo(target);
        });
    });
    QObject::connect(actions->connectUrl, &QAction::triggered, window,
                     [=] { (new ConnectDialog(databases, window))->open(); });
    QObject::connect(actions->refreshDatabases, &QAction::triggered, databases, &Databases::refresh);
}

void activateDatabase(Databases *databases, int index, QWidget *window)
{
    const DatabaseEntry entry = databases->entries().at(index);
    databases->choose(index);
    if (entry.state == DatabaseEntry::State::Connected || entry.state == DatabaseEntry::State::Connecting)
        return;
    const auto url = DatabaseUrl::parse(entry.target.url);
    if (url && (url->isSqlite() || !url->password.isNull())) {
        databases->connectTo(index);
        return;
    }
    auto *dialog = new ConnectDialog(databases, window);
    dialog->setTarget(entry.target);
    dialog->open();
}

} // namespace athanor
