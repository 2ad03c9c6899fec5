// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taskrunner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace athanor;

class TestTaskRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultArrivesInTheOwnThread();
    void newestWins();
    void cancelledDeliversNothing();
    void receiverThatIsGoneGetsNothing();
    void runnerThatIsGoneDeliversNothing();
    void busyIsTold();
};

/// Work that waits until the test lets it go on, and tells when it is over.
struct Gate
{
    QSemaphore start;
    QSemaphore end;
    std::atomic_bool sawCancel = false;
};

void TestTaskRunner::resultArrivesInTheOwnThread()
{
    TaskRunner runner;
    QThread *worker = nullptr;
    QThread *receiver = nullptr;
    runner.run(
        this, [](const CancelToken &) { return QThread::currentThread(); },
        [&](QThread *thread) {
            worker = thread;
            receiver = QThread::currentThread();
        });
    QTRY_VERIFY(receiver);
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != receiver);
}

void TestTaskRunner::newestWins()
{
    TaskRunner runner;
    const auto gate = std::make_shared<Gate>();
    QList<int> delivered;
    const auto deliver = [&](int value) { delivered.append(value); };
    runner.run(
        this,
        [gate](const CancelToken &token) {
            gate->start.acquire();
            gate->sawCancel = token.isCancelled();
            gate->end.release();
            return 1;
        },
        deliver);
    runner.run(this, [](const CancelToken &) { return 2; }, deliver);
    QTRY_COMPARE(delivered, QList<int>{2});
    gate->start.release();
    gate->end.acquire();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(gate->sawCancel);
    QCOMPARE(delivered, QList<int>{2});
}

void TestTaskRunner::cancelledDeliversNothing()
{
    TaskRunner runner;
    bool delivered = false;
    runner.run(this, [](const CancelToken &) { return 1; }, [&](int) { delivered = true; });
    runner.cancel();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
    QVERIFY(!runner.isBusy());
}

void TestTaskRunner::receiverThatIsGoneGetsNothing()
{
    TaskRunner runner;
    auto receiver = std::make_unique<QObject>();
    bool delivered = false;
    runner.run(receiver.get(), [](const CancelToken &) { return 1; }, [&](int) { delivered = true; });
    receiver.reset();
    QTRY_VERIFY(!runner.isBusy());
    QVERIFY(!delivered);
}

void TestTaskRunner::runnerThatIsGoneDeliversNothing()
{
    const auto gate = std::make_shared<Gate>();
    bool delivered = false;
    {
        TaskRunner runner;
        runner.run(
            this,
            [gate](const CancelToken &token) {
                gate->start.acquire();
                gate->sawCancel = token.isCancelled();
                return 1;
            },
            [&](int) { delivered = true; });
    }
    gate->start.release();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(gate->sawCancel);
    QVERIFY(!delivered);
}

void TestTaskRunner::busyIsTold()
{
    TaskRunner runner;
    QSignalSpy busy(&runner, &TaskRunner::busyChanged);
    runner.run(this, [](const CancelToken &) { return 1; }, [](int) {});
    QVERIFY(runner.isBusy());
    runner.run(this, [](const CancelToken &) { return 2; }, [](int) {});
    QTRY_VERIFY(!runner.isBusy());
    QCOMPARE(busy.size(), 2);
}

QTEST_MAIN(TestTaskRunner)
#include "tst_taskrunner.moc"
