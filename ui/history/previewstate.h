// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace athanor {

/// Whether the SQL of a revision can be shown without a database, in one direction.
struct DirectionState
{
    enum class Kind { Unknown, Readable, NeedsConnection, NotReadable };

    Kind kind = Kind::Unknown;
    QString reason = {}; ///< why it can't
    QString file = {};   ///< where the reason lies
    int line = 0;

    bool operator==(const DirectionState &) const = default;
};

struct PreviewState
{
    DirectionState upgrade = {};
    DirectionState downgrade = {};

    bool operator==(const PreviewState &) const = default;
};

} // namespace athanor
