// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion/completion.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto functions = R"sh(
# Prints the words on the line that are neither options nor their values: the command and its arguments.
function __athanor_words
    set -l words (commandline -opc)
    set -e words[1]
    set -l found
    while set -q words[1]
        if string match -q -- '-*' $words[1]
            if contains -- "$found[1] $words[1]" $__athanor_values
                set -e words[1]
            else if contains -- $words[1] $__athanor_values; and not contains -- "$found[1] $words[1]" $__athanor_flags
                set -e words[1]
            end
        else
            set -a found $words[1]
        end
        set -e words[1]
    end
    printf '%s\n' $found
end

function __athanor_no_command
    test (count (__athanor_words | string match -v '')) -eq 0
end

# Whether the command is the first argument, and the number of its own arguments so far is at least and at most the others.
function __athanor_at
    set -l words (__athanor_words)
    set -l count (math (count $words) - 1)
    test "$words[1]" = $argv[1]; and test $count -ge $argv[2]; and test $count -le $argv[3]
end

function __athanor_list
    set -l words (commandline -opc)
    set -l project
    for i in (seq (count $words))
        if contains -- $words[$i] -c --config; and test $i -lt (count $words)
            set project -c $words[(math $i + 1)]
        end
    end
    $words[1] $project __complete $argv[1] 2>/dev/null
end

complete -c athanor -f
)sh"_L1;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

/// The arguments of `complete` for a value.
QString value(const CompletedValue &value, const QString &commandNames)
{
    switch (value.kind) {
    case ValueKind::Choice:
        return u" -x -a "_s + quoted(value.choices.join(u' '));
    case ValueKind::File:
        return u" -r -F"_s;
    case ValueKind::Revision:
        return u" -x -a '(__athanor_list revisions)'"_s;
    case ValueKind::Target:
        return u" -x -a '(__athanor_list targets)'"_s;
    case ValueKind::CommandName:
        return u" -x -a "_s + quoted(commandNames);
    case ValueKind::Free:
        return u" -x"_s;
    case ValueKind::None:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString optionLine(const CompletedOption &option, const QString &condition)
{
    QString text = u"complete -c athanor"_s;
    if (!condition.isEmpty())
        text += u" -n "_s + quoted(condition);
    for (const QString &name : option.names)
        text += name.startsWith("--"_L1) ? u" -l "_s + name.mid(2) : u" -s "_s + name.mid(1);
    return text + value(option.value, {}) + u" -d "_s + quoted(option.help) + u'\n';
}

/// A command's option of the same letter hides a global one.
QString whereNotTaken(const CompletedOption &global, const QList<CompletedCommand> &commands)
{
    for (const CompletedCommand &command : commands.sliced(1)) {
        for (const CompletedOption &option : command.options) {
            if (option.names.first() == global.names.first() && option.names != global.names)
                return u"not __athanor_at %1 0 999"_s.arg(command.name);
        }
    }
    return {};
}

QString commandLines(const CompletedCommand &command, const QString &commandNames)
{
    const QString here = u"__athanor_at "_s + command.name;
    QString text = u"\ncomplete -c athanor -n __athanor_no_command -a "_s + command.name + u" -d "_s
                   + quoted(command.help) + u'\n';
    for (const CompletedOption &option : command.options)
        text += optionLine(option, here + u" 0 999"_s);
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const bool repeats = command.lastRepeats && i + 1 == command.arguments.size();
        const QString place = here + u" %1 "_s.arg(i) + (repeats ? u"999"_s : QString::number(i));
        text += u"complete -c athanor -n "_s + quoted(place) + value(command.arguments.at(i), commandNames)
                + u'\n';
    }
    return text;
}

/// The options with values, and the commands' flags, which may share a letter with one.
QString optionLists(const QList<CompletedCommand> &commands)
{
    QStringList values, flags;
    for (const CompletedCommand &command : commands) {
        const QString prefix = command.name.isEmpty() ? QString() : command.name + u' ';
        for (const CompletedOption &option : command.options) {
            for (const QString &name : option.names)
                (option.value.kind == ValueKind::None ? flags : values) += quoted(prefix + name);
        }
    }
    return u"set -g __athanor_values "_s + values.join(u' ') + u"\nset -g __athanor_flags "_s
           + flags.join(u' ') + u'\n';
}

} // namespace

QString fishCompletion(const QList<CompletedCommand> &commands)
{
    QStringList names;
    for (const CompletedCommand &command : commands.sliced(1))
        names += command.name;
    QString text = u"# fish completion for athanor: keep it in ~/.config/fish/completions\n\n"_s
                   + optionLists(commands) + functions;
    for (const CompletedOption &option : commands.first().options)
        text += optionLine(option, whereNotTaken(option, commands));
    for (const CompletedCommand &command : commands.sliced(1))
        text += commandLines(command, names.join(u' '));
    return text;
}

} // namespace athanor::cli
