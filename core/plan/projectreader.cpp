// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/projectreader.h"

#include "core/plan/engines.h"
#include "core/plan/settingoverrides.h"
#include "core/project/projecturl.h"
#include "core/project/scriptfolder.h"
#include "core/project/textfile.h"

#include <QFileInfo>

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

/// The parameters that a caller has to give.
QStringList requiredParameters(const python::Function &function)
{
    QStringList names;
    if (!function.parameters)
        return names;
    const python::Parameters &parameters = *function.parameters;
    for (const auto &list : {parameters.positionalOnly, parameters.positional, parameters.keywordOnly}) {
        for (const python::Parameter *parameter : list) {
            if (!parameter->defaultValue)
                names += QString::fromUtf8(parameter->name.data(), qsizetype(parameter->name.size()));
        }
    }
    return names;
}

const python::Function *functionNamed(const python::Module &module, std::string_view name)
{
    const python::Function *found = nullptr;
    for (const python::Statement *statement : module.body) {
        const auto *function = statement->as<python::Function>();
        if (function && function->name == name)
            found = function;
    }
    return found;
}

/// The engines that a script of the multidb template has functions for.
QStringList enginesOf(const python::Module &module)
{
    QStringList engines;
    for (const python::Statement *statement : module.body) {
        const auto *function = statement->as<python::Function>();
        if (function && function->name.starts_with("upgrade_"))
            engines += QString::fromUtf8(function->name.data() + 8, qsizetype(function->name.size()) - 8);
    }
    return engines;
}

std::string_view functionName(alembic::Direction direction)
{
    return direction == alembic::Direction::Upgrade ? "upgrade" : "downgrade";
}

} // namespace

ProjectReader::ProjectReader(const Project &project, ReaderOptions options)
    : m_project(project)
    , m_options(std::move(options))
    , m_host(project)
    , m_config(configValues())
{
}

alembic::ConfigValues ProjectReader::configValues() const
{
    const Config &config = m_project.config();
    alembic::ConfigValues values{.file = config.iniPath, .section = config.section};
    for (const QString &section : config.ini.sectionNames()) {
        QMap<QString, QString> &entries = values.sections[section];
        for (const QString &key : config.ini.keys(section)) {
            const auto value = config.ini.value(section, key);
            if (value && *value)
                entries.insert(key, **value);
        }
    }
    for (auto it = config.sectionValues.begin(); it != config.sectionValues.end(); ++it)
        values.sections[config.section].insert(it.key(), it.value());
    values.xArguments = m_options.xArguments;
    values.tag = m_options.tag;
    return values;
}

Result<dialect::DialectName> ProjectReader::dialectOf(const alembic::Settings &settings) const
{
    if (m_options.dialect)
        return *m_options.dialect;
    if (settings.dialect)
        return *settings.dialect;
    for (const QString &url : {m_options.url, m_project.config().sqlalchemyUrl}) {
        if (const auto name = alembic::dialectOfUrl(url))
            return *name;
    }
    return std::unexpected(Error{u"ATH-PLN-001"_s,
                                 u"nothing says which database the SQL is for"_s,
                                 {m_project.config().scriptLocation + "/env.py"_L1},
                                 u"give --dialect, or sqlalchemy.url in the ini"_s});
}

Result<void> ProjectReader::open()
{
    const QString path = m_project.config().scriptLocation + "/env.py"_L1;
    const auto fallback = dialectOf({}).value_or(dialect::DialectName::PostgreSql);
    if (const auto bytes = readSettingsFile(path)) {
        m_script.emplace(python::parseModule(*bytes, path));
        m_environment = alembic::readEnvironment(m_host, *m_script, m_config, fallback);
    } else {
        m_environment.runs.append(alembic::EnvironmentRun());
        m_environment.notes.append(Diagnostic::fromError(bytes.error()));
    }
    applyOverrides(m_project.settings().scripts.overrides, m_environment);
    if (const auto engine = checkChosenEngine(m_environment.runs, m_options.xArguments); !engine)
        return engine;
    for (alembic::EnvironmentRun &run : m_environment.runs) {
        const auto dialect = dialectOf(run.settings);
        if (!dialect)
            return std::unexpected(dialect.error());
        run.settings.dialect = *dialect;
        if (m_options.dialect) {
            run.settings.hasLiteralBinds = true;
            run.settings.hasNamedParameters = true;
            run.settings.hasTransactionalDdl.reset();
            run.settings.convention = schema::defaultConvention();
        }
        m_formats.emplace_back(dialect::dialectOf(*dialect), run.settings);
    }
    return {};
}

