// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>

namespace athanor {

enum class Severity { Note, Warning, Error };

/// Something found in the user's files that does not stop the rest from working.
struct Diagnostic
{
    Severity severity = Severity::Error;
    QString code;
    QString message;
    SourceRange where = {};
    QString hint = {};

    bool operator==(const Diagnostic &) const = default;

    /// "file:line:column: error: message; hint [code]", the form editors and compilers use.
    QString text() const;

    static Diagnostic fromError(const Error &error);
};

using Diagnostics = QList<Diagnostic>;

} // namespace athanor
