// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/tomlfile.h"
#include "tests/support/checks.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestTomlFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesKeepOrderAndPlace()
    {
        const auto file = parseToml(u"z = 'text'\na = [1, true]\n[m.\"k y\"]\nx = 1.5\n"_s, u"f"_s);
        QVERIFY_RESULT(file);
        QCOMPARE(file->members.size(), 3);
        QCOMPARE(file->members.at(0).key, u"z"_s);
        QCOMPARE(file->members.at(0).value.text, u"text"_s);
        QCOMPARE(file->members.at(1).where.line, 2);
        QCOMPARE(file->members.at(1).value.where.column, 5);
        QCOMPARE(file->members.at(1).value.items.at(0).integer, 1);
        QVERIFY(file->members.at(1).value.items.at(1).boolean);
        QCOMPARE(file->find({u"m"_s, u"k y"_s, u"x"_s})->kindName(), u"a fraction or time"_s);
        QVERIFY(!file->find({u"m"_s, u"none"_s, u"x"_s}));
        QVERIFY(!file->find({u"z"_s, u"x"_s}));
    }

    void errorsHaveAPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("half-written") << u"[tool.alembic]\nscript_location = \"al"_s << 2;
        QTest::newRow("half-written table") << u"a = 1\n[tool.alem"_s << 2;
        QTest::newRow("key twice") << u"a = 1\na = 2\n"_s << 2;
        QTest::newRow("NUL") << u"a = 1\nb = \"\u0000\"\n"_s << 2;
        QTest::newRow("table begins with a sign") << u"a = 1\n[=]\n"_s << 2;
        QTest::newRow("table begins with a letter") << u"a = 1\n[ä]\n"_s << 2;
        QTest::newRow("list of tables begins with a sign") << u"a = 1\n[[.a]]\n"_s << 2;
        QTest::newRow("umlaut in a key") << u"a = 1\ngröße = 2\n"_s << 2;
        QTest::newRow("umlaut as a key") << u"a = 1\nä = 2\n"_s << 2;
        QTest::newRow("umlaut in a table") << u"a = 1\n[[t.xÿÿ]]\n"_s << 2;
        QTest::newRow("odd white space") << u"a = 1\n\u2003b = 2\n"_s << 2;
        QTest::newRow("deep lists") << u"\na = "_s + QString(100'000, u'[') << 2;
        QTest::newRow("deep tables") << u"\na = "_s + u"{a="_s.repeated(100'000) << 2;
        QTest::newRow("deep keys") << u"\n["_s + u"a."_s.repeated(100'000) + u"a]\n"_s << 2;
        QTest::newRow("deep quoted keys") << u"\n"_s + u"\"a\" . "_s.repeated(100'000) + u"a = 1\n"_s << 2;
    }

    void errorsHaveAPlace()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        const auto file = parseToml(text, u"f"_s);
        QVERIFY(!file);
        QCOMPARE(file.error().where.file, u"f"_s);
        QCOMPARE(file.error().where.line, line);
        QVERIFY(!file.error().message.isEmpty());
        QVERIFY(!file.error().hint.isEmpty());
    }

    void startOfATableAlone()
    {
        for (const QString &text :
             {u"["_s, u"[\n"_s, u"[["_s, u"[[\n"_s, u"[ \n]"_s, u"[a."_s, u"[a.\n"_s, u"[\u0001"_s, u"[#"_s})
            QVERIFY2(!parseToml(text, u"f"_s), qPrintable(text));
    }

    void longLinesAreRead()
    {
        const QString longText(100'000, u'x');
        const auto file = parseToml(u"%1 = \"%1\"\n"_s.arg(longText), u"f"_s);
        QVERIFY_RESULT(file);
        QCOMPARE(file->members.first().value.text, longText);
    }
};

QTEST_APPLESS_MAIN(TestTomlFile)
#include "tst_tomlfile.moc"
