// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/dotenv.h"
#include "core/project/projecturl.h"
#include "tests/support/checks.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

static QProcessEnvironment environment(const QHash<QString, QString> &values = {})
{
    QProcessEnvironment result;
    for (const auto &[name, value] : values.asKeyValueRange())
        result.insert(name, value);
    return result;
}

class TestDotenv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"A=b c\n"_s << u"b c"_s;
        QTest::newRow("no line end") << u"A=b"_s << u"b"_s;
        QTest::newRow("spaces") << u"  A \t=  b  \n"_s << u"b"_s;
        QTest::newRow("export") << u"export A=b\n"_s << u"b"_s;
        QTest::newRow("named export") << u"export=1\nA=b\n"_s << u"b"_s;
        QTest::newRow("empty") << u"A=\nB=1\n"_s << u""_s;
        QTest::newRow("comment") << u"A=b # c\n"_s << u"b"_s;
        QTest::newRow("only a comment") << u"A=#c\n"_s << u""_s;
        QTest::newRow("hash inside") << u"A=b#c\n"_s << u"b#c"_s;
        QTest::newRow("equal signs") << u"A=b=c==\n"_s << u"b=c=="_s;
        QTest::newRow("single quotes") << u"A='b # \"c\" \\n $x ${x}' # d\n"_s << u"b # \"c\" \\n $x ${x}"_s;
        QTest::newRow("quote in single quotes") << u"A='it\\'s'\n"_s << u"it's"_s;
        QTest::newRow("double quotes") << u"A=\"b # 'c'\" # d\n"_s << u"b # 'c'"_s;
        QTest::newRow("escapes") << u"A=\"a\\nb\\t\\\"c\\\" \\\\ \\q\"\n"_s << u"a\nb\t\"c\" \\ \\q"_s;
        QTest::newRow("several lines") << u"A=\"b\n  c\n\"\nB=1\n"_s << u"b\n  c\n"_s;
        QTest::newRow("the last one counts") << u"A=1\nA=2\n"_s << u"2"_s;
        QTest::newRow("line above") << u"B=x\nA=${B}/y\n"_s << u"x/y"_s;
        QTest::newRow("environment wins") << u"HOST=x\nA=${HOST}\n"_s << u"env"_s;
        QTest::newRow("in double quotes") << u"A=\"${HOST}:1\"\n"_s << u"env:1"_s;
        QTest::newRow("otherwise") << u"A=${NONE:-b}${HOST:-c}\n"_s << u"benv"_s;
        QTest::newRow("unfinished") << u"A=${HOST\n"_s << u"${HOST"_s;
        QTest::newRow("dollar") << u"A=p$ss$HOST\n"_s << u"p$ss$HOST"_s;
    }

    void values()
    {
        QFETCH(QString, text);
        QFETCH(QString, value);
        const Dotenv file = parseDotenv(text, u".env"_s, environment({{u"HOST"_s, u"env"_s}}));
        QVERIFY2(file.problems.isEmpty(), qPrintable(file.problems.value(0).text()));
        QVERIFY(file.find(u"A"_s));
        QCOMPARE(file.find(u"A"_s)->value, value);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no name") << u"X=1\n  =b\n"_s
                                 << u".env:2:3: warning: this is not 'NAME=value'; correct it, or put '#' in "
                                    "front [ATH-ENV-001]"_s;
        QTest::newRow("no value")
            << u"what is this\n"_s
            << u".env:1:6: warning: this is not 'NAME=value'; correct it, or put '#' in front [ATH-ENV-001]"_s;
        QTest::newRow("no end")
            << u"A=\"b\nB=1\n"_s
            << u".env:1:3: warning: a quoted value has no end; close it with \" [ATH-ENV-002]"_s;
        QTest::newRow("not set")
            << u"A=${NONE}\n"_s
            << u".env:1:10: note: the variable 'NONE' is not set; set it in the environment or in .env "
               "[ATH-ENV-003]"_s;
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        const Dotenv file = parseDotenv(text, u".env"_s, environment());
        QCOMPARE(file.problems.size(), 1);
        QCOMPARE(file.problems.first().text(), problem);
    }

    void goesOnAfterAProblem()
    {
        const Dotenv file = parseDotenv(u"A=\"b\n???\nB=1\nexport C\nD=2"_s, u".env"_s, environment());
        QCOMPARE(file.problems.size(), 2);
        QCOMPARE(file.variables, (QList<DotenvVariable>{{u"B"_s, u"1"_s, 3}, {u"D"_s, u"2"_s, 5}}));
    }

    void doublingLinesAreStopped()
    {
        QString text = u"A0=0123456789\n"_s;
        for (int i = 1; i < 100; ++i)
            text += u"A%1=${A%2}${A%2}\n"_s.arg(i).arg(i - 1);
        const Dotenv file = parseDotenv(text, u".env"_s, environment());
        QVERIFY(!file.problems.isEmpty());
        QCOMPARE(file.problems.first().code, u"ATH-ENV-004"_s);
    }

    void longLinesAndNulAreRead()
    {
        const QString longText(100'000, u'x');
        const Dotenv file = parseDotenv(u"A=%1\n%1\nB=\u0000\n"_s.arg(longText), u".env"_s, environment());
        QCOMPARE(file.find(u"A"_s)->value, longText);
        QVERIFY(file.find(u"B"_s));
    }

    void urlOfTheProject_data()
    {
        QTest::addColumn<QString>("ini");
        QTest::addColumn<QString>("env");
        QTest::addColumn<QString>("environmentUrl");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        const QString placeholder = u"driver://user:pass@localhost/dbname"_s;
        QTest::newRow("ini first") << u"sqlite:///a"_s << u"DATABASE_URL=sqlite:///b\n"_s << u"sqlite:///c"_s
                                   << u"sqlite:///a"_s << u"alembic.ini:2"_s;
        QTest::newRow("placeholder") << placeholder << u"\nDATABASE_URL=sqlite:///b\n"_s << QString()
                                     << u"sqlite:///b"_s << u".env:2 (DATABASE_URL)"_s;
        QTest::newRow("environment wins over .env")
            << placeholder << u"DATABASE_URL=sqlite:///b\n"_s << u"sqlite:///c"_s << u"sqlite:///c"_s
            << u"environment (DATABASE_URL)"_s;
        QTest::newRow("the particular name first")
            << QString() << u"DATABASE_URL=sqlite:///b\nSQLALCHEMY_DATABASE_URI=sqlite:///d\n"_s
            << u"sqlite:///c"_s << u"sqlite:///d"_s << u".env:2 (SQLALCHEMY_DATABASE_URI)"_s;
        QTest::newRow("not a URL") << QString() << u"DATABASE_URL=yes\nDB_URL=sqlite:///e\n"_s << QString()
                                   << u"sqlite:///e"_s << u".env:2 (DB_URL)"_s;
        QTest::newRow("none") << placeholder << u"A=b\n"_s << QString() << QString() << QString();
    }

    void urlOfTheProject()
    {
        QFETCH(QString, ini);
        QFETCH(QString, env);
        QFETCH(QString, environmentUrl);
        QFETCH(QString, url);
        QFETCH(QString, origin);
        Config config;
        config.iniPath = u"/p/alembic.ini"_s;
        config.ini = IniFile::parse(u"[alembic]\nsqlalchemy.url = "_s + ini, config.iniPath);
        config.sqlalchemyUrl = ini;
        const auto variables =
            environmentUrl.isEmpty() ? environment() : environment({{u"DATABASE_URL"_s, environmentUrl}});
        const ProjectUrl found = databaseUrl(config, parseDotenv(env, u"/p/.env"_s, variables), variables);
        QCOMPARE(found.url, url);
        QCOMPARE(found.origin, origin);
    }
};

QTEST_APPLESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
