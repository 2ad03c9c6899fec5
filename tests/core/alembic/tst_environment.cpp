// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/environment.h"
#include "core/alembic/scriptmodules.h"
#include "core/python/parser.h"

#include <QTest>

using namespace athanor;
using namespace athanor::alembic;
using namespace Qt::StringLiterals;
using dialect::DialectName;

namespace {

class ScriptHost final : public python::Host
{
public:
    std::span<const python::NativeModule> nativeModules() const override { return scriptModules(); }
};

Environment read(const QByteArray &script, const ConfigValues &config = {})
{
    ScriptHost host;
    const python::ParsedModule parsed = python::parseModule(script, u"env.py"_s);
    return readEnvironment(host, parsed, config, DialectName::PostgreSql);
}

constexpr auto offline = "from alembic import context\n"
                         "config = context.config\n"
                         "def run_migrations_offline():\n"
                         "    context.configure(%1)\n"
                         "    with context.begin_transaction():\n"
                         "        context.run_migrations(%2)\n"
                         "if context.is_offline_mode():\n"
                         "    run_migrations_offline()\n"
                         "else:\n"
                         "    raise RuntimeError('offline only')\n"_L1;

QByteArray script(const QString &configure, const QString &run = {})
{
    return QString(offline).arg(configure, run).toUtf8();
}

class tst_environment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAndTheirPlaces();
    void eachKeywordHasItsLine();
    void alembicsDefaults();
    void urlOfTheIni();
    void unknownValuesAreToldOf();
    void whatStopsIsToldOf();
    void namingConvention();
    void severalRuns();
    void argumentsOfRevisions();
    void brokenEnvironment();
};

void tst_environment::settingsAndTheirPlaces()
{
    const Environment environment =
        read(script(u"url='mysql+pymysql://u@h/d', literal_binds=True, dialect_opts={'paramstyle': 'named'}, "
                    "version_table='v', version_table_schema='s', transaction_per_migration=True"_s));
    QVERIFY(environment.isRead);
    QVERIFY2(environment.notes.isEmpty(), qPrintable(environment.notes.value(0).text()));
    QCOMPARE(environment.runs.size(), 1);
    const Settings &settings = environment.runs.first().settings;
    QCOMPARE(settings.dialect, DialectName::MySql);
    QVERIFY(settings.hasLiteralBinds);
    QVERIFY(settings.hasNamedParameters);
    QCOMPARE(settings.versionTable, u"v"_s);
    QCOMPARE(settings.versionTableSchema, u"s"_s);
    QVERIFY(settings.hasTransactionPerMigration);
    QCOMPARE(settings.origins.value(u"literal_binds"_s).line, 4);
    QCOMPARE(environment.runs.first().where.line, 6);
}

void tst_environment::eachKeywordHasItsLine()
{
    const Environment environment = read("from alembic import context\n"
                                         "def run():\n"
                                         "    try:\n"
                                         "        context.configure(\n"
                                         "            dialect_name='sqlite',\n"
                                         "            **{'include_schemas': True},\n"
                                         "            render_as_batch=True,\n"
                                         "        )\n"
                                         "    finally:\n"
                                         "        context.run_migrations()\n"
                                         "run()\n");
    const Settings &settings = environment.runs.first().settings;
    QCOMPARE(settings.origins.value(u"dialect_name"_s).line, 5);
    QCOMPARE(settings.origins.value(u"render_as_batch"_s).line, 7);
    QCOMPARE(settings.origins.value(u"render_as_batch"_s).column, 13);
    // What has no place of its own has that of the call.
    QCOMPARE(settings.origins.value(u"include_schemas"_s).line, 4);
}

void tst_environment::alembicsDefaults()
{
    const Environment environment = read(script(u"dialect_name='sqlite'"_s));
    const Settings &settings = environment.runs.first().settings;
    QCOMPARE(settings.dialect, DialectName::Sqlite);
    QVERIFY(!settings.hasLiteralBinds);
    QVERIFY(!settings.hasNamedParameters);
}

void tst_environment::urlOfTheIni()
{
    ConfigValues config;
    config.sections[u"alembic"_s].insert(u"sqlalchemy.url"_s, u"oracle://u@h/d"_s);
    const Environment environment = read(script(u"url=config.get_main_option('sqlalchemy.url')"_s), config);
    QCOMPARE(environment.runs.first().settings.dialect, DialectName::Oracle);
}

void tst_environment::unknownValuesAreToldOf()
{
    const Environment environment =
        read("import myapp.settings\n" + script(u"url=myapp.settings.URL, literal_binds=True"_s));
    QVERIFY(environment.isRead);
    QCOMPARE(environment.notes.size(), 1);
    QCOMPARE(environment.notes.first().code, u"ATH-ENV-001"_s);
    QCOMPARE(environment.notes.first().where.line, 5);
    QVERIFY(environment.runs.first().settings.hasLiteralBinds);
    QVERIFY(!environment.runs.first().settings.dialect);
}

void tst_environment::whatStopsIsToldOf()
{
    const Environment environment = read("from alembic import context\n"
                                         "raise RuntimeError('set DATABASE_URL')\n");
    QVERIFY(!environment.isRead);
    QCOMPARE(environment.runs.size(), 1);
    QVERIFY(environment.runs.first().settings.hasLiteralBinds);
    QCOMPARE(environment.notes.size(), 1);
    QVERIFY(environment.notes.first().message.contains("set DATABASE_URL"_L1));
    QCOMPARE(environment.notes.first().where.line, 2);
}

void tst_environment::namingConvention()
{
    const Environment environment =
        read("import sqlalchemy\n"
             "metadata = sqlalchemy.MetaData(naming_convention={'pk': 'pk_%(table_name)s'})\n"
             + script(u"dialect_name='postgresql', target_metadata=metadata"_s));
    QVERIFY2(environment.notes.isEmpty(), qPrintable(environment.notes.value(0).text()));
    QCOMPARE(environment.runs.first().settings.convention.templates.value(u"pk"_s), u"pk_%(table_name)s"_s);
}

void tst_environment::severalRuns()
{
    const Environment environment = read("from alembic import context\n"
                                         "for name, url in {'one': 'sqlite://', 'two': 'mysql://'}.items():\n"
                                         "    context.configure(url=url, literal_binds=True)\n"
                                         "    context.run_migrations(engine_name=name)\n");
    QCOMPARE(environment.runs.size(), 2);
    QCOMPARE(environment.runs.at(1).settings.dialect, DialectName::MySql);
    QCOMPARE(environment.runs.at(1).arguments, (QList<FunctionArgument>{{u"engine_name"_s, u"two"_s}}));
}

void tst_environment::argumentsOfRevisions()
{
    const Environment environment =
        read("from alembic import op\nimport myapp\n"
             + script(u"dialect_name='mysql'"_s, u"op=op, tables=myapp.tables, dry=True"_s));
    QCOMPARE(environment.runs.size(), 1);
    QVERIFY(environment.runs.first().hasOtherArguments);
    QCOMPARE(environment.runs.first().arguments, (QList<FunctionArgument>{{u"dry"_s, true}}));
}

void tst_environment::brokenEnvironment()
{
    const Environment environment = read("def (\n");
    QVERIFY(!environment.isRead);
    QCOMPARE(environment.runs.size(), 1);
    QVERIFY(!environment.notes.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(tst_environment)
#include "tst_environment.moc"
