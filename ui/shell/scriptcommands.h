// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace athanor {

class Actions;
class DetailsPane;
class Settings;
class Workspace;

/// What can be done with a script and its SQL: save, revert, undo, replace, show both beside each other, copy
/// and save the SQL. Remembers how they are shown, and on which dialect.
void connectScriptCommands(Actions *actions, DetailsPane *details, Workspace *workspace, Settings *settings,
                           QWidget *window);

} // namespace athanor
