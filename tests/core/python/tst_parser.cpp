// SPDX-License-Identifier: GPL-3.0-or-later
// Trees against goldens (tests/data/python: x.py and x.ast), and what ast.dump() does not show.
#include "core/python/dump.h"
#include "core/python/parser.h"
#include "tests/support/golden.h"

#include <QDir>
#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

static QDir goldenFolder()
{
    return QDir(QString::fromUtf8(ATHANOR_TEST_DATA));
}

class TestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tree_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = goldenFolder().entryList({u"*.py"_s}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(3);
    }

    /// One line a statement of the module.
    void tree()
    {
        QFETCH(QString, name);
        QFile file(goldenFolder().filePath(name + ".py"_L1));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ParsedModule parsed = parseModule(file.readAll(), name);
        QVERIFY2(parsed.module, parsed.module ? "" : qPrintable(parsed.diagnostics.first().text()));
        QByteArray lines;
        for (const Statement *statement : parsed.module->body)
            lines += QByteArray::fromStdString(dump(*statement)) + '\n';
        const QString difference = test::goldenDifference(goldenFolder().filePath(name + ".ast"_L1), lines);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void eachGoldenHasItsScript()
    {
        for (const QString &file : goldenFolder().entryList({u"*.ast"_s}, QDir::Files))
            QVERIFY2(goldenFolder().exists(file.chopped(4) + ".py"_L1), qPrintable(file));
    }

    void nodesKnowTheirPlace()
    {
        const ParsedModule parsed = parseModule("a = (\n  \xC3\xA9 +\n  b)  # c\n", u"x.py"_s);
        const auto *assignment = parsed.module->body.front()->as<Assignment>();
        QVERIFY(assignment);
        QCOMPARE(parsed.range(*assignment), (SourceRange{u"x.py"_s, 1, 1, 3, 5}));
        QCOMPARE(parsed.range(*assignment->value), (SourceRange{u"x.py"_s, 2, 3, 3, 4}));
        QCOMPARE(parsed.range(*assignment->value->as<Binary>()->right), (SourceRange{u"x.py"_s, 3, 3, 3, 4}));
    }

    void decoratedFunctionBeginsAtDef()
    {
        const ParsedModule parsed = parseModule("@d\nasync def f():\n    return 1\n\n\n", {});
        QCOMPARE(parsed.range(*parsed.module->body.front()), (SourceRange{{}, 2, 1, 3, 13}));
    }

    void treeOutlivesItsBytes()
    {
        QByteArray bytes("name = 'text'");
        const ParsedModule parsed = parseModule(bytes, {});
        bytes.fill('#');
        QCOMPARE(dump(*parsed.module->body.front()->as<Assignment>()->value), "Constant(value='text')");
    }

    void integersBeyond64BitsKeepTheirText()
    {
        const auto integer = [](const char *text) {
            const ParsedExpression parsed = parseExpression(text, {});
            return std::pair(parsed.expression->as<Integer>()->value, dump(*parsed.expression));
        };
        QCOMPARE(integer("9223372036854775807").first, std::optional<std::int64_t>(9223372036854775807));
        QCOMPARE(integer("9223372036854775808").first, std::optional<std::int64_t>());
        QCOMPARE(integer("0xFFFFFFFFFFFFFFFFFF").second, "Constant(value=4722366482869645213695)");
    }

    void expressionAlone()
    {
        QCOMPARE(dump(*parseExpression("  a if b else c", {}).expression),
                 "IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), orelse=Name(id='c', "
                 "ctx=Load()))");
        QVERIFY(!parseExpression("a = 1", {}).expression);
        QVERIFY(!parseExpression("", {}).expression);
        QVERIFY(!parseExpression("a\nb", {}).expression);
        QCOMPARE(parseExpression("a b", u"x.ini"_s).diagnostics.first().text(),
                 u"x.ini:1:3: error: invalid syntax [ATH-PY-010]"_s);
    }

    void namedCharactersAreMarked()
    {
        const ParsedExpression parsed = parseExpression("'\\N{BULLET}!'", {});
        QVERIFY(parsed.expression->as<String>()->hasNamedCharacters);
        QCOMPARE(parsed.expression->as<String>()->text, std::string_view("\\N{BULLET}!"));
        QVERIFY(!parseExpression("r'\\N{BULLET}'", {}).expression->as<String>()->hasNamedCharacters);
    }
};

QTEST_APPLESS_MAIN(TestParser)
#include "tst_parser.moc"
