// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stdlib/casetable.h"
#include "tests/support/checks.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace athanor::test;

class TestStandardModules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likePython_data();
    void likePython();
};

/// Each table of the folder data, run by real Python in one process, and by the evaluator.
void TestStandardModules::likePython_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(ATHANOR_TEST_FOLDER "/data"));
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestStandardModules::likePython()
{
    REQUIRE_INSTALLED(!QStandardPaths::findExecutable(u"python3"_s).isEmpty(), u"Python is not installed");
    QFETCH(QString, file);
    const QList<Case> cases = readCases(file);
    QVERIFY(!cases.isEmpty());
    const QStringList expected = askPython(cases);
    QCOMPARE(expected.size(), cases.size());
    QStringList differences;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QString given = evaluate(cases[i]);
        if (given == expected[i])
            continue;
        differences.append(u"line %1: %2\n  Python: %3\n  we:     %4"_s.arg(
            QString::number(cases[i].line), cases[i].expression, expected[i], given));
    }
    if (!differences.isEmpty())
        QFAIL(qPrintable(u'\n' + differences.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStandardModules)
#include "tst_standardmodules.moc"
