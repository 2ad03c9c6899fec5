// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diagnostic.h"

namespace athanor {

static QLatin1StringView severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QLatin1StringView("note");
    case Severity::Warning:
        return QLatin1StringView("warning");
    case Severity::Error:
        return QLatin1StringView("error");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Diagnostic::text() const
{
    QString line = where.text();
    if (!line.isEmpty())
        line += QLatin1StringView(": ");
    line += severityWord(severity) + QLatin1StringView(": ") + message;
    if (!hint.isEmpty())
        line += QLatin1StringView("; ") + hint;
    if (!code.isEmpty())
        line += QLatin1StringView(" [") + code + u']';
    return line;
}

Diagnostic Diagnostic::fromError(const Error &error)
{
    return {Severity::Error, error.code, error.message, error.where, error.hint};
}

} // namespace athanor
