// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/path.h"
#include "tests/support/checks.h"
#include "tests/support/graphtext.h"

#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

static const auto worked =
    u"a1\nb1 < a1\nc1 < b1 : left\nc2 < b1 : right\nd1 < c1\nd2 < c2 ! c1\ne1 < d1 d2\n"
    "x1\nx2 < x1 ! e1"_s;

/// A path as text: "b1->c1 +c1" a step; + inserts, - deletes, a>b updates.
static QString text(const RevisionPath &path)
{
    QStringList steps;
    for (const PathStep &step : path.steps) {
        QString line = step.from.join(u',') + "->"_L1 + step.to.join(u',');
        for (const VersionChange &change : step.changes) {
            if (change.kind == VersionChange::Insert)
                line += " +"_L1 + change.to;
            else if (change.kind == VersionChange::Delete)
                line += " -"_L1 + change.from;
            else
                line += u' ' + change.from + u'>' + change.to;
        }
        steps.append(line);
    }
    return steps.join(u"; "_s);
}

static QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

class TestPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths_data();
    void paths();
    void refusals_data();
    void refusals();
    void downgradeFromSeveralHeadsWarns();
    void brokenGraphsAreRefused();
    void longPaths();

private:
    static Result<RevisionPath> path(const QString &command, const RevisionGraph &graph,
                                     const QStringList &rows, const QStringList &targets);
};

Result<RevisionPath> TestPath::path(const QString &command, const RevisionGraph &graph,
                                    const QStringList &rows, const QStringList &targets)
{
    if (command == u"upgrade"_s)
        return upgradePath(graph, rows, targets);
    if (command == u"downgrade"_s)
        return downgradePath(graph, rows, targets.first());
    return stampPath(graph, rows, targets, command == u"purge"_s ? StampMode::Purge : StampMode::Keep);
}

void TestPath::paths_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &command, const QString &rows, const QString &target,
                        const QString &steps, const QString &after) {
        QTest::newRow(name) << command << rows << target << steps << after;
    };
    // The worked example of alembic.md 4.36, which was run.
    row("up a branch", u"upgrade"_s, u""_s, u"c1"_s, u"->a1 +a1; a1->b1 a1>b1; b1->c1 b1>c1"_s, u"c1"_s);
    row("one step on a branch", u"upgrade"_s, u"c1"_s, u"left@+1"_s, u"c1->d1 c1>d1"_s, u"d1"_s);
    row("to the heads", u"upgrade"_s, u"d1"_s, u"heads"_s,
        u"b1->c2 +c2; c2->d2 c2>d2; d1,d2->e1 -d1 d2>e1; ->x1 +x1; x1->x2 -x1 e1>x2"_s, u"x2"_s);
    row("a dependency's row comes back", u"downgrade"_s, u"x2"_s, u"-1"_s, u"x2->x1 +x1 x2>e1"_s, u"e1 x1"_s);
    row("unmerge", u"downgrade"_s, u"e1 x1"_s, u"d1"_s, u"e1->d1,d2 +d1 e1>d2"_s, u"d1 d2 x1"_s);
    row("held by a dependency", u"downgrade"_s, u"d1 d2 x1"_s, u"left@-1"_s, u"d1->c1 -d1"_s, u"d2 x1"_s);
    row("to base", u"downgrade"_s, u"d2 x1"_s, u"base"_s,
        u"d2->c2 +c2 d2>c1; c2->b1 -c2; c1->b1 c1>b1; x1-> -x1; b1->a1 b1>a1; a1-> -a1"_s, QString());
    row("stamp the heads", u"stamp"_s, u""_s, u"heads"_s, u"->x2 +x2"_s, u"x2"_s);
    row("stamp below", u"stamp"_s, u"x2"_s, u"e1"_s, u"x2->e1 x2>e1"_s, u"e1"_s);
    row("stamp above", u"stamp"_s, u"d1 d2"_s, u"e1"_s, u"d1,d2->e1 -d1 d2>e1"_s, u"e1"_s);
    row("stamp base", u"stamp"_s, u"d1 d2 x1"_s, u"base"_s, u"d1-> -d1; d2-> -d2; x1-> -x1"_s, QString());
    row("stamp another line", u"stamp"_s, u"b1"_s, u"x1"_s, u"->x1 +x1"_s, u"b1 x1"_s);
    row("stamp what is there", u"stamp"_s, u"b1"_s, u"b1"_s, QString(), u"b1"_s);
    row("stamp twice the same", u"stamp"_s, u""_s, u"b1 b1"_s, u"->b1 +b1"_s, u"b1"_s);
    row("purge", u"purge"_s, u"gone b1"_s, u"c1 x1"_s, u"gone,b1-> -gone -b1; ->c1 +c1; ->x1 +x1"_s,
        u"c1 x1"_s);

    row("nothing to do", u"upgrade"_s, u"d1"_s, u"c1"_s, QString(), u"d1"_s);
    row("partial ids in rows", u"upgrade"_s, u"c1"_s, u"d1"_s, u"c1->d1 c1>d1"_s, u"d1"_s);
    row("relative to a revision", u"upgrade"_s, u"b1"_s, u"b1+0"_s, QString(), u"b1"_s);
    row("two targets", u"upgrade"_s, u"b1"_s, u"d1 c2"_s, u"b1->c1 b1>c1; c1->d1 c1>d1; b1->c2 +c2"_s,
        u"c2 d1"_s);
    row("down to where it is", u"downgrade"_s, u"b1"_s, u"b1"_s, QString(), u"b1"_s);
    row("down a branch to base", u"downgrade"_s, u"c1 x1"_s, u"left@base"_s,
        u"c1->b1 c1>b1; b1->a1 b1>a1; a1-> -a1"_s, u"x1"_s);
}