alembic::RevisionRequest ProjectReader::request(const RevisionTurn &turn,
                                                const python::ParsedModule &script) const
{
    const alembic::EnvironmentRun &run = m_environment.runs.at(turn.run);
    alembic::RevisionRequest request{.script = script};
    request.direction = turn.direction;
    request.dialect = m_formats[size_t(turn.run)].dialect().name;
    request.settings = run.settings;
    request.config = m_config;
    request.startingRevisions = m_options.startingRevisions;
    request.destination = m_options.destination;
    request.arguments = run.arguments;
    request.environmentRun = turn.run;
    return request;
}

QList<TurnResult> ProjectReader::renderTurn(const RevisionTurn &turn, const python::ParsedModule &script)
{
    alembic::RevisionRequest request = this->request(turn, script);
    const OutputFormat &format = m_formats[size_t(turn.run)];
    const python::Function *function =
        script.module ? functionNamed(*script.module, functionName(turn.direction)) : nullptr;
    QStringList missing = function ? requiredParameters(*function) : QStringList();
    for (const alembic::FunctionArgument &argument : request.arguments)
        missing.removeAll(argument.name);
    const alembic::EnvironmentRun &run = m_environment.runs.at(turn.run);
    if (!missing.isEmpty() && run.hasOtherArguments && m_script) {
        request.environment = &*m_script;
        missing.clear();
    }
    QList<TurnResult> results;
    if (missing.size() != 1 || !isEngineParameter(missing.first())) {
        const QString engine = engineOf(request.arguments);
        if (isChosen(engine, m_options.xArguments))
            results.append({turn, engine, plan::render(alembic::readRevision(m_host, request), format)});
        return results;
    }
    const QList<alembic::FunctionArgument> others = request.arguments;
    for (const QString &engine : enginesOf(*script.module)) {
        if (!isChosen(engine, m_options.xArguments))
            continue;
        request.arguments = others;
        request.arguments.append({missing.first(), engine});
        results.append({turn, engine, plan::render(alembic::readRevision(m_host, request), format)});
    }
    return results;
}

QList<TurnResult> ProjectReader::render(const QList<RevisionTurn> &turns, const python::ParsedModule &script)
{
    QList<TurnResult> results;
    for (const RevisionTurn &turn : turns)
        results += renderTurn(turn, script);
    return results;
}

QList<TurnResult> ProjectReader::render(const QList<RevisionTurn> &turns)
{
    // Both directions, and every run, share one reading of the file.
    QHash<QString, QList<qsizetype>> byPath;
    QStringList paths;
    for (qsizetype i = 0; i < turns.size(); ++i) {
        const QString &path = m_project.graph().at(turns.at(i).revision).path;
        QList<qsizetype> &indexes = byPath[path];
        if (indexes.isEmpty())
            paths.append(path);
        indexes.append(i);
    }
    std::vector<QList<TurnResult>> results(size_t(turns.size()));
    const auto renderAll = [&](const QString &path, const python::ParsedModule &script) {
        for (const qsizetype i : byPath.value(path))
            results[size_t(i)] = renderTurn(turns.at(i), script);
    };
    QStringList parsed;
    QStringList unread;
    for (const QString &path : std::as_const(paths))
        (m_project.tree(path) ? parsed : unread).append(path);
    eachInParallel(parsed.size(),
                   [&](qsizetype index) { renderAll(parsed.at(index), *m_project.tree(parsed.at(index))); });
    readScripts(unread, [&](qsizetype index, const ScriptBytes &bytes) {
        const QString &path = unread.at(index);
        if (bytes)
            return renderAll(path, python::parseModule(*bytes, path));
        const Diagnostic &problem = bytes.error();
        const Error error{problem.code, problem.message, problem.where, problem.hint, ErrorKind::Failure};
        for (const qsizetype i : byPath.value(path))
            results[size_t(i)] = {{turns.at(i), {}, {.error = error}}};
    });
    QList<TurnResult> all;
    for (const QList<TurnResult> &some : results)
        all += some;
    return all;
}

} // namespace athanor::plan
