// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace athanor {

class Actions;
class Databases;
class Workspace;

/// What the menu of databases does: connect to a file or a URL, read positions again. Dialogs belong to the
/// window.
void connectDatabaseCommands(const Actions *actions, Workspace *workspace, QWidget *window);

/// Chooses a database; connects to it where it is not connected yet, asking for what is missing.
void activateDatabase(Databases *databases, int index, QWidget *window);

} // namespace athanor
