// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/resolve.h"
#include "tests/support/checks.h"
#include "tests/support/graphtext.h"

#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

/// alembic.md 4.36, with ids long enough for partial ones.
static const auto worked = u"aaaa1\n"
                           "bbbb1 < aaaa1\n"
                           "cccc1 < bbbb1 : left\n"
                           "cccc2 < bbbb1 : right\n"
                           "dddd1 < cccc1\n"
                           "dddd2 < cccc2 ! cccc1\n"
                           "eeee1 < dddd1 dddd2\n"
                           "xxxx1 : net\n"
                           "xxxx2 < xxxx1 ! eeee1 : web"_s;

class TestResolve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiers_data();
    void identifiers();
    void wrongIdentifiers_data();
    void wrongIdentifiers();
    void oneRevision();
    void currentListsWhatHoldsThroughDependencies();
    void appliedIsAllThatRowsRequire();
    void ranges_data();
    void ranges();
    void wrongRanges_data();
    void wrongRanges();
};

void TestResolve::identifiers_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("revisions");
    QTest::newRow("id") << u"cccc1"_s << u"cccc1"_s;
    QTest::newRow("beginning") << u"aa"_s << u"aaaa1"_s;
    QTest::newRow("one character") << u"e"_s << u"eeee1"_s;
    QTest::newRow("label") << u"left"_s << u"cccc1"_s;
    QTest::newRow("beginning of a label") << u"lef"_s << u"cccc1"_s;
    QTest::newRow("base") << u"base"_s << QString();
    QTest::newRow("heads are the real ones") << u"heads"_s << u"xxxx2"_s;
    QTest::newRow("heads of a branch") << u"left@heads"_s << u"eeee1"_s;
    QTest::newRow("head of a branch") << u"web@head"_s << u"xxxx2"_s;
    QTest::newRow("head of a revision's branch") << u"cccc2@head"_s << u"eeee1"_s;
    QTest::newRow("id on a branch") << u"left@dddd1"_s << u"dddd1"_s;
    QTest::newRow("beginning made unique by its branch") << u"right@cccc"_s << u"cccc2"_s;
    QTest::newRow("below the heads") << u"-1"_s << u"xxxx1"_s;
    QTest::newRow("below a branch's heads") << u"web@-1"_s << u"xxxx1"_s;
}

void TestResolve::identifiers()
{
    QFETCH(QString, identifier);
    QFETCH(QString, revisions);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = resolveRevisions(graph, identifier);
    QVERIFY_RESULT(found);
    QCOMPARE(idsOf(graph, *found).join(u' '), revisions);
}

void TestResolve::wrongIdentifiers_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto unknown = [](const QString &id) {
        return u"Can't locate revision identified by '%1'"_s.arg(id);
    };
    QTest::newRow("unknown") << u"ffff"_s << unknown(u"ffff"_s) << u"No such revision or branch 'ffff'"_s;
    QTest::newRow("short")
        << u"q"_s << unknown(u"q"_s)
        << u"No such revision or branch 'q'; please ensure at least four characters are present for "
           "partial revision identifier matches"_s;
    QTest::newRow("ambiguous") << u"cc"_s << unknown(u"cc"_s)
                               << u"Multiple revisions start with 'cc': 'cccc1', 'cccc2'..."_s;
    QTest::newRow("unknown branch") << u"nope@cccc1"_s << unknown(u"nope"_s) << u"No such branch: 'nope'"_s;
    QTest::newRow("on another branch")
        << u"left@cccc2"_s << unknown(u"cccc2"_s) << u"Revision cccc2 is not a member of branch 'left'"_s;
    QTest::newRow("several heads")
        << u"head"_s
        << u"Multiple head revisions are present for given argument 'head'; please specify a specific "
           "target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads"_s
        << QString();
    QTest::newRow("below the base") << u"-9"_s << u"Relative revision -9 didn't produce 9 migrations"_s
                                    << QString();
    QTest::newRow("empty") << QString() << unknown(QString())
                           << u"Multiple revisions start with '': 'aaaa1', 'bbbb1', 'cccc1'..."_s;
}

void TestResolve::wrongIdentifiers()
{
    QFETCH(QString, identifier);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = resolveRevisions(graph, identifier);
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
    QCOMPARE(found.error().hint, hint);
    QCOMPARE(found.error().kind, ErrorKind::Command);
}

