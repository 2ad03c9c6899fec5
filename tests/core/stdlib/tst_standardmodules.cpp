// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stdlib/casetable.h"
#include "tests/support/checks.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace athanor::test;
using athanor::python::World;

class TestStandardModules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void likePython_data();
    void likePython();
    void notesWhatDiffersEachTime_data();
    void notesWhatDiffersEachTime();
    void keepsToTheMomentItIsGiven();
    void staysWithinBounds_data();
    void staysWithinBounds();
    void refuses_data();
    void refuses();
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

void TestStandardModules::notesWhatDiffersEachTime_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("expression");
    QTest::newRow("now") << u"import datetime"_s << u"datetime.datetime.now()"_s;
    QTest::newRow("utcnow") << u"from datetime import datetime"_s << u"datetime.utcnow()"_s;
    QTest::newRow("today") << u"from datetime import date"_s << u"date.today()"_s;
    QTest::newRow("uuid4") << u"import uuid"_s << u"uuid.uuid4()"_s;
    QTest::newRow("time") << u"import time"_s << u"time.time()"_s;
    QTest::newRow("random") << u"import random"_s << u"random.random()"_s;
    QTest::newRow("token") << u"import secrets"_s << u"secrets.token_hex(4)"_s;
    QTest::newRow("urandom") << u"import os"_s << u"os.urandom(4)"_s;
}

void TestStandardModules::notesWhatDiffersEachTime()
{
    QFETCH(QString, setup);
    QFETCH(QString, expression);
    const Evaluation made = evaluateWithNotes({setup, expression});
    QVERIFY2(!made.text.startsWith(u"refused"_s), qPrintable(made.text));
    QVERIFY(!made.notes.isEmpty());
    QCOMPARE(made.notes.first().code, u"ATH-EVAL-040"_s);
    QVERIFY2(made.notes.first().message.startsWith(u"not reproducible: "_s),
             qPrintable(made.notes.first().message));
    QCOMPARE(made.notes.first().where.file, u"table.py"_s);
    QVERIFY(evaluateWithNotes({setup, u"1"_s}).notes.isEmpty());
}

void TestStandardModules::keepsToTheMomentItIsGiven()
{
    const QString setup = u"import datetime, uuid, time"_s;
    const World world{.microseconds = 1'709'211'907'000'089, .seed = 7};
    QCOMPARE(evaluateWithNotes({setup, u"datetime.datetime.utcnow(), time.time()"_s}, world).text,
             u"(datetime.datetime(2024, 2, 29, 13, 5, 7, 89), 1709211907.000089)"_s);
    const Case two{setup, u"uuid.uuid4(), uuid.uuid4()"_s};
    QCOMPARE(evaluateWithNotes(two, world).text, evaluateWithNotes(two, world).text);
    QCOMPARE(evaluateWithNotes({setup, u"uuid.uuid4() == uuid.uuid4()"_s}, world).text, u"False"_s);
}

/// What would take too long or too much is stopped, and what is called wrongly is an error of the script.
void TestStandardModules::staysWithinBounds_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("regular expression") << u"re.match('(a+)+$', 'a' * 60 + 'b')"_s;
    QTest::newRow("strptime") << u"datetime.datetime.strptime('1' * 90 + 'x', '%d' * 60)"_s;
    QTest::newRow("directives") << u"datetime.datetime.strptime('1', '%d' * 100000)"_s;
    QTest::newRow("endless") << u"list(itertools.count())"_s;
    QTest::newRow("endless cycle") << u"sum(itertools.cycle([1]))"_s;
    QTest::newRow("factorial") << u"math.factorial(10 ** 9)"_s;
    QTest::newRow("entropy") << u"len(secrets.token_bytes(10 ** 12))"_s;
    QTest::newRow("exponent") << u"decimal.Decimal('1e99999999999') + 1"_s;
    QTest::newRow("nesting") << u"json.loads('[' * 100000)"_s;
    QTest::newRow("nested lists") << u"json.dumps(functools.reduce(lambda a, _: [a], range(5000), []))"_s;
    QTest::newRow("wrong self") << u"datetime.datetime.isoformat('x')"_s;
    QTest::newRow("no self") << u"uuid.UUID.__str__()"_s;
    QTest::newRow("no pattern") << u"re.sub()"_s;
    QTest::newRow("method out of its class") << u"datetime.date.__dict__['today']()"_s;
    QTest::newRow("uninitialised") << u"re.Pattern().search('x')"_s;
    QTest::newRow("uninitialised match") << u"re.Match().group(0)"_s;
    QTest::newRow("match without a search") << u"object.__new__(re.Match).group(0)"_s;
}

void TestStandardModules::staysWithinBounds()
{
    QFETCH(QString, expression);
    const QString setup = u"import datetime, decimal, functools, itertools, json, math, re, secrets, uuid"_s;
    const QString text = evaluateWithNotes({setup, expression}).text;
    QVERIFY2(text.startsWith(u"refused: "_s) || text.contains(u"Error"_s), qPrintable(text));
}

void TestStandardModules::refuses_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("construct");
    QTest::newRow("exists") << u"import os"_s << u"os.path.exists('/x')"_s << u"os.path.exists()"_s;
    QTest::newRow("listdir") << u"import os"_s << u"os.listdir('/')"_s << u"os.listdir()"_s;
    QTest::newRow("getcwd") << u"import os"_s << u"os.getcwd()"_s << u"os.getcwd()"_s;
    QTest::newRow("environ") << u"import os"_s << u"list(os.environ)"_s << u"the list of os.environ"_s;
    QTest::newRow("read_text") << u"from pathlib import Path"_s << u"Path('x').read_text()"_s
                               << u"Path.read_text()"_s;
    QTest::newRow("run") << u"import subprocess"_s << u"subprocess.run(['ls'])"_s << u"subprocess.run()"_s;
    QTest::newRow("urlopen") << u"import urllib.request"_s << u"urllib.request.urlopen('http://x')"_s
                             << u"urllib.request.urlopen()"_s;
    QTest::newRow("dumps") << u"import pickle"_s << u"pickle.dumps(1)"_s << u"pickle.dumps()"_s;
    QTest::newRow("zone") << u"from zoneinfo import ZoneInfo"_s << u"ZoneInfo('Europe/Berlin')"_s
                          << u"zoneinfo.ZoneInfo('Europe/Berlin')"_s;
}

/// With the place in the script, also where the library's own source is what runs.
void TestStandardModules::refuses()
{
    QFETCH(QString, setup);
    QFETCH(QString, expression);
    QFETCH(QString, construct);
    const QString text = evaluateWithNotes({setup, expression}).text;
    QVERIFY2(text.startsWith(u"refused: "_s + construct + u" is not supported"_s), qPrintable(text));
    QVERIFY2(text.contains(u"table.py:2:"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestStandardModules)
#include "tst_standardmodules.moc"
