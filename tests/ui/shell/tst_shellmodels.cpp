// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problemsmodel.h"
#include "ui/shell/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestShellModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problemsKeepTheRulesOfModels();
    void problemsShowPlacesBelowTheFolder();
    void sidebarKeepsTheRulesOfModels();
    void sidebarShowsWhereDatabasesStand();
    void sidebarNamesBranches();
    void positions();
};

namespace {

/// base ← one, base ← two; "two" carries the label "side".
RevisionGraph forked()
{
    const auto revision = [](const QString &id, const QStringList &down) {
        Revision made;
        made.id = id;
        made.downRevisions = down;
        return made;
    };
    QList<Revision> revisions{revision(u"base"_s, {}), revision(u"one"_s, {u"base"_s}),
                              revision(u"two"_s, {u"base"_s})};
    revisions[2].branchLabels = {u"side"_s};
    return RevisionGraph(revisions);
}

DatabaseEntry entry(const QString &name, Environment environment, DatabaseEntry::State state,
                    const QStringList &rows = {})
{
    DatabaseEntry made;
    made.target.name = name;
    made.target.environment = environment;
    made.state = state;
    made.rows = rows;
    return made;
}

int rowOf(const SidebarModel &model, const QString &text)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data().toString() == text)
            return row;
    }
    return -1;
}

} // namespace

void TestShellModels::problemsKeepTheRulesOfModels()
{
    ProblemsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDiagnostics({{Severity::Error, u"ATH-1"_s, u"wrong"_s}, {Severity::Note, u"ATH-2"_s, u"odd"_s}},
                         u"/p"_s);
    QCOMPARE(model.rowCount(), 2);
    model.setDiagnostics({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestShellModels::problemsShowPlacesBelowTheFolder()
{
    ProblemsModel model;
    model.setDiagnostics(
        {{Severity::Error, u"ATH-1"_s, u"wrong"_s, {u"/p/versions/a.py"_s, 3, 7}, u"mend it"_s}}, u"/p"_s);
    QCOMPARE(model.index(0, ProblemsModel::Message).data().toString(), u"wrong; mend it"_s);
    QCOMPARE(model.index(0, ProblemsModel::Location).data().toString(), u"versions/a.py:3:7"_s);
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"/p/versions/a.py:3:7"_s));
}

void TestShellModels::sidebarKeepsTheRulesOfModels()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const RevisionGraph graph = forked();
    model.setContent(&graph, {}, -1);
    QVERIFY(model.rowCount() > 0);
    model.setContent(&graph, {entry(u"local"_s, Environment::Development, DatabaseEntry::State::Known)}, 0);
    model.setContent(nullptr, {}, -1);
    QCOMPARE(model.rowCount(), 0);
}

void TestShellModels::sidebarShowsWhereDatabasesStand()
{
    SidebarModel model;
    const RevisionGraph graph = forked();
    using State = DatabaseEntry::State;
    DatabaseEntry failed = entry(u"failed"_s, Environment::Test, State::Failed);
    failed.problem = u"no such file"_s;
    model.setContent(&graph,
                     {entry(u"local"_s, Environment::Development, State::Connected, {u"one"_s}), failed,
                      entry(u"prod"_s, Environment::Production, State::Known)},
                     0);
    const auto cell = [&](const QString &name, int role) {
        return model.index(rowOf(model, name)).data(role);
    };
    QCOMPARE(cell(u"local"_s, SidebarModel::PositionRole).toString(), u"−1"_s);
    QCOMPARE(cell(u"local"_s, SidebarModel::RevisionRole).toString(), u"one"_s);
    QVERIFY(cell(u"local"_s, SidebarModel::ChosenRole).toBool());
    QVERIFY(cell(u"local"_s, SidebarModel::ConnectedRole).toBool());
    QVERIFY(cell(u"failed"_s, SidebarModel::ProblemRole).toBool());
    QCOMPARE(cell(u"failed"_s, Qt::ToolTipRole).toString(), u"no such file"_s);
    QCOMPARE(cell(u"prod"_s, SidebarModel::PillKindRole).value<PillKind>(), PillKind::Production);
    QVERIFY(!cell(u"prod"_s, SidebarModel::ConnectedRole).toBool());
    QVERIFY(!(model.index(0).flags() & Qt::ItemIsSelectable));
}

void TestShellModels::sidebarNamesBranches()
{
    SidebarModel model;
    const RevisionGraph graph = forked();
    model.setContent(&graph, {}, -1);
    QVERIFY(rowOf(model, u"side"_s) > 0);
    QCOMPARE(model.index(rowOf(model, u"side"_s)).data(SidebarModel::RevisionRole).toString(), u"two"_s);
    QVERIFY(rowOf(model, u"one"_s) > 0);
    QCOMPARE(model.index(rowOf(model, u"one"_s)).data(SidebarModel::RevisionRole).toString(), u"one"_s);
}

void TestShellModels::positions()
{
    const RevisionGraph graph = forked();
    QCOMPARE(positionText(graph, {u"one"_s, u"two"_s}), u"✓"_s);
    QCOMPARE(positionText(graph, {u"base"_s}), u"−2"_s);
    QCOMPARE(positionText(graph, {}), u"−3"_s);
    QCOMPARE(positionText(graph, {u"gone"_s}), u"?"_s);
}

QTEST_MAIN(TestShellModels)
#include "tst_shellmodels.moc"
