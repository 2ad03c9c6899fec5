// SPDX-License-Identifier: GPL-3.0-or-later
// What athanor.toml says of scripts, and what the SQL becomes of it.
#include "core/plan/previewreport.h"
#include "tests/support/temporaryproject.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;
using dialect::DialectName;

namespace {

/// Of the upgrade of a project's only revision.
plan::RenderedRevision rendered(const test::TemporaryProject &files, std::optional<DialectName> dialect,
                                alembic::Settings *settings = nullptr)
{
    const auto project = Project::open({.path = files.folder()});
    if (!project)
        return {.error = project.error()};
    plan::ProjectReader reader(*project, {.dialect = dialect});
    if (const auto opened = reader.open(); !opened)
        return {.error = opened.error()};
    if (settings)
        *settings = reader.settings(0);
    return reader.render({{0, alembic::Direction::Upgrade, 0}}).first().rendered;
}

void writeRevision(const test::TemporaryProject &files, const QByteArray &imports, const QByteArray &upgrade)
{
    files.write(u"migrations/versions/a.py"_s,
                "from alembic import op\nimport sqlalchemy as sa\n" + imports
                    + "\nrevision = 'a'\ndown_revision = None\ndef upgrade():\n    " + upgrade + "\n");
}

QString sqlOf(const plan::RenderedRevision &revision)
{
    QStringList statements;
    for (const plan::RenderedStatement &statement : revision.statements)
        statements += statement.text.simplified();
    return revision.error ? revision.error->text() : statements.join(u' ');
}

class TestDeclarations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void typesTakeThePlaceOfTheProjectsOwn();
    void harmlessFunctions_data();
    void harmlessFunctions();
    void importFolders();
    void environmentVariables();
    void overrides();
};

void TestDeclarations::types_data()
{
    QTest::addColumn<QByteArray>("forms");
    QTest::addColumn<int>("dialect");
    QTest::addColumn<QString>("written");
    const int postgresql = int(DialectName::PostgreSql);
    const int sqlite = int(DialectName::Sqlite);
    QTest::newRow("SQL") << QByteArray("\"CHAR(32)\"") << postgresql << u"CHAR(32)"_s;
    QTest::newRow("an expression") << QByteArray("\"sa.Numeric(12, 2)\"") << postgresql
                                   << u"NUMERIC(12, 2)"_s;
    QTest::newRow("of the dialect") << QByteArray(
        "{ postgresql = \"postgresql.JSONB()\", default = \"TEXT\" }")
                                    << postgresql << u"JSONB"_s;
    QTest::newRow("of the others") << QByteArray("{ postgresql = \"UUID\", default = \"it's\" }") << sqlite
                                   << u"it's"_s;
    QTest::newRow("none for this dialect") << QByteArray("{ postgresql = \"UUID\" }") << sqlite
                                           << u"athanor.toml says nothing of app.types.G on sqlite"_s;
}

void TestDeclarations::types()
{
    QFETCH(QByteArray, forms);
    QFETCH(int, dialect);
    QFETCH(QString, written);
    const test::TemporaryProject files;
    files.write(u"athanor.toml"_s, "[types]\n\"app.types.G\" = " + forms + "\n");
    writeRevision(files, "from app.types import G", "op.add_column('t', sa.Column('c', G(length=3)))");
    const QString sql = sqlOf(rendered(files, DialectName(dialect)));
    QVERIFY2(sql.contains(written), qPrintable(sql));
}

void TestDeclarations::typesTakeThePlaceOfTheProjectsOwn()
{
    const test::TemporaryProject files;
    files.write(u"athanor.toml"_s, "[types]\n\"app.G\" = \"BINARY(16)\"\n");
    files.write(u"app.py"_s, "import sqlalchemy as sa\nclass G(sa.types.TypeDecorator):\n    impl = sa.Text\n"
                             "Other = sa.Integer\n");
    writeRevision(files, "import app",
                  "op.add_column('t', sa.Column('c', app.G()));"
                  "op.add_column('t', sa.Column('d', app.Other()))");
    QCOMPARE(sqlOf(rendered(files, DialectName::PostgreSql)),
             u"ALTER TABLE t ADD COLUMN c BINARY(16); ALTER TABLE t ADD COLUMN d INTEGER;"_s);
}

