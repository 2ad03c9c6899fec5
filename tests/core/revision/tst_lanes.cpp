// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/lanes.h"
#include "tests/support/graphtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_data();
    void pictures();
    void filteredRowsAreTiedToTheNearestShown();
    void everyEdgeArrives();
    void aRevisionOnTopMovesNothing();
    void manyChildrenShareALane();
    void manyRows();
};

/// A drawing as text, one row a revision: the dot is o, a lane that passes is |.
static QString picture(const RevisionGraph &graph, const LaneLayout &layout)
{
    QStringList lines;
    for (size_t row = 0; row < layout.rows().size(); ++row) {
        QString line(layout.laneCount(), u' ');
        for (const LaneSegment &segment : layout.segments(int(row))) {
            if (segment.from != LaneSegment::Dot && segment.to != LaneSegment::Dot)
                line[segment.from] = u'|';
        }
        line[layout.rows()[row].lane] = u'o';
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line + u' ' + graph.id(layout.rows()[row].revision));
    }
    return lines.join(u'\n');
}

void TestLanes::pictures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("drawn");
    QTest::newRow("chain") << u"a\nb < a\nc < b"_s << u"o c\no b\no a"_s;
    QTest::newRow("fork") << u"a\nb < a\nc < a"_s << u" o b\no| c\no a"_s;
    QTest::newRow("diamond") << u"a\nb < a\nc < a\nd < b c"_s << u"o d\n|o b\no| c\no a"_s;
    QTest::newRow("two lines") << u"a\nx\nb < a\ny < x"_s << u"o b\no a\no y\no x"_s;
    QTest::newRow("dependency") << u"a\nb < a\nx ! a"_s << u"o b\n|o x\no a"_s;
}

void TestLanes::pictures()
{
    QFETCH(QString, text);
    QFETCH(QString, drawn);
    const RevisionGraph graph(revisionsFromText(text));
    QCOMPARE(picture(graph, layoutLanes(graph, graph.newestFirst())), drawn);
}

void TestLanes::filteredRowsAreTiedToTheNearestShown()
{
    const RevisionGraph graph(revisionsFromText(u"a\nb < a\nc < b\nd < c"_s));
    const LaneLayout layout = layoutLanes(graph, std::vector{3, 0});
    QCOMPARE(layout.laneCount(), 1);
    QCOMPARE(layout.segments(0), (std::vector<LaneSegment>{{LaneSegment::Dot, 0, 0, LaneSegment::Hidden}}));
    QCOMPARE(layout.segments(1), (std::vector<LaneSegment>{{0, LaneSegment::Dot, 0, LaneSegment::Hidden}}));
}

/// A graph of random merges and forks, always the same.
static QList<Revision> randomRevisions(int count, quint32 seed, int forkEvery = 4)
{
    QRandomGenerator random(seed);
    QList<Revision> revisions;
    for (int i = 0; i < count; ++i) {
        Revision revision;
        revision.id = u"r%1"_s.arg(i);
        for (int parents = i == 0 ? 0 : random.bounded(10) == 0 ? 2 : 1; parents > 0; --parents) {
            const QString parent =
                u"r%1"_s.arg(std::max(0, i - 1 - random.bounded(random.bounded(forkEvery) == 0 ? 12 : 1)));
            if (!revision.downRevisions.contains(parent))
                revision.downRevisions.append(parent);
        }
        revisions.append(revision);
    }
    return revisions;
}

void TestLanes::everyEdgeArrives()
{
    const RevisionGraph graph(randomRevisions(300, 7));
    const std::vector<int> rows = graph.newestFirst();
    const LaneLayout layout = layoutLanes(graph, rows);
    size_t edges = 0, starts = 0, ends = 0;
    std::vector<int> entering(size_t(layout.laneCount()), 0);
    for (size_t row = 0; row < rows.size(); ++row) {
        edges += graph.parents(rows[row]).size();
        std::vector<int> leaving(size_t(layout.laneCount()), 0);
        std::vector<int> used(size_t(layout.laneCount()), 0);
        for (const LaneSegment &segment : layout.segments(int(row))) {
            starts += segment.from == LaneSegment::Dot;
            ends += segment.to == LaneSegment::Dot;
            if (segment.from != LaneSegment::Dot)
                ++used[size_t(segment.from)];
            if (segment.to != LaneSegment::Dot)
                ++leaving[size_t(segment.to)];
            const bool passes = segment.from != LaneSegment::Dot && segment.to != LaneSegment::Dot;
            QVERIFY2(!passes || segment.from != layout.rows()[row].lane,
                     "an edge runs through a dot that is not its own");
        }
        QCOMPARE(used, entering); // what left the row above enters this one
        entering = leaving;
    }
    QCOMPARE(starts, edges);
    QCOMPARE(ends, edges);
}

void TestLanes::aRevisionOnTopMovesNothing()
{
    const QList<Revision> revisions = randomRevisions(200, 3);
    const RevisionGraph before(revisions);
    const LaneLayout old = layoutLanes(before, before.newestFirst());
    for (const QString &parent : {before.id(before.newestFirst().front()), u"r20"_s, u"r150"_s}) {
        QList<Revision> more = revisions;
        Revision top;
        top.id = u"top"_s;
        top.downRevisions = {parent};
        more.append(top);
        const RevisionGraph graph(more);
        std::vector<int> rows = before.newestFirst();
        rows.insert(rows.begin(), graph.size() - 1);
        const LaneLayout layout = layoutLanes(graph, rows);
        QCOMPARE(std::vector(layout.rows().begin() + 1, layout.rows().end()), old.rows());
    }
}

void TestLanes::manyChildrenShareALane()
{
    QList<Revision> revisions = revisionsFromText(u"base"_s);
    for (int i = 0; i < 500; ++i) {
        Revision child;
        child.id = u"child%1"_s.arg(i);
        child.downRevisions = {u"base"_s};
        revisions.append(child);
    }
    const RevisionGraph graph(revisions);
    const LaneLayout layout = layoutLanes(graph, graph.newestFirst());
    QVERIFY2(layout.laneCount() < 12, qPrintable(QString::number(layout.laneCount())));
}

void TestLanes::manyRows()
{
    const RevisionGraph graph(
        randomRevisions(20'000, 11, 50)); // a quadratic step would run into the time-out
    const std::vector<int> rows = graph.newestFirst();
    const LaneLayout layout = layoutLanes(graph, rows);
    QCOMPARE(layout.rows().size(), size_t(20'000));
    for (int row = 0; row < 20'000; row += 1'000)
        QVERIFY(layout.segments(row, 20).size() < 200);
}

QTEST_APPLESS_MAIN(TestLanes)
#include "tst_lanes.moc"
