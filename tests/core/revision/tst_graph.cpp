// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/graph.h"
#include "tests/support/graphtext.h"

#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsBasesAndPoints();
    void effectiveHeadIsNoRealHead();
    void dependencyOfAnAncestorIsDropped();
    void labelsSpread_data();
    void labelsSpread();
    void newestFirst_data();
    void newestFirst();
    void problems_data();
    void problems();
    void ofTwoWithOneIdTheLaterCounts();
    void brokenGraphsAreStillListed();
    void longAndWideGraphs();
};

void TestGraph::headsBasesAndPoints()
{
    const RevisionGraph graph(revisionsFromText(u"a\nb < a\nc < a\nd < b c\nx"_s));
    QCOMPARE(idsOf(graph, graph.heads()), (QStringList{u"d"_s, u"x"_s}));
    QCOMPARE(idsOf(graph, graph.bases()), (QStringList{u"a"_s, u"x"_s}));
    QVERIFY(graph.isBranchPoint(0));
    QVERIFY(graph.isMergePoint(3));
    QVERIFY(!graph.isBranchPoint(3));
    QCOMPARE(idsOf(graph, graph.children(0)), (QStringList{u"b"_s, u"c"_s}));
    QVERIFY(graph.problems().isEmpty());
}

void TestGraph::effectiveHeadIsNoRealHead()
{
    const RevisionGraph graph(revisionsFromText(u"a\nb < a\nx ! b"_s));
    QCOMPARE(idsOf(graph, graph.heads()), (QStringList{u"b"_s, u"x"_s}));
    QCOMPARE(idsOf(graph, graph.realHeads()), QStringList{u"x"_s});
    QCOMPARE(graph.requirements(2), std::vector{1});
    QCOMPARE(graph.requiredBy(1), std::vector{2});
}

void TestGraph::dependencyOfAnAncestorIsDropped()
{
    const RevisionGraph graph(revisionsFromText(u"d\na ! d\nb < a ! d"_s));
    QCOMPARE(graph.dependencies(1).size(), 1);
    QCOMPARE(graph.dependencies(2).size(), 0);
    QCOMPARE(idsOf(graph, graph.dependents(0)), (QStringList{u"a"_s, u"b"_s}));
}

void TestGraph::labelsSpread_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("labelled");
    QTest::newRow("to descendants and down a line without joints")
        << u"a\nb < a : web\nc < b"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("not below a branch point")
        << u"a\nb < a : web\nc < b\nx < a"_s << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("not down where the line above forks")
        << u"a\nb < a : web\nc < b\nd < b"_s << QStringList{u"b"_s, u"c"_s, u"d"_s};
    QTest::newRow("over a merge") << u"a\nb < a : web\nx < a\nm < b x\nn < m"_s
                                  << QStringList{u"b"_s, u"m"_s, u"n"_s};
    QTest::newRow("a dependent makes a joint") << u"a\nb < a\nc < b : web\ny ! b"_s << QStringList{u"c"_s};
}

void TestGraph::labelsSpread()
{
    QFETCH(QString, text);
    QFETCH(QStringList, labelled);
    const RevisionGraph graph(revisionsFromText(text));
    QStringList found;
    for (int i = 0; i < graph.size(); ++i) {
        if (graph.labels(i) == QStringList{u"web"_s})
            found.append(graph.id(i));
    }
    QCOMPARE(found, labelled);
}

void TestGraph::newestFirst_data()
{
    // The orders are those that real Alembic's `history` prints; tests/parity compares many more.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("order");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("chain") << u"a\nb < a\nc < b"_s << u"c b a"_s;
    QTest::newRow("load order is not history's") << u"c < b\nb < a\na"_s << u"c b a"_s;
    QTest::newRow("one branch after the other") << u"a\nb < a\nc < a\nd < b\ne < c"_s << u"d b e c a"_s;
    QTest::newRow("diamond") << u"a\nb < a\nc < a\nd < b c"_s << u"d b c a"_s;
    QTest::newRow("two bases") << u"a\nx\nb < a\ny < x"_s << u"b a y x"_s;
    QTest::newRow("dependency") << u"a\nb < a\nx ! a\ny < x"_s << u"b y x a"_s;
    QTest::newRow("nested") << u"a\nb < a\nc < a\nd < c\ne < c\nf < d e\ng < b f"_s << u"g b f d e c a"_s;
}

void TestGraph::newestFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, order);
    const RevisionGraph graph(revisionsFromText(text));
    QCOMPARE(idsOf(graph, graph.newestFirst()).join(u' '), order);
}

