// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion/completion.h"

#include <CLI/CLI.hpp>

namespace athanor::cli {

using namespace Qt::StringLiterals;

static CompletedValue valueOf(const CLI::Option &option)
{
    if (option.get_items_expected_max() == 0)
        return {};
    const QString name = QString::fromStdString(option.get_type_name());
    if (name.contains(u'|'))
        return {ValueKind::Choice, name, name.split(u'|')};
    if (name == "FILE"_L1)
        return {ValueKind::File, name};
    if (name == "TARGET"_L1)
        return {ValueKind::Target, name};
    if (name == "COMMAND"_L1)
        return {ValueKind::CommandName, name};
    if (name.startsWith("REV"_L1) || name == "START:END"_L1)
        return {ValueKind::Revision, name};
    return {ValueKind::Free, name};
}

static CompletedCommand completed(const CLI::App &app)
{
    CompletedCommand command{
        QString::fromStdString(app.get_name()), QString::fromStdString(app.get_description()), {}, {}};
    for (const CLI::Option *option : app.get_options()) {
        const CompletedValue value = valueOf(*option);
        if (option->get_positional()) {
            command.arguments.append(value);
            command.lastRepeats = option->get_items_expected_max() > 1;
            continue;
        }
        QStringList names;
        for (const std::string &name : option->get_snames())
            names += QString::fromStdString('-' + name);
        for (const std::string &name : option->get_lnames())
            names += QString::fromStdString("--" + name);
        command.options.append({names, value, QString::fromStdString(option->get_description())});
    }
    return command;
}

QList<CompletedCommand> completedCommands(const CommandLine &line)
{
    QList<CompletedCommand> commands{completed(line.root())};
    commands.first().name.clear();
    for (const auto &command : line.commands()) {
        if (!command->app().get_group().empty())
            commands.append(completed(command->app()));
    }
    return commands;
}

} // namespace athanor::cli
