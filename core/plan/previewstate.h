// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace athanor {

/// Whether the SQL of a revision can be shown without a database, in one direction.
struct DirectionState
{
    enum class Kind { Unknown, Readable, NeedsConnection, NotReadable }; ///< the worst last

    Kind kind = Kind::Unknown;
    QString reason = {};    ///< why it can't: the construct
    QString needed = {};    ///< what would be needed; may be empty
    SourceRange where = {}; ///< where the reason lies

    bool operator==(const DirectionState &) const = default;
};

struct PreviewState
{
    DirectionState upgrade = {};
    DirectionState downgrade = {};

    bool operator==(const PreviewState &) const = default;
};

/// Says from what stopped the reading, if anything did, whether the SQL can be shown.
DirectionState directionState(const std::optional<Error> &stop);

} // namespace athanor
