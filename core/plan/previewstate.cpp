// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/previewstate.h"

namespace athanor {

using namespace Qt::StringLiterals;

DirectionState directionState(const std::optional<Error> &stop)
{
    if (!stop)
        return {.kind = DirectionState::Kind::Readable};
    const bool needsConnection = stop->code == "ATH-ALB-001"_L1;
    return {.kind =
                needsConnection ? DirectionState::Kind::NeedsConnection : DirectionState::Kind::NotReadable,
            .reason = stop->message,
            .needed = stop->hint,
            .where = stop->where};
}

} // namespace athanor
