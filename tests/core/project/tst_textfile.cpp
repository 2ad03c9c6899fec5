// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/textfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestTextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("empty") << ""_ba << u""_s << QString();
        QTest::newRow("UTF-8") << "größe 😀\n"_ba << u"größe 😀\n"_s << QString();
        QTest::newRow("line ends") << "a\r\nb\rc\n"_ba << u"a\nb\nc\n"_s << QString();
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF[a]"_ba << u"[a]"_s
            << u"f:1: warning: the file begins with a byte order mark, which Alembic stumbles "
               "over; save it as UTF-8 without one [ATH-FILE-003]"_s;
        QTest::newRow("Latin-1")
            << "a\nüb \xFC\n"_ba << u"a\nÃ¼b ü\n"_s
            << u"f:2:4: warning: byte 0xFC is not UTF-8; the file was read as Latin-1; save it as UTF-8 "
               "[ATH-FILE-004]"_s;
        QTest::newRow("cut off")
            << "ab\xC3"_ba << u"abÃ"_s
            << u"f:1:3: warning: byte 0xC3 is not UTF-8; the file was read as Latin-1; save it as UTF-8 "
               "[ATH-FILE-004]"_s;
        QTest::newRow("only bad")
            << "\x80\x80\x80"_ba << u"\u0080\u0080\u0080"_s
            << u"f:1:1: warning: byte 0x80 is not UTF-8; the file was read as Latin-1; save it as UTF-8 "
               "[ATH-FILE-004]"_s;
        QTest::newRow("UTF-16 LE")
            << QByteArray("\xFF\xFE[\0a\0]\0", 8) << u"[a]"_s
            << u"f:1: warning: the file is UTF-16, which Alembic can't read; save it as UTF-8 "
               "[ATH-FILE-002]"_s;
        QTest::newRow("UTF-16 BE")
            << QByteArray("\xFE\xFF\0[\0a\0]", 8) << u"[a]"_s
            << u"f:1: warning: the file is UTF-16, which Alembic can't read; save it as UTF-8 "
               "[ATH-FILE-002]"_s;
        QTest::newRow("NUL")
            << QByteArray("a\nb\0c", 5) << QString::fromUtf16(u"a\nb\0c", 5)
            << u"f:2:2: error: there is a NUL byte in the file; it may not have been written to its end: "
               "restore or rewrite it [ATH-FILE-005]"_s;
    }

    void decodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, problem);
        const TextFile file = decodeText(bytes, u"f"_s);
        QCOMPARE(file.text, text);
        QCOMPARE(file.problems.isEmpty() ? QString() : file.problems.first().text(), problem);
    }

    void findsTheFirstBadByteInLongText()
    {
        const QByteArray good = "ä"_ba.repeated(50'000);
        const QByteArray bytes = good + '\xE4' + good + '\xE4';
        const TextFile file = decodeText(bytes, u"f"_s);
        QCOMPARE(file.problems.first().where.column, 50'001);
    }

    void refusesWhatIsNoFile()
    {
        const QTemporaryDir folder;
        const auto missing = readSettingsFile(folder.filePath(u"none"_s));
        QVERIFY(!missing);
        QVERIFY(missing.error().message.contains("there is no such file"_L1));
        const auto directory = readSettingsFile(folder.path());
        QVERIFY(!directory);
        QVERIFY(directory.error().message.contains("not a regular file"_L1));
        QCOMPARE(directory.error().where.file, folder.path());
    }

    void refusesHugeFiles()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"huge"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(17 * 1024 * 1024));
        QVERIFY(!readSettingsFile(file.fileName()));
        QVERIFY(file.resize(1024));
        QCOMPARE(readSettingsFile(file.fileName()).value().size(), 1024);
    }
};

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_textfile.moc"
