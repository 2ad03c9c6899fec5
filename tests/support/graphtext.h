// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor::test {

/// Revisions from a short text, one a line in load order: "id < parents ! dependencies : labels", each list
/// separated by blanks:
///     a1
///     b1 < a1 : web
///     c1 < a1 b1 ! b1
QList<Revision> revisionsFromText(const QString &text);

QStringList idsOf(const RevisionGraph &graph, std::span<const int> revisions);

} // namespace athanor::test
