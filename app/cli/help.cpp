// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include <CLI/CLI.hpp>

namespace athanor::cli {

using namespace Qt::StringLiterals;

static constexpr qsizetype pageWidth = 88;

static QString wrapped(const QString &text, qsizetype indent)
{
    QString result;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > pageWidth) {
            result += line + u'\n' + QString(indent, u' ');
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return result + line;
}

/// Two columns: what to type, and what it does.
static QString table(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, std::min<qsizetype>(left.size(), 30));
    QString text;
    for (const auto &[left, right] : rows) {
        text += u"  "_s + left.leftJustified(width);
        if (left.size() > width)
            text += u'\n' + QString(width + 2, u' ');
        text += u"  "_s + wrapped(right, width + 4) + u'\n';
    }
    return text;
}

static QString optionNames(const CLI::Option &option)
{
    QStringList names;
    for (const std::string &name : option.get_snames())
        names += QString::fromStdString('-' + name);
    for (const std::string &name : option.get_lnames())
        names += QString::fromStdString("--" + name);
    QString text = names.join(u", "_s);
    if (option.get_snames().empty())
        text.prepend(u"    "_s);
    if (option.get_items_expected_max() > 0)
        text += u' ' + QString::fromStdString(option.get_type_name());
    return text;
}

static QString optionTable(const CLI::App &app)
{
    QList<std::pair<QString, QString>> rows;
    for (const CLI::Option *option : app.get_options()) {
        if (!option->get_positional())
            rows.append({optionNames(*option), QString::fromStdString(option->get_description())});
    }
    return table(rows);
}

static QString argumentName(const CLI::Option &option)
{
    QString name = QString::fromStdString(option.get_type_name());
    if (option.get_items_expected_max() > 1)
        name += u"..."_s;
    return option.get_required() ? name : u'[' + name + u']';
}

static QString commandHelp(const Command &command)
{
    const CLI::App &app = command.app();
    QString usage = u"Usage: athanor "_s + QString::fromStdString(app.get_name()) + u" [options]"_s;
    QList<std::pair<QString, QString>> arguments;
    for (const CLI::Option *option : app.get_options()) {
        if (!option->get_positional())
            continue;
        usage += u' ' + argumentName(*option);
        arguments.append({argumentName(*option), QString::fromStdString(option->get_description())});
    }
    QString text = wrapped(QString::fromStdString(app.get_description()), 0) + u"\n\n"_s + usage + u'\n';
    if (!command.detailsText().empty())
        text += u'\n' + wrapped(QString::fromStdString(command.detailsText()), 0) + u'\n';
    if (!arguments.isEmpty())
        text += u"\nArguments:\n"_s + table(arguments);
    return text + u"\nOptions:\n"_s + optionTable(app);
}

static QString programHelp(const CommandLine &line)
{
    QList<std::pair<QString, QString>> commands;
    for (const auto &command : line.commands()) {
        if (!command->app().get_group().empty())
            commands.append({QString::fromStdString(command->app().get_name()),
                             QString::fromStdString(command->app().get_description())});
    }
    return QString::fromStdString(line.root().get_description())
           + u"\n\nUsage: athanor [options] COMMAND ...\n"_s + u"\nCommands:\n"_s + table(commands)
           + u"\nOptions, before or after the command:\n"_s + optionTable(line.root())
           + u"\nLong options may be shortened as long as they stay unique.\n"
             "Exit codes: 0 success, 255 the request can't be met, 1 a broken project or database, 2 wrong "
             "usage.\n"
             "\nExamples:\n"_s
           + table({{u"athanor history"_s, u"the revisions of the project in this folder"_s},
                    {u"athanor -c shop current"_s, u"where the database of the project in ./shop stands"_s},
                    {u"athanor plan upgrade heads"_s, u"what an upgrade would do"_s},
                    {u"athanor help plan"_s, u"everything about a command"_s}});
}

QString helpText(const CommandLine &line, const Command *command)
{
    if (!command)
        return programHelp(line);
    QString text = commandHelp(*command);
    text +=
        u"\nThe options of all commands (--config, --url, --target, --json ...) are in `athanor help`.\n"_s;
    if (!command->examples().empty())
        text += u"\nExamples:\n"_s;
    for (const Example &example : command->examples())
        text += u"  "_s + QString::fromStdString(example.line) + u"\n      "_s
                + QString::fromStdString(example.meaning) + u'\n';
    return text;
}

} // namespace athanor::cli