void TestGraph::problems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("place");
    QTest::newRow("missing parent") << u"a\nb < z"_s << u"Revision z referenced from b is not present"_s
                                    << u"b.py:2"_s;
    QTest::newRow("a label for a parent")
        << u"a : web\nb < web"_s << u"Revision web referenced from b is not present"_s << u"b.py:2"_s;
    QTest::newRow("missing dependency")
        << u"a\nb < a ! z"_s << u"Revision z referenced from b is not present"_s << u"b.py:2"_s;
    QTest::newRow("self-loop") << u"a\nb < b"_s << u"Self-loop is detected in revisions (b)"_s << u"b.py:2"_s;
    QTest::newRow("dependency self-loop")
        << u"a\nb < a ! b"_s << u"Dependency self-loop is detected in revisions (b)"_s << u"b.py:2"_s;
    QTest::newRow("cycle beside a line")
        << u"a\nb < a\nc < e\nd < c\ne < d"_s << u"Cycle is detected in revisions (c, d, e)"_s << u"c.py:3"_s;
    QTest::newRow("nothing but a cycle")
        << u"b < a\na < b"_s << u"Cycle is detected in revisions (b, a)"_s << u"b.py:1"_s;
    QTest::newRow("dependency cycle")
        << u"a\nb < a ! y\nx\ny < x ! b"_s << u"Dependency cycle is detected in revisions (a, b, x, y)"_s
        << u"a.py:1"_s;
    QTest::newRow("label used twice")
        << u"a : web\nb : web"_s << u"Branch name 'web' in revision b already used by revision a"_s
        << u"b.py:2"_s;
    QTest::newRow("label is an id") << u"a\nb < a : a"_s
                                    << u"Branch name 'a' in revision b already used by revision a"_s
                                    << u"b.py:2"_s;
    QTest::newRow("illegal characters")
        << u"a\nb@+c < a"_s << u"Character(s) '+, @' not allowed in revision identifier 'b@+c'"_s
        << u"b@+c.py:2"_s;
}

void TestGraph::problems()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    QFETCH(QString, place);
    const RevisionGraph graph(revisionsFromText(text));
    QVERIFY(graph.fault());
    QCOMPARE(graph.fault()->message, message);
    QCOMPARE(graph.fault()->where.text(), place);
    QVERIFY(!graph.fault()->hint.isEmpty());
    QCOMPARE(graph.problems().first().message, message);
}

void TestGraph::ofTwoWithOneIdTheLaterCounts()
{
    QList<Revision> revisions = revisionsFromText(u"a\nb < a\nc < a"_s);
    revisions[2].id = u"b"_s;
    revisions[2].documentation = u"later"_s;
    const RevisionGraph graph(revisions);
    QCOMPARE(graph.size(), 2);
    QCOMPARE(graph.at(1).documentation, u"later"_s);
    QVERIFY(!graph.fault());
    QCOMPARE(graph.problems().size(), 1);
    QCOMPARE(graph.problems().first().message, u"Revision b is present more than once"_s);
    QVERIFY(graph.problems().first().hint.contains(u"b.py:2"_s));
}

void TestGraph::brokenGraphsAreStillListed()
{
    for (const QString &text :
         {u"a\nb < z a\nc < b"_s, u"a < b\nb < c\nc < a"_s, u"a < a"_s, u"a ! b\nb ! a\nc < b"_s}) {
        const RevisionGraph graph(revisionsFromText(text));
        QCOMPARE(qsizetype(graph.newestFirst().size()), qsizetype(graph.size()));
    }
}

void TestGraph::longAndWideGraphs()
{
    // Alembic needs minutes for such; a quadratic step here would show as a test that runs into its time-out.
    constexpr int count = 60'000;
    QList<Revision> chain, diamonds, wide;
    for (int i = 0; i < count; ++i) {
        const auto revision = [&](const QStringList &down) {
            Revision one;
            one.id = QString::number(i);
            one.downRevisions = down;
            return one;
        };
        const auto id = [&](int back) { return QString::number(i - back); };
        chain.append(revision(i ? QStringList{id(1)} : QStringList()));
        wide.append(revision(i == 0 ? QStringList() : i % 2 ? QStringList{u"0"_s} : QStringList{id(1)}));
        diamonds.append(revision(i == 0       ? QStringList()
                                 : i % 3 == 1 ? QStringList{id(1)}
                                 : i % 3 == 2 ? QStringList{id(2)}
                                              : QStringList{id(2), id(1)}));
    }
    for (const QList<Revision> &revisions : {chain, diamonds, wide}) {
        const RevisionGraph graph(revisions);
        QVERIFY(graph.problems().isEmpty());
        const std::vector<int> order = graph.newestFirst();
        QCOMPARE(order.size(), size_t(count));
        QCOMPARE(order.back(), 0);
    }
}

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_graph.moc"
