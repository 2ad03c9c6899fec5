// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion/completion.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto head =
    R"sh(# bash completion for athanor: source this file, or keep it in bash-completion's folder

_athanor_words()
{
    local IFS=$'\n'
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_athanor_list()
{
    _athanor_words "$("${COMP_WORDS[0]}" "${project[@]}" __complete "$1" 2>/dev/null | cut -f1)"
}

# What follows an option, given as "command option".
_athanor_value()
{
    case $1 in
)sh"_L1;

constexpr auto tail = R"sh(    esac
}

_athanor()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' position=0 i word
    local -a project=()
    COMPREPLY=()
    if [[ $cur == = ]]; then
        cur=''
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    elif [[ $cur == : || $prev == : ]]; then
        [[ $cur == : ]] && cur=''
        _athanor_list revisions
        return
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == -* ]]; then
            if _athanor_takes_value "$command $word" && ((i + 1 < COMP_CWORD)); then
                i=$((i + 1))
                [[ ${COMP_WORDS[i]} == = ]] && i=$((i + 1))
                [[ "$command $word" == *" -c" || $word == --config ]] && project+=(-c "${COMP_WORDS[i]}")
            fi
        elif [[ -z $command ]]; then
            command=$word
        else
            position=$((position + 1))
        fi
    done
    if [[ $prev == -* ]] && _athanor_takes_value "$command $prev"; then
        _athanor_value "$command $prev"
    elif [[ $cur == -* ]]; then
        _athanor_options "$command"
    else
        _athanor_argument "$command" "$position"
    fi
}

complete -F _athanor athanor
)sh"_L1;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

QString wordList(const QStringList &words)
{
    return u"_athanor_words $"_s + quoted(words.join("\\n"_L1));
}

QStringList commandNames(const QList<CompletedCommand> &commands)
{
    QStringList names;
    for (const CompletedCommand &command : commands.sliced(1))
        names += command.name;
    return names;
}

QString action(const CompletedValue &value, const QList<CompletedCommand> &commands)
{
    switch (value.kind) {
    case ValueKind::Choice:
        return wordList(value.choices);
    case ValueKind::File:
        return u"compopt -o default"_s;
    case ValueKind::Revision:
        return u"_athanor_list revisions"_s;
    case ValueKind::Target:
        return u"_athanor_list targets"_s;
    case ValueKind::CommandName:
        return wordList(commandNames(commands));
    case ValueKind::None:
    case ValueKind::Free:
        return u":"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// The pattern of an option after its command; a global one matches after any.
QString pattern(const CompletedCommand &command, const CompletedOption &option)
{
    QStringList patterns;
    for (const QString &name : option.names)
        patterns += command.name.isEmpty() ? u"*' "_s + name + u'\'' : quoted(command.name + u' ' + name);
    return patterns.join(u'|');
}

/// The commands' own options come first, since they win over the program's.
QList<CompletedCommand> ownFirst(QList<CompletedCommand> commands)
{
    std::rotate(commands.begin(), commands.begin() + 1, commands.end());
    return commands;
}

QString valueCases(const QList<CompletedCommand> &commands)
{
    QString text;
    for (const CompletedCommand &command : ownFirst(commands)) {
        for (const CompletedOption &option : command.options) {
            if (option.value.kind != ValueKind::None)
                text += u"        "_s + pattern(command, option) + u") "_s + action(option.value, commands)
                        + u" ;;\n"_s;
        }
    }
    return text;
}

QString takesValueFunction(const QList<CompletedCommand> &commands)
{
    QString text = u"    esac\n}\n\n_athanor_takes_value()\n{\n    case $1 in\n"_s;
    for (const CompletedCommand &command : ownFirst(commands)) {
        for (const CompletedOption &option : command.options) {
            const QString answer = option.value.kind == ValueKind::None ? u"1"_s : u"0"_s;
            text += u"        "_s + pattern(command, option) + u") return "_s + answer + u" ;;\n"_s;
        }
    }
    return text + u"    esac\n    return 1\n}\n"_s;
}

QString optionsFunction(const QList<CompletedCommand> &commands)
{
    QString text = u"\n_athanor_options()\n{\n    case $1 in\n"_s;
    const auto names = [](const CompletedCommand &command) {
        QStringList all;
        for (const CompletedOption &option : command.options)
            all += option.names;
        return all;
    };
    const QStringList global = names(commands.first());
    for (const CompletedCommand &command : commands) {
        QStringList all = command.name.isEmpty() ? global : names(command) + global;
        all.removeDuplicates();
        text += u"        "_s + quoted(command.name) + u") "_s + wordList(all) + u" ;;\n"_s;
    }
    return text + u"    esac\n}\n"_s;
}

QString argumentFunction(const QList<CompletedCommand> &commands)
{
    QString text = u"\n_athanor_argument()\n{\n    case \"$1 $2\" in\n        ' 0') "_s
                   + wordList(commandNames(commands)) + u" ;;\n"_s;
    for (const CompletedCommand &command : commands.sliced(1)) {
        for (qsizetype i = 0; i < command.arguments.size(); ++i) {
            const bool repeats = command.lastRepeats && i + 1 == command.arguments.size();
            const QString place =
                repeats ? quoted(command.name + u' ') + u'*' : quoted(command.name + u" %1"_s.arg(i));
            text += u"        "_s + place + u") "_s + action(command.arguments.at(i), commands) + u" ;;\n"_s;
        }
    }
    return text;
}

} // namespace

QString bashCompletion(const QList<CompletedCommand> &commands)
{
    return head + valueCases(commands) + takesValueFunction(commands) + optionsFunction(commands)
           + argumentFunction(commands) + tail;
}

} // namespace athanor::cli
