// SPDX-License-Identifier: GPL-3.0-or-later
// Times the window on one project, given as an argument, and prints the figures as JSON, in milliseconds and
// megabytes: from the program's start to the first paint that shows revisions, frames while scrolling from
// the newest revision to the oldest and while a filter is typed, and the memory in use at the end.
#include "ui/history/historypage.h"
#include "ui/history/historyview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace athanor;

namespace {

/// Notes when the history first paints itself with rows.
class FirstPaint : public QObject
{
public:
    FirstPaint(HistoryView *view, const QElapsedTimer &clock)
        : m_view(view)
        , m_clock(clock)
    {
        view->viewport()->installEventFilter(this);
    }

    double milliseconds = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && milliseconds == 0 && m_view->historyModel().rowCount() > 0)
            QMetaObject::invokeMethod(
                this, [this] { milliseconds = double(m_clock.nsecsElapsed()) / 1e6; }, Qt::QueuedConnection);
        return false;
    }

private:
    HistoryView *m_view;
    const QElapsedTimer &m_clock;
};

double timed(const auto &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

/// The slowest frame of a scroll through everything in 200 steps.
double slowestScrollFrame(HistoryView *view)
{
    double slowest = 0;
    QScrollBar *bar = view->verticalScrollBar();
    for (int step = 0; step <= 200; ++step) {
        slowest = std::max(slowest, timed([&] {
                               bar->setValue(bar->maximum() / 200 * step);
                               view->viewport()->repaint();
                           }));
    }
    return slowest;
}

/// The longest that the window stood still while a filter was typed; the rows are made on another thread.
double slowestFilterFrame(HistoryPage *page)
{
    double slowest = 0;
    for (const QString &filter : {u"1"_s, u"12"_s, u"123"_s, u""_s}) {
        slowest = std::max(slowest, timed([&] { page->setFilter(filter); }));
        while (page->isBusy())
            slowest = std::max(slowest, timed([] { QCoreApplication::processEvents(); }));
    }
    return slowest;
}

double residentMegabytes()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_window PROJECT\n");
        return 2;
    }
    const QTemporaryDir scratch;
    Settings settings(scratch.filePath(u"settings.ini"_s));
    Appearance appearance;
    MainWindow window(&settings, &appearance);
    window.resize(1280, 800);
    const FirstPaint paint(window.history()->view(), clock);
    window.show();
    window.openProject({QString::fromLocal8Bit(argv[1])});
    if (!QTest::qWaitFor([&] { return paint.milliseconds > 0 && !window.isBusy(); }, 60'000)) {
        std::fprintf(stderr, "the window shows no revisions\n");
        return 1;
    }
    const QJsonObject figures{{u"first paint"_s, paint.milliseconds},
                              {u"scroll frame"_s, slowestScrollFrame(window.history()->view())},
                              {u"filter frame"_s, slowestFilterFrame(window.history())},
                              {u"memory"_s, residentMegabytes()}};
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
