// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scripteditor.h"

#include "ui/script/scriptpage.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestScriptEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesToLines();
    void findsForwardAndBackward();
    void diagnosticsOutsideTheTextAreHarmless();
    void readsFiles_data();
    void readsFiles();
    void reloadKeepsThePlace();
    void notesStandUnderTheirLines();
    void tellsOfTheLine();
    void findBarSearchesAndCloses();

private:
    QString write(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString TestScriptEditor::write(const QByteArray &content)
{
    static int count = 0;
    QFile file(m_folder.filePath(u"%1.py"_s.arg(++count)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write a file for the test");
    return file.fileName();
}

void TestScriptEditor::goesToLines()
{
    ScriptEditor editor;
    editor.setText(u"one\ntwo\nthree\n"_s);
    editor.goToLine(3);
    QCOMPARE(editor.currentLine(), 3);
    editor.goToLine(0);
    QCOMPARE(editor.currentLine(), 1);
    editor.goToLine(1'000'000);
    QCOMPARE(editor.currentLine(), 4);
}

void TestScriptEditor::findsForwardAndBackward()
{
    ScriptEditor editor;
    editor.setText(u"def a():\n    b()\ndef b():\n    a()\n"_s);
    QVERIFY(editor.find(u"b()"_s, ScriptEditor::FindDirection::Forward));
    QCOMPARE(editor.currentLine(), 2);
    QVERIFY(editor.find(u"b()"_s, ScriptEditor::FindDirection::Forward));
    QCOMPARE(editor.currentLine(), 3);
    QVERIFY(editor.find(u"b()"_s, ScriptEditor::FindDirection::Forward));
    QCOMPARE(editor.currentLine(), 2);
    QVERIFY(editor.find(u"b()"_s, ScriptEditor::FindDirection::Backward));
    QCOMPARE(editor.currentLine(), 3);
    QVERIFY(!editor.find(u"nowhere"_s, ScriptEditor::FindDirection::Forward));
    QVERIFY(!editor.find({}, ScriptEditor::FindDirection::Forward));
}

void TestScriptEditor::diagnosticsOutsideTheTextAreHarmless()
{
    ScriptEditor editor;
    editor.setText(u"x = 1\n"_s);
    const auto at = [](int line, int column, int endLine, int endColumn) {
        return Diagnostic{
            Severity::Error, u"ATH-X"_s, u"wrong"_s, {u"f"_s, line, column, endLine, endColumn}, {}};
    };
    editor.setDiagnostics(
        {at(1, 1, 1, 2), at(0, 0, 0, 0), at(99, 1, 99, 2), at(1, 500, 1, 900), at(1, 1, 77, 3)});
    QCOMPARE(editor.text(), u"x = 1\n"_s);
}

void TestScriptEditor::readsFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("UTF-8") << QByteArray("# caf\xc3\xa9\n") << u"# café\n"_s;
    QTest::newRow("BOM") << QByteArray("\xef\xbb\xbfx = 1\n") << u"x = 1\n"_s;
    QTest::newRow("Latin-1") << QByteArray("# caf\xe9\n") << u"# café\n"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a␀b"_s;
    QTest::newRow("one long line") << QByteArray(100'000, 'x') << QString(100'000, u'x');
}

void TestScriptEditor::readsFiles()
{
    QFETCH(QByteArray, content);
    ScriptPage page;
    QSignalSpy settled(&page, &ScriptPage::settled);
    page.showFile(write(content));
    QTRY_COMPARE(settled.size(), 1);
    QTEST(page.editor()->text(), "text");
}

void TestScriptEditor::reloadKeepsThePlace()
{
    const QString path = write("one\ntwo\nthree\n");
    ScriptPage page;
    QSignalSpy settled(&page, &ScriptPage::settled);
    page.showFile(path, 2);
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(page.editor()->currentLine(), 2);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("four\n");
    file.close();
    page.reload();
    QTRY_COMPARE(settled.size(), 2);
    QVERIFY(page.editor()->text().contains(u"four"_s));
    QCOMPARE(page.editor()->currentLine(), 2);
}

void TestScriptEditor::notesStandUnderTheirLines()
{
    ScriptEditor editor;
    editor.resize(800, 300);
    editor.show();
    editor.setText(u"x = (\ny = 1\n"_s);
    editor.setDiagnostics({{Severity::Error,
                            u"ATH-PY-014"_s,
                            u"'(' was never closed"_s,
                            {u"f"_s, 1, 5},
                            u"close it here or in a line that follows"_s},
                           {Severity::Warning, u"ATH-X"_s, u"strange"_s, {u"f"_s, 2, 1, 2, 2}, {}}});
    QCOMPARE(editor.noteAt(1), u"'(' was never closed; close it here or in a line that follows"_s);
    QCOMPARE(editor.noteAt(2), u"strange"_s);
    editor.resize(100, 300);
    QTRY_VERIFY(editor.noteAt(1).contains(u'\n'));
    editor.setDiagnostics({});
    QCOMPARE(editor.noteAt(1), QString());
}

void TestScriptEditor::tellsOfTheLine()
{
    ScriptEditor editor;
    editor.setText(u"one\ntwo\nthree\n"_s);
    QSignalSpy lines(&editor, &ScriptEditor::lineChanged);
    editor.show();
    auto *text = editor.findChild<QWidget *>(u"scriptText"_s);
    QTest::keyClick(text, Qt::Key_Down);
    QTest::keyClick(text, Qt::Key_Right);
    QTRY_COMPARE(lines.size(), 1);
    QCOMPARE(lines.first().first().toInt(), 2);
    editor.setStatementCounts({{2, 3}});
    QCOMPARE(editor.countAt(2), u"3"_s);
    QCOMPARE(editor.countAt(1), QString());
    editor.setLit(2, 3);
    QCOMPARE(editor.litLine(), 2);
    editor.setLit(0, 0);
    QCOMPARE(editor.litLine(), 0);
}

void TestScriptEditor::findBarSearchesAndCloses()
{
    ScriptPage page;
    page.show();
    QSignalSpy settled(&page, &ScriptPage::settled);
    page.showFile(write("one\ntwo\nthree\n"));
    QTRY_COMPARE(settled.size(), 1);
    page.openFindBar();
    auto *field = page.findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"three"_s);
    QCOMPARE(page.editor()->currentLine(), 3);
    QCOMPARE(page.editor()->selectedText(), u"three"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

QTEST_MAIN(TestScriptEditor)
#include "tst_scripteditor.moc"
