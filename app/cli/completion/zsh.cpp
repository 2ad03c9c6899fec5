// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion/completion.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto head = R"sh(#compdef athanor
# zsh completion for athanor: keep it as _athanor in a folder of $fpath, or source it after compinit

_athanor_list()
{
    local -a project items
    [[ -n $config ]] && project=(-c $config)
    items=(${(f)"$($program $project __complete $1 2>/dev/null)"})
    items=(${${items//:/\\:}/$'\t'/:})
    _describe -V $1 items
}

_athanor_commands()
{
    local -a items
    items=(
)sh"_L1;

constexpr auto middle = R"sh(    )
    _describe -V command items
}

_athanor()
{
    local program=$words[1] config='' context state state_descr line
    typeset -A opt_args
    _arguments -C -s -A '-*' \
)sh"_L1;

constexpr auto tail = R"sh(    esac
}

if [[ $funcstack[1] == _athanor ]]; then
    _athanor "$@"
else
    compdef _athanor athanor
fi
)sh"_L1;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

/// Brackets and colons structure a specification of _arguments.
QString plain(QString text)
{
    return text.replace(u'[', "\\["_L1).replace(u']', "\\]"_L1).replace(u':', "\\:"_L1);
}

/// A space in front keeps _arguments from putting its own arguments before ours.
QString action(const CompletedValue &value)
{
    switch (value.kind) {
    case ValueKind::Choice:
        return u'(' + value.choices.join(u' ') + u')';
    case ValueKind::File:
        return u"_files"_s;
    case ValueKind::Revision:
        return u" _athanor_list revisions"_s;
    case ValueKind::Target:
        return u" _athanor_list targets"_s;
    case ValueKind::CommandName:
        return u"_athanor_commands"_s;
    case ValueKind::None:
    case ValueKind::Free:
        return u" "_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString specification(const CompletedOption &option, const QStringList &taken)
{
    QStringList names = option.names;
    names.removeIf([&](const QString &name) { return taken.contains(name); });
    QString text;
    for (const QString &name : names) {
        QString spec = u'(' + names.join(u' ') + u')' + name + u'[' + plain(option.help) + u']';
        if (option.value.kind != ValueKind::None)
            spec += u':' + plain(option.value.name) + u':' + action(option.value);
        text += u' ' + quoted(spec);
    }
    return text;
}

QString specifications(const QList<CompletedOption> &options, const QStringList &taken)
{
    QString text;
    for (const CompletedOption &option : options)
        text += u"               "_s + specification(option, taken) + u" \\\n"_s;
    return text;
}

QString commandCase(const CompletedCommand &command, const CompletedCommand &program)
{
    QStringList taken;
    for (const CompletedOption &option : command.options)
        taken += option.names;
    QString text = u"        "_s + command.name + u")\n            _arguments -s \\\n"_s
                   + specifications(command.options, {}) + specifications(program.options, taken);
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const CompletedValue &value = command.arguments.at(i);
        const bool repeats = command.lastRepeats && i + 1 == command.arguments.size();
        const QString place = repeats ? u"*"_s : QString::number(i + 1);
        text += u"                "_s + quoted(place + u':' + plain(value.name) + u':' + action(value))
                + u" \\\n"_s;
    }
    text.chop(3);
    return text + u"\n            ;;\n"_s;
}

} // namespace

QString zshCompletion(const QList<CompletedCommand> &commands)
{
    const CompletedCommand &program = commands.first();
    QString text = head;
    for (const CompletedCommand &command : commands.sliced(1))
        text += u"        "_s + quoted(command.name + u':' + plain(command.help)) + u'\n';
    text += middle + specifications(program.options, {})
            + u"        '1:command:_athanor_commands' '*::argument:->argument' && return\n"
              "    config=${opt_args[-c]:-${opt_args[--config]}}\n"
              "    case $words[1] in\n"_s;
    for (const CompletedCommand &command : commands.sliced(1))
        text += commandCase(command, program);
    return text + tail;
}

} // namespace athanor::cli
