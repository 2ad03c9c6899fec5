// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and places of errors. The table holds what Python 3.13 says; tst_stdlib checks that it does.
#include "core/python/parser.h"
#include "core/python/syntaxerror.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

class TestSyntaxError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatOfPython_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QFile file(QString::fromUtf8(ATHANOR_TEST_DATA) + "/syntaxerrors.json"_L1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() > 300);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonArray row = rows[i].toArray();
            QTest::addRow("%lld %s", static_cast<long long>(i), qPrintable(row[0].toString().simplified()))
                << row[0].toString().toUtf8() << row[1].toString() << row[2].toInt() << row[3].toInt();
        }
    }

    void isThatOfPython()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, message);
        QFETCH(int, line);
        QFETCH(int, column);
        const ParsedModule parsed = parseModule(source, u"a.py"_s);
        QVERIFY(!parsed.module);
        QCOMPARE(parsed.diagnostics.size(), 1);
        const Diagnostic &found = parsed.diagnostics.first();
        QCOMPARE(found.message, message);
        QCOMPARE(found.where.file, u"a.py"_s);
        QCOMPARE(found.where.line, line);
        QCOMPARE(found.where.column, column);
        QVERIFY(found.code.startsWith("ATH-PY-0"_L1));
    }

    /// Where Python is less precise, or misspells.
    void differsOnPurpose_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("text");
        QTest::newRow("conversion")
            << QByteArray("f'{a! r}'\n")
            << u"a.py:1:5: error: f-string: conversion type must come right after the exclamation "
               "mark [ATH-PY-017]"_s;
        QTest::newRow("unfinished try")
            << QByteArray("try:\n  pass\n")
            << u"a.py:3:1: error: expected 'except' or 'finally' block [ATH-PY-011]"_s;
    }

    void differsOnPurpose()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, text);
        QCOMPARE(parseModule(source, u"a.py"_s).diagnostics.first().text(), text);
    }

    void codes()
    {
        QCOMPARE(codeText(SyntaxCode::Encoding), u"ATH-PY-001"_s);
        QCOMPARE(codeText(SyntaxCode::Pattern), u"ATH-PY-025"_s);
    }

    void binaryIsOneDiagnostic()
    {
        QByteArray bytes;
        for (int i = 0; i < 4096; ++i)
            bytes += static_cast<char>(i * 7919 % 251);
        QCOMPARE(parseModule(bytes, u"a.py"_s).diagnostics.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestSyntaxError)
#include "tst_syntaxerror.moc"
