// SPDX-License-Identifier: GPL-3.0-or-later
// Real Python as the oracle: the same trees for its library (ATHANOR_FULL_PARITY=1: all of it) and for our
// own snippets.
#include "core/python/dump.h"
#include "core/python/parser.h"

#include "tests/support/checks.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace athanor::python;
using namespace Qt::StringLiterals;

static QString python313()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    QProcess process;
    process.start(python, {u"-c"_s, u"import sys; print(sys.version_info[:2] == (3, 13))"_s});
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed() == "True" ? python : QString();
}

static QStringList scripts()
{
    QStringList paths;
    for (const QString &folder : {u"/usr/lib/python3.13"_s, u"/usr/lib/python3/dist-packages"_s,
                                  QString::fromUtf8(ATHANOR_TEST_DATA)}) {
        QDirIterator files(folder, {u"*.py"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(files.next());
    }
    // Every third one, unless told otherwise: Python takes long for its part.
    const qsizetype step = qEnvironmentVariableIntValue("ATHANOR_FULL_PARITY") == 1 ? 1 : 3;
    QStringList sample;
    for (qsizetype i = 0; i < paths.size();
         i += paths[i].startsWith(QString::fromUtf8(ATHANOR_TEST_DATA)) ? 1 : step)
        sample.append(paths[i]);
    return sample;
}

/// Where two texts begin to differ, with what stands around it.
static QString difference(const QByteArray &expected, const QByteArray &actual)
{
    qsizetype at = 0;
    while (at < expected.size() && at < actual.size() && expected[at] == actual[at])
        ++at;
    const qsizetype from = std::max<qsizetype>(0, at - 60);
    return u"\n  Python: %1\n  Athanor: %2"_s.arg(QString::fromUtf8(expected.mid(from, 200)),
                                                  QString::fromUtf8(actual.mid(from, 200)));
}

class TestStdlib : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treesAreThoseOfPython()
    {
        const QString python = python313();
        REQUIRE_INSTALLED(!python.isEmpty(), u"there is no Python 3.13 here"_s);
        const QStringList paths = scripts();
        QProcess oracle;
        oracle.start(python, {QString::fromUtf8(ATHANOR_TEST_HERE) + "/parity.py"_L1, u"trees"_s});
        oracle.write(paths.join(u'\n').toUtf8());
        oracle.closeWriteChannel();
        int compared = 0;
        for (const QString &path : paths) {
            while (!oracle.canReadLine() && oracle.waitForReadyRead()) {
            }
            QByteArray expected = oracle.readLine();
            expected.chop(1);
            QVERIFY2(!expected.isEmpty(), oracle.readAllStandardError().constData());
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            if (bytes.contains("\\N{"))
                continue; // the names of characters are kept as they are written
            const ParsedModule parsed = parseModule(bytes, path);
            const QByteArray actual =
                parsed.module ? '=' + QByteArray::fromStdString(dump(*parsed.module)) : QByteArray("!");
            QVERIFY2(actual == expected, qPrintable(path + difference(expected, actual)));
            ++compared;
        }
        oracle.waitForFinished();
        QVERIFY(compared > 5);
    }

    void errorTableIsThatOfPython()
    {
        const QString python = python313();
        REQUIRE_INSTALLED(!python.isEmpty(), u"there is no Python 3.13 here"_s);
        QProcess oracle;
        oracle.start(python, {QString::fromUtf8(ATHANOR_TEST_HERE) + "/parity.py"_L1, u"errors"_s,
                              QString::fromUtf8(ATHANOR_TEST_DATA) + "/syntaxerrors.json"_L1});
        QVERIFY(oracle.waitForFinished());
        QCOMPARE(oracle.readAllStandardError(), QByteArray());
        QCOMPARE(oracle.readAllStandardOutput(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestStdlib)
#include "tst_stdlib.moc"
