// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion/completion.h"
#include "app/cli/commands.h"
#include "app/cli/session.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

static Result<void> completion(Session &session, const QString &shell)
{
    const QList<CompletedCommand> commands = completedCommands(session.commandLine());
    if (shell == "bash"_L1)
        session.out().text(bashCompletion(commands));
    else if (shell == "zsh"_L1)
        session.out().text(zshCompletion(commands));
    else
        session.out().text(fishCompletion(commands));
    return {};
}

void addCompletion(CommandLine &line)
{
    const auto shell = std::make_shared<QString>();
    line.add("completion",
             "Print a script that completes commands, options, revisions and targets in a shell.")
        .argument("bash|zsh|fish", *shell, "The shell")
        .example("source <(athanor completion bash)", "in ~/.bashrc")
        .example("athanor completion zsh > ~/.zfunc/_athanor", "with ~/.zfunc in fpath before compinit")
        .example("athanor completion fish > ~/.config/fish/completions/athanor.fish", "once")
        .run([shell](Session &session) { return completion(session, *shell); });
}

} // namespace athanor::cli
