// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"
#include "app/cli/commands.h"
#include "app/cli/session.h"

namespace athanor::cli {

static Result<void> help(Session &session, const QString &name)
{
    const CommandLine &line = session.commandLine();
    const Command *command = name.isEmpty() ? nullptr : line.find(name.toStdString());
    if (!name.isEmpty() && !command)
        return std::unexpected(line.unknownCommand(name));
    session.out().text(helpText(line, command));
    return {};
}

void addHelp(CommandLine &line)
{
    const auto name = std::make_shared<QString>();
    line.add("help", "Explain the program or a command.")
        .argument("COMMAND", *name, "The command to explain", Presence::Optional)
        .example("athanor help history", "the same as athanor history --help")
        .run([name](Session &session) { return help(session, *name); });
}

} // namespace athanor::cli
