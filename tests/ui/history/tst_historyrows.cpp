// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs.h"

#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestHistoryRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDatabaseNothingIsPlaced();
    void statesFollowTheChosenDatabase();
    void ghostsComeFirst();
    void pillsNameDatabasesLabelsAndHeads();
    void filter_data();
    void filter();
    void filteredRowsKeepTheirLines();
    void cancelledStopsEarly();
    void emptyInputHasNoRows();
};

void TestHistoryRows::withoutDatabaseNothingIsPlaced()
{
    const HistoryRows rows = buildHistoryRows({diamond(), {}, -1, {}});
    QCOMPARE(rows.rows.size(), 6);
    QCOMPARE(rows.total, 6);
    QCOMPARE(rows.rows.front().id, u"top"_s);
    QCOMPARE(rows.rows.back().id, u"base"_s);
    for (const HistoryRow &row : rows.rows)
        QCOMPARE(row.state, RevisionState::Unplaced);
}

void TestHistoryRows::statesFollowTheChosenDatabase()
{
    const QList<DatabasePosition> databases{{u"local"_s, Environment::Development, {u"a2"_s}},
                                            {u"prod"_s, Environment::Production, {u"base"_s}}};
    const HistoryRows local = buildHistoryRows({diamond(), databases, 0, {}});
    QCOMPARE(rowOf(local, u"a2"_s).state, RevisionState::Current);
    QCOMPARE(rowOf(local, u"a1"_s).state, RevisionState::Applied);
    QCOMPARE(rowOf(local, u"base"_s).state, RevisionState::Applied);
    QCOMPARE(rowOf(local, u"b1"_s).state, RevisionState::Pending);
    QCOMPARE(rowOf(local, u"merge"_s).state, RevisionState::Pending);

    const HistoryRows prod = buildHistoryRows({diamond(), databases, 1, {}});
    QCOMPARE(rowOf(prod, u"base"_s).state, RevisionState::Current);
    QCOMPARE(rowOf(prod, u"a1"_s).state, RevisionState::Pending);
}

void TestHistoryRows::ghostsComeFirst()
{
    const QList<DatabasePosition> databases{{u"one"_s, Environment::Test, {u"gone"_s, u"a1"_s}},
                                            {u"two"_s, Environment::Production, {u"gone"_s}}};
    const HistoryRows rows = buildHistoryRows({diamond(), databases, 0, {}});
    QCOMPARE(rows.ghostCount, 1);
    QCOMPARE(rows.total, 7);
    const HistoryRow &ghost = rows.rows.front();
    QCOMPARE(ghost.id, u"gone"_s);
    QCOMPARE(ghost.revision, -1);
    QCOMPARE(ghost.state, RevisionState::Ghost);
    QCOMPARE(ghost.pills.size(), 2);
}

void TestHistoryRows::pillsNameDatabasesLabelsAndHeads()
{
    const QList<DatabasePosition> databases{{u"local"_s, Environment::Development, {u"b1"_s}},
                                            {u"prod"_s, Environment::Production, {u"b1"_s}}};
    const HistoryRows rows = buildHistoryRows({diamond(), databases, 1, {}});
    const QList<Pill> pills = rowOf(rows, u"b1"_s).pills;
    QCOMPARE(pills.size(), 3);
    QCOMPARE(pills.at(0).kind, PillKind::Development);
    QVERIFY(!pills.at(0).emphasised);
    QCOMPARE(pills.at(1).kind, PillKind::Production);
    QVERIFY(pills.at(1).emphasised);
    QCOMPARE(pills.at(2).text, u"side"_s);
    QCOMPARE(pills.at(2).kind, PillKind::Label);
    QCOMPARE(rowOf(rows, u"top"_s).pills.first().kind, PillKind::Head);
    QVERIFY(rowOf(rows, u"a1"_s).pills.isEmpty());
}

void TestHistoryRows::filter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("id") << u"a2"_s << QStringList{u"a2"_s};
    QTest::newRow("message, any case") << u"ORDERS"_s << QStringList{u"a2"_s, u"a1"_s};
    QTest::newRow("all words") << u"add ord"_s << QStringList{u"a1"_s};
    QTest::newRow("file name") << u"merge_.py"_s << QStringList{u"merge"_s};
    QTest::newRow("not the folder") << u"versions"_s << QStringList();
    QTest::newRow("database") << u"staging"_s << QStringList{u"b1"_s};
    QTest::newRow("ghost") << u"gone"_s << QStringList{u"gone"_s};
    QTest::newRow("white space only")
        << u"   "_s << QStringList{u"gone"_s, u"top"_s, u"merge"_s, u"b1"_s, u"a2"_s, u"a1"_s, u"base"_s};
}

void TestHistoryRows::filter()
{
    QFETCH(QString, text);
    QFETCH(QStringList, shown);
    const QList<DatabasePosition> databases{{u"staging"_s, Environment::Test, {u"b1"_s}},
                                            {u"old"_s, Environment::Test, {u"gone"_s}}};
    const HistoryRows rows = buildHistoryRows({diamond(), databases, 0, text});
    const QStringList found = ids(rows);
    QCOMPARE(QSet<QString>(found.begin(), found.end()), QSet<QString>(shown.begin(), shown.end()));
    QCOMPARE(found.size(), shown.size());
    QCOMPARE(rows.total, 7);
}

void TestHistoryRows::filteredRowsKeepTheirLines()
{
    const HistoryRows rows = buildHistoryRows({diamond(), {}, -1, u"a"_s});
    QVERIFY(rows.rows.size() >= 2);
    QCOMPARE(rows.lanes.rows().size(), rows.rows.size());
    for (size_t i = 0; i < rows.rows.size(); ++i)
        QCOMPARE(rows.rows[i].dot, rows.lanes.rows()[i]);
}

void TestHistoryRows::cancelledStopsEarly()
{
    CancelToken token;
    token.cancel();
    QVERIFY(buildHistoryRows({diamond(), {}, -1, {}}, token).rows.empty());
}

void TestHistoryRows::emptyInputHasNoRows()
{
    QVERIFY(buildHistoryRows({}).rows.empty());
    const HistoryRows rows = buildHistoryRows({std::make_shared<const RevisionGraph>(), {}, -1, {}});
    QVERIFY(rows.rows.empty());
    QCOMPARE(rows.total, 0);
}

QTEST_MAIN(TestHistoryRows)
#include "tst_historyrows.moc"
