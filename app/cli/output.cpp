// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace athanor::cli {

using namespace Qt::StringLiterals;

/// The number of the error that stopped it, or 0.
static int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            bytes = bytes.sliced(written);
    }
    return 0;
}

void Output::line(const QString &line)
{
    text(line);
    m_buffer += '\n';
}

Result<void> Output::flush()
{
    const int error = writeAll(STDOUT_FILENO, m_buffer);
    m_buffer.clear();
    if (error == 0 || error == EPIPE)
        return {};
    return std::unexpected(Error{u"ATH-CLI-003"_s,
                                 u"can't write the result: "_s + QString::fromLocal8Bit(std::strerror(error)),
                                 {},
                                 u"check where standard output leads"_s,
                                 ErrorKind::Failure});
}

void printError(const QString &line)
{
    // Nobody is left to tell when standard error is closed.
    writeAll(STDERR_FILENO, QByteArray(line.toUtf8() + '\n'));
}

bool terminalWantsColours()
{
    return ::isatty(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

} // namespace athanor::cli
