// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor::python {

/// The address below which this thread's stack should not grow: its end and a reserve for what natives
/// need between two checks.
const char *stackEnd();

} // namespace athanor::python
