// SPDX-License-Identifier: GPL-3.0-or-later
// What third parties add to op. The statements are those of alembic-utils 0.8.8 under Alembic 1.19.
#include "core/alembic/revisionreader.h"
#include "core/alembic/scriptmodules.h"
#include "core/dialect/ddlwriter.h"
#include "core/python/parser.h"

#include <QTest>

using namespace athanor;
using namespace athanor::alembic;
using namespace Qt::StringLiterals;

namespace {

class ScriptHost final : public python::Host
{
public:
    std::span<const python::NativeModule> nativeModules() const override { return scriptModules(); }
};

Reading read(const QByteArray &body)
{
    ScriptHost host;
    QByteArray script = "from alembic import op\ndef upgrade():\n"_ba;
    for (const QByteArray &line : body.split('\n'))
        script += "    "_ba + line + '\n';
    const python::ParsedModule parsed = python::parseModule(script, u"a1.py"_s);
    return readRevision(host, {.script = parsed});
}

QStringList statements(const Reading &reading)
{
    QStringList lines;
    for (const operation::Operation &operation : reading.operations) {
        const auto written =
            dialect::dialectOf(dialect::DialectName::PostgreSql).ddl.statements(operation.change, {});
        for (const dialect::Statement &statement : written.value_or(QList<dialect::Statement>()))
            lines.append(statement.sql.simplified());
    }
    return lines;
}

class tst_libraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entities_data();
    void entities();
    void wrongEntities();
};

void tst_libraries::entities_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("function")
        << "from alembic_utils.pg_function import PGFunction\n"
           "f = PGFunction('public', 'up(a text default 1, b int)', \"returns text as $$ select ':x'::text "
           "$$ "
           "language SQL;\")\n"
           "op.create_entity(f)\nop.replace_entity(f)\nop.drop_entity(f, cascade=True)"_ba
        << QStringList{u"CREATE FUNCTION \"public\".\"up\"(a text default 1, b int) returns text as $$ "
                       u"select ':x'::text $$ "
                       "language SQL"_s,
                       u"CREATE OR REPLACE FUNCTION \"public\".\"up\"(a text default 1, b int) returns text "
                       u"as $$ select "
                       "':x'::text $$ language SQL"_s,
                       u"DROP FUNCTION \"public\".\"up\"(a text, b int) cascade"_s};
    QTest::newRow("view")
        << "from alembic_utils.pg_view import PGView\n"
           "v = PGView(schema='public', signature='v', definition='select 1;')\n"
           "op.create_entity(v)\nop.replace_entity(v)\nop.drop_entity(v)"_ba
        << QStringList{u"CREATE VIEW \"public\".\"v\" AS select 1;"_s,
                       u"do $$ begin CREATE OR REPLACE VIEW \"public\".\"v\" AS select 1; exception when "
                       "others then DROP VIEW IF EXISTS \"public\".\"v\"; CREATE VIEW \"public\".\"v\" AS "
                       "select 1; end; $$ language 'plpgsql'"_s,
                       u"DROP VIEW \"public\".\"v\""_s};
    QTest::newRow("materialized view")
        << "from alembic_utils.pg_materialized_view import PGMaterializedView\n"
           "op.create_entity(PGMaterializedView('public', 'm', 'select 1', with_data=False))"_ba
        << QStringList{u"CREATE MATERIALIZED VIEW \"public\".\"m\" AS select 1 WITH NO DATA;"_s};
    QTest::newRow("trigger")
        << "from alembic_utils.pg_trigger import PGTrigger\n"
           "t = PGTrigger('s', 'x', 'after update on account for each row execute procedure f()', 'account', "
           "is_constraint=True)\n"
           "op.create_entity(t)\nop.drop_entity(t)"_ba
        << QStringList{
               u"CREATE CONSTRAINT TRIGGER \"x\" after update ON s.account for each row execute procedure f()"_s,
               u"DROP TRIGGER \"x\" ON public.account"_s};
    QTest::newRow("policy")
        << "from alembic_utils.pg_policy import PGPolicy\n"
           "op.create_entity(PGPolicy.from_sql('create policy p on t for all using (true)'))"_ba
        << QStringList{u"CREATE POLICY p on public.t for all using (true)"_s};
    QTest::newRow("extension") << "from alembic_utils.pg_extension import PGExtension\n"
                                  "op.create_entity(PGExtension('public', 'citext'))"_ba
                               << QStringList{u"CREATE EXTENSION \"citext\" WITH SCHEMA \"public\";"_s};
    QTest::newRow("grant")
        << "from alembic_utils.pg_grant_table import PGGrantTable\n"
           "op.replace_entity(PGGrantTable('public', 't', 'anon', 'SELECT', ['b', 'a']))"_ba
        << QStringList{u"REVOKE SELECT ON \"public\".\"t\" FROM \"anon\""_s,
                       u"GRANT SELECT ( a, b ) ON \"public\".\"t\" TO \"anon\""_s};
}

void tst_libraries::entities()
{
    QFETCH(QByteArray, script);
    QFETCH(QStringList, expected);
    const Reading reading = read(script);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(statements(reading), expected);
}

void tst_libraries::wrongEntities()
{
    const Reading reading = read("from alembic_utils.pg_grant_table import PGGrantTable\n"
                                 "op.create_entity(PGGrantTable('public', 't', 'anon', 'SELECT'))"_ba);
    QVERIFY(reading.stop);
    QVERIFY2(reading.stop->text().contains("a value must be provided for columns"_L1),
             qPrintable(reading.stop->text()));
}

} // namespace

QTEST_GUILESS_MAIN(tst_libraries)
#include "tst_libraries.moc"
