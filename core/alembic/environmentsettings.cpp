// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/environmentsettings.h"

#include "core/alembic/arguments.h"
#include "core/alembic/environment.h"
#include "core/alembic/keywordplaces.h"
#include "core/evaluator/dictionary.h"

#include <algorithm>

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

/// What Alembic does where env.py says nothing.
Settings alembicDefaults()
{
    Settings settings;
    settings.hasLiteralBinds = false;
    settings.hasNamedParameters = false;
    return settings;
}

class SettingsFromKeywords
{
public:
    SettingsFromKeywords(Evaluator &evaluator, Settings &settings)
        : m_evaluator(evaluator)
        , m_settings(settings)
    {
    }

    Done read(std::string_view name, Value value)
    {
        if (bool *const flag = flagNamed(name))
            return readFlag(value, *flag);
        if (QString *const text = textNamed(name))
            return readText(value, *text);
        if (name == "url")
            return readUrl(value);
        if (name == "dialect_name")
            return readDialect(value);
        if (name == "dialect_opts")
            return readDialectOptions(value);
        if (name == "target_metadata")
            return readMetadata(value);
        if (name == "transactional_ddl" && !value.isNone())
            return readFlag(value, m_settings.hasTransactionalDdl.emplace(false));
        if (name == "tag" && !value.isNone())
            return readText(value, m_settings.tag.emplace());
        return {};
    }

private:
    bool *flagNamed(std::string_view name)
    {
        const std::pair<std::string_view, bool *> flags[] = {
            {"literal_binds", &m_settings.hasLiteralBinds},
            {"version_table_pk", &m_settings.hasVersionPrimaryKey},
            {"transaction_per_migration", &m_settings.hasTransactionPerMigration},
            {"render_as_batch", &m_settings.rendersAsBatch},
            {"include_schemas", &m_settings.includesSchemas},
        };
        const auto *found = std::ranges::find(flags, name, &std::pair<std::string_view, bool *>::first);
        return found == std::end(flags) ? nullptr : found->second;
    }

    QString *textNamed(std::string_view name)
    {
        const std::pair<std::string_view, QString *> texts[] = {
            {"version_table", &m_settings.versionTable},
            {"version_table_schema", &m_settings.versionTableSchema},
            {"mssql_batch_separator", &m_settings.mssqlSeparator},
            {"oracle_batch_separator", &m_settings.oracleSeparator},
            {"output_encoding", &m_settings.outputEncoding},
        };
        const auto *found = std::ranges::find(texts, name, &std::pair<std::string_view, QString *>::first);
        return found == std::end(texts) ? nullptr : found->second;
    }

    Done readFlag(Value value, bool &flag)
    {
        const auto truth = truthOf(m_evaluator, value);
        if (!truth)
            return std::unexpected(truth.error());
        flag = *truth;
        return {};
    }

    Done readText(Value value, QString &text)
    {
        auto given = textOf(m_evaluator, value, "a setting of env.py");
        if (!given)
            return std::unexpected(given.error());
        text = std::move(*given);
        return {};
    }

    Done readUrl(Value value)
    {
        const Done done = readText(value, m_settings.url);
        if (done && !m_settings.url.isEmpty())
            m_settings.dialect = dialectOfUrl(m_settings.url);
        return done;
    }

    Done readDialect(Value value)
    {
        QString name;
        const Done done = readText(value, name);
        if (done && !name.isEmpty() && !m_settings.dialect)
            m_settings.dialect = dialect::dialectName(name);
        return done;
    }

    Done readDialectOptions(Value value)
    {
        const auto *options = value.as<DictionaryObject>();
        const Value *style = options ? options->table.find("paramstyle") : nullptr;
        if (!style)
            return {};
        QString text;
        const Done done = readText(*style, text);
        m_settings.hasNamedParameters = done && text != "format"_L1 && text != "pyformat"_L1;
        return done;
    }

    Done readMetadata(Value value)
    {
        if (value.isNone())
            return {};
        auto convention = sqlalchemy::namingConventionFrom(m_evaluator, value);
        if (!convention)
            return std::unexpected(convention.error());
        m_settings.convention = std::move(*convention);
        m_settings.hasTargetMetadata = true;
        return {};
    }

    Evaluator &m_evaluator;
    Settings &m_settings;
};

/// What stands in the place of a setting that can't be known.
QString consequence(std::string_view name)
{
    if (name == "url" || name == "dialect_name")
        return u"the dialect is that of the ini's sqlalchemy.url, or --dialect"_s;
    if (name == "target_metadata")
        return u"its naming convention is not known, and SQLAlchemy's own is used"_s;
    return u"Alembic's default is used"_s;
}

Diagnostic unread(std::string_view name, const Error &error, const SourceRange &where)
{
    return {Severity::Note, u"ATH-ENV-001"_s,
            u"%1 of context.configure() can't be read: %2"_s.arg(qtText(name), error.message), where,
            consequence(name)};
}

} // namespace

Settings settingsFrom(Evaluator &evaluator, std::span<const NamedValue> keywords, const ParsedModule &script,
                      Diagnostics &notes)
{
    Settings settings = alembicDefaults();
    SettingsFromKeywords reader(evaluator, settings);
    const SourceRange call = evaluator.where(script.file);
    const QMap<QString, SourceRange> places = keywordPlaces(script, call);
    for (const NamedValue &keyword : keywords) {
        const auto *opaque = keyword.value.as<OpaqueObject>();
        const SourceRange where = places.value(qtText(keyword.name), call);
        const Done done = opaque ? Done(evaluator.refuseOpaque(*opaque, "a setting of env.py"))
                                 : reader.read(keyword.name, keyword.value);
        if (done) {
            settings.origins.insert(qtText(keyword.name), where);
            continue;
        }
        settings.unread.insert(qtText(keyword.name), where);
        notes.append(unread(keyword.name, evaluator.error(done.error()), where));
    }
    return settings;
}

} // namespace athanor::alembic
