// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"

namespace athanor::cli {

/// The explanation of a command, or of the whole program when there is none.
QString helpText(const CommandLine &line, const Command *command);

} // namespace athanor::cli
