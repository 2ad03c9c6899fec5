// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

#include <QByteArray>
#include <QJsonObject>

#include <span>

namespace athanor::cli {

/// One revision as scripts read it: "revision", "down_revision" (null, a string, or an array for a merge),
/// "branch_labels" (own and inherited), "depends_on" (as written), "message", "path", "is_head", "is_base",
/// "is_branch_point", "is_merge_point".
QJsonObject revisionObject(const RevisionGraph &graph, int revision);

/// An array of objects, one a line.
QByteArray jsonArray(const QList<QJsonObject> &objects);
QByteArray jsonArray(const RevisionGraph &graph, std::span<const int> revisions);

/// One object on one line.
QByteArray jsonLine(const QJsonObject &object);

} // namespace athanor::cli
