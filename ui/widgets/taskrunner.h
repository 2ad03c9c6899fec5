// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QtConcurrent>

#include <atomic>
#include <memory>
#include <type_traits>

namespace athanor {

/// Handed to work that runs off the window's thread, so that it can stop early. Copies share one state.
class CancelToken
{
public:
    bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }
    void cancel() { m_cancelled->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Runs one piece of work at a time off the window's thread and delivers its result to it. The newest wins:
/// what was started before is cancelled and its result dropped. Nothing is delivered once the runner or the
/// receiving object is gone.
class TaskRunner : public QObject
{
    Q_OBJECT

public:
    explicit TaskRunner(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~TaskRunner() override { m_token.cancel(); }

    bool isBusy() const { return m_busy; }

    /// `work(CancelToken)` must hold all it needs by value; `deliver(result)` is called in this object's
    /// thread.
    template<typename Work, typename Deliver>
    void run(QObject *context, Work work, Deliver deliver)
    {
        using Outcome = std::invoke_result_t<Work, CancelToken>;
        m_token.cancel();
        m_token = CancelToken();
        auto *watcher = new QFutureWatcher<Outcome>(this);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, watcher, token = m_token, guard = QPointer<QObject>(context),
                 deliver = std::move(deliver)]() mutable {
                    watcher->deleteLater();
                    if (token.isCancelled())
                        return;
                    setBusy(false);
                    if (guard)
                        deliver(watcher->future().takeResult());
                });
        watcher->setFuture(QtConcurrent::run(std::move(work), m_token));
        setBusy(true);
    }

    /// Drops what is running.
    void cancel()
    {
        m_token.cancel();
        setBusy(false);
    }

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    void setBusy(bool busy)
    {
        if (busy == m_busy)
            return;
        m_busy = busy;
        Q_EMIT busyChanged(busy);
    }

    CancelToken m_token;
    bool m_busy = false;
};

} // namespace athanor
