// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scriptpage.h"

#include "ui/widgets/banner.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestScriptPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void typingIsSaved();
    void lineEndsStay();
    void indentsAsPythonIsWritten();
    void savingNothingWritesNothing();
    void failingToSaveKeepsTheText();
    void whatTheEncodingHasNotIsSaidAndKept();
    void unsavedTextSurvivesSwitching();
    void allIsSavedOrNothingIsLost();
    void revertsAndUndoesTheRevert();
    void changedOnTheDiskWhileUnsaved();
    void keepsMineOverTheirs();
    void changedOnTheDiskUnnoticed();
    void deletedOnTheDisk();
    void binaryFilesAreReadOnly();
    void replaces();
    void missingFileIsExplained();

private:
    QString write(const QString &name, const QByteArray &content) const;
    QByteArray onDisk(const QString &path) const;
    void show(const QString &path) const;
    void type(const QString &text) const;
    QWidget *text() const { return m_page->findChild<QWidget *>(u"scriptText"_s); }
    Banner *banner() const { return m_page->findChild<Banner *>(); }
    void choose(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptPage> m_page;
};

void TestScriptPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_page = std::make_unique<ScriptPage>();
    m_page->resize(600, 400);
    m_page->show();
}

void TestScriptPage::cleanup()
{
    m_page.reset();
}

QString TestScriptPage::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write a file for the test");
    return file.fileName();
}

QByteArray TestScriptPage::onDisk(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

void TestScriptPage::show(const QString &path) const
{
    m_page->showFile(path);
    QTRY_VERIFY(!m_page->isBusy());
}

void TestScriptPage::type(const QString &text) const
{
    this->text()->setFocus();
    QTest::keyClicks(this->text(), text);
}

void TestScriptPage::choose(const QString &name) const
{
    auto *button = m_page->findChild<QPushButton *>(name);
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestScriptPage::typingIsSaved()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    QVERIFY(m_page->unsavedPaths().isEmpty());
    QSignalSpy unsaved(m_page.get(), &ScriptPage::unsavedChanged);
    type(u"# "_s);
    QCOMPARE(m_page->unsavedPaths(), QStringList{path});
    QVERIFY(unsaved.size() >= 1);
    QCOMPARE(onDisk(path), QByteArray("x = 1\n"));
    QVERIFY(m_page->save());
    QCOMPARE(onDisk(path), QByteArray("# x = 1\n"));
    QVERIFY(m_page->unsavedPaths().isEmpty());
    m_page->editor()->undo();
    QCOMPARE(m_page->unsavedPaths(), QStringList{path});
}

void TestScriptPage::lineEndsStay()
{
    const QString path = write(u"a.py"_s, "a = 1\r\nb = 2\r\n");
    show(path);
    m_page->editor()->goToLine(2);
    type(u"c = 3"_s);
    QTest::keyClick(text(), Qt::Key_Return);
    QVERIFY(m_page->save());
    QCOMPARE(onDisk(path), QByteArray("a = 1\r\nc = 3\r\nb = 2\r\n"));
}

void TestScriptPage::indentsAsPythonIsWritten()
{
    const QString path = write(u"a.py"_s, "");
    show(path);
    type(u"def upgrade():"_s);
    QTest::keyClick(text(), Qt::Key_Return);
    QTest::keyClick(text(), Qt::Key_Tab);
    type(u"a()"_s);
    QTest::keyClick(text(), Qt::Key_Return);
    type(u"b()"_s);
    QCOMPARE(m_page->editor()->text(), u"def upgrade():\n    a()\n    b()"_s);
}

void TestScriptPage::savingNothingWritesNothing()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    write(u"a.py"_s, "y = 2\n");
    QVERIFY(m_page->save());
    QCOMPARE(onDisk(path), QByteArray("y = 2\n"));
}

