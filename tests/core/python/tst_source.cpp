// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/source.h"

#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

class TestSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("end of line added") << QByteArray("a") << QByteArray("a\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a\n")
                                         << QByteArray("a\n");
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArray("a\nb\n");
        QTest::newRow("CR") << QByteArray("a\rb\r") << QByteArray("a\nb\n");
        QTest::newRow("CR CR LF") << QByteArray("a\r\r\nb") << QByteArray("a\n\nb\n");
        QTest::newRow("latin-1") << QByteArray("# -*- coding: latin-1 -*-\n'\xE9'\n")
                                 << QByteArray("# -*- coding: latin-1 -*-\n'\xC3\xA9'\n");
        QTest::newRow("second line") << QByteArray("#!x\n# vim: set fileencoding=ISO_8859_1 :\n'\xE9'\n")
                                     << QByteArray("#!x\n# vim: set fileencoding=ISO_8859_1 :\n'\xC3\xA9'\n");
        QTest::newRow("third line does not count") << QByteArray("#\n#\n# coding: latin-1\n'\xC3\xA9'\n")
                                                   << QByteArray("#\n#\n# coding: latin-1\n'\xC3\xA9'\n");
        QTest::newRow("behind code it does not count") << QByteArray("a\n# coding: latin-1\n'\xC3\xA9'\n")
                                                       << QByteArray("a\n# coding: latin-1\n'\xC3\xA9'\n");
        QTest::newRow("utf-8 by name")
            << QByteArray("# coding=UTF_8\n'\xC3\xA9'\n") << QByteArray("# coding=UTF_8\n'\xC3\xA9'\n");
    }

    void decodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        Arena arena(64);
        const auto source = decodeSource(bytes, u"a.py"_s, arena);
        QVERIFY2(source, source ? "" : qPrintable(source.error().text()));
        QCOMPARE(QByteArray(source->text.data(), static_cast<qsizetype>(source->text.size())), text);
    }

    void windows1252()
    {
        Arena arena(64);
        const auto source = decodeSource("# coding: cp1252\n'\x80'\n", u"a.py"_s, arena);
        if (!source)
            QSKIP("this Qt has no ICU to decode cp1252 with");
        QCOMPARE(source->line(2), std::string_view("'\xE2\x82\xAC'"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("no UTF-8") << QByteArray("a\n'\xE9'\n")
                                  << u"'utf-8' codec can't decode byte 0xe9 (a.py:2)"_s;
        QTest::newRow("cut off") << QByteArray("'\xE2\x82")
                                 << u"'utf-8' codec can't decode byte 0xe2 (a.py:1)"_s;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80")
                                   << u"'utf-8' codec can't decode byte 0xed (a.py:1)"_s;
        QTest::newRow("overlong") << QByteArray("\xC0\x80")
                                  << u"'utf-8' codec can't decode byte 0xc0 (a.py:1)"_s;
        QTest::newRow("no ASCII") << QByteArray("# coding: ascii\n'\xC3\xA9'")
                                  << u"'ascii' codec can't decode byte 0xc3 (a.py:2)"_s;
        QTest::newRow("unknown encoding")
            << QByteArray("\n# coding: klingon\n") << u"encoding problem: klingon (a.py:2)"_s;
        QTest::newRow("mark and another encoding") << QByteArray("\xEF\xBB\xBF# coding: latin-1\n")
                                                   << u"encoding problem: latin-1 with BOM (a.py:1)"_s;
        QTest::newRow("zero byte") << QByteArray("a\r\nb\0c", 6)
                                   << u"source code cannot contain null bytes (a.py:2)"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        Arena arena(64);
        const auto source = decodeSource(bytes, u"a.py"_s, arena);
        QVERIFY(!source);
        QCOMPARE(source.error().text(), text);
        QVERIFY(source.error().code.startsWith("ATH-PY-"_L1));
    }

    void encodingIsDeclared()
    {
        QCOMPARE(declaredEncoding("x = 1\n"), (DeclaredEncoding{"utf-8", false, false}));
        QCOMPARE(declaredEncoding("\xEF\xBB\xBFx\n"), (DeclaredEncoding{"utf-8", false, true}));
        QCOMPARE(declaredEncoding("#!x\n# -*- coding: Latin_1 -*-\n"),
                 (DeclaredEncoding{"iso-8859-1", true, false}));
        QCOMPARE(declaredEncoding("# coding: cp1251\n"), (DeclaredEncoding{"windows-1251", true, false}));
        QCOMPARE(declaredEncoding("\n\n# coding: ascii\n"), DeclaredEncoding{});
    }

    void columnsAreCodePoints()
    {
        Arena arena(64);
        const auto source = decodeSource("\xF0\x9F\x98\x80x\ny", {}, arena);
        QCOMPARE(source->position(4), (Position{1, 2}));
        QCOMPARE(source->position(6), (Position{2, 1}));
        QCOMPARE(source->line(2), std::string_view("y"));
        QCOMPARE(source->line(9), std::string_view());
    }
};

QTEST_APPLESS_MAIN(TestSource)
#include "tst_source.moc"
