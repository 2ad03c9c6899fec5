// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/scenario.h"
#include "tests/support/golden.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace athanor::test;
using namespace Qt::StringLiterals;

/// Runs each file in scenarios/ against the real program. ATHANOR_UPDATE_GOLDEN=1 rewrites the files instead.
class TestScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scenario_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(SCENARIOS));
        for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(name.chopped(4))) << folder.filePath(name);
    }

    void scenario()
    {
        QFETCH(QString, path);
        const Scenario scenario = Scenario::fromFile(path);
        QVERIFY2(scenario.fault().isEmpty(), qPrintable(scenario.fault()));
        const QList<ScenarioCommand> results = scenario.run(QStringLiteral(ATHANOR_PROGRAM));
        const QString difference = goldenDifference(path, scenario.text(results).toUtf8());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void everyCommandHasAScenario()
    {
        QString all;
        const QDir folder(QStringLiteral(SCENARIOS));
        for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files)) {
            const Scenario scenario = Scenario::fromFile(folder.filePath(name));
            for (const ScenarioCommand &command : scenario.commands())
                all += command.line + u'\n';
        }
        const QStringList names = commandNames();
        QVERIFY(names.contains(u"history"_s));
        for (const QString &command : names)
            QVERIFY2(all.contains(u"athanor "_s + command), qPrintable(command));
    }

    void everyCommandIsInTheManual()
    {
        QFile file(QStringLiteral(MANUAL));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        for (const QString &command : commandNames())
            QVERIFY2(page.contains(u".It Cm "_s + command), qPrintable(command));
    }

private:
    /// The commands that `athanor help` lists.
    static QStringList commandNames()
    {
        QProcess help;
        help.start(QStringLiteral(ATHANOR_PROGRAM), {u"help"_s});
        help.waitForFinished(-1);
        const QString text = QString::fromUtf8(help.readAllStandardOutput());
        QStringList names;
        for (const QString &line : text.section(u"Commands:\n"_s, 1).section(u"\n\n"_s, 0, 0).split(u'\n')) {
            if (!line.startsWith("   "_L1))
                names += line.simplified().section(u' ', 0, 0);
        }
        return names;
    }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
