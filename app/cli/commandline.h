// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace athanor::cli {

class Session;

/// When results carry colours.
enum class ColourMode { Auto, Always, Never };

/// The options every command takes, before or after its name.
struct GlobalOptions
{
    QStringList configs; ///< `-c`: folder, ini, pyproject.toml; as typed
    QString section = QStringLiteral("alembic");
    QStringList x; ///< `-x KEY=VALUE`, for env.py
    QString url;
    QString target;
    QString dialect;
    QString colour = QStringLiteral("auto"); ///< auto, always or never
    bool json = false;
    bool quiet = false;

    ColourMode colourMode() const;
};

struct Example
{
    std::string line;
    std::string meaning;
};

using Run = std::function<Result<void>(Session &)>;

enum class Visibility { Listed, Hidden };
enum class Presence { Optional, Required };

/// A command as its file declares it. Values are written into the variables given, which must live as long as
/// the command line. A value's name says what it takes and what the shell completes: REV a revision, TARGET
/// one of athanor.toml, FILE a path, COMMAND a command, "a|b|c" one of these.
class Command
{
public:
    Command &flag(const std::string &names, bool &value, const std::string &help);
    Command &option(const std::string &names, QString &value, const std::string &valueName,
                    const std::string &help);
    /// May be given several times.
    Command &option(const std::string &names, QStringList &values, const std::string &valueName,
                    const std::string &help);
    Command &argument(const std::string &valueName, QString &value, const std::string &help,
                      Presence presence = Presence::Required);
    /// One or more.
    Command &arguments(const std::string &valueName, QStringList &values, const std::string &help);
    /// What --help says below the sentence.
    Command &details(std::string text);
    Command &example(std::string line, std::string meaning);
    Command &run(Run run);

    const CLI::App &app() const { return *m_app; }
    const std::string &detailsText() const { return m_details; }
    const std::vector<Example> &examples() const { return m_examples; }

private:
    friend class CommandLine;
    explicit Command(CLI::App *app)
        : m_app(app)
    {
    }

    CLI::App *m_app;
    std::string m_details;
    std::vector<Example> m_examples;
    Run m_run;
};

/// What the user asked for: a text to print (help, version), or a command to run.
struct Invocation
{
    QString text;
    Run run;
};

/// The tree of commands and options, over CLI11.
class CommandLine
{
public:
    /// With all commands and the global options.
    CommandLine();
    ~CommandLine();
    CommandLine(const CommandLine &) = delete;
    CommandLine &operator=(const CommandLine &) = delete;

    Command &add(const std::string &name, const std::string &sentence,
                 Visibility visibility = Visibility::Listed);

    /// Reads the arguments after the program's name. Errors are of kind Usage. Can be called once.
    Result<Invocation> parse(const QStringList &arguments);

    const GlobalOptions &globals() const { return m_globals; }
    const CLI::App &root() const { return *m_root; }
    const std::vector<std::unique_ptr<Command>> &commands() const { return m_commands; }
    /// The command of this name, hidden ones too; null when there is none.
    const Command *find(const std::string &name) const;
    /// An unknown command as an error that suggests the nearest one.
    Error unknownCommand(const QString &name) const;

private:
    Result<Invocation> invocation();

    std::unique_ptr<CLI::App> m_root;
    std::vector<std::unique_ptr<Command>> m_commands;
    GlobalOptions m_globals;
};

} // namespace athanor::cli
