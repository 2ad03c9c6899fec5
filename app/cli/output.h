// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace athanor::cli {

/// Standard output as one buffer, written at the end: ten thousand lines are one system call.
class Output
{
public:
    void text(const QString &text) { m_buffer += text.toUtf8(); }
    void line(const QString &line);
    void bytes(const QByteArray &bytes) { m_buffer += bytes; }
    void discard() { m_buffer.clear(); }

    /// Writes everything. That the reader has gone away (`| head`) is no error.
    Result<void> flush();

private:
    QByteArray m_buffer;
};

/// One line to standard error, at once.
void printError(const QString &line);

/// Whether standard output is a terminal that understands colours, and the user has not set NO_COLOR
/// (no-color.org).
bool terminalWantsColours();

} // namespace athanor::cli
