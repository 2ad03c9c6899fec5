// SPDX-License-Identifier: GPL-3.0-or-later
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

/// A script whose batch_alter_table() takes a copy of the table t, of which `columns` tells what is in it.
Reading read(const QByteArray &columns, const QByteArray &arguments, const QByteArray &body,
             dialect::DialectName dialect = dialect::DialectName::Sqlite)
{
    ScriptHost host;
    const QByteArray script = "from alembic import op\nimport sqlalchemy as sa\ndef upgrade():\n"
                              "    t = sa.Table('t', sa.MetaData(), "_ba
                              + columns + ")\n    with op.batch_alter_table('t', copy_from=t"_ba + arguments
                              + ") as batch:\n        "_ba + body + '\n';
    const python::ParsedModule parsed = python::parseModule(script, u"a1.py"_s);
    RevisionRequest request{.script = parsed};
    request.dialect = dialect;
    return readRevision(host, request);
}

QString sqlOf(const Reading &reading, dialect::DialectName dialect = dialect::DialectName::Sqlite)
{
    QStringList lines;
    for (const operation::Operation &operation : reading.operations) {
        const auto written = dialect::dialectOf(dialect).ddl.statements(operation.change, {});
        if (!written)
            return written.error().text();
        for (const dialect::Statement &statement : *written)
            lines.append(statement.sql.simplified());
    }
    return lines.join(u'\n');
}

class tst_tablerebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void refuses_data();
    void refuses();
    void dropsNamedConstraintsFirstOnPostgreSql();
    void keepsTheLineOfTheBlock();
};

void tst_tablerebuild::writes_data()
{
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("copied");
    QTest::newRow("a new constraint")
        << "sa.Column('id', sa.Integer(), primary_key=True), sa.Column('u', sa.Integer)"_ba << ""_ba
        << "batch.create_foreign_key('fk', 'users', ['u'], ['id'])"_ba
        << u"id INTEGER NOT NULL, u INTEGER, PRIMARY KEY (id), CONSTRAINT fk FOREIGN KEY(u) REFERENCES users (id)"_s
        << u"(id, u) SELECT t.id, t.u"_s;
    QTest::newRow("another type")
        << "sa.Column('a', sa.String(9)), sa.Column('b', sa.Integer)"_ba << ""_ba
        << "batch.alter_column('a', type_=sa.Integer(), new_column_name='c', nullable=False)"_ba
        << u"c INTEGER NOT NULL, b INTEGER"_s << u"(c, b) SELECT CAST(t.a AS INTEGER) AS a, t.b"_s;
    QTest::newRow("a dropped column takes its UNIQUE along")
        << "sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.UniqueConstraint('a', 'b', name='uq')"_ba
        << ""_ba << "batch.drop_column('a')"_ba << u"b INTEGER"_s << u"(b) SELECT t.b"_s;
    QTest::newRow("places of new columns")
        << "sa.Column('a', sa.Integer), sa.Column('b', sa.Integer)"_ba << ", recreate='always'"_ba
        << "batch.add_column(sa.Column('x', sa.Integer), insert_before='a'); "
           "batch.add_column(sa.Column('y', sa.Integer), insert_after='a')"_ba
        << u"x INTEGER, a INTEGER, y INTEGER, b INTEGER"_s << u"(a, b) SELECT t.a, t.b"_s;
    QTest::newRow("partial reordering")
        << "sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.Column('c', sa.Integer)"_ba
        << ", recreate='always', partial_reordering=[('c', 'a')]"_ba << "pass"_ba
        << u"b INTEGER, c INTEGER, a INTEGER"_s << u"(b, c, a) SELECT t.b, t.c, t.a"_s;
    QTest::newRow("more for the new table")
        << "sa.Column('a', sa.Integer)"_ba
        << ", recreate='always', table_args=[sa.CheckConstraint('a > 5')], "
           "table_kwargs={'prefixes': ['TEMP']}"_ba
        << "pass"_ba << u"a INTEGER, CHECK (a > 5)"_s << u"(a) SELECT t.a"_s;
}

void tst_tablerebuild::writes()
{
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, body);
    QFETCH(QString, table);
    QFETCH(QString, copied);
    const Reading reading = read(columns, arguments, body);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    const QString prefix = arguments.contains("TEMP") ? u"TEMP "_s : QString();
    QCOMPARE(sqlOf(reading), QString(u"CREATE "_s + prefix + u"TABLE _alembic_tmp_t ( "_s + table + u" )\n"_s
                                     + u"INSERT INTO _alembic_tmp_t "_s + copied + u" FROM t\n"_s
                                     + u"DROP TABLE t\nALTER TABLE _alembic_tmp_t RENAME TO t"_s));
}

void tst_tablerebuild::refuses_data()
{
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const QByteArray plain = "sa.Column('a', sa.Integer)"_ba;
    QTest::newRow("column") << plain << "batch.drop_column('x')"_ba << u"KeyError: 'x'"_s;
    QTest::newRow("constraint") << plain << "batch.drop_constraint('x')"_ba << u"No such constraint: 'x'"_s;
    QTest::newRow("index") << plain << "batch.drop_index('x')"_ba << u"No such index: 'x'"_s;
    QTest::newRow("no name") << plain << "batch.create_unique_constraint(None, ['a'])"_ba
                             << u"Constraint must have a name"_s;
    QTest::newRow("place") << plain << "batch.add_column(sa.Column('b', sa.Integer), insert_after='x')"_ba
                           << u"KeyError: 'x'"_s;
    QTest::newRow("key") << "sa.Column('a', sa.Integer, key='b')"_ba << "pass"_ba << u"another key="_s;
    QTest::newRow("renamed column in an expression")
        << "*[c := sa.Column('a', sa.Integer), sa.CheckConstraint(c > 5)]"_ba
        << "batch.alter_column('a', new_column_name='b')"_ba << u"an expression over a renamed column"_s;
}

void tst_tablerebuild::refuses()
{
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const Reading reading = read(columns, ", recreate='always'"_ba, body);
    QVERIFY(reading.stop);
    QVERIFY2(reading.stop->text().contains(message), qPrintable(reading.stop->text()));
    QVERIFY(reading.operations.isEmpty());
}

void tst_tablerebuild::dropsNamedConstraintsFirstOnPostgreSql()
{
    const auto dialect = dialect::DialectName::PostgreSql;
    const Reading reading = read("sa.Column('a', sa.Integer), sa.UniqueConstraint('a', name='uq')"_ba,
                                 ", recreate='always'"_ba, "pass"_ba, dialect);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QVERIFY2(sqlOf(reading, dialect).startsWith("ALTER TABLE t DROP CONSTRAINT uq\nCREATE TABLE"_L1),
             qPrintable(sqlOf(reading, dialect)));
}

void tst_tablerebuild::keepsTheLineOfTheBlock()
{
    const Reading reading =
        read("sa.Column('a', sa.Integer)"_ba, ""_ba, "batch.alter_column('a', nullable=False)"_ba);
    QCOMPARE(reading.operations.size(), 1);
    QCOMPARE(reading.operations.first().where.line, 5);
}

} // namespace

QTEST_GUILESS_MAIN(tst_tablerebuild)
#include "tst_tablerebuild.moc"
