// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historymodel.h"

#include "graphs.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels();
    void showsARevision();
    void showsAGhost();
    void tellsTheStateInWords();
    void findsRows();
    void foldsPillsAndSaysPending();
};

void TestHistoryModel::keepsTheRulesOfModels()
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHistory(buildHistoryRows({diamond(), {}, -1, {}}));
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.columnCount(), int(HistoryModel::ColumnCount));
    model.setHistory(buildHistoryRows({diamond(), {}, -1, u"orders"_s}));
    QCOMPARE(model.rowCount(), 2);
    model.setHistory({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryModel::showsARevision()
{
    HistoryModel model;
    model.setHistory(buildHistoryRows({diamond(), {}, -1, u"a1"_s}));
    QCOMPARE(model.index(0, HistoryModel::Id).data().toString(), u"a1"_s);
    QCOMPARE(model.index(0, HistoryModel::Message).data().toString(), u"Add orders"_s);
    QCOMPARE(model.index(0, HistoryModel::Date).data().toString(), u"2025-01-02 03:04"_s);
    QCOMPARE(model.index(0, 0).data(HistoryModel::PathRole).toString(), u"/project/versions/a1_.py"_s);
    QVERIFY(model.index(0, HistoryModel::Message)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"/project/versions/a1_.py"_s));
}

void TestHistoryModel::showsAGhost()
{
    HistoryModel model;
    model.setHistory(
        buildHistoryRows({diamond(), {{u"local"_s, Environment::Development, {u"gone"_s}}}, 0, {}}));
    QCOMPARE(model.index(0, HistoryModel::Id).data().toString(), u"gone"_s);
    QVERIFY(model.index(0, HistoryModel::Message).data().toString().contains(u"no script"_s));
    QVERIFY(model.index(0, 0).data(HistoryModel::PathRole).toString().isEmpty());
    QVERIFY(model.index(0, HistoryModel::Date).data().toString().isEmpty());
}

void TestHistoryModel::tellsTheStateInWords()
{
    HistoryModel model;
    model.setHistory(
        buildHistoryRows({diamond(), {{u"local"_s, Environment::Development, {u"a1"_s}}}, 0, {}}));
    const auto state = [&](const QString &id) {
        return model.index(model.rowOf(id), HistoryModel::Graph).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(state(u"a1"_s), u"applied, current"_s);
    QCOMPARE(state(u"base"_s), u"applied"_s);
    QCOMPARE(state(u"top"_s), u"pending"_s);
}

void TestHistoryModel::findsRows()
{
    HistoryModel model;
    model.setHistory(buildHistoryRows({diamond(), {}, -1, {}}));
    QCOMPARE(model.rowOf(u"top"_s), 0);
    QCOMPARE(model.rowOf(u"nowhere"_s), -1);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.rowAt(row).id), row);
}

void TestHistoryModel::foldsPillsAndSaysPending()
{
    HistoryRow row;
    row.state = RevisionState::Pending;
    for (int i = 0; i < 5; ++i)
        row.pills.append({u"db%1"_s.arg(i), PillKind::Development});
    QStringList texts;
    for (const Pill &pill : shownPills(row))
        texts.append(pill.text);
    QCOMPARE(texts, (QStringList{u"db0"_s, u"db1"_s, u"db2"_s, u"+2"_s, u"pending"_s}));
}

QTEST_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
