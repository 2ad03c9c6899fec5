// SPDX-License-Identifier: GPL-3.0-or-later
// The whole text of upgrade, downgrade and stamp with --sql, beside that of the real Alembic.
#include "tests/parity/oracle.h"
#include "tests/support/realalembic.h"
#include "tests/support/temporaryproject.h"

#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

/// The project that all rows share, but for what env.py configures.
struct Environment
{
    const char *name;
    const char *keywords;
};

constexpr Environment environments[] = {
    {"template", "literal_binds=True, dialect_opts={'paramstyle': 'named'}"},
    {"per migration", "literal_binds=True, transaction_per_migration=True"},
    {"no transactional DDL", "literal_binds=True, transactional_ddl=False"},
    {"transactional DDL", "literal_binds=True, transactional_ddl=True"},
    {"version table", "version_table='My Versions', version_table_schema='ops', literal_binds=True"},
    {"version table without key", "version_table_pk=False, literal_binds=True"},
    {"nothing", ""},
    {"naming convention", "literal_binds=True, target_metadata=sqlalchemy.MetaData(naming_convention={'uq': "
                          "'uq_%(table_name)s_%(column_0_name)s', "
                          "'ck': 'ck_%(table_name)s_%(constraint_name)s', 'fk': "
                          "'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s', "
                          "'pk': 'pk_%(table_name)s', 'ix': 'ix_%(column_0_label)s'})"},
};

constexpr const char *dialects[] = {"postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"};

const QList<QStringList> commands{
    {u"upgrade"_s, u"b1"_s, u"--sql"_s},      {u"upgrade"_s, u"a1:b1"_s, u"--sql"_s},
    {u"upgrade"_s, u"heads"_s, u"--sql"_s},   {u"upgrade"_s, u"base:a1"_s, u"--sql"_s},
    {u"downgrade"_s, u"b1:a1"_s, u"--sql"_s}, {u"downgrade"_s, u"b1:base"_s, u"--sql"_s},
    {u"stamp"_s, u"b1"_s, u"--sql"_s},        {u"stamp"_s, u"a1:b1"_s, u"--sql"_s},
    {u"downgrade"_s, u"b1"_s, u"--sql"_s},    {u"upgrade"_s, u"+1"_s, u"--sql"_s},
    {u"upgrade"_s, u"nowhere"_s, u"--sql"_s}, {u"upgrade"_s, u"b1:a1"_s, u"--sql"_s},
};

constexpr auto first =
    "from alembic import op\n"
    "import sqlalchemy as sa\n"
    "revision = 'a1'\n"
    "down_revision = None\n"
    "def upgrade():\n"
    "    op.create_table('t', sa.Column('id', sa.Integer(), nullable=False), sa.Column('n', sa.String(20)),\n"
    "                    sa.Column('m', sa.Enum('x', name='mood')),\n"
    "                    sa.PrimaryKeyConstraint('id'), sa.UniqueConstraint('n'))\n"
    "    op.execute(\"UPDATE t SET n = '100%' WHERE n LIKE '%x'\")\n"
    "def downgrade():\n"
    "    op.drop_table('t')\n";

constexpr auto second = "from alembic import context, op\n"
                        "import sqlalchemy as sa\n"
                        "revision = 'b1'\n"
                        "down_revision = 'a1'\n"
                        "def upgrade():\n"
                        "    with op.get_context().autocommit_block():\n"
                        "        op.execute(\"SELECT 1;\")\n"
                        "    t = sa.table('t', sa.column('id', sa.Integer), sa.column('n', sa.String))\n"
                        "    op.bulk_insert(t, [{'id': 1, 'n': \"it's\"}])\n"
                        "    op.execute(t.update().where(t.c.id == 5).values(n='x'))\n"
                        "    op.create_index('ix', 't', ['n'])\n"
                        "    op.create_table('u', sa.Column('m', sa.Enum('x', name='mood')))\n"
                        "def downgrade():\n"
                        "    op.drop_table('u')\n"
                        "    op.drop_index('ix', 't')\n";

