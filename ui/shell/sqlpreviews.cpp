// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sqlpreviews.h"

namespace athanor {

namespace {

using namespace std::chrono_literals;

/// Shorter than the time between two keys, and together with the reading itself under 50 ms.
constexpr auto TypingPause = 20ms;

} // namespace

SqlPreviews::SqlPreviews(ScriptReader reader, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(reader))
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &SqlPreviews::start);
}

void SqlPreviews::request(const ScriptRequest &request, When when)
{
    m_request = request;
    if (when == When::AfterTyping)
        m_pause.start();
    else
        start();
}

void SqlPreviews::cancel()
{
    m_pause.stop();
    m_runner.cancel();
}

void SqlPreviews::start()
{
    m_pause.stop();
    m_runner.run(
        this, [reader = m_reader, request = m_request](const CancelToken &) { return reader(request); },
        [this, request = m_request](const ScriptReading &reading) { Q_EMIT ready(request, reading); });
}

} // namespace athanor
