// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>

namespace athanor::test {

/// Hands a JSON array to one of the Python scripts of this folder and gives back its answer. An error when
/// Python or Alembic is missing, or the script fails.
Result<QJsonArray> askOracle(const QString &script, const QJsonArray &question,
                             const QString &workingFolder = {});

} // namespace athanor::test
