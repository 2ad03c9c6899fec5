// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/connection.h"
#include "core/database/drivers.h"

#include "tests/support/checks.h"
#include "tests/support/realalembic.h"
#include "tests/support/temporaryproject.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <sys/stat.h>
#include <unistd.h>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

/// A connection of the test's own, to set things up with.
class Session
{
public:
    explicit Session(const QString &path)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test-"_s + path))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("can't open %s", qPrintable(path));
    }
    ~Session()
    {
        const QString name = m_database.connectionName();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
    Q_DISABLE_COPY_MOVE(Session)

    void execute(const QStringList &statements) const
    {
        QSqlQuery query(m_database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
    }

private:
    QSqlDatabase m_database;
};

Result<Connection> openUrl(const QString &text, Access access = Access::Read)
{
    const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
    if (!url)
        return std::unexpected(url.error());
    return Connection::open(*url, access);
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
    return rows ? *rows : QStringList{rows.error().text()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConnectionSqlite : public QObject
{
    Q_OBJECT

    /// An empty folder for each test.
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString urlOf(const QString &name) const { return u"sqlite:///"_s + path(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(name));
        return file.fileName();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsWhatAlembicWrote()
    {
        REQUIRE_ALEMBIC();
        const TemporaryProject project;
        project.addRevision({.id = u"a1"_s});
        project.addRevision({.id = u"b2"_s, .down = {u"a1"_s}});
        project.addRevision({.id = u"c3"_s, .down = {u"a1"_s}});
        const QString url = u"sqlite:///"_s + project.filePath(u"db.sqlite"_s);

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

    void readingChangesNothing()
    {
        const QString file = path(u"a.db"_s);
        Session(file).execute({u"CREATE TABLE t (x)"_s});
        const QByteArray before = contentOf(file);
        QCOMPARE(rowsOf(urlOf(u"a.db"_s)), QStringList());
        QCOMPARE(contentOf(file), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.db"_s});
    }

    void anEmptyFileIsAnEmptyDatabase()
    {
        const QString file = write(u"empty.db"_s, {});
        QCOMPARE(rowsOf(urlOf(u"empty.db"_s)), QStringList());
        QCOMPARE(contentOf(file), QByteArray());
    }

    void memoryHoldsNothing_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("nothing") << u"sqlite://"_s;
        QTest::newRow("slash") << u"sqlite:///"_s;
        QTest::newRow("name") << u"sqlite+aiosqlite:///:memory:"_s;
        QTest::newRow("URI") << u"sqlite:///file:x?mode=memory&cache=shared&uri=true"_s;
        QTest::newRow("URI by name") << u"sqlite:///file::memory:?uri=true"_s;
    }

    void memoryHoldsNothing()
    {
        QFETCH(QString, url);
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([before] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(m_folder->path()));
        QCOMPARE(rowsOf(url), QStringList());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void findsTheFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url"); // %1: the folder
        QTest::newRow("absolute") << u"a.db"_s << u"sqlite:///%1/a.db"_s;
        QTest::newRow("relative to the working folder") << u"a.db"_s << u"sqlite:///a.db"_s;
        QTest::newRow("asynchronous driver") << u"a.db"_s << u"sqlite+aiosqlite:///./a.db"_s;
        QTest::newRow("odd characters") << u"ü #%20 b;c&d.db"_s << u"sqlite:///ü #%20 b;c&d.db"_s;
        QTest::newRow("question mark") << u"a?b.db"_s << u"sqlite:///file:a%3Fb.db?uri=true"_s;
        QTest::newRow("URI") << u"a b.db"_s << u"sqlite:///file:%1/a%20b.db?mode=ro&uri=true"_s;
        QTest::newRow("relative URI") << u"a b.db"_s << u"sqlite:///file:a%20b.db?uri=true&timeout=3"_s;
        QTest::newRow("URI that would make it") << u"a.db"_s << u"sqlite:///file:a.db?mode=rwc&uri=true"_s;
        QTest::newRow("immutable URI") << u"a.db"_s << u"sqlite:///file:a.db?immutable=1&uri=true"_s;
        QTest::newRow("named like a URI") << u"file:a.db"_s << u"sqlite:///file:a.db"_s;
        QTest::newRow("unknown options")
            << u"a.db"_s << u"sqlite:///a.db?check_same_thread=False&nonsense=1"_s;
        QTest::newRow("Windows path") << u"C:\\a.db"_s << u"sqlite:///C:\\a.db"_s;
    }

    void findsTheFile()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        Session(path(u"made.db"_s))
            .execute({u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"_s,
                      u"INSERT INTO alembic_version VALUES ('abc')"_s});
        QVERIFY(QFile::rename(path(u"made.db"_s), path(name)));
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([before] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(m_folder->path()));
        QCOMPARE(rowsOf(url.contains("%1"_L1) ? url.replace("%1"_L1, m_folder->path()) : url),
                 QStringList{u"abc"_s});
    }

    void readsOddlyNamedTables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("schema");
        QTest::newRow("plain") << u"versions"_s << QString();
        QTest::newRow("main") << u"versions"_s << u"main"_s;
        QTest::newRow("quotes") << u"o'd\"d"_s << QString();
        QTest::newRow("dot and space") << u"a.b c"_s << u"main"_s;
        QTest::newRow("keyword") << u"select"_s << QString();
        QTest::newRow("Unicode") << u"größe"_s << QString();
    }

    void readsOddlyNamedTables()
    {
        QFETCH(QString, name);
        QFETCH(QString, schema);
        const QString quoted = u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
        Session(path(u"a.db"_s))
            .execute({u"CREATE TABLE %1 (version_num TEXT)"_s.arg(quoted),
                      u"INSERT INTO %1 VALUES ('b'), ('a')"_s.arg(quoted)});
        QCOMPARE(rowsOf(urlOf(u"a.db"_s), {name, schema}), (QStringList{u"a"_s, u"b"_s}));
    }

    void refusesATableThatIsNoVersionTable()
    {
        Session(path(u"a.db"_s))
            .execute({u"CREATE TABLE alembic_version (x)"_s, u"INSERT INTO alembic_version VALUES (1)"_s,
                      u"CREATE TABLE nulls (version_num)"_s, u"INSERT INTO nulls VALUES (NULL)"_s});
        const Result<QStringList> rows = readRows(urlOf(u"a.db"_s));
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, u"ATH-DB-007"_s);
        QVERIFY(rows.error().message.contains("no column version_num"_L1));
        QCOMPARE(readRows(urlOf(u"a.db"_s), {u"nulls"_s}).error().code, u"ATH-DB-007"_s);
        QCOMPARE(readRows(urlOf(u"a.db"_s), {u"x"_s, u"nowhere"_s}).error().code, u"ATH-DB-007"_s);
    }

    void refusesWhatIsNoDatabase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << u"none.db"_s << u"there is no SQLite database"_s;
        QTest::newRow("missing folder") << u"none/none.db"_s << u"there is no SQLite database"_s;
        QTest::newRow("folder") << u"folder"_s << u"is a folder"_s;
        QTest::newRow("below a file") << u"text.db/a.db"_s << u"there is no SQLite database"_s;
        QTest::newRow("text") << u"text.db"_s << u"not a database"_s;
        QTest::newRow("binary") << u"binary.db"_s << u"not a database"_s;
        QTest::newRow("cut off") << u"cut.db"_s << u"can't open the database"_s;
        QTest::newRow("pipe") << u"pipe.db"_s << u"device or pipe"_s;
        QTest::newRow("link to itself") << u"loop.db"_s << u"symbolic links"_s;
        QTest::newRow("name too long") << QString(5000, u'a') << u"name too long"_s;
        QTest::newRow("NUL") << QString(u"a\0b"_s) << u"NUL character"_s;
    }

    void refusesWhatIsNoDatabase()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        write(u"text.db"_s, QByteArray("not a database at all\n").repeated(100));
        write(u"binary.db"_s, QByteArray(4096, '\0'));
        write(u"cut.db"_s, QByteArray("SQLite format 3\0", 16) + QByteArray(50, '\x7f'));
        QVERIFY(::mkfifo(qPrintable(path(u"pipe.db"_s)), 0600) == 0);
        QVERIFY(QFile::link(path(u"loop.db"_s), path(u"loop.db"_s)));
        const QStringList before = QDir(m_folder->path()).entryList();
        for (const Access access : {Access::Read, Access::Write}) {
            const Result<Connection> connection = openUrl(urlOf(name), access);
            QVERIFY(!connection);
            QCOMPARE(connection.error().code, u"ATH-DB-005"_s);
            QVERIFY2(connection.error().message.contains(reason, Qt::CaseInsensitive),
                     qPrintable(connection.error().text()));
            QVERIFY(!connection.error().hint.isEmpty());
        }
        QCOMPARE(QDir(m_folder->path()).entryList(), before);
    }

    void saysThatAFileIsLocked()
    {
        const Session other(path(u"a.db"_s));
        other.execute({u"CREATE TABLE t (x)"_s, u"BEGIN EXCLUSIVE"_s});
        const Result<Connection> connection = openUrl(urlOf(u"a.db"_s) + u"?timeout=0"_s);
        QVERIFY(!connection);
        QVERIFY2(connection.error().message.contains("locked"_L1), qPrintable(connection.error().text()));
        QVERIFY(connection.error().hint.contains("another program"_L1));
    }

    void readsWhatAnotherProgramHasInItsWriteAheadLog()
    {
        const Session other(path(u"a.db"_s));
        other.execute({u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE alembic_version (version_num TEXT)"_s,
                       u"INSERT INTO alembic_version VALUES ('a')"_s, u"BEGIN IMMEDIATE"_s,
                       u"UPDATE alembic_version SET version_num = 'b'"_s});
        QCOMPARE(rowsOf(urlOf(u"a.db"_s)), QStringList{u"a"_s});
        other.execute({u"COMMIT"_s});
        QCOMPARE(rowsOf(urlOf(u"a.db"_s)), QStringList{u"b"_s});
    }

    void explainsAWriteAheadLogThatCannotBeMade()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        Session(path(u"folder/a.db"_s)).execute({u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE t (x)"_s});
        const auto back =
            qScopeGuard([this] { QFile::setPermissions(path(u"folder"_s), QFile::Permissions(0x7000)); });
        QVERIFY(QFile::setPermissions(path(u"folder"_s), QFile::ReadOwner | QFile::ExeOwner));
        const Result<Connection> connection = openUrl(urlOf(u"folder/a.db"_s));
        QVERIFY(!connection);
        QVERIFY2(connection.error().hint.contains("immutable"_L1), qPrintable(connection.error().text()));
        QCOMPARE(rowsOf(u"sqlite:///file:%1?immutable=1&uri=true"_s.arg(path(u"folder/a.db"_s))),
                 QStringList());
    }

    void saysThatPermissionIsMissing()
    {
        if (::geteuid() == 0)
            QSKIP("root may read every file");
        const QString file = write(u"a.db"_s, {});
        QVERIFY(QFile::setPermissions(file, {}));
        const Result<Connection> connection = openUrl(urlOf(u"a.db"_s));
        QVERIFY(!connection);
        QVERIFY(connection.error().message.contains("no permission"_L1));
    }

    void refusesOtherPartsAndDialects_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("host") << u"sqlite://a.db"_s << u"ATH-DB-006"_s;
        QTest::newRow("password") << u"sqlite+pysqlcipher://:secret@/a.db"_s << u"ATH-DB-006"_s;
        QTest::newRow("mssql") << u"mssql+pyodbc://u:secret@h/d"_s << u"ATH-DB-002"_s;
        QTest::newRow("oracle") << u"oracle://u:secret@h/d"_s << u"ATH-DB-002"_s;
        QTest::newRow("unknown") << u"nonsense://u:secret@h/d"_s << u"ATH-DB-002"_s;
    }

    void refusesOtherPartsAndDialects()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        const Result<Connection> connection = openUrl(url);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, code);
        QVERIFY(!connection.error().text().contains("secret"_L1));
    }

    void connectionsComeAndGo()
    {
        Session(path(u"a.db"_s)).execute({u"CREATE TABLE t (x)"_s});
        const QStringList names = QSqlDatabase::connectionNames();
        {
            Result<Connection> first = openUrl(urlOf(u"a.db"_s));
            Result<Connection> second = openUrl(urlOf(u"a.db"_s), Access::Write);
            QVERIFY_RESULT(first);
            QVERIFY_RESULT(second);
            Connection moved = std::move(*first);
            QCOMPARE(moved.versionRows(), QStringList());
            moved = std::move(*second);
            QCOMPARE(moved.url().displayName(), u"a.db"_s);
            QCOMPARE(QSqlDatabase::connectionNames().size(), names.size() + 1);
        }
        QVERIFY(!openUrl(urlOf(u"none.db"_s)));
        QCOMPARE(QSqlDatabase::connectionNames(), names);
    }

    void driversAreNamed()
    {
        QStringList drivers;
        for (const DriverState &state : databaseDrivers()) {
            drivers.append(state.driver);
            QCOMPARE(state.isPresent, QSqlDatabase::isDriverAvailable(state.driver));
            QVERIFY(!state.packages.isEmpty());
        }
        QCOMPARE(drivers, (QStringList{u"QSQLITE"_s, u"QPSQL"_s, u"QMYSQL"_s}));
    }
};

QTEST_GUILESS_MAIN(TestConnectionSqlite)
#include "tst_connection_sqlite.moc"
