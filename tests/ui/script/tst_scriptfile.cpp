// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scriptfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestScriptFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesComeBack_data();
    void bytesComeBack();
    void textIsWrittenAsTheFileIs_data();
    void textIsWrittenAsTheFileIs();
    void refusesWhatTheEncodingHasNot();
    void keepsPermissions();
    void failingToWriteLeavesTheFile();
};

void TestScriptFile::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isExact");
    QTest::newRow("empty") << QByteArray() << QString() << true;
    QTest::newRow("UTF-8") << QByteArray("# caf\xc3\xa9\n") << u"# café\n"_s << true;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfx = 1\n") << u"x = 1\n"_s << true;
    QTest::newRow("declared Latin-1")
        << QByteArray("# coding: latin-1\n# caf\xe9\n") << u"# coding: latin-1\n# café\n"_s << true;
    QTest::newRow("undeclared Latin-1") << QByteArray("# caf\xe9\n") << u"# café\n"_s << true;
    QTest::newRow("declared cp1252") << QByteArray("# -*- coding: cp1252 -*-\n# \x80\n")
                                     << u"# -*- coding: cp1252 -*-\n# €\n"_s << true;
    QTest::newRow("unknown encoding")
        << QByteArray("# coding: klingon\n# caf\xc3\xa9\n") << u"# coding: klingon\n# café\n"_s << true;
    QTest::newRow("declared ASCII that is not")
        << QByteArray("# coding: ascii\n# \xe9\n") << u"# coding: ascii\n# é\n"_s << false;
    QTest::newRow("line ends") << QByteArray("a\r\nb\nc\r") << u"a\r\nb\nc\r"_s << true;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a␀b"_s << false;
}

void TestScriptFile::bytesComeBack()
{
    QFETCH(QByteArray, bytes);
    const ScriptFile file = decodedScript(bytes);
    QTEST(file.text, "text");
    QTEST(file.isExact, "isExact");
    if (!file.isExact)
        return;
    const auto again = encodedScript(file.text, file.encoding, {});
    QVERIFY(again);
    QCOMPARE(*again, bytes);
}

void TestScriptFile::textIsWrittenAsTheFileIs_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("UTF-8") << QByteArray("a\n") << u"é\n"_s << QByteArray("\xc3\xa9\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a\n")
                                     << u"b\n"_s
                                     << QByteArray("\xef\xbb\xbf"
                                                   "b\n");
    QTest::newRow("Latin-1 stays") << QByteArray("# \xe9\n") << u"# éé\n"_s << QByteArray("# \xe9\xe9\n");
    QTest::newRow("declaration typed") << QByteArray("# \xe9\n") << u"# coding: utf-8\n# é\n"_s
                                       << QByteArray("# coding: utf-8\n# \xc3\xa9\n");
    QTest::newRow("declaration taken away")
        << QByteArray("# coding: latin-1\n# \xe9\n") << u"# é\n"_s << QByteArray("# \xc3\xa9\n");
}

void TestScriptFile::textIsWrittenAsTheFileIs()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, text);
    const auto bytes = encodedScript(text, decodedScript(before).encoding, {});
    QVERIFY(bytes);
    QTEST(*bytes, "after");
}

void TestScriptFile::refusesWhatTheEncodingHasNot()
{
    const auto latin = encodedScript(u"# é\nx = '€'\n"_s, decodedScript("# \xe9\n").encoding, u"a.py"_s);
    QVERIFY(!latin);
    QCOMPARE(latin.error().code, u"ATH-UI-003"_s);
    QCOMPARE(latin.error().where, (SourceRange{u"a.py"_s, 2, 6}));
    QVERIFY(latin.error().message.contains(u"€"_s));
    const auto ascii = encodedScript(u"# coding: ascii\n# é\n"_s, {}, u"a.py"_s);
    QVERIFY(!ascii);
    QCOMPARE(ascii.error().where, (SourceRange{u"a.py"_s, 2, 3}));
}

void TestScriptFile::keepsPermissions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.py"_s);
    QVERIFY(writeScriptFile(path, "a\n"));
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, permissions));
    const auto before = QFileInfo(path).permissions();
    QVERIFY(writeScriptFile(path, "b\n"));
    QCOMPARE(QFileInfo(path).permissions(), before);
    QCOMPARE(readScriptFile(path).value(), QByteArray("b\n"));
}

void TestScriptFile::failingToWriteLeavesTheFile()
{
    const QTemporaryDir folder;
    const auto nowhere = writeScriptFile(folder.filePath(u"gone/a.py"_s), "a\n");
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, u"ATH-UI-004"_s);
    QVERIFY(nowhere.error().text().contains(u"gone/a.py"_s));

    const QString path = folder.filePath(u"a.py"_s);
    QVERIFY(writeScriptFile(path, "a\n"));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    if (QFileInfo(folder.path()).isWritable())
        QSKIP("folders can't be closed to this user");
    QVERIFY(!writeScriptFile(path, "b\n"));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(readScriptFile(path).value(), QByteArray("a\n"));
}

QTEST_APPLESS_MAIN(TestScriptFile)
#include "tst_scriptfile.moc"
