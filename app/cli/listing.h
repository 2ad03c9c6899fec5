// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace athanor::cli {

enum class Detail { OneLine, Verbose };

inline Detail detail(bool verbose)
{
    return verbose ? Detail::Verbose : Detail::OneLine;
}

/// Prints revisions one after the other: as JSON when asked for, else a line each, else (verbose) a block
/// each. The revisions in `marked` carry the mark of a database's position.
void printRevisions(Session &session, const RevisionGraph &graph, std::span<const int> revisions,
                    Detail detail, LineParts parts, const QStringList &marked = {});

} // namespace athanor::cli
