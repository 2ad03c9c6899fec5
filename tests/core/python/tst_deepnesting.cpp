// SPDX-License-Identifier: GPL-3.0-or-later
// Input made to exhaust the stack or the time: it ends with a tree or with a diagnostic, on a thread with
// little stack.
#include "core/python/dump.h"
#include "core/python/parser.h"

#include <QTest>
#include <QThread>

using namespace athanor::python;
using namespace Qt::StringLiterals;

static constexpr int Many = 100'000;

#ifdef __SANITIZE_ADDRESS__ // GCC's sanitizer makes frames several times as large
constexpr uint StackSize = 2048 * 1024;
#else
constexpr uint StackSize = 512 * 1024;
#endif

class TestDeepNesting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWell_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("isTree");
        const auto repeated = [](const char *text, int count) { return QByteArray(text).repeated(count); };
        QTest::newRow("attributes") << "a" + repeated(".b", Many) << true;
        QTest::newRow("sum") << "1" + repeated("+1", Many) << true;
        QTest::newRow("calls") << "f" + repeated("()", Many) << true;
        QTest::newRow("subscripts") << "a" + repeated("[0]", Many) << true;
        QTest::newRow("and") << "a" + repeated(" and a", Many) << true;
        QTest::newRow("comparison") << "a" + repeated("<a", Many) << true;
        QTest::newRow("tuple") << repeated("a,", Many) << true;
        QTest::newRow("targets") << repeated("a=", Many) + "1" << true;
        QTest::newRow("adjacent strings") << repeated("'a' ", Many) << true;
        QTest::newRow("statements") << repeated("a;", Many) << true;
        QTest::newRow("one long name") << repeated("a", Many) << true;
        QTest::newRow("one long number") << "0x" + repeated("f", 2000) << true;
        QTest::newRow("elif") << "if a: pass\n" + repeated("elif a: pass\n", Many) << true;
        QTest::newRow("200 parentheses") << repeated("(", 200) + repeated(")", 200) << true;
        QTest::newRow("201 parentheses") << repeated("(", 201) + repeated(")", 201) << false;
        QTest::newRow("open parentheses") << repeated("(", Many) << false;
        QTest::newRow("open brackets") << repeated("[", Many) << false;
        QTest::newRow("not") << repeated("not ", Many) + "a" << false;
        QTest::newRow("minus") << repeated("-", Many) + "a" << false;
        QTest::newRow("await") << repeated("await ", Many) + "a" << false;
        QTest::newRow("power") << "a" + repeated("**a", Many) << false;
        QTest::newRow("lambda") << repeated("lambda:", Many) + "a" << false;
        QTest::newRow("conditional") << repeated("a if a else ", Many) + "a" << false;
        QTest::newRow("walrus") << repeated("(a:=", 199) + "a" + repeated(")", 199) << true;
        QTest::newRow("dictionaries") << repeated("{1:", Many) << false;
        QTest::newRow("f-strings") << repeated("f'{", Many) << false;
        QTest::newRow("format specifications") << "f'" + repeated("{a:", Many) << false;
        QTest::newRow("match") << repeated("match ", Many) << false;
        QTest::newRow("match calls") << repeated("match(", 200) + repeated(")", 200) << true;
        QTest::newRow("with") << "with " + repeated("(", 190) + "a" + repeated(")", 190) + ": pass" << true;
        QTest::newRow("patterns") << "match a:\n case " + repeated("[", 190) + repeated("]", 190) + ": pass"
                                  << true;
        QTest::newRow("class patterns")
            << "match a:\n case " + repeated("A(", 190) + repeated(")", 190) + ": pass" << true;
        QByteArray blocks;
        for (int depth = 0; depth < 99; ++depth)
            blocks += repeated(" ", depth) + "if a:\n";
        QTest::newRow("99 blocks") << blocks + repeated(" ", 99) + repeated("(", 100) + repeated(")", 100)
                                   << true;
        QTest::newRow("100 blocks") << blocks + repeated(" ", 99) + "if a:\n" + repeated(" ", 100) + "a"
                                    << false;
        QTest::newRow("commas forgotten") << "(" + repeated("(a b", 150) << false;
    }

    void endsWell()
    {
        QFETCH(QByteArray, source);
        QFETCH(bool, isTree);
        ParsedModule parsed;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { parsed = parseModule(source, u"a.py"_s); }));
        thread->setStackSize(StackSize);
        thread->start();
        QVERIFY(thread->wait());
        QCOMPARE(parsed.module != nullptr, isTree);
        QCOMPARE(parsed.diagnostics.size(), isTree ? 0 : 1);
        if (isTree)
            QVERIFY(!dump(*parsed.module).empty());
    }
};

QTEST_APPLESS_MAIN(TestDeepNesting)
#include "tst_deepnesting.moc"
