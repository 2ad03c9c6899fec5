// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/environment.h"

#include "core/alembic/arguments.h"
#include "core/alembic/environmentfiles.h"
#include "core/alembic/environmentsettings.h"
#include "core/alembic/scriptcontext.h"
#include "core/evaluator/evaluator.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

std::optional<dialect::DialectName> dialectOfUrl(const QString &url)
{
    const qsizetype end = url.indexOf(u':');
    return end < 0 ? std::nullopt : dialect::dialectName(QStringView(url).first(end));
}

namespace {

/// A plain value as it can be handed to another evaluator; empty for anything else.
std::optional<FunctionArgument> plainArgument(const NamedValue &given)
{
    FunctionArgument argument{qtText(given.name)};
    if (given.value.isBoolean())
        argument.value = given.value.boolean();
    else if (given.value.isInteger())
        argument.value = qint64(given.value.integer());
    else if (const std::string *text = python::textOf(given.value))
        argument.value = qtText(*text);
    else if (!given.value.isNone())
        return std::nullopt;
    return argument;
}

/// Keeps what env.py configures, and each of its runs.
class EnvironmentRecorder final : public EnvironmentCalls
{
public:
    EnvironmentRecorder(Environment &environment, const ParsedModule &script)
        : m_environment(environment)
        , m_script(script)
    {
    }

    Done configure(Evaluator &evaluator, std::span<const NamedValue> keywords) override
    {
        m_isConfigured = true;
        m_run.settings = settingsFrom(evaluator, keywords, m_script, m_environment.notes);
        contextOf(evaluator).settings = m_run.settings;
        return {};
    }

    Done runMigrations(Evaluator &evaluator, std::span<const NamedValue> keywords) override
    {
        EnvironmentRun run = m_run;
        run.where = evaluator.where(m_script.file);
        for (const NamedValue &keyword : keywords) {
            if (const auto argument = plainArgument(keyword))
                run.arguments.append(*argument);
            else
                run.hasOtherArguments = true;
        }
        m_environment.runs.append(run);
        return {};
    }

    /// When env.py stops between configure() and run_migrations(), what it configured still counts.
    void finish()
    {
        m_environment.isRead = !m_environment.runs.isEmpty() || m_isConfigured;
        if (m_environment.runs.isEmpty())
            m_environment.runs.append(m_run);
    }

private:
    Environment &m_environment;
    const ParsedModule &m_script;
    EnvironmentRun m_run;
    bool m_isConfigured = false;
};

Diagnostic stopped(const Error &error, bool isConfigured)
{
    return {Severity::Note, u"ATH-ENV-002"_s, u"env.py can't be read to its end: %1"_s.arg(error.message),
            error.where,
            isConfigured ? u"what it has configured until there counts"_s
                         : u"the settings of the env.py that `alembic init` writes are used"_s};
}

} // namespace

Environment readEnvironment(Host &host, const ParsedModule &script, const ConfigValues &config,
                            dialect::DialectName dialect)
{
    Environment environment;
    EnvironmentRecorder recorder(environment, script);
    Evaluator evaluator(host);
    ScriptContext context(script.file, dialect);
    context.config = config;
    context.environment = &recorder;
    setContext(evaluator, context);
    if (!script.module) {
        environment.notes = script.diagnostics;
        recorder.finish();
        return environment;
    }
    keepWrittenFilesInMemory(evaluator);
    const auto module = evaluator.run(script, "env_py");
    recorder.finish();
    if (!module && environment.runs.size() <= 1)
        environment.notes.append(stopped(evaluator.error(module.error()), environment.isRead));
    return environment;
}

} // namespace athanor::alembic
