// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/connection.h"

#include "tests/support/checks.h"
#include "tests/support/mariadbserver.h"
#include "tests/support/postgresserver.h"
#include "tests/support/realalembic.h"
#include "tests/support/temporaryproject.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

Result<Connection> openUrl(const QString &text)
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    if (!url)
        return std::unexpected(url.error());
    return Connection::open(*url);
}

Result<QStringList> readRows(const QString &text, const VersionTable &table = {})
{
    const Result<Connection> connection = openUrl(text);
    if (!connection)
        return std::unexpected(connection.error());
    return connection->versionRows(table);
}

/// The rows, or the error's text, for comparing.
QStringList rowsOf(const QString &text, const VersionTable &table = {})
{
    const Result<QStringList> rows = readRows(text, table);
    if (!rows)
        qWarning().noquote() << rows.error().text();
    return rows ? *rows : QStringList{rows.error().text()};
}

/// One root with two children, for a database of the test's own.
void writeProject(const TemporaryProject &project, const QString &url,
                  const QByteArray &configureArguments = {})
{
    project.write(u"alembic.ini"_s, "[alembic]\nscript_location = migrations\nsqlalchemy.url = "
                                        + QString(url).replace(u'%', u"%%"_s).toUtf8() + '\n');
    project.write(u"migrations/env.py"_s, "from alembic import context\n"
                                          "from sqlalchemy import create_engine\n"
                                          "url = context.config.get_main_option('sqlalchemy.url')\n"
                                          "with create_engine(url).connect() as connection:\n"
                                          "    context.configure(connection=connection"
                                              + configureArguments
                                              + ")\n"
                                                "    with context.begin_transaction():\n"
                                                "        context.run_migrations()\n");
    project.addRevision({.id = u"a1"_s});
    project.addRevision({.id = u"b2"_s, .down = {u"a1"_s}});
    project.addRevision({.id = u"c3"_s, .down = {u"a1"_s}});
}

/// Accepts connections on a port of 127.0.0.1, as the kernel does for any listener, and says nothing.
class SilentListener
{
public:
    SilentListener()
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_socket, 5) != 0
            || ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("can't listen on 127.0.0.1");
        m_port = ntohs(address.sin_port);
    }
    ~SilentListener() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(SilentListener)

    int port() const { return m_port; }

private:
    int m_socket;
    int m_port = 0;
};

const QString codedPassword = u"p%40ss%3Aw%2Frd%25"_s;

} // namespace

class TestConnectionServers : public QObject
{
    Q_OBJECT

    PostgresServer m_postgres;
    MariadbServer m_mariadb;

