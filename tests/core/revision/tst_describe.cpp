// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/describe.h"
#include "tests/support/graphtext.h"

#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestDescribe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineHasTheWantedParts();
    void verboseBlockIsAlembics();
};

static RevisionGraph describedGraph()
{
    QList<Revision> revisions = revisionsFromText(u"a\nb < a : web\nc < a\nd < b c ! x\nx\ny ! d"_s);
    revisions[3].documentation = u"merge them\nin two lines\n\nRevision ID: d\n\nlast"_s;
    revisions[3].path = u"/p/d.py"_s;
    return RevisionGraph(revisions);
}

void TestDescribe::oneLineHasTheWantedParts()
{
    const RevisionGraph graph = describedGraph();
    const LineParts all =
        LinePart::Parents | LinePart::Labels | LinePart::HeadMarks | LinePart::TreeMarks | LinePart::Message;
    QCOMPARE(oneLine(graph, 3, all),
             u"b, c (x) -> d (web) (effective head) (mergepoint), merge them\nin two lines"_s);
    QCOMPARE(oneLine(graph, 0, all, CurrentMark::Present), u"<base> -> a (current) (branchpoint), "_s);
    QCOMPARE(oneLine(graph, 5, LinePart::Labels | LinePart::HeadMarks), u"y (head)"_s);
    QCOMPARE(oneLine(graph, 0, LinePart::Id), u"a"_s);
}

void TestDescribe::verboseBlockIsAlembics()
{
    const RevisionGraph graph = describedGraph();
    QCOMPARE(
        verboseBlock(graph, 3),
        u"Rev: d (head) (mergepoint)\nMerges: b, c\nAlso depends on: x\nBranch names: web\nPath: /p/d.py\n\n"
        "    merge them\n    in two lines\n    \n    Revision ID: d\n    \n    last\n"_s);
    QCOMPARE(verboseBlock(graph, 0, CurrentMark::Present),
             u"Rev: a (branchpoint) (current)\nParent: <base>\nBranches into: b, c\nPath: a.py\n\n\n"_s);
}

QTEST_APPLESS_MAIN(TestDescribe)
#include "tst_describe.moc"