void TestResolve::oneRevision()
{
    const RevisionGraph graph(revisionsFromText(u"aaaa\nbbbb < aaaa\ncccc < aaaa"_s));
    QCOMPARE(resolveRevision(graph, u"bbbb"_s).value(), std::optional(1));
    QCOMPARE(resolveRevision(graph, u"base"_s).value(), std::optional<int>());
    QVERIFY(!resolveRevision(graph, u"heads"_s));
}

void TestResolve::currentListsWhatHoldsThroughDependencies()
{
    const RevisionGraph graph(revisionsFromText(worked));
    const auto tips = [&](const QStringList &rows) {
        return idsOf(graph, currentRevisions(graph, rows).value());
    };
    QCOMPARE(tips({}), QStringList());
    QCOMPARE(tips({u"bbbb1"_s}), QStringList{u"bbbb1"_s});
    QCOMPARE(tips({u"xxxx2"_s}), (QStringList{u"eeee1"_s, u"xxxx2"_s}));
    QVERIFY(!currentRevisions(graph, {u"gone"_s}));
}

void TestResolve::appliedIsAllThatRowsRequire()
{
    const RevisionGraph graph(revisionsFromText(worked));
    const auto applied = [&](const QStringList &rows) {
        return idsOf(graph, appliedRevisions(graph, rows).members());
    };
    QCOMPARE(applied({}), QStringList());
    QCOMPARE(applied({u"dddd2"_s, u"gone"_s}),
             (QStringList{u"aaaa1"_s, u"bbbb1"_s, u"cccc1"_s, u"cccc2"_s, u"dddd2"_s}));
    QCOMPARE(applied({u"xxxx2"_s}).size(), graph.size());
}

void TestResolve::ranges_data()
{
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("upper");
    QTest::addColumn<QString>("revisions");
    QTest::newRow("all") << QString() << QString()
                         << u"xxxx2 xxxx1 eeee1 dddd1 dddd2 cccc2 cccc1 bbbb1 aaaa1"_s;
    QTest::newRow("to a revision") << QString() << u"dddd1"_s << u"dddd1 cccc1 bbbb1 aaaa1"_s;
    QTest::newRow("both ends included") << u"bbbb1"_s << u"dddd1"_s << u"dddd1 cccc1 bbbb1"_s;
    QTest::newRow("to heads") << u"xxxx1"_s << QString() << u"xxxx2 xxxx1"_s;
    QTest::newRow("last ones") << u"-1"_s << QString() << u"xxxx2 xxxx1"_s;
    QTest::newRow("more than there are") << u"-99"_s << u"dddd1"_s << u"dddd1 cccc1 bbbb1 aaaa1"_s;
    QTest::newRow("one") << u"cccc1"_s << u"cccc1"_s << u"cccc1"_s;
}

void TestResolve::ranges()
{
    QFETCH(QString, lower);
    QFETCH(QString, upper);
    QFETCH(QString, revisions);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto list = [](const QString &end) { return end.isEmpty() ? QStringList() : QStringList{end}; };
    const auto found = historyBetween(graph, {list(lower), list(upper)});
    QVERIFY_RESULT(found);
    QCOMPARE(idsOf(graph, *found).join(u' '), revisions);
}

void TestResolve::wrongRanges_data()
{
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("upper");
    QTest::addColumn<QString>("message");
    QTest::newRow("upside down")
        << u"dddd1"_s << u"aaaa1"_s
        << u"Requested range dddd1:aaaa1 does not refer to ancestor/descendant revisions along the same branch"_s;
    QTest::newRow("other branch")
        << u"cccc2"_s << u"dddd1"_s
        << u"Requested range cccc2:dddd1 does not refer to ancestor/descendant revisions along the same branch"_s;
    QTest::newRow("unknown") << u"zzzz"_s << u"dddd1"_s << u"Can't locate revision identified by 'zzzz'"_s;
    QTest::newRow("relative lower end")
        << u"dddd1-1"_s << u"dddd1"_s << u"Can't locate revision identified by 'dddd1-1'"_s;
}

void TestResolve::wrongRanges()
{
    QFETCH(QString, lower);
    QFETCH(QString, upper);
    QFETCH(QString, message);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = historyBetween(graph, {{lower}, {upper}});
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
}

QTEST_APPLESS_MAIN(TestResolve)
#include "tst_resolve.moc"