void TestScriptPage::failingToSaveKeepsTheText()
{
    QDir(m_folder->path()).mkdir(u"versions"_s);
    const QString path = write(u"versions/a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    // Permissions hold nobody back who runs the tests as root.
    QVERIFY(QDir(m_folder->filePath(u"versions"_s)).removeRecursively());
    const Result<void> saved = m_page->save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, u"ATH-UI-004"_s);
    QVERIFY(banner()->message().contains(u"a.py"_s));
    QVERIFY(banner()->isVisible());
    QCOMPARE(m_page->editor()->text(), u"# mine x = 1\n"_s);
    QCOMPARE(m_page->unsavedPaths(), QStringList{path});

    QDir(m_folder->path()).mkdir(u"versions"_s);
    QVERIFY(m_page->save());
    QVERIFY(!banner()->isVisible());
    QCOMPARE(onDisk(path), QByteArray("# mine x = 1\n"));
}

void TestScriptPage::whatTheEncodingHasNotIsSaidAndKept()
{
    const QString path = write(u"a.py"_s, "# caf\xe9\n");
    show(path);
    m_page->editor()->replaceText(u"# café €\n"_s);
    type(u"#"_s);
    QVERIFY(!m_page->save());
    QVERIFY(banner()->message().contains(u"€"_s));
    QVERIFY(banner()->message().contains(u"coding"_s));
    QCOMPARE(onDisk(path), QByteArray("# caf\xe9\n"));
    QVERIFY(m_page->editor()->text().contains(u"€"_s));
}

void TestScriptPage::unsavedTextSurvivesSwitching()
{
    const QString a = write(u"a.py"_s, "x = 1\ny = 2\n");
    const QString b = write(u"b.py"_s, "z = 3\r\n");
    show(a);
    m_page->editor()->goToLine(2);
    type(u"# mine "_s);
    show(b);
    QCOMPARE(m_page->editor()->text(), u"z = 3\r\n"_s);
    QVERIFY(!m_page->editor()->isModified());
    QCOMPARE(m_page->unsavedPaths(), QStringList{a});
    type(u"# too "_s);
    QCOMPARE(m_page->unsavedPaths(), (QStringList{b, a}));

    show(a);
    QCOMPARE(m_page->editor()->text(), u"x = 1\n# mine y = 2\n"_s);
    QCOMPARE(m_page->editor()->currentLine(), 2);
    QVERIFY(m_page->editor()->isModified());
    while (m_page->editor()->canUndo())
        m_page->editor()->undo();
    QCOMPARE(m_page->editor()->text(), u"x = 1\ny = 2\n"_s);
    QVERIFY(!m_page->editor()->isModified());
    QCOMPARE(m_page->unsavedPaths(), QStringList{b});
    m_page->showNothing({});
    QCOMPARE(m_page->unsavedPaths(), QStringList{b});
}

void TestScriptPage::allIsSavedOrNothingIsLost()
{
    const QString a = write(u"a.py"_s, "x = 1\n");
    const QString b = write(u"b.py"_s, "y = 2\n");
    show(a);
    type(u"#"_s);
    show(b);
    type(u"#"_s);
    write(u"a.py"_s, "theirs\n");
    QVERIFY(!m_page->saveAll());
    QTRY_VERIFY(!m_page->isBusy());
    QCOMPARE(m_page->path(), a);
    QCOMPARE(onDisk(a), QByteArray("theirs\n"));
    QCOMPARE(onDisk(b), QByteArray("#y = 2\n"));
    choose(u"keepMine"_s);
    QVERIFY(m_page->saveAll());
    QCOMPARE(onDisk(a), QByteArray("#x = 1\n"));
    QVERIFY(m_page->unsavedPaths().isEmpty());
}

void TestScriptPage::revertsAndUndoesTheRevert()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    m_page->revert();
    QTRY_COMPARE(m_page->editor()->text(), u"x = 1\n"_s);
    QVERIFY(m_page->unsavedPaths().isEmpty());
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->text(), u"# mine x = 1\n"_s);
    QCOMPARE(m_page->unsavedPaths(), QStringList{path});
    m_page->discardAll();
    QCOMPARE(m_page->editor()->text(), u"x = 1\n"_s);
    QVERIFY(m_page->unsavedPaths().isEmpty());
}

