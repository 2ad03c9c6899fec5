// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace athanor {

class ScriptPage;

/// Goes on at once where nothing is unsaved. Otherwise asks, without blocking, whether to save, to discard or
/// to stay, and goes on after the first two; not where saving fails.
void settleUnsaved(ScriptPage *script, QWidget *window, std::function<void()> goOn);

} // namespace athanor