void TestPath::paths()
{
    QFETCH(QString, command);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(QString, steps);
    QFETCH(QString, after);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = path(command, graph, words(rows), words(target));
    QVERIFY_RESULT(found);
    QCOMPARE(text(*found), steps);
    QCOMPARE(found->rows.join(u' '), after);
}

void TestPath::refusals_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &command, const QString &rows, const QString &target,
                        const QString &message) {
        QTest::newRow(name) << command << rows << target << message;
    };
    row("several heads", u"upgrade"_s, u""_s, u"head"_s,
        u"Multiple head revisions are present for given argument 'head'; please specify a specific target "
        u"revision, "
        "'<branchname>@head' to narrow to a specific head, or 'heads' for all heads"_s);
    row("too far up", u"upgrade"_s, u"x1"_s, u"+9"_s, u"Relative revision +9 didn't produce 9 migrations"_s);
    row("too far up from a revision", u"upgrade"_s, u"x1"_s, u"x1+9"_s,
        u"Relative revision +9 didn't produce 9 migrations"_s);
    row("down with upgrade", u"upgrade"_s, u"x1"_s, u"-1"_s,
        u"Relative revision -1 didn't produce 1 migrations"_s);
    row("fork", u"upgrade"_s, u"b1"_s, u"+1"_s, u"Ambiguous walk"_s);
    row("several rows", u"upgrade"_s, u"b1 x1"_s, u"+1"_s,
        u"Ambiguous upgrade from multiple current revisions"_s);
    row("overlapping targets", u"upgrade"_s, u""_s, u"b1 c1"_s,
        u"Requested revision c1 overlaps with other requested revisions b1"_s);
    row("overlapping rows", u"upgrade"_s, u"b1 c1"_s, u"d1"_s,
        u"Requested revision c1 overlaps with other requested revisions b1"_s);
    row("unknown row", u"upgrade"_s, u"gone"_s, u"heads"_s, u"Can't locate revision identified by 'gone'"_s);
    row("not below", u"downgrade"_s, u"c2"_s, u"d1"_s,
        u"Destination d1 is not a valid downgrade target from current head(s)"_s);
    row("too far down", u"downgrade"_s, u"x1"_s, u"-2"_s,
        u"Relative revision -2 didn't produce 2 migrations"_s);
    row("too far down from a revision", u"downgrade"_s, u"x1"_s, u"x1-2"_s, u"Walked too far"_s);
    row("nothing applied", u"downgrade"_s, u""_s, u"-1"_s,
        u"Relative revision -1 didn't produce 1 migrations"_s);
    row("up with downgrade", u"downgrade"_s, u"x1"_s, u"+1"_s,
        u"Relative revision +1 didn't produce 1 migrations"_s);
    row("through a merge", u"downgrade"_s, u"e1"_s, u"-1"_s, u"Ambiguous walk"_s);
    row("branch not below", u"downgrade"_s, u"e1"_s, u"x1@b1"_s,
        u"Not a valid downgrade target from current heads"_s);
    row("stamp several heads", u"stamp"_s, u""_s, u"head"_s,
        u"Multiple heads are present; please specify a single target revision"_s);
    row("stamp over an unknown row", u"stamp"_s, u"gone"_s, u"b1"_s,
        u"Can't locate revision identified by 'gone'"_s);
    row("stamp two below one row", u"stamp"_s, u"e1"_s, u"c1 d2"_s,
        u"The version table does not fit the revisions: it has no row 'e1'"_s);
}

void TestPath::refusals()
{
    QFETCH(QString, command);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(QString, message);
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = path(command, graph, words(rows), words(target));
    QVERIFY2(!found, qPrintable(found ? text(*found) : QString()));
    QCOMPARE(found.error().message, message);
}

void TestPath::downgradeFromSeveralHeadsWarns()
{
    const RevisionGraph graph(revisionsFromText(worked));
    const auto found = downgradePath(graph, {u"d1"_s, u"x1"_s}, u"-1"_s);
    QVERIFY_RESULT(found);
    QCOMPARE(text(*found), u"d1->c1 d1>c1"_s);
    QCOMPARE(found->warnings.size(), 1);
}

void TestPath::brokenGraphsAreRefused()
{
    const RevisionGraph graph(revisionsFromText(u"a\nb < z"_s));
    for (const QString &command : {u"upgrade"_s, u"downgrade"_s, u"stamp"_s}) {
        const auto found = path(command, graph, {}, {u"a"_s});
        QVERIFY(!found);
        QCOMPARE(found.error().message, u"Revision z referenced from b is not present"_s);
    }
}

void TestPath::longPaths()
{
    constexpr int count = 30'000; // a quadratic step would run into the time-out
    QList<Revision> revisions;
    for (int i = 0; i < count; ++i) {
        Revision revision;
        revision.id = QString::number(i + 100'000);
        const auto below = [&](int back) { return QString::number(i + 100'000 - back); };
        if (i > 0)
            revision.downRevisions = i % 3 == 1   ? QStringList{below(1)}
                                     : i % 3 == 2 ? QStringList{below(2)}
                                                  : QStringList{below(2), below(1)};
        revisions.append(revision);
    }
    const RevisionGraph graph(revisions);
    const auto up = upgradePath(graph, {}, {u"heads"_s});
    QVERIFY_RESULT(up);
    QCOMPARE(up->steps.size(), count);
    const auto down = downgradePath(graph, up->rows, u"base"_s);
    QVERIFY_RESULT(down);
    QCOMPARE(down->steps.size(), count);
    QVERIFY(down->rows.isEmpty());
}

QTEST_APPLESS_MAIN(TestPath)
#include "tst_path.moc"
