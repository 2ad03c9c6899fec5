// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptheader.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

/// "id < down, down; labels; depends", or the first diagnostic.
static QString summary(const QByteArray &source, const QString &path = u"/p/a.py"_s)
{
    const ScriptHeader header = readScriptHeader(path, source);
    if (!header.revision)
        return header.diagnostics.isEmpty() ? u"nothing"_s : header.diagnostics.first().text();
    if (!header.diagnostics.isEmpty())
        return u"a revision and diagnostics"_s;
    const Revision &revision = *header.revision;
    QString text = revision.id + " < "_L1 + revision.downRevisions.join(", "_L1);
    if (!revision.branchLabels.isEmpty() || !revision.dependsOn.isEmpty())
        text += "; "_L1 + revision.branchLabels.join(", "_L1) + "; "_L1 + revision.dependsOn.join(", "_L1);
    return text;
}

class TestScriptHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *source, const char *expected) {
            QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(expected);
        };
        row("base", "revision = 'a'\ndown_revision = None\n", "a < ");
        row("string", "revision = 'a'\ndown_revision = 'b'\n", "a < b");
        row("tuple", "revision = 'a'\ndown_revision = ('b', 'c')\n", "a < b, c");
        row("list", "revision = 'a'\ndown_revision = ['b', 'c',]\n", "a < b, c");
        row("without brackets", "revision = 'a'\ndown_revision = 'b', 'c'\n", "a < b, c");
        row("empty string", "revision = 'a'\ndown_revision = ''\n", "a < ");
        row("empty tuple", "revision = 'a'\ndown_revision = ()\nbranch_labels = []\n", "a < ");
        row("tuple of None", "revision = 'a'\ndown_revision = (None,)\n", "a < ");
        row("annotated",
            "from typing import Union\nrevision: str = 'a'\ndown_revision: Union[str, None] = 'b'\n",
            "a < b");
        row("all four",
            "revision = 'a'\ndown_revision = 'b'\nbranch_labels = ('x',)\ndepends_on = ['c', 'd']\n",
            "a < b; x; c, d");
        row("one label", "revision = 'a'\ndown_revision = None\nbranch_labels = 'x'\ndepends_on = 'c'\n",
            "a < ; x; c");
        row("concatenation", "revision = 'a' 'b'\ndown_revision = ('c'\n 'd')\n", "ab < cd");
        row("plus", "revision = 'a' + 'b'\ndown_revision = ('c',) + ('d',)\n", "ab < c, d");
        row("percent", "n = 7\nrevision = '%s_%d%%' % ('a', n)\ndown_revision = 'x%s' % 'y'\n", "a_7% < xy");
        row("f-string", "p = 'a'\nrevision = f'{p}_1'\ndown_revision = f'{p!s}{0}'\n", "a_1 < a0");
        row("names above",
            "A = 'a'\nB = (A, 'c')\nrevision = 'r'\ndown_revision = B\ndepends_on = [*B, 'd']\n",
            "r < a, c; ; a, c, d");
        row("chained", "down_revision = branch_labels = None\nx = revision = 'a'\n", "a < ");
        row("to several", "revision, down_revision = 'a', 'b'\n", "a < b");
        row("to a list", "[revision, (down_revision, x)] = ('a', ('b', 1))\n", "a < b");
        row("last one counts", "revision = 'a'\ndown_revision = f()\nrevision = 'c'\ndown_revision = 'b'\n",
            "c < b");
        row("augmented", "revision = 'a'\nrevision += 'b'\ndown_revision = ('c',)\ndown_revision += ('d',)\n",
            "ab < c, d");
        row("semicolons", "revision = 'a'; down_revision = 'b'\n", "a < b");
        row("functions do not matter",
            "revision = 'a'\ndown_revision = None\ndef upgrade():\n    revision = 'b'\n", "a < ");
        row("CRLF and mark", "\xEF\xBB\xBFrevision = 'a'\r\ndown_revision = None\r\n", "a < ");
        row("call", "revision = 'a'\ndown_revision = get()\n",
            "/p/a.py:2:17: error: 'down_revision' can't be known without running the script: its value is a "
            "function call; "
            "write the value as a string, or as a tuple of strings, at the module's own level [ATH-SCR-001]");
        row("call further up", "x = get()\nrevision = 'a'\ndown_revision = ('b', x)\n",
            "/p/a.py:1:5: error: 'down_revision' can't be known without running the script: its value is a "
            "function call; "
            "write the value as a string, or as a tuple of strings, at the module's own level [ATH-SCR-001]");
        row("condition", "revision = 'a'\ndown_revision = None\nif x:\n    down_revision = 'b'\n",
            "/p/a.py:3:1: error: 'down_revision' can't be known without running the script: its value is an "
            "assignment "
            "inside an 'if' statement; write the value as a string, or as a tuple of strings, at the "
            "module's own level "
            "[ATH-SCR-001]");
        row("import", "from x import revision\ndown_revision = None\n",
            "/p/a.py:1:1: error: 'revision' can't be known without running the script: its value is an "
            "import; write the "
            "value as a string, or as a tuple of strings, at the module's own level [ATH-SCR-001]");
        row("label", "revision = 'a'\ndown_revision = None\nbranch_labels = [x for x in y]\n",
            "/p/a.py:3:17: error: 'branch_labels' can't be known without running the script: its value is a "
            "list "
            "comprehension; write the value as a string, or as a tuple of strings, at the module's own level "
            "[ATH-SCR-001]");
        row("list changed", "revision = 'a'\ndown_revision = ['b']\ndown_revision.append('c')\n",
            "/p/a.py:3:1: error: 'down_revision' can't be known without running the script: its value is a "
            "change of the "
            "list; write the value as a string, or as a tuple of strings, at the module's own level "
            "[ATH-SCR-001]");
        row("no down_revision", "revision = 'a'\n",
            "/p/a.py:1: error: the script does not set 'down_revision'; set it to the id of the revision "
            "before this one, "
            "or to None for the first one [ATH-SCR-002]");
        row("deleted", "revision = 'a'\ndown_revision = 'b'\ndel down_revision\n",
            "/p/a.py:1: error: the script does not set 'down_revision'; set it to the id of the revision "
            "before this one, "
            "or to None for the first one [ATH-SCR-002]");
        row("number", "revision = 1\ndown_revision = None\n",
            "/p/a.py:1:1: error: 'revision' must be a string [ATH-SCR-004]");
        row("tuple of numbers", "revision = 'a'\ndown_revision = ('b', 1)\n",
            "/p/a.py:2:1: error: 'down_revision' must be a string, a tuple or list of strings, or None "
            "[ATH-SCR-004]");
        row("broken", "revision = 'a\n",
            "/p/a.py:1:12: error: unterminated string literal (detected at line 1) [ATH-PY-016]");
    }

    void reads()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, expected);
        QCOMPARE(summary(source), expected);
    }

    void idFromFileName()
    {
        QCOMPARE(summary("down_revision = None\n", u"/p/1a2b.py"_s), u"1a2b < "_s);
        QCOMPARE(summary("down_revision = None\n", u"/p/1a2b_x.py"_s),
                 u"/p/1a2b_x.py:1: error: Could not determine revision id from filename 1a2b_x.py. The "
                 u"script does not set "
                 "'revision'; set it to the script's id, a string [ATH-SCR-003]"_s);
        QVERIFY(!readScriptHeader(u"/p/ABC.py"_s, "down_revision = None\n").revision);
    }

    void documentation()
    {
        const auto header =
            readScriptHeader(u"/p/a.py"_s, "\"\"\"Add a column\n\n    Revision ID: a\n    Revises: \n"
                                           "    Create Date: 2026-01-02 03:04:05.000000\n\n\"\"\"\n\n"
                                           "revision = 'a'\ndown_revision = None\n");
        QVERIFY(header.revision);
        QCOMPARE(header.revision->documentation,
                 u"Add a column\n\nRevision ID: a\nRevises: \nCreate Date: 2026-01-02 03:04:05.000000"_s);
        QCOMPARE(header.revision->createDate, u"2026-01-02 03:04:05.000000"_s);
        QCOMPARE(header.revision->path, u"/p/a.py"_s);
        QCOMPARE(header.revision->line, 9);
    }

    void noDocumentation()
    {
        const auto header = readScriptHeader(u"/p/a.py"_s, "revision = 'a'\ndown_revision = None\n");
        QVERIFY(header.revision->documentation.isEmpty() && header.revision->createDate.isEmpty());
    }

    void oneDiagnosticForABrokenFile()
    {
        QCOMPARE(readScriptHeader(u"/p/a.py"_s, "revision = (\n").diagnostics.size(), 1);
        QCOMPARE(readScriptHeader(u"/p/a.py"_s, QByteArray("\0\0", 2)).diagnostics.size(), 1);
        QCOMPARE(readScriptHeader(u"/p/a.py"_s, "x = 1\n").diagnostics.size(), 1);
    }

    void valuesThatGrowAreGivenUp()
    {
        QByteArray source("x = 'aaaaaaaaaa'\n");
        for (int i = 0; i < 100; ++i)
            source += "x = x + x\n";
        source += "revision = x\ndown_revision = None\n";
        QVERIFY(!readScriptHeader(u"/p/a.py"_s, source).revision);
        QByteArray sum("revision = 'a'" + QByteArray("+'a'").repeated(5000) + "\ndown_revision = None\n");
        QCOMPARE(readScriptHeader(u"/p/a.py"_s, sum).revision->id.size(), 5001);
    }
};

QTEST_APPLESS_MAIN(TestScriptHeader)
#include "tst_scriptheader.moc"
