// SPDX-License-Identifier: GPL-3.0-or-later
// Times the window on one project, given as an argument, and prints the figures as JSON, in milliseconds and
// megabytes: from the program's start to the first paint that shows revisions, frames while scrolling from
// the newest revision to the oldest and while a filter is typed, the time from a key in the script to what
// the reader says of it (the usual time, and the longest), and the memory in use at the end.
#include "ui/history/historypage.h"
#include "ui/history/historyview.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/scriptandsql.h"
#include "ui/shell/settings.h"

#include <QAbstractScrollArea>
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

/// From each of 60 keys in the shown script until it was read and painted anew; sorted.
std::vector<double> typingTimes(ScriptAndSql *script)
{
    std::vector<double> times;
    auto *text = script->findChild<QWidget *>(u"scriptText"_s);
    QWidget *viewport = qobject_cast<QAbstractScrollArea *>(text)->viewport();
    bool isRead = false;
    const auto connection = QObject::connect(script, &ScriptAndSql::scriptRead, [&] { isRead = true; });
    script->script()->editor()->goToLine(20);
    for (int i = 0; i < 60; ++i) {
        isRead = false;
        times.push_back(timed([&] {
            QTest::keyClick(text, i % 2 ? Qt::Key_Backspace : Qt::Key_ParenLeft);
            while (!isRead)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            viewport->repaint();
        }));
    }
    QObject::disconnect(connection);
    std::ranges::sort(times);
    return times;
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
    const std::vector<double> typing = typingTimes(window.details()->scriptAndSql());
    const QJsonObject figures{{u"first paint"_s, paint.milliseconds},
                              {u"scroll frame"_s, slowestScrollFrame(window.history()->view())},
                              {u"filter frame"_s, slowestFilterFrame(window.history())},
                              {u"key to diagnostics"_s, typing.at(typing.size() / 2)},
                              {u"slowest key"_s, typing.back()},
                              {u"memory"_s, residentMegabytes()}};
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