constexpr auto branch = "from alembic import op\n"
                        "revision = 'c1'\n"
                        "down_revision = 'a1'\n"
                        "def upgrade():\n"
                        "    op.execute(\"SELECT 'branch'\")\n"
                        "def downgrade():\n"
                        "    pass\n";

void writeProject(const TemporaryProject &project, const char *dialect, const Environment &environment)
{
    project.write(u"alembic.ini"_s,
                  QByteArray("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = ") + dialect
                      + "://\n");
    project.write(u"migrations/env.py"_s,
                  QByteArray("from alembic import context\nimport sqlalchemy\n\n"
                             "def run_migrations_offline():\n"
                             "    context.configure(dialect_name='")
                      + dialect + "', " + environment.keywords
                      + ")\n    with context.begin_transaction():\n        context.run_migrations()\n\n"
                        "if context.is_offline_mode():\n    run_migrations_offline()\n"
                        "else:\n    raise RuntimeError('offline only')\n");
    project.write(u"migrations/versions/a1.py"_s, first);
    project.write(u"migrations/versions/b1.py"_s, second);
    project.write(u"migrations/versions/c1.py"_s, branch);
}

struct Answer
{
    QString output;
    int code = 0;
};

Answer ourAnswer(const TemporaryProject &project, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(project.folder());
    process.start(QStringLiteral(ATHANOR_PROGRAM), arguments);
    process.waitForFinished(-1);
    return {QString::fromUtf8(process.readAllStandardOutput()), process.exitCode()};
}

/// Alembic before 1.19 drops the version table at an offline base, and says FAILED on standard output.
QString comparable(QString text)
{
    for (const auto &drop :
         {u"DROP TABLE alembic_version;\n\n"_s, u"DROP TABLE alembic_version\n\n/\n\n"_s,
          u"DROP TABLE ops.`My Versions`;\n\n"_s, u"DROP TABLE ops.\"My Versions\";\n\n"_s,
          u"DROP TABLE ops.[My Versions];\n\n"_s, u"DROP TABLE ops.\"My Versions\"\n\n/\n\n"_s}) {
        for (const QString &batch : {QString(drop + "GO\n\n"_L1), drop})
            text.remove(batch);
    }
    const qsizetype failed = text.indexOf("FAILED:"_L1);
    return failed < 0 ? text : text.first(failed).trimmed();
}

class tst_parity_offline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_ALEMBIC(); }
    void text_data();
    void text();
};

void tst_parity_offline::text_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("environment");
    for (const char *dialect : dialects) {
        for (int i = 0; i < int(std::size(environments)); ++i)
            QTest::addRow("%s, %s", dialect, environments[i].name) << QString::fromLatin1(dialect) << i;
    }
}

void tst_parity_offline::text()
{
    QFETCH(QString, dialect);
    QFETCH(int, environment);
    const TemporaryProject project;
    writeProject(project, dialect.toLatin1().constData(), environments[environment]);
    QJsonArray question;
    for (const QStringList &command : commands)
        question.append(QJsonArray::fromStringList(command));
    const auto answers = askOracle(u"command_oracle.py"_s, question, project.folder());
    QVERIFY2(answers, answers ? "" : qPrintable(answers.error().text()));
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const QJsonObject theirs = answers->at(i).toObject();
        const Answer ours = ourAnswer(project, commands.at(i));
        const QString what = commands.at(i).join(u' ');
        QVERIFY2((ours.code == 0) == (theirs.value(u"code"_s).toInt() == 0),
                 qPrintable(what + u'\n' + ours.output));
        const QString expected = comparable(theirs.value(u"output"_s).toString());
        if (ours.code == 0)
            QVERIFY2(ours.output == expected,
                     qPrintable(u"%1\nAlembic:\n%2\nAthanor:\n%3"_s.arg(what, expected, ours.output)));
    }
}

} // namespace

QTEST_GUILESS_MAIN(tst_parity_offline)
#include "tst_parity_offline.moc"
