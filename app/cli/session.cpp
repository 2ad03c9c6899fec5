// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "core/base/nearest.h"
#include "core/project/projecturl.h"

#include <QCoreApplication>

#include <algorithm>

namespace athanor::cli {

using namespace Qt::StringLiterals;

static Style chosenStyle(ColourMode mode)
{
    const bool coloured = mode == ColourMode::Always || (mode == ColourMode::Auto && terminalWantsColours());
    return coloured ? Style::coloured() : Style::plain();
}

Session::Session(const CommandLine &line)
    : m_line(line)
    , m_style(chosenStyle(line.globals().colourMode()))
{
}

static Result<ProjectLocation> location(const GlobalOptions &options)
{
    if (options.configs.size() > 2)
        return std::unexpected(Error{u"ATH-CLI-002"_s,
                                     u"-c is given more than twice"_s,
                                     {},
                                     u"name one ini and one pyproject.toml at most"_s,
                                     ErrorKind::Usage});
    ProjectLocation location;
    location.path = options.configs.value(0);
    location.section = options.section;
    location.otherPath = options.configs.value(1);
    return location;
}

Result<const Project *> Session::project()
{
    if (m_project)
        return &*m_project;
    const auto place = location(options());
    if (!place)
        return std::unexpected(place.error());
    auto opened = Project::open(*place, m_trees);
    if (!opened)
        return std::unexpected(opened.error());
    m_project = std::move(*opened);
    return &*m_project;
}

Result<const Project *> Session::wholeProject(const QString &purpose)
{
    const auto opened = project();
    if (!opened)
        return opened;
    if (const auto &fault = (*opened)->graph().fault())
        return std::unexpected(*fault);
    for (const Diagnostic &found : (*opened)->diagnostics()) {
        if (found.severity == Severity::Error)
            return std::unexpected(Error{found.code,
                                         u"%1 needs every script, but %2"_s.arg(purpose, found.message),
                                         found.where, found.hint, ErrorKind::Failure});
    }
    return opened;
}

Diagnostics Session::diagnostics() const
{
    return (m_project ? m_project->diagnostics() : Diagnostics()) + m_found;
}

bool Session::hasErrors() const
{
    return std::ranges::any_of(m_found,
                               [](const Diagnostic &found) { return found.severity == Severity::Error; });
}

static Error unknownTarget(const ProjectSettings &settings, const QString &name)
{
    QStringList names;
    for (const Target &target : settings.targets)
        names += target.name;
    QString hint = u"name one of its targets: "_s + names.join(u", "_s);
    if (const QString near = nearest(name, names); !near.isEmpty())
        hint = u"did you mean '%1'?"_s.arg(near);
    if (names.isEmpty())
        hint = settings.path.isEmpty()
                   ? u"there is no athanor.toml beside the project's configuration; give --url"_s
                   : u"the file has no targets; add one, or give --url"_s;
    return {u"ATH-CLI-004"_s, u"there is no target '%1'"_s.arg(name), {settings.path}, hint};
}

static Result<ChosenDatabase> chosen(const QString &url, const VersionTable &table)
{
    const auto parsed = DatabaseUrl::parse(url);
    if (!parsed)
        return std::unexpected(parsed.error());
    return ChosenDatabase{*parsed, table};
}

static Result<ChosenDatabase> chosenTarget(const Project &project, const QString &name)
{
    const Target *target = project.settings().find(name);
    if (!target)
        return std::unexpected(unknownTarget(project.settings(), name));
    const auto url = targetUrl(*target, project.dotenv(), QProcessEnvironment::systemEnvironment());
    if (!url)
        return std::unexpected(url.error());
    return chosen(*url, {target->versionTable, target->versionTableSchema});
}

Result<ChosenDatabase> Session::database()
{
    if (!options().url.isEmpty())
        return chosen(options().url, {});
    const auto opened = project();
    if (!opened)
        return std::unexpected(opened.error());
    const Project &found = **opened;
    const QString &wanted = options().target.isEmpty() ? found.settings().defaultTarget : options().target;
    if (!wanted.isEmpty())
        return chosenTarget(found, wanted);
    const ProjectUrl own =
        databaseUrl(found.config(), found.dotenv(), QProcessEnvironment::systemEnvironment());
    if (!own.url.isEmpty())
        return chosen(own.url, {});
    const Config &config = found.config();
    return std::unexpected(Error{u"ATH-CLI-005"_s,
                                 u"no database is named"_s,
                                 {config.iniPath.isEmpty() ? config.tomlPath : config.iniPath},
                                 u"give --url, a target in athanor.toml, or sqlalchemy.url in the ini"_s});
}

void Session::withApplication(const std::function<void()> &run)
{
    std::optional<QCoreApplication> application;
    int argumentCount = 1;
    char name[] = "athanor";
    char *arguments[] = {name, nullptr};
    if (!QCoreApplication::instance())
        application.emplace(argumentCount, arguments);
    run();
}

Result<QStringList> Session::versionRows()
{
    const auto place = database();
    if (!place)
        return std::unexpected(place.error());
    Result<QStringList> rows;
    withApplication([&] {
        const auto connection = Connection::open(place->url);
        rows = connection ? connection->versionRows(place->table) : std::unexpected(connection.error());
    });
    return rows;
}

} // namespace athanor::cli
