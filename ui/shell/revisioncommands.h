// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor {

class Actions;
class HistoryView;

/// What can be done with the selected revision: go on to another, copy its id, message or path, open its
/// folder.
void connectRevisionCommands(Actions *actions, HistoryView *view);

} // namespace athanor
