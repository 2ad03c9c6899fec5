// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sourcerange.h"

#include <expected>

namespace athanor {

/// What kind of failure it is; decides the exit code of the command line.
enum class ErrorKind {
    Command, ///< what Alembic calls a CommandError: exit code 255
    Failure, ///< anything else that went wrong (a broken script, a server's error): exit code 1
    Usage,   ///< options or arguments that can't be understood: exit code 2
};

/// An expected failure. `message` says what happened and names the object; `where` the place, if there is
/// one; `hint` what to do about it. `code` is stable ("ATH-REV-003"), for searching and for tests.
struct Error
{
    QString code;
    QString message;
    SourceRange where = {};
    QString hint = {};
    ErrorKind kind = ErrorKind::Command;

    bool operator==(const Error &) const = default;

    /// "what, where, what to do" on one line.
    QString text() const;
};

template<typename T>
using Result = std::expected<T, Error>;

} // namespace athanor
