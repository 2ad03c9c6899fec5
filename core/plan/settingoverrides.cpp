// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/settingoverrides.h"

#include <algorithm>

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

/// The keyword of context.configure() that a setting of athanor.toml stands for.
QString keywordOf(const QString &name)
{
    if (name == "dialect"_L1)
        return u"dialect_name"_s;
    if (name == "paramstyle"_L1)
        return u"dialect_opts"_s;
    return name == "naming_convention"_L1 ? u"target_metadata"_s : name;
}

void applyFlag(const QString &name, bool flag, alembic::Settings &settings)
{
    if (name == "transactional_ddl"_L1) {
        settings.hasTransactionalDdl = flag;
        return;
    }
    const std::pair<QLatin1StringView, bool *> flags[] = {
        {"literal_binds"_L1, &settings.hasLiteralBinds},
        {"render_as_batch"_L1, &settings.rendersAsBatch},
        {"include_schemas"_L1, &settings.includesSchemas},
        {"transaction_per_migration"_L1, &settings.hasTransactionPerMigration},
        {"version_table_pk"_L1, &settings.hasVersionPrimaryKey},
    };
    for (const auto &[known, target] : flags) {
        if (name == known)
            *target = flag;
    }
}

void applyText(const QString &name, const QString &text, alembic::Settings &settings)
{
    if (name == "url"_L1) {
        settings.url = text;
        settings.dialect = alembic::dialectOfUrl(text);
    } else if (name == "dialect"_L1) {
        settings.dialect = dialect::dialectName(text);
    } else if (name == "paramstyle"_L1) {
        settings.hasNamedParameters = text != "format"_L1 && text != "pyformat"_L1;
    } else if (name == "version_table"_L1) {
        settings.versionTable = text;
    } else if (name == "version_table_schema"_L1) {
        settings.versionTableSchema = text;
    }
}

void applyTable(const SettingOverride &given, const QMap<QString, QString> &table,
                alembic::EnvironmentRun &run)
{
    if (given.name == "naming_convention"_L1) {
        run.settings.convention = schema::defaultConvention();
        run.settings.convention.templates.insert(table);
        return;
    }
    run.hasOtherArguments = false;
    for (const auto &[name, value] : table.asKeyValueRange()) {
        run.arguments.removeIf([&](const alembic::FunctionArgument &known) { return known.name == name; });
        run.arguments.append({name, value});
    }
}

void apply(const SettingOverride &given, alembic::EnvironmentRun &run)
{
    if (const bool *flag = std::get_if<bool>(&given.value))
        applyFlag(given.name, *flag, run.settings);
    else if (const QString *text = std::get_if<QString>(&given.value))
        applyText(given.name, *text, run.settings);
    else
        applyTable(given, std::get<QMap<QString, QString>>(given.value), run);
    const QString keyword = keywordOf(given.name);
    run.settings.unread.remove(keyword);
    run.settings.origins.insert(keyword, given.where);
}

} // namespace

void applyOverrides(const QList<SettingOverride> &overrides, alembic::Environment &environment)
{
    for (const SettingOverride &given : overrides) {
        const QString about = keywordOf(given.name) + " of context.configure()"_L1;
        environment.notes.removeIf([&](const Diagnostic &note) {
            return note.code == "ATH-ENV-001"_L1 && note.message.startsWith(about);
        });
        for (alembic::EnvironmentRun &run : environment.runs)
            apply(given, run);
    }
}

} // namespace athanor::plan
