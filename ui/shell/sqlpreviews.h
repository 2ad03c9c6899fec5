// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/scriptreading.h"
#include "ui/widgets/taskrunner.h"

#include <QTimer>

namespace athanor {

/// Reads scripts off the window's thread, as often as someone types. Only what was asked for last is
/// answered.
class SqlPreviews : public QObject
{
    Q_OBJECT

public:
    explicit SqlPreviews(ScriptReader reader, QObject *parent = nullptr);

    /// Takes the place of the reader: for tests.
    void setReader(ScriptReader reader) { m_reader = std::move(reader); }

    enum class When { Now, AfterTyping };
    /// With AfterTyping, once no key has been hit for a moment. Ends in ready().
    void request(const ScriptRequest &request, When when);
    void cancel();
    bool isBusy() const { return m_pause.isActive() || m_runner.isBusy(); }

Q_SIGNALS:
    void ready(const athanor::ScriptRequest &request, const athanor::ScriptReading &reading);

private:
    void start();

    ScriptReader m_reader;
    ScriptRequest m_request;
    QTimer m_pause;
    TaskRunner m_runner;
};

} // namespace athanor
