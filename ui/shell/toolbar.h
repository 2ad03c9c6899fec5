// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QMainWindow;

namespace athanor {

class Actions;

/// Adds the main tool bar; returns its filter field.
QLineEdit *addMainToolBar(QMainWindow *window, Actions *actions);

} // namespace athanor
