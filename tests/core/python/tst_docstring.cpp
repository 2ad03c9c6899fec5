// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/parser.h"

#include <QTest>

using namespace athanor::python;
using namespace Qt::StringLiterals;

class TestDocstring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The expected texts are what Python 3.13 keeps in __doc__.
    void isCleanedAsPythonDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cleaned");
        const auto row = [](const char *name, const char *text, const char *cleaned) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(cleaned);
        };
        row("empty", "", "");
        row("one line", "  a  ", "a  ");
        row("shared indentation goes", "a\n    b\n      c\n    ", "a\nb\n  c\n");
        row("blank lines do not count", "a\n\n  b\n", "a\n\nb\n");
        row("blank lines keep what is beyond", "a\n  b\n     \n", "a\nb\n   \n");
        row("tabs are expanded", "a\n\tb\n        c", "a\nb\nc");
        row("nothing shared", "a\nb\n  c", "a\nb\n  c");
    }

    void isCleanedAsPythonDoes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cleaned);
        QCOMPARE(QByteArray::fromStdString(cleanedDocstring(text.toStdString())), cleaned);
    }

    void isTheFirstStringOnly()
    {
        QVERIFY(docstringNode(parseModule("'a' 'b'", {}).module->body));
        QVERIFY(!docstringNode(parseModule("x\n'a'", {}).module->body));
        QVERIFY(!docstringNode(parseModule("b'a'", {}).module->body));
        QVERIFY(!docstringNode(parseModule("f'a'", {}).module->body));
        QVERIFY(!docstringNode(parseModule("", {}).module->body));
    }
};

QTEST_APPLESS_MAIN(TestDocstring)
#include "tst_docstring.moc"