    QString createDatabase(const QString &server, const QString &name = {})
    {
        return server == "postgresql"_L1 ? m_postgres.createDatabase(name) : m_mariadb.createDatabase(name);
    }
    void execute(const QString &server, const QString &url, const QByteArray &sql)
    {
        const QString database = DatabaseUrl::parse(url).value().database;
        if (server == "postgresql"_L1)
            m_postgres.execute(database, sql);
        else
            m_mariadb.execute(database, sql);
    }
    static void eachServer()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("PostgreSQL") << u"postgresql"_s;
        QTest::newRow("MariaDB") << u"mariadb"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_SERVER(m_postgres);
        REQUIRE_SERVER(m_mariadb);
    }

    void readsWhatAlembicWrote_data() { eachServer(); }
    void readsWhatAlembicWrote()
    {
        REQUIRE_ALEMBIC();
        QFETCH(QString, server);
        const QString url = createDatabase(server);
        const TemporaryProject project;
        writeProject(project, url);
        QCOMPARE(rowsOf(url), QStringList());

        const AlembicAnswer one = runAlembic(project.folder(), {u"upgrade"_s, u"a1"_s});
        QVERIFY2(one.exitCode == 0, qPrintable(one.output));
        QCOMPARE(rowsOf(url), QStringList{u"a1"_s});

        const AlembicAnswer both = runAlembic(project.folder(), {u"upgrade"_s, u"heads"_s});
        QVERIFY2(both.exitCode == 0, qPrintable(both.output));
        QCOMPARE(rowsOf(url), (QStringList{u"b2"_s, u"c3"_s}));

        const AlembicAnswer none = runAlembic(project.folder(), {u"downgrade"_s, u"base"_s});
        QVERIFY2(none.exitCode == 0, qPrintable(none.output));
        QCOMPARE(rowsOf(url), QStringList());
    }

    void readsAQualifiedVersionTableThatAlembicWrote_data() { eachServer(); }
    void readsAQualifiedVersionTableThatAlembicWrote()
    {
        REQUIRE_ALEMBIC();
        QFETCH(QString, server);
        const QString url = createDatabase(server);
        const QString schema = u"Odd \"%1\" schema.x"_s.arg(server);
        if (server == "postgresql"_L1)
            execute(server, url, "CREATE SCHEMA \"Odd \"\"postgresql\"\" schema.x\"");
        else
            createDatabase(server, schema);
        const VersionTable table = {u"o'd\\d \"versions\" `x`"_s, schema};
        const TemporaryProject project;
        writeProject(project, url,
                     ", version_table='''o'd\\\\d \"versions\" `x`''', version_table_schema='''"
                         + schema.toUtf8() + "'''");
        QCOMPARE(rowsOf(url, table), QStringList());

        const AlembicAnswer answer = runAlembic(project.folder(), {u"upgrade"_s, u"heads"_s});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
        QCOMPARE(rowsOf(url, table), (QStringList{u"b2"_s, u"c3"_s}));
        QCOMPARE(rowsOf(url), QStringList());
        QCOMPARE(rowsOf(url, {table.name, u"no such schema"_s}), QStringList());
    }

    void refusesATableThatIsNoVersionTable_data() { eachServer(); }
    void refusesATableThatIsNoVersionTable()
    {
        QFETCH(QString, server);
        const QString url = createDatabase(server);
        execute(server, url, "CREATE TABLE alembic_version (x INTEGER)");
        const Result<QStringList> rows = readRows(url);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, u"ATH-DB-007"_s);
        QVERIFY2(rows.error().message.contains("no column version_num"_L1), qPrintable(rows.error().text()));
    }

    void saysThatTheTableMayNotBeRead_data() { eachServer(); }
    void saysThatTheTableMayNotBeRead()
    {
        QFETCH(QString, server);
        QString url = createDatabase(server);
        execute(server, url, "CREATE TABLE alembic_version (version_num VARCHAR(32))");
        const QByteArray user = "guest_" + server.toUtf8();
        if (server == "postgresql"_L1) {
            execute(server, url, "CREATE USER " + user + " PASSWORD 'g'");
        } else {
            execute(server, url,
                    "CREATE USER " + user
                        + "@'%' IDENTIFIED BY 'g'; CREATE TABLE t (x INT); GRANT SELECT ON t TO " + user
                        + "@'%'");
        }
        url.replace(u"athanor:"_s + codedPassword, QString::fromUtf8(user) + u":g"_s);
        const Result<QStringList> rows = readRows(url);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, u"ATH-DB-007"_s);
        QVERIFY2(rows.error().message.contains("denied"_L1), qPrintable(rows.error().text()));
    }

    void reachesOddlyNamedDatabases_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("name");
        for (const QString &server : {u"postgresql"_s, u"mariadb"_s}) {
            QTest::addRow("%s, space", qPrintable(server)) << server << u"my shop"_s;
            QTest::addRow("%s, percent", qPrintable(server)) << server << u"my%20shop"_s;
            QTest::addRow("%s, quotes", qPrintable(server)) << server << u"o'd\\d\"=;"_s;
            QTest::addRow("%s, Unicode", qPrintable(server)) << server << u"größe"_s;
            QTest::addRow("%s, at", qPrintable(server)) << server << u"a@b"_s;
        }
    }

    void reachesOddlyNamedDatabases()
    {
        REQUIRE_ALEMBIC();
        QFETCH(QString, server);
        QFETCH(QString, name);
        const QString url = createDatabase(server, name);
        const TemporaryProject project;
        writeProject(project, url);
        const AlembicAnswer answer = runAlembic(project.folder(), {u"stamp"_s, u"b2"_s});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
        QCOMPARE(rowsOf(url), QStringList{u"b2"_s});
    }

    void connectsThroughUnixSockets()
    {
        QVERIFY(m_postgres.createDatabase(u"by_socket"_s).contains("by_socket"_L1));
        QVERIFY(m_mariadb.createDatabase(u"by_socket"_s).contains("by_socket"_L1));
        QVERIFY_RESULT(
            readRows(u"postgresql://athanor@/by_socket?host=%1&port=%2"_s.arg(m_postgres.socketFolder())
                         .arg(m_postgres.port())));
        QVERIFY_RESULT(readRows(u"postgresql://athanor@:%2/by_socket?host=%1"_s.arg(m_postgres.socketFolder())
                                    .arg(m_postgres.port())));
        QVERIFY_RESULT(readRows(u"mysql+pymysql://athanor:%1@localhost/by_socket?unix_socket=%2"_s.arg(
            codedPassword, m_mariadb.socketPath())));
    }

    void understandsTheOptionsOfTheUrl_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("query");
        QTest::newRow("PostgreSQL, several")
            << u"postgresql"_s << u"?sslmode=disable&connect_timeout=3&application_name=a+b"_s;
        QTest::newRow("PostgreSQL, search path") << u"postgresql"_s << u"?options=-c%20search_path%3Dother"_s;
        QTest::newRow("asyncpg") << u"postgresql"_s << u"?ssl=prefer&prepared_statement_cache_size=0"_s;
        QTest::newRow("psycopg") << u"postgresql"_s << u"?prepare_threshold=0"_s;
        QTest::newRow("MariaDB, several")
            << u"mariadb"_s << u"?charset=utf8mb4&connect_timeout=3&read_timeout=5"_s;
        QTest::newRow("MariaDB, TLS") << u"mariadb"_s << u"?ssl_capath=/etc&ssl_check_hostname=false"_s;
        QTest::newRow("MySQL Connector") << u"mariadb"_s << u"?use_pure=true&connection_timeout=3"_s;
    }

    void understandsTheOptionsOfTheUrl()
    {
        QFETCH(QString, server);
        QFETCH(QString, query);
        const QString url = createDatabase(server);
        execute(server, url,
                "CREATE TABLE alembic_version (version_num VARCHAR(32)); INSERT INTO alembic_version VALUES "
                "('a')");
        if (query.contains("search_path"_L1))
            execute(server, url, "CREATE SCHEMA other; ALTER TABLE alembic_version SET SCHEMA other");
        QCOMPARE(rowsOf(url + query), QStringList{u"a"_s});
    }

    void takesTheFirstHostThatAnswers()
    {
        const DatabaseUrl url = DatabaseUrl::parse(m_postgres.createDatabase()).value();
        const QString start = u"postgresql://athanor:"_s + codedPassword + u"@/"_s + url.database;
        const QString port = QString::number(m_postgres.port());
        QVERIFY_RESULT(
            readRows(start + u"?host=127.0.0.1:1&host=127.0.0.1:"_s + port + u"&target_session_attrs=any"_s));
        QVERIFY_RESULT(readRows(start + u"?host=127.0.0.1,127.0.0.1&port=1,"_s + port));
    }

    void refusesOptionsItCannotUse_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("PostgreSQL, misspelt") << u"postgresql://u:secret@127.0.0.1:1/d?sslmod=require"_s;
        QTest::newRow("PostgreSQL, semicolon") << u"postgresql://u:secret@127.0.0.1:1/d?sslrootcert=/a;b"_s;
        QTest::newRow("MySQL, misspelt") << u"mysql://u:secret@127.0.0.1:1/d?ssl_caa=/a"_s;
        QTest::newRow("MySQL, certificate") << u"mysql://u:secret@127.0.0.1:1/d?ssl_verify_cert=true"_s;
        QTest::newRow("MySQL, semicolon") << u"mysql://u:secret@127.0.0.1:1/d?ssl_ca=/a;b"_s;
    }

    void refusesOptionsItCannotUse()
    {
        QFETCH(QString, url);
        const Result<Connection> connection = openUrl(url);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"ATH-DB-006"_s);
        QVERIFY(!connection.error().text().contains("secret"_L1));
    }

    void explainsWhyItCannotConnect_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("before"); // in the URL of a scratch database
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("hint");
        for (const QString &server : {u"postgresql"_s, u"mariadb"_s}) {
            const auto row = [&server](const char *name, const QString &before, const QString &after,
                                       const QString &hint) {
                QTest::addRow("%s, %s", qPrintable(server), name) << server << before << after << hint;
            };
            row("wrong password", codedPassword, u"s3cr%40t"_s, u"user and password"_s);
            row("no password", u':' + codedPassword, QString(), u"user and password"_s);
            row("unknown user", u"athanor:"_s, u"nobody:"_s, u"user and password"_s);
            row("unknown database", u"scratch_"_s, u"missing_"_s, u"create it first"_s);
            row("percent in the database", u"scratch_"_s, u"missing%20"_s, u"without decoding"_s);
            row("port where nothing listens", u"127.0.0.1:"_s, u"127.0.0.1:1?x="_s, u"server runs"_s);
            row("unknown host", u"127.0.0.1:"_s, u"no-such-host.invalid:"_s, u"server runs"_s);
            row("bad socket", u"127.0.0.1:"_s, u"localhost:"_s, u"server runs"_s);
        }
    }

    void explainsWhyItCannotConnect()
    {
        QFETCH(QString, server);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, hint);
        QString url = createDatabase(server);
        if (after.endsWith("?x="_L1))
            url = url.section(u"127.0.0.1:"_s, 0, 0) + u"127.0.0.1:1/d"_s;
        else
            url.replace(before, after);
        if (after == "localhost:"_L1)
            url += server == "postgresql"_L1 ? u"?host=/nowhere"_s : u"?unix_socket=/nowhere/x"_s;
        const Result<Connection> connection = openUrl(url);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"ATH-DB-004"_s);
        const QString text = connection.error().text();
        QVERIFY2(text.contains(hint), qPrintable(text));
        for (const QString &secret : {u"s3cr"_s, codedPassword, PostgresServer::password()})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }

    void keepsOffAConnectionThatIsNotEncryptedAsAsked()
    {
        MariadbServer plain({u"--disable-ssl"_s});
        REQUIRE_SERVER(plain);
        const QString url = plain.createDatabase();
        QCOMPARE(rowsOf(url), QStringList());
        const Result<Connection> connection = openUrl(url + u"?ssl_capath=/etc"_s);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"ATH-DB-004"_s);
        QVERIFY2(connection.error().message.contains("does not encrypt"_L1),
                 qPrintable(connection.error().text()));
    }

    void givesUpOnAServerThatNeverAnswers_data()
    {
        QTest::addColumn<QString>("url"); // %1: the port
        QTest::newRow("PostgreSQL") << u"postgresql://u:s3cr@127.0.0.1:%1/d?connect_timeout=1"_s;
        QTest::newRow("MariaDB") << u"mysql+pymysql://u:s3cr@127.0.0.1:%1/d?connect_timeout=1"_s;
    }

    void givesUpOnAServerThatNeverAnswers()
    {
        QFETCH(QString, url);
        const SilentListener listener;
        const Result<Connection> connection = openUrl(url.arg(listener.port()));
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"ATH-DB-004"_s);
        QVERIFY2(!connection.error().text().contains("s3cr"_L1), qPrintable(connection.error().text()));
    }
};

QTEST_GUILESS_MAIN(TestConnectionServers)
#include "tst_connection_servers.moc"
