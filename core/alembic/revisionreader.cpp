// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/revisionreader.h"

#include "core/alembic/arguments.h"
#include "core/alembic/environmentfiles.h"
#include "core/alembic/scriptcontext.h"
#include "core/evaluator/evaluator.h"

#include <algorithm>

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

Value valueOf(Evaluator &evaluator, const FunctionArgument &argument)
{
    if (const bool *truth = std::get_if<bool>(&argument.value))
        return Value(*truth);
    if (const qint64 *number = std::get_if<qint64>(&argument.value))
        return Value(std::int64_t(*number));
    if (const QString *text = std::get_if<QString>(&argument.value))
        return evaluator.heap().string(text->toStdString());
    return Value();
}

std::string_view functionName(Direction direction)
{
    return direction == Direction::Upgrade ? "upgrade" : "downgrade";
}

/// Alembic loads revisions as modules named after their files.
std::string moduleName(const QString &path)
{
    QString name = path.section(u'/', -1);
    for (QChar &character : name) {
        if (!character.isLetterOrNumber())
            character = u'_';
    }
    return name.toStdString();
}

Done runFunction(Evaluator &evaluator, const RevisionRequest &request, std::span<const NamedValue> arguments)
{
    const auto module = evaluator.run(request.script, moduleName(request.script.file));
    if (!module)
        return std::unexpected(module.error());
    const std::string_view name = functionName(request.direction);
    const auto function = evaluator.findAttribute(*module, name);
    if (!function)
        return std::unexpected(function.error());
    if (!*function)
        return evaluator.raise("AttributeError", "the script has no " + std::string(name) + "()");
    const Evaluated done = evaluator.callEntry(**function, {.keywords = arguments});
    if (!done)
        return std::unexpected(done.error());
    return {};
}

/// Runs env.py for the sake of the arguments that it hands to the revision's function.
class ArgumentsFromEnvironment final : public EnvironmentCalls
{
public:
    explicit ArgumentsFromEnvironment(const RevisionRequest &request)
        : m_request(request)
    {
    }

    Done configure(Evaluator &, std::span<const NamedValue>) override { return {}; }

    Done runMigrations(Evaluator &evaluator, std::span<const NamedValue> keywords) override
    {
        if (m_run++ != m_request.environmentRun)
            return {};
        m_hasRun = true;
        ScriptContext &context = contextOf(evaluator);
        context.operations.clear();
        const Done done = runFunction(evaluator, m_request, keywords);
        m_operations = context.operations;
        return done;
    }

    bool hasRun() const { return m_hasRun; }
    const QList<operation::Operation> &operations() const { return m_operations; }

private:
    const RevisionRequest &m_request;
    QList<operation::Operation> m_operations;
    int m_run = 0;
    bool m_hasRun = false;
};

Done runInEnvironment(Evaluator &evaluator, ScriptContext &context, const RevisionRequest &request)
{
    ArgumentsFromEnvironment calls(request);
    context.environment = &calls;
    keepWrittenFilesInMemory(evaluator);
    const auto module = evaluator.run(*request.environment, "env_py");
    context.environment = nullptr;
    // What env.py itself executes is no part of the revision.
    context.operations = calls.operations();
    if (!module)
        return std::unexpected(module.error());
    if (!calls.hasRun())
        return evaluator.refuse("env.py", "a call of context.run_migrations() that can be read");
    return {};
}

Done run(Evaluator &evaluator, ScriptContext &context, const RevisionRequest &request)
{
    if (request.environment)
        return runInEnvironment(evaluator, context, request);
    std::vector<std::string> names;
    names.reserve(size_t(request.arguments.size()));
    std::vector<NamedValue> arguments;
    for (const FunctionArgument &argument : request.arguments) {
        names.push_back(argument.name.toStdString());
        arguments.push_back({names.back(), valueOf(evaluator, argument)});
    }
    return runFunction(evaluator, request, arguments);
}

/// Whether a refusal is about something that asks a database what it holds.
bool isAboutReflection(const QString &message)
{
    const QLatin1StringView beginnings[] = {"sqlalchemy.inspect "_L1, "sqlalchemy.engine.reflection."_L1,
                                            "MetaData.reflect()"_L1};
    return std::ranges::any_of(beginnings, [&](QLatin1StringView text) { return message.startsWith(text); });
}

/// What of a database the end of the script comes of not having; empty where it has other reasons.
QString missingOfDatabase(const QString &message, const ScriptContext &context)
{
    if (isAboutReflection(message))
        return u"what the database holds"_s;
    if (message.startsWith("CommandError: This operation cannot proceed in --sql mode"_L1))
        return u"the table as it is in the database"_s;
    if (context.hasAskedConnection && message.contains("NoneType"_L1))
        return u"rows of a query"_s;
    return message.contains("MockConnection"_L1) ? u"the stand-in of offline mode can't do this"_s
                                                 : QString();
}

/// Says what lies behind a stop that would not be there with a connection.
Error explained(Error error, const ScriptContext &context)
{
    if (const QString missing = missingOfDatabase(error.message, context); !missing.isEmpty()) {
        error.code = u"ATH-ALB-001"_s;
        error.hint = u"needs a connection: "_s + missing;
    }
    return error;
}

} // namespace

Reading readRevision(Host &host, const RevisionRequest &request)
{
    Evaluator evaluator(host);
    ScriptContext context(request.script.file, request.dialect);
    context.settings = request.settings;
    context.config = request.config;
    context.startingRevisions = request.startingRevisions;
    context.destination = request.destination;
    setContext(evaluator, context);
    Reading reading;
    if (!request.script.module) {
        reading.notes = request.script.diagnostics;
        reading.stop = Error{u"ATH-ALB-002"_s, u"the script is no Python"_s, {request.script.file}};
        return reading;
    }
    const Done done = run(evaluator, context, request);
    if (!done)
        reading.stop = explained(evaluator.error(done.error()), context);
    reading.operations = std::move(context.operations);
    reading.notes = evaluator.notes();
    return reading;
}

} // namespace athanor::alembic
