// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyview.h"

#include "graphs.h"
#include "ui/history/historypage.h"
#include "ui/history/revisiondetails.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestHistoryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksAlongTheGraph();
    void walksAlongPendingRevisions();
    void keepsTheSelection();
    void keepsThePlaceOnTheScreen();
    void tellsThatTheSelectionIsGone();
    void paintsEveryState();
    void pageFiltersAndLetsGo();
    void detailsLinkToNeighbours();
};

namespace {

HistoryRows rowsAt(const QStringList &version)
{
    return buildHistoryRows({diamond(), {{u"local"_s, Environment::Development, version}}, 0, {}});
}

/// A chain r0 … r<count-1>.
std::shared_ptr<const RevisionGraph> chain(int count)
{
    QList<Revision> revisions;
    for (int i = 0; i < count; ++i) {
        Revision revision;
        revision.id = u"r%1"_s.arg(i);
        if (i > 0)
            revision.downRevisions = {u"r%1"_s.arg(i - 1)};
        revisions.append(revision);
    }
    return std::make_shared<const RevisionGraph>(revisions);
}

} // namespace

void TestHistoryView::walksAlongTheGraph()
{
    HistoryView view;
    view.setHistory(rowsAt({u"a1"_s}));
    QVERIFY(view.selectRevision(u"merge"_s));
    view.selectParent();
    QCOMPARE(view.selectedRevision(), u"a2"_s);
    view.selectParent();
    view.selectParent();
    QCOMPARE(view.selectedRevision(), u"base"_s);
    view.selectParent();
    QCOMPARE(view.selectedRevision(), u"base"_s);
    view.selectChild();
    QCOMPARE(view.selectedRevision(), u"a1"_s);
}

void TestHistoryView::walksAlongPendingRevisions()
{
    HistoryView view;
    view.setHistory(rowsAt({u"a2"_s}));
    QVERIFY(view.selectRevision(u"base"_s));
    view.selectPreviousPending();
    QCOMPARE(view.selectedRevision(), u"b1"_s);
    view.selectPreviousPending();
    QCOMPARE(view.selectedRevision(), u"merge"_s);
    view.selectNextPending();
    QCOMPARE(view.selectedRevision(), u"b1"_s);
    view.selectNextPending();
    QCOMPARE(view.selectedRevision(), u"b1"_s);
}

void TestHistoryView::keepsTheSelection()
{
    HistoryView view;
    view.setHistory(rowsAt({u"a1"_s}));
    view.selectRevision(u"a2"_s);
    QSignalSpy selected(&view, &HistoryView::revisionSelected);
    view.setHistory(rowsAt({u"gone"_s}));
    QCOMPARE(view.selectedRevision(), u"a2"_s);
    QVERIFY(selected.isEmpty());
}

void TestHistoryView::keepsThePlaceOnTheScreen()
{
    HistoryView view;
    view.resize(600, 400);
    view.show();
    view.setHistory(buildHistoryRows({chain(500), {}, -1, {}}));
    view.selectRevision(u"r200"_s);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 40);
    const int before = view.visualRect(view.currentIndex()).top();
    view.setHistory(buildHistoryRows({chain(510), {}, -1, {}}));
    QCOMPARE(view.selectedRevision(), u"r200"_s);
    QCOMPARE(view.visualRect(view.currentIndex()).top(), before);
}

void TestHistoryView::tellsThatTheSelectionIsGone()
{
    HistoryView view;
    view.setHistory(rowsAt({u"a1"_s}));
    view.selectRevision(u"a2"_s);
    QSignalSpy selected(&view, &HistoryView::revisionSelected);
    view.setHistory(buildHistoryRows({diamond(), {}, -1, u"base"_s}));
    QCOMPARE(selected.size(), 1);
    QVERIFY(selected.first().first().toString().isEmpty());

    view.setHistory(rowsAt({u"a1"_s}));
    QCOMPARE(view.selectedRevision(), u"a2"_s);
    QCOMPARE(selected.size(), 2);
    view.setHistory(buildHistoryRows({diamond(), {}, -1, u"base"_s}));
    view.forgetSelection();
    view.setHistory(rowsAt({u"a1"_s}));
    QVERIFY(view.selectedRevision().isEmpty());
}

void TestHistoryView::paintsEveryState()
{
    const auto picture = [](const QStringList &version) {
        HistoryView view;
        view.resize(700, 300);
        view.setHistory(rowsAt(version));
        return view.grab().toImage();
    };
    const QImage base = picture({u"base"_s});
    QVERIFY(base != picture({u"top"_s}));
    QVERIFY(base != picture({u"gone"_s}));
    QVERIFY(base != picture({}));
}

void TestHistoryView::pageFiltersAndLetsGo()
{
    HistoryPage page;
    QSignalSpy settled(&page, &HistoryPage::settled);
    page.setGraph(diamond());
    QTRY_COMPARE(settled.size(), 1);
    page.setFilter(u"zzz"_s);
    QTRY_COMPARE(settled.size(), 2);
    QVERIFY(page.findChild<QWidget *>(u"emptyResult"_s)->isVisibleTo(&page));

    connect(&page, &HistoryPage::filterDropped, &page, [&] { page.setFilter({}); });
    page.reveal(u"a2"_s);
    QTRY_COMPARE(page.view()->selectedRevision(), u"a2"_s);
    QVERIFY(!page.findChild<QWidget *>(u"emptyResult"_s)->isVisibleTo(&page));
}

void TestHistoryView::detailsLinkToNeighbours()
{
    RevisionDetails details;
    details.showRevision(diamond(), u"merge"_s, {{u"<local>"_s, Environment::Test, {u"top"_s}}});
    const QString html = details.toHtml();
    QVERIFY(html.contains(u"revision:a2"_s));
    QVERIFY(html.contains(u"revision:b1"_s));
    QVERIFY(html.contains(u"revision:top"_s));
    QVERIFY(details.toPlainText().contains(u"<local>"_s));

    QSignalSpy activated(&details, &RevisionDetails::revisionActivated);
    Q_EMIT details.anchorClicked(QUrl(u"revision:b1"_s));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"b1"_s);

    details.showRevision(diamond(), u"gone"_s, {{u"local"_s, Environment::Test, {u"gone"_s}}});
    QVERIFY(details.toPlainText().contains(u"No script has this revision"_s));
}

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
