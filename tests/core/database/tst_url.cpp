// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/url.h"

#include "tests/support/checks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace athanor;
using namespace Qt::StringLiterals;

namespace {

/// URLs that both read alike; what they mean is SQLAlchemy's own answer.
const QStringList &commonUrls()
{
    static const QStringList urls = {
        u"postgresql://u:p@h:1/d"_s,
        u"postgresql+asyncpg://scott:tiger@localhost/test"_s,
        u"mysql+pymysql://root@127.0.0.1:3306/shop?charset=utf8mb4"_s,
        u"mariadb+mariadbconnector://u:p@h/d"_s,
        u"mssql+pyodbc://u:p@host/db?driver=ODBC+Driver+18+for+SQL+Server&Encrypt=no"_s,
        u"mssql+pyodbc://@dsn"_s,
        u"mssql+pyodbc:///?odbc_connect=DRIVER%3D%7Bx%7D%3BSERVER%3Dy"_s,
        u"oracle+oracledb://u:p@h:1521/?service_name=x&encoding=UTF-8"_s,
        u"sqlite://"_s,
        u"sqlite:///"_s,
        u"sqlite:///:memory:"_s,
        u"sqlite:///rel/a.db"_s,
        u"sqlite:////abs/a.db"_s,
        u"sqlite:///C:\\folder\\a.db"_s,
        u"sqlite:///C:/folder/a.db"_s,
        u"sqlite+aiosqlite:///./a.db"_s,
        u"sqlite:///file:path/to/a.db?mode=ro&uri=true"_s,
        u"sqlite+pysqlcipher://:secret@/a.db?cipher=aes-256-cfb"_s,
        u"a+://x"_s,
        u"a+b+c://x"_s,
        u"postgresql://"_s,
        u"postgresql:///d"_s,
        u"postgresql:///d?host=/run/postgresql"_s,
        u"postgresql:///d?host=h1:1&host=h2:2&target_session_attrs=any"_s,
        u"postgresql://:p@h"_s,
        u"postgresql://@h/d"_s,
        u"postgresql://u:@h"_s,
        u"postgresql://u@d:p@h/d"_s,
        u"postgresql://u%40d:p%40w%2F%3A%20+x@h/d"_s,
        u"postgresql://u:a/b:c?d#e@h/d"_s,
        u"postgresql://u:%zz%4@h"_s,
        u"postgresql://u:%C3%A9é%E2%82%AC@h/dé"_s,
        u"postgresql://u:p@[2001:db8::1]:5432/d"_s,
        u"postgresql://[::1]/d"_s,
        u"postgresql://h:5432"_s,
        u"postgresql://h: 5432 /d"_s,
        u"postgresql://h/?a=&b=1&c"_s,
        u"postgresql://h?x=1&x=2&a=b+c%2F"_s,
        u"postgresql://h/d?b=2&a=1&b=1&=x"_s,
        u"postgresql://h/d?a=b=c&&d=%"_s,
        u"postgresql://h/a b%20c%/d@e"_s,
        u"postgresql://h/d?options=-c%20search_path%3Da%2Cb"_s,
        u"größe://h/d"_s,
    };
    return urls;
}

/// For each URL an object of what make_url() found, or an empty one where it raised.
QJsonArray askSqlalchemy(const QStringList &urls, QString *reason)
{
    static const QString script = uR"(
import json, sys
from sqlalchemy.engine import make_url
def answer(text):
    try:
        url = make_url(text)
    except Exception:
        return {}
    return {'text': str(url), 'backend': url.get_backend_name(), 'user': url.username, 'password': url.password,
            'host': url.host, 'port': url.port or 0, 'database': url.database,
            'query': {key: list(values) for key, values in url.normalized_query.items()}}
sys.stdout.buffer.write(json.dumps([answer(text) for text in json.load(sys.stdin.buffer)]).encode()))"_s;
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, script});
    if (!python.waitForStarted()) {
        *reason = u"python3: "_s + python.errorString();
        return {};
    }
    python.write(QJsonDocument(QJsonArray::fromStringList(urls)).toJson());
    python.closeWriteChannel();
    if (!python.waitForFinished(-1) || python.exitCode() != 0) {
        *reason = QString::fromUtf8(python.readAllStandardError());
        return {};
    }
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QJsonValue nullable(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

QJsonObject parts(const DatabaseUrl &url)
{
    QJsonObject query;
    for (const auto &[key, value] : url.query)
        query[key] = QJsonArray::fromStringList(url.queryValues(key));
    return {{u"text"_s, url.masked()},
            {u"backend"_s, url.dialect},
            {u"user"_s, nullable(url.user)},
            {u"password"_s, nullable(url.password)},
            {u"host"_s, nullable(url.host)},
            {u"port"_s, url.port},
            {u"database"_s, nullable(url.database)},
            {u"query"_s, query}};
}

QString shown(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class TestUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndPrintsAsSqlalchemyDoes()
    {
        QString reason;
        const QJsonArray answers = askSqlalchemy(commonUrls(), &reason);
        REQUIRE_INSTALLED(!answers.isEmpty(), u"real SQLAlchemy can't be asked: "_s + reason);
        QVERIFY2(answers.size() == commonUrls().size(), qPrintable(reason));
        for (qsizetype i = 0; i < answers.size(); ++i) {
            const Result<DatabaseUrl> url = DatabaseUrl::parse(commonUrls()[i]);
            QVERIFY2(url.has_value(), qPrintable(commonUrls()[i]));
            QCOMPARE(shown(parts(*url)), shown(answers[i].toObject()));
        }
    }

    void namesDialectAndDriver()
    {
        const Result<DatabaseUrl> url =
            DatabaseUrl::parse(u"postgresql+asyncpg://u:p%40w@h:5433/shop?ssl=require"_s);
        QVERIFY_RESULT(url);
        QCOMPARE(url->dialect, u"postgresql"_s);
        QCOMPARE(url->driver, u"asyncpg"_s);
        QCOMPARE(url->password, u"p@w"_s);
        QCOMPARE(url->port, 5433);
        QCOMPARE(url->queryValue(u"ssl"_s), u"require"_s);
        QVERIFY(url->queryValue(u"sslmode"_s).isNull());
    }

    void readsTheDroppedNameOfPostgresql()
    {
        const Result<DatabaseUrl> url = DatabaseUrl::parse(u"postgres://u:p@h/d"_s);
        QVERIFY_RESULT(url);
        QCOMPARE(url->masked(), u"postgresql://u:***@h/d"_s);
    }

    void masksPasswordsAmongTheOptions()
    {
        const Result<DatabaseUrl> url =
            DatabaseUrl::parse(u"postgresql:///d?user=u&password=secret&sslpassword=secret"_s);
        QVERIFY_RESULT(url);
        QCOMPARE(url->masked(), u"postgresql:///d?password=***&sslpassword=***&user=u"_s);
    }

    void refusesWithoutRepeatingThePassword_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QString() << u"it is empty"_s;
        QTest::newRow("blank") << u" \n"_s << u"it is empty"_s;
        QTest::newRow("no scheme") << u"u:secret@h/d"_s << u"does not start with a dialect"_s;
        QTest::newRow("space before")
            << u" postgresql://u:secret@h/d"_s << u"does not start with a dialect"_s;
        QTest::newRow("odd scheme") << u"my-sql://u:secret@h/d"_s << u"does not start with a dialect"_s;
        QTest::newRow("one slash") << u"postgresql:/u:secret@h/d"_s << u"does not start with a dialect"_s;
        QTest::newRow("no port") << u"postgresql://u:secret@h:/d"_s << u"not a port number"_s;
        QTest::newRow("word for a port") << u"postgresql://u:secret@h:x/d"_s << u"not a port number"_s;
        QTest::newRow("password without @") << u"postgresql://u:secret"_s << u"not a port number"_s;
        QTest::newRow("port 0") << u"postgresql://u:secret@h:0/d"_s << u"not between 1 and 65535"_s;
        QTest::newRow("port too large") << u"postgresql://u:secret@h:65536/d"_s << u"not between"_s;
        QTest::newRow("port far too large") << u"postgresql://u:secret@h:99999999999/d"_s << u"port number"_s;
        QTest::newRow("unescaped @") << u"postgresql://u:se@cret@h/d"_s << u"unescaped @"_s;
        QTest::newRow("open bracket") << u"postgresql://u:secret@[::1/d"_s << u"not a port number"_s;
        QTest::newRow("binary") << QString::fromLatin1(QByteArray("\0\1secret\xff", 9))
                                << u"does not start"_s;
    }

    void refusesWithoutRepeatingThePassword()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().code, u"ATH-DB-001"_s);
        QVERIFY2(url.error().message.contains(reason), qPrintable(url.error().message));
        QVERIFY(!url.error().hint.isEmpty());
        QVERIFY2(!url.error().text().contains("cret"_L1), qPrintable(url.error().text()));
    }

    void readsAHugeUrl()
    {
        const QString long1 = QString(1'000'000, u'a');
        const Result<DatabaseUrl> url = DatabaseUrl::parse(u"postgresql://u:"_s + long1 + u"@h/"_s + long1);
        QVERIFY_RESULT(url);
        QCOMPARE(url->database.size(), long1.size());
        QVERIFY(!DatabaseUrl::parse(long1));
    }

    void hasAShortName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("server") << u"postgresql://u:p@db.example.org/shop"_s << u"shop on db.example.org"_s;
        QTest::newRow("no host") << u"postgresql:///shop"_s << u"shop on localhost"_s;
        QTest::newRow("no database") << u"mysql://u:p@h"_s << u"h"_s;
        QTest::newRow("socket folder") << u"postgresql:///shop?host=/run/pg"_s << u"shop on /run/pg"_s;
        QTest::newRow("socket") << u"mysql://u@localhost/shop?unix_socket=/run/m.sock"_s
                                << u"shop on /run/m.sock"_s;
        QTest::newRow("file") << u"sqlite:////var/lib/shop.db"_s << u"shop.db"_s;
        QTest::newRow("relative file") << u"sqlite:///shop.db"_s << u"shop.db"_s;
        QTest::newRow("Windows") << u"sqlite:///C:\\data\\shop.db"_s << u"shop.db"_s;
        QTest::newRow("URI") << u"sqlite:///file:data/my%20shop.db?mode=ro&uri=true"_s << u"my shop.db"_s;
        QTest::newRow("memory") << u"sqlite://"_s << u"SQLite in memory"_s;
    }

    void hasAShortName()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
        QVERIFY_RESULT(url);
        QCOMPARE(url->displayName(), name);
    }

    void findsSqliteFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("resolved");
        const auto row = [](const char *name, const QString &text, const QString &path,
                            const QString &resolved) { QTest::newRow(name) << text << path << resolved; };
        row("relative", u"sqlite:///a/b.db"_s, u"a/b.db"_s, u"sqlite:////srv/p/a/b.db"_s);
        row("upwards", u"sqlite:///../b.db"_s, u"../b.db"_s, u"sqlite:////srv/b.db"_s);
        row("absolute", u"sqlite:////a/b.db"_s, u"/a/b.db"_s, u"sqlite:////a/b.db"_s);
        row("Windows", u"sqlite:///C:/b.db"_s, u"C:/b.db"_s, u"sqlite:///C:/b.db"_s);
        row("memory", u"sqlite://"_s, QString(), u"sqlite://"_s);
        row("memory by name", u"sqlite:///:memory:"_s, QString(), u"sqlite:///:memory:"_s);
        row("URI", u"sqlite:///file:a%20b.db?uri=true"_s, u"a b.db"_s,
            u"sqlite:///file:/srv/p/a%20b.db?uri=true"_s);
        row("absolute URI", u"sqlite:///file:///a/b.db?uri=1"_s, u"/a/b.db"_s,
            u"sqlite:///file:///a/b.db?uri=1"_s);
        row("URI with host", u"sqlite:///file://localhost/b.db?uri=y"_s, u"/b.db"_s,
            u"sqlite:///file://localhost/b.db?uri=y"_s);
        row("URI of memory", u"sqlite:///file:x?mode=memory&uri=true"_s, QString(),
            u"sqlite:///file:x?mode=memory&uri=true"_s);
        row("URI not asked for", u"sqlite:///file:a.db"_s, u"file:a.db"_s, u"sqlite:////srv/p/file:a.db"_s);
        row("server", u"postgresql://h/a"_s, QString(), u"postgresql://h/a"_s);
    }

    void findsSqliteFiles()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        QFETCH(QString, resolved);
        const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
        QVERIFY_RESULT(url);
        QCOMPARE(url->filePath(), path);
        QCOMPARE(url->resolvedAgainst(u"/srv/p"_s).masked(), resolved);
    }
};

QTEST_APPLESS_MAIN(TestUrl)
#include "tst_url.moc"
