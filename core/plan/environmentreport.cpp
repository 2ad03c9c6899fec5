// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/environmentreport.h"

#include "core/project/urlpassword.h"

#include <QFileInfo>

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

QString flagText(bool flag)
{
    return flag ? u"yes"_s : u"no"_s;
}

QString conventionText(const schema::NamingConvention &convention)
{
    QStringList parts;
    for (const auto &[kind, form] : convention.templates.asKeyValueRange())
        parts += u"%1: %2"_s.arg(kind, form);
    return parts.join(", "_L1);
}

QString argumentText(const alembic::FunctionArgument &argument)
{
    if (const bool *truth = std::get_if<bool>(&argument.value))
        return *truth ? u"True"_s : u"False"_s;
    if (const qint64 *number = std::get_if<qint64>(&argument.value))
        return QString::number(*number);
    if (const QString *text = std::get_if<QString>(&argument.value))
        return u"'%1'"_s.arg(*text);
    return u"None"_s;
}

class SettingsReporter
{
public:
    SettingsReporter(const alembic::EnvironmentRun &run, const Config &config)
        : m_run(run)
        , m_settings(run.settings)
        , m_config(config)
    {
    }

    QList<SettingReport> report()
    {
        addUrl();
        add(u"target_metadata"_s, m_settings.hasTargetMetadata ? u"given"_s : u"none"_s);
        addConvention();
        addFlags();
        addTexts();
        addOthers();
        for (const alembic::FunctionArgument &argument : m_run.arguments)
            m_reports.append({u"argument "_s + argument.name, argumentText(argument), m_run.where, {}});
        if (m_run.hasOtherArguments)
            m_reports.append(
                {u"other arguments"_s, u"found by running env.py for each revision"_s, m_run.where, {}});
        return std::move(m_reports);
    }

private:
    void add(const QString &name, const QString &value, const QString &source = {})
    {
        m_named += name;
        if (m_settings.unread.contains(name))
            m_reports.append({name, u"can't be read; "_s + value, m_settings.unread.value(name), {}});
        else
            m_reports.append({name, value, m_settings.origins.value(name), source});
    }

    void addUrl()
    {
        const IniEntry *entry = m_config.ini.find(m_config.section, u"sqlalchemy.url"_s);
        QString source;
        if (!m_settings.url.isEmpty() && m_settings.url == m_config.sqlalchemyUrl && entry)
            source = u"sqlalchemy.url, %1:%2"_s.arg(QFileInfo(m_config.iniPath).fileName())
                         .arg(entry->where().line);
        add(u"url"_s, m_settings.url.isEmpty() ? u"none"_s : withoutPassword(m_settings.url).url, source);
        m_named += u"dialect_name"_s;
        if (m_settings.dialect && m_settings.origins.contains(u"dialect_name"_s))
            add(u"dialect_name"_s, dialect::dialectOf(*m_settings.dialect).text.toString());
    }

    void addConvention()
    {
        const bool isOwn = m_settings.convention != schema::defaultConvention();
        m_reports.append({u"naming_convention"_s,
                          conventionText(m_settings.convention),
                          isOwn ? m_settings.origins.value(u"target_metadata"_s) : SourceRange(),
                          {}});
    }

    void addFlags()
    {
        add(u"literal_binds"_s, flagText(m_settings.hasLiteralBinds));
        m_named += u"dialect_opts"_s;
        m_reports.append({u"paramstyle"_s,
                          m_settings.hasNamedParameters ? u"named"_s : u"the driver's"_s,
                          m_settings.origins.value(u"dialect_opts"_s),
                          {}});
        add(u"render_as_batch"_s, flagText(m_settings.rendersAsBatch));
        add(u"include_schemas"_s, flagText(m_settings.includesSchemas));
        add(u"transaction_per_migration"_s, flagText(m_settings.hasTransactionPerMigration));
        add(u"transactional_ddl"_s, m_settings.hasTransactionalDdl ? flagText(*m_settings.hasTransactionalDdl)
                                                                   : u"as the database has it"_s);
        add(u"version_table_pk"_s, flagText(m_settings.hasVersionPrimaryKey));
    }

    void addTexts()
    {
        add(u"version_table"_s, m_settings.versionTable);
        add(u"version_table_schema"_s,
            m_settings.versionTableSchema.isEmpty() ? u"none"_s : m_settings.versionTableSchema);
        m_named += {u"mssql_batch_separator"_s, u"oracle_batch_separator"_s};
        if (m_settings.dialect == dialect::DialectName::MsSql)
            add(u"mssql_batch_separator"_s, m_settings.mssqlSeparator);
        if (m_settings.dialect == dialect::DialectName::Oracle)
            add(u"oracle_batch_separator"_s, m_settings.oracleSeparator);
    }

    void addOthers()
    {
        for (const auto &[name, where] : m_settings.origins.asKeyValueRange()) {
            if (!m_named.contains(name))
                m_reports.append({name, u"has no part in offline SQL"_s, where, {}});
        }
    }

    const alembic::EnvironmentRun &m_run;
    const alembic::Settings &m_settings;
    const Config &m_config;
    QList<SettingReport> m_reports;
    QStringList m_named;
};

} // namespace

QList<SettingReport> settingsReport(const alembic::EnvironmentRun &run, const Config &config)
{
    return SettingsReporter(run, config).report();
}

} // namespace athanor::plan
