// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "core/base/nearest.h"

#include <CLI/CLI.hpp>

namespace athanor::cli {

using namespace Qt::StringLiterals;

ColourMode GlobalOptions::colourMode() const
{
    if (colour == "always"_L1)
        return ColourMode::Always;
    return colour == "never"_L1 ? ColourMode::Never : ColourMode::Auto;
}

/// "a|b|c" as value name limits the value to these.
static CLI::Option *limited(CLI::Option *option, const std::string &valueName)
{
    option->type_name(valueName);
    const QStringList choices = QString::fromStdString(valueName).split(u'|');
    if (choices.size() > 1) {
        option->check(CLI::Validator(
            [choices](const std::string &text) {
                const QString value = QString::fromStdString(text);
                const QString fault = u"'%1' is none of %2"_s.arg(value, choices.join(u", "_s));
                return choices.contains(value) ? std::string() : fault.toStdString();
            },
            ""));
    }
    return option;
}

static CLI::Option *addOption(CLI::App *app, const std::string &names, QString &value,
                              const std::string &valueName, const std::string &help)
{
    const auto store = [&value](const std::string &text) { value = QString::fromStdString(text); };
    return limited(app->add_option_function<std::string>(names, store, help), valueName)->take_last();
}

static CLI::Option *addOption(CLI::App *app, const std::string &names, QStringList &values,
                              const std::string &valueName, const std::string &help)
{
    const auto store = [&values](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            values += QString::fromStdString(text);
    };
    CLI::Option *option = app->add_option_function<std::vector<std::string>>(names, store, help);
    return limited(option->expected(1)->allow_extra_args(false)->take_all(), valueName);
}

Command &Command::flag(const std::string &names, bool &value, const std::string &help)
{
    m_app->add_flag(names, value, help)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    return *this;
}

Command &Command::option(const std::string &names, QString &value, const std::string &valueName,
                         const std::string &help)
{
    addOption(m_app, names, value, valueName, help);
    return *this;
}

Command &Command::option(const std::string &names, QStringList &values, const std::string &valueName,
                         const std::string &help)
{
    addOption(m_app, names, values, valueName, help);
    return *this;
}

Command &Command::argument(const std::string &valueName, QString &value, const std::string &help,
                           Presence presence)
{
    const auto store = [&value](const std::string &text) {
        value = QString::fromStdString(text).trimmed(); // see wholeWord()
    };
    limited(m_app->add_option_function<std::string>(valueName, store, help), valueName)
        ->required(presence == Presence::Required);
    return *this;
}

Command &Command::arguments(const std::string &valueName, QStringList &values, const std::string &help)
{
    const auto store = [&values](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            values += QString::fromStdString(text).trimmed(); // see wholeWord()
    };
    CLI::Option *option = m_app->add_option_function<std::vector<std::string>>(valueName, store, help);
    limited(option->expected(1, CLI::detail::expected_max_vector_size), valueName)->required();
    return *this;
}

Command &Command::details(std::string text)
{
    m_details = std::move(text);
    return *this;
}

Command &Command::example(std::string line, std::string meaning)
{
    m_examples.push_back({std::move(line), std::move(meaning)});
    return *this;
}

Command &Command::run(Run run)
{
    m_run = std::move(run);
    return *this;
}

static void addGlobalOptions(CLI::App &root, GlobalOptions &globals)
{
    root.set_help_flag("-h,--help", "Explain the program or, after a command, that command");
    root.add_flag("--version", "Print the version");
    addOption(&root, "-c,--config", globals.configs, "FILE",
              "The project: a folder, an ini or a pyproject.toml (both may be given); otherwise "
              "$ALEMBIC_CONFIG, or the"
              " working folder's own");
    addOption(&root, "-n,--name", globals.section, "SECTION",
              "The ini's section to read instead of [alembic]");
    addOption(&root, "-x", globals.x, "KEY=VALUE", "A value for env.py; may be given several times");
    addOption(&root, "--url", globals.url, "URL", "The database, as an SQLAlchemy URL");
    addOption(&root, "--target", globals.target, "TARGET", "The database of this name in athanor.toml");
    addOption(&root, "--dialect", globals.dialect, "DIALECT",
              "The SQL dialect to assume where no database is asked");
    root.add_flag("--json", globals.json, "Print JSON instead of text");
    root.add_flag("-q,--quiet", globals.quiet, "Print no results and no errors; the exit code tells");
    addOption(&root, "--color", globals.colour, "auto|always|never",
              "Colours: auto is on a terminal unless $NO_COLOR is set");
}

CommandLine::CommandLine()
    : m_root(
          std::make_unique<CLI::App>("Reads, shows and plans Alembic migrations without Python.", "athanor"))
{
    addGlobalOptions(*m_root, m_globals);
    addAllCommands(*this);
}

CommandLine::~CommandLine() = default;

Command &CommandLine::add(const std::string &name, const std::string &sentence, Visibility visibility)
{
    CLI::App *app = m_root->add_subcommand(name, sentence);
    app->set_help_flag("-h,--help", "Explain this command");
    if (visibility == Visibility::Hidden)
        app->group("");
    m_commands.push_back(std::unique_ptr<Command>(new Command(app)));
    return *m_commands.back();
}

const Command *CommandLine::find(const std::string &name) const
{
    for (const auto &command : m_commands) {
        if (command->app().get_name() == name)
            return command.get();
    }
    return nullptr;
}

Error CommandLine::unknownCommand(const QString &name) const
{
    QStringList names;
    for (const auto &command : m_commands) {
        if (!command->app().get_group().empty())
            names += QString::fromStdString(command->app().get_name());
    }
    QString hint = u"run `athanor help` for the list"_s;
    if (const QString near = nearest(name, names); !near.isEmpty())
        hint = u"did you mean `%1`?"_s.arg(near);
    return {u"ATH-CLI-001"_s, u"there is no command '%1'"_s.arg(name), {}, hint, ErrorKind::Usage};
}

static Error usageError(const CLI::App &root, const QString &message)
{
    QString command;
    for (const CLI::App *chosen : root.get_subcommands())
        command = u' ' + QString::fromStdString(chosen->get_name());
    return {u"ATH-CLI-002"_s, message, {}, u"see `athanor%1 --help`"_s.arg(command), ErrorKind::Usage};
}

static Error tooManyArguments(const CLI::App &root)
{
    QStringList words;
    for (const std::string &word : root.remaining(true)) {
        if (word != "--")
            words += u'\'' + QString::fromStdString(word) + u'\'';
    }
    return usageError(root, u"nothing can be done with the argument "_s + words.join(u", "_s));
}

Result<Invocation> CommandLine::parse(const QStringList &arguments)
{
    auto ordered = orderedArguments(*this, arguments);
    if (!ordered)
        return std::unexpected(ordered.error());
    std::ranges::reverse(*ordered); // CLI11 takes them from the back
    try {
        m_root->parse(std::move(*ordered));
    } catch (const CLI::CallForHelp &) {
        const std::vector<CLI::App *> chosen = m_root->get_subcommands();
        return Invocation{helpText(*this, chosen.empty() ? nullptr : find(chosen.front()->get_name())), {}};
    } catch (const CLI::ExtrasError &) {
        return std::unexpected(tooManyArguments(*m_root));
    } catch (const CLI::ParseError &error) {
        return std::unexpected(usageError(*m_root, QString::fromUtf8(error.what())));
    }
    return invocation();
}

Result<Invocation> CommandLine::invocation()
{
    if (m_root->count("--version") > 0)
        return Invocation{u"athanor " ATHANOR_VERSION "\n"_s, {}};
    const std::vector<CLI::App *> chosen = m_root->get_subcommands();
    if (chosen.empty())
        return Invocation{helpText(*this, nullptr), {}};
    return Invocation{{}, find(chosen.front()->get_name())->m_run};
}

} // namespace athanor::cli
