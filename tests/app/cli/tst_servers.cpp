// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mariadbserver.h"
#include "tests/support/postgresserver.h"
#include "tests/support/temporaryproject.h"

#include <QProcess>
#include <QTest>

using namespace athanor::test;
using namespace Qt::StringLiterals;

/// What the scenarios show on SQLite, on real servers: the position is read, marked and planned from, and no
/// password is printed.
class TestServers : public QObject
{
    Q_OBJECT

    struct Printed
    {
        QString output;
        QString errors;
        int code = 0;
    };

    TemporaryProject m_project;
    PostgresServer m_postgres;
    MariadbServer m_mariadb;

    Printed athanor(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_project.folder());
        process.start(QStringLiteral(ATHANOR_PROGRAM), arguments);
        process.waitForFinished(-1);
        return {QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError()), process.exitCode()};
    }

    template<typename Server>
    void readsThePosition(Server &server)
    {
        REQUIRE_SERVER(server);
        const QString url = server.createDatabase(u"shop"_s);
        const Printed virgin = athanor({u"current"_s, u"--url"_s, url});
        QCOMPARE(virgin.errors, QString());
        QCOMPARE(virgin.output, QString());
        QCOMPARE(virgin.code, 0);

        server.execute(u"shop"_s,
                       "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);"
                       "INSERT INTO alembic_version VALUES ('a1');");
        const Printed current = athanor({u"current"_s, u"-v"_s, u"--url"_s, url});
        QVERIFY2(current.output.startsWith(u"Current revision(s) for "_s),
                 qPrintable(current.output + current.errors));
        QVERIFY(current.output.contains(u"\nRev: a1\n"_s));
        QVERIFY(current.output.contains(u"***"_s));
        for (const QString &secret : {Server::password(), u"p%40ss"_s})
            QVERIFY(!current.output.contains(secret) && !current.errors.contains(secret));

        QCOMPARE(athanor({u"history"_s, u"-i"_s, u"--url"_s, url}).output,
                 u"a1 -> b1 (head), second\n<base> -> a1 (current), first\n"_s);
        QCOMPARE(
            athanor({u"plan"_s, u"upgrade"_s, u"head"_s, u"--url"_s, url}).output,
            u"upgrade  a1 -> b1  update a1 to b1  second\n1 step; afterwards the version table holds b1.\n"_s);
        QCOMPARE(athanor({u"current"_s, u"-c"_s, u"--url"_s, url}).code, 255);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_project.addRevision({u"a1"_s, {}, u"first"_s});
        m_project.addRevision({u"b1"_s, {u"a1"_s}, u"second"_s});
    }

    void postgresql() { readsThePosition(m_postgres); }
    void mariadb() { readsThePosition(m_mariadb); }

    void nobodyListens()
    {
        const Printed printed =
            athanor({u"current"_s, u"--url"_s, u"postgresql://u:s3cret@127.0.0.1:1/shop"_s});
        QCOMPARE(printed.code, 1);
        QVERIFY2(printed.errors.startsWith("FAILED: "_L1), qPrintable(printed.errors));
        QVERIFY(!printed.errors.contains(u"s3cret"_s));
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
