// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/commandline.h"
#include "core/base/nearest.h"

#include <CLI/CLI.hpp>

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

/// An option and the side of the command's name that it belongs to.
struct Found
{
    const CLI::Option *option = nullptr;
    bool global = false;
};

class ArgumentReader
{
public:
    ArgumentReader(const CommandLine &line, const QStringList &arguments)
        : m_line(line)
        , m_arguments(arguments)
    {
    }

    Result<std::vector<std::string>> read();

private:
    Result<void> readOne(const QString &argument);
    Result<void> readLong(const QString &argument);
    Result<void> readShort(const QString &argument);
    Result<void> readWord(const QString &word);
    Result<void> store(Found found, const QString &spelling, std::optional<QString> value);

    Result<Found> findLong(const QString &name) const;
    Found findShort(QChar letter) const;
    QStringList longNames() const;
    Error usage(const QString &message, const QString &hint = {}) const;

    const CommandLine &m_line;
    const QStringList &m_arguments;
    qsizetype m_next = 0;
    const Command *m_command = nullptr;
    bool m_onlyWords = false;
    std::vector<std::string> m_global, m_own, m_words;
};

/// "-1" is a step, not an option.
bool isNegativeNumber(const QString &argument)
{
    return argument.size() > 1 && argument.front() == u'-'
           && std::all_of(argument.begin() + 1, argument.end(),
                          [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// CLI11 splits a word in square brackets like a list; a space in front keeps it whole.
std::string wholeWord(const QString &word)
{
    const bool bracketed = word.startsWith(u'[') && word.endsWith(u']');
    return (bracketed ? u' ' + word : word).toStdString();
}

Error ArgumentReader::usage(const QString &message, const QString &hint) const
{
    const QString command =
        m_command ? u' ' + QString::fromStdString(m_command->app().get_name()) : QString();
    return {u"ATH-CLI-002"_s,
            message,
            {},
            hint.isEmpty() ? u"see `athanor%1 --help`"_s.arg(command) : hint,
            ErrorKind::Usage};
}

Result<std::vector<std::string>> ArgumentReader::read()
{
    while (m_next < m_arguments.size()) {
        const QString &argument = m_arguments.at(m_next++);
        if (const auto done = readOne(argument); !done)
            return std::unexpected(done.error());
    }
    std::vector<std::string> ordered = std::move(m_global);
    if (m_command)
        ordered.push_back(m_command->app().get_name());
    ordered.insert(ordered.end(), m_own.begin(), m_own.end());
    if (!m_words.empty()) {
        ordered.emplace_back("--");
        ordered.insert(ordered.end(), m_words.begin(), m_words.end());
    }
    return ordered;
}

Result<void> ArgumentReader::readOne(const QString &argument)
{
    if (m_onlyWords || argument.size() < 2 || argument.front() != u'-' || isNegativeNumber(argument))
        return readWord(argument);
    if (argument == "--"_L1) {
        m_onlyWords = true;
        return {};
    }
    return argument.startsWith("--"_L1) ? readLong(argument) : readShort(argument);
}

Result<void> ArgumentReader::readWord(const QString &word)
{
    if (m_command) {
        m_words.push_back(wholeWord(word));
        return {};
    }
    m_command = m_line.find(word.toStdString());
    if (!m_command)
        return std::unexpected(m_line.unknownCommand(word));
    return {};
}

Result<void> ArgumentReader::readLong(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
    const auto found = findLong(name);
    if (!found)
        return std::unexpected(found.error());
    return store(*found, argument.first(equals < 0 ? argument.size() : equals),
                 equals < 0 ? std::nullopt : std::optional(argument.mid(equals + 1)));
}

/// A bundle of flags (`-vi`), the last of which may take the rest as its value (`-r-3:current`).
Result<void> ArgumentReader::readShort(const QString &argument)
{
    for (qsizetype i = 1; i < argument.size(); ++i) {
        const QString spelling = u"-"_s + argument.at(i);
        const Found found = findShort(argument.at(i));
        if (!found.option)
            return std::unexpected(usage(u"there is no option %1"_s.arg(spelling)));
        const bool takesValue = found.option->get_items_expected_max() > 0;
        const QString rest = argument.mid(i + 1);
        if (!takesValue || rest.isEmpty()) {
            if (const auto done = store(found, spelling, std::nullopt); !done)
                return done;
            continue;
        }
        return store(found, spelling, rest.startsWith(u'=') ? rest.mid(1) : rest);
    }
    return {};
}

Result<void> ArgumentReader::store(Found found, const QString &spelling, std::optional<QString> value)
{
    std::vector<std::string> &list = found.global ? m_global : m_own;
    const bool takesValue = found.option->get_items_expected_max() > 0;
    if (takesValue && !value && m_next < m_arguments.size())
        value = m_arguments.at(m_next++);
    if (takesValue && (!value || value->isEmpty()))
        return std::unexpected(usage(u"option %1 needs a value"_s.arg(spelling)));
    if (!takesValue && value)
        return std::unexpected(usage(u"option %1 takes no value"_s.arg(spelling)));

    const std::vector<std::string> &longNames = found.option->get_lnames();
    if (longNames.empty())
        list.push_back('-' + found.option->get_snames().front() + value.value_or(QString()).toStdString());
    else
        list.push_back("--" + longNames.front() + (value ? '=' + value->toStdString() : std::string()));
    return {};
}

Result<Found> ArgumentReader::findLong(const QString &name) const
{
    const std::string text = name.toStdString();
    QList<Found> candidates;
    QStringList names;
    const auto look = [&](const CLI::App &app, bool global) -> const CLI::Option * {
        for (const CLI::Option *option : app.get_options()) {
            for (const std::string &full : option->get_lnames()) {
                if (full == text)
                    return option;
                if (!text.empty() && full.starts_with(text)
                    && !names.contains(QString::fromStdString("--" + full))) {
                    candidates.append({option, global});
                    names.append(QString::fromStdString("--" + full));
                }
            }
        }
        return nullptr;
    };
    if (m_command) {
        if (const CLI::Option *option = look(m_command->app(), false))
            return Found{option, false};
    }
    if (const CLI::Option *option = look(m_line.root(), true))
        return Found{option, true};
    if (candidates.size() == 1)
        return candidates.first();
    if (candidates.size() > 1)
        return std::unexpected(usage(u"option --%1 could be %2"_s.arg(name, names.join(" or "_L1))));
    const QString near = nearest(u"--"_s + name, longNames());
    return std::unexpected(usage(u"there is no option --%1"_s.arg(name),
                                 near.isEmpty() ? QString() : u"did you mean `%1`?"_s.arg(near)));
}

Found ArgumentReader::findShort(QChar letter) const
{
    const std::string text = QString(letter).toStdString();
    const auto look = [&](const CLI::App &app) -> const CLI::Option * {
        for (const CLI::Option *option : app.get_options()) {
            if (std::ranges::contains(option->get_snames(), text))
                return option;
        }
        return nullptr;
    };
    if (m_command) {
        if (const CLI::Option *option = look(m_command->app()))
            return {option, false};
    }
    return {look(m_line.root()), true};
}

QStringList ArgumentReader::longNames() const
{
    QStringList names;
    const auto add = [&](const CLI::App &app) {
        for (const CLI::Option *option : app.get_options()) {
            for (const std::string &name : option->get_lnames())
                names += QString::fromStdString("--" + name);
        }
    };
    if (m_command)
        add(m_command->app());
    add(m_line.root());
    return names;
}

} // namespace

Result<std::vector<std::string>> orderedArguments(const CommandLine &line, const QStringList &arguments)
{
    return ArgumentReader(line, arguments).read();
}

} // namespace athanor::cli