void TestScriptPage::changedOnTheDiskWhileUnsaved()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    write(u"a.py"_s, "theirs\n");
    m_page->reload();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(m_page->editor()->text(), u"# mine x = 1\n"_s);
    choose(u"takeTheirs"_s);
    QVERIFY(!banner()->isVisible());
    QCOMPARE(m_page->editor()->text(), u"theirs\n"_s);
    QVERIFY(m_page->unsavedPaths().isEmpty());
}

void TestScriptPage::keepsMineOverTheirs()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    write(u"a.py"_s, "theirs\n");
    m_page->reload();
    QTRY_VERIFY(banner()->isVisible());
    choose(u"keepMine"_s);
    m_page->reload();
    QTRY_VERIFY(!m_page->isBusy());
    QVERIFY(!banner()->isVisible());
    QVERIFY(m_page->save());
    QCOMPARE(onDisk(path), QByteArray("# mine x = 1\n"));
}

void TestScriptPage::changedOnTheDiskUnnoticed()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    write(u"a.py"_s, "theirs\n");
    QVERIFY(!m_page->save());
    QCOMPARE(onDisk(path), QByteArray("theirs\n"));
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(m_page->editor()->text(), u"# mine x = 1\n"_s);
}

void TestScriptPage::deletedOnTheDisk()
{
    const QString path = write(u"a.py"_s, "x = 1\n");
    show(path);
    type(u"# mine "_s);
    QVERIFY(QFile::remove(path));
    m_page->reload();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(m_page->editor()->text(), u"# mine x = 1\n"_s);
    QVERIFY(m_page->save());
    QCOMPARE(onDisk(path), QByteArray("# mine x = 1\n"));
}

void TestScriptPage::binaryFilesAreReadOnly()
{
    const QByteArray content("x = '\0\xff'\n", 9);
    const QString path = write(u"a.py"_s, content);
    show(path);
    QVERIFY(banner()->isVisible());
    type(u"#"_s);
    QVERIFY(m_page->unsavedPaths().isEmpty());
    show(write(u"b.py"_s, "y = 1\n"));
    QVERIFY(!banner()->isVisible());
    type(u"#"_s);
    QCOMPARE(m_page->editor()->text(), u"#y = 1\n"_s);
    QCOMPARE(onDisk(path), content);
}

void TestScriptPage::replaces()
{
    show(write(u"a.py"_s, "a = one\nb = one\nc = one\n"));
    m_page->openReplaceBar();
    auto *find = m_page->findChild<QLineEdit *>(u"findText"_s);
    auto *replacement = m_page->findChild<QLineEdit *>(u"replaceText"_s);
    QVERIFY(replacement->isVisible());
    QTest::keyClicks(find, u"one"_s);
    replacement->setFocus();
    QTest::keyClicks(replacement, u"one two"_s);
    QTest::keyClick(replacement, Qt::Key_Return);
    QCOMPARE(m_page->editor()->text(), u"a = one two\nb = one\nc = one\n"_s);
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"replaceAll"_s), Qt::LeftButton);
    QCOMPARE(m_page->editor()->text(), u"a = one two two\nb = one two\nc = one two\n"_s);
    QVERIFY(m_page->findChild<QLabel *>(u"findResult"_s)->text().contains(u'3'));
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->text(), u"a = one two\nb = one\nc = one\n"_s);
}

void TestScriptPage::missingFileIsExplained()
{
    show(m_folder->filePath(u"nowhere.py"_s));
    QVERIFY(m_page->findChild<QLabel *>(u"scriptReason"_s)->text().contains(u"nowhere.py"_s));
    QVERIFY(!m_page->hasText());
    QVERIFY(m_page->save());
    QVERIFY(!QFile::exists(m_folder->filePath(u"nowhere.py"_s)));
}

QTEST_MAIN(TestScriptPage)
#include "tst_scriptpage.moc"