void TestDeclarations::harmlessFunctions_data()
{
    QTest::addColumn<QByteArray>("harmless");
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<bool>("isRead");
    const QByteArray none = "";
    QTest::newRow("not declared") << none << QByteArray("vendor.log('x')") << false;
    QTest::newRow("declared") << QByteArray("vendor.log") << QByteArray("vendor.log('x')") << true;
    QTest::newRow("another one") << QByteArray("vendor.log") << QByteArray("vendor.run('x')") << false;
    QTest::newRow("a whole module") << QByteArray("vendor.*") << QByteArray("vendor.tracer.start()") << true;
    QTest::newRow("a result that is needed")
        << QByteArray("vendor.log") << QByteArray("if vendor.log(): pass") << false;
}

void TestDeclarations::harmlessFunctions()
{
    QFETCH(QByteArray, harmless);
    QFETCH(QByteArray, statement);
    QFETCH(bool, isRead);
    const test::TemporaryProject files;
    files.write(u"athanor.toml"_s,
                "[scripts]\nharmless = ["
                    + (harmless.isEmpty() ? QByteArray() : QByteArray("\"" + harmless + "\"")) + "]\n");
    writeRevision(files, "import vendor", statement);
    const plan::RenderedRevision revision = rendered(files, DialectName::Sqlite);
    QVERIFY2(!revision.error == isRead, qPrintable(sqlOf(revision)));
    QVERIFY(revision.statements.isEmpty());
}

void TestDeclarations::importFolders()
{
    const test::TemporaryProject files;
    writeRevision(files, "from names import TABLE", "op.drop_table(TABLE)");
    files.write(u"elsewhere/lib/names.py"_s, "TABLE = 'orders'\n");
    QVERIFY(rendered(files, DialectName::Sqlite).error);
    files.write(u"athanor.toml"_s, "[scripts]\npaths = [\"elsewhere/lib\"]\n");
    QCOMPARE(sqlOf(rendered(files, DialectName::Sqlite)), u"DROP TABLE orders;"_s);
}

void TestDeclarations::environmentVariables()
{
    const test::TemporaryProject files;
    files.write(u".env"_s, "APP_TABLE=orders\nSECRET=x\n");
    writeRevision(files, "import os",
                  "op.drop_table(os.environ['APP_TABLE'] + os.environ.get('SECRET', ''))");
    QVERIFY(rendered(files, DialectName::Sqlite).error);
    files.write(u"athanor.toml"_s, "[scripts]\nenvironment = [\"APP_TABLE\"]\n");
    QCOMPARE(sqlOf(rendered(files, DialectName::Sqlite)), u"DROP TABLE orders;"_s);
}

void TestDeclarations::overrides()
{
    const test::TemporaryProject files;
    files.write(u"migrations/env.py"_s,
                "from alembic import context\nimport vendor\n"
                "context.configure(url=vendor.url(), version_table='a', literal_binds=True)\n"
                "context.run_migrations()\n");
    files.write(u"athanor.toml"_s, "[env]\nurl = \"mysql://h/d\"\nversion_table = \"b\"\n"
                                   "transactional_ddl = true\nnaming_convention = { pk = \"pk_x\" }\n");
    writeRevision(files, "", "op.drop_table('t')");
    alembic::Settings settings;
    const plan::RenderedRevision revision = rendered(files, std::nullopt, &settings);
    QVERIFY2(!revision.error, qPrintable(sqlOf(revision)));
    QCOMPARE(settings.dialect, DialectName::MySql);
    QCOMPARE(settings.versionTable, u"b"_s);
    QCOMPARE(settings.hasTransactionalDdl, true);
    QVERIFY(settings.hasLiteralBinds);
    QCOMPARE(settings.convention.templates.value(u"pk"_s), u"pk_x"_s);
    QVERIFY(settings.unread.isEmpty());
    QVERIFY(settings.origins.value(u"url"_s).file.endsWith("athanor.toml"_L1));
    QCOMPARE(settings.origins.value(u"version_table"_s).line, 3);
}

} // namespace

QTEST_GUILESS_MAIN(TestDeclarations)
#include "tst_declarations.moc"
