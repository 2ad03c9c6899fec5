// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/style.h"
#include "core/revision/path.h"

#include <QJsonObject>

namespace athanor::cli {

/// A line a step (direction, ids left and arrived at, changes of the version table, message), then a summary
/// line.
QString planText(const RevisionGraph &graph, const RevisionPath &path, const Style &style);

/// {"ok": true, "steps": [{"revision", "direction", "from", "to", "ops", "message"}], "heads": [...],
/// "warnings": [...]}. "ops" are the version table's changes in order: ["insert", "b"], ["delete", "a"] or
/// ["update", "a", "b"].
QJsonObject planObject(const RevisionGraph &graph, const RevisionPath &path);

} // namespace athanor::cli
