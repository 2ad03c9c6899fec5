// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <string>
#include <vector>

namespace athanor::cli {

class CommandLine;

/// The arguments in the one form that needs no guessing: global options, command, its options (each with its
/// full name, values attached), `--`, positional arguments.
///
/// Accepts what Alembic's argparse accepts and a little more: unambiguous beginnings of long options,
/// attached values
/// (`-r-3:current`), separate ones that begin with a dash (`-r -3:current`), negative steps as positional
/// arguments
/// (`downgrade -1`), global options on both sides of the command. After a command its own option wins over a
/// global one of the same letter (`current -c`).
Result<std::vector<std::string>> orderedArguments(const CommandLine &line, const QStringList &arguments);

} // namespace athanor::cli
