// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/typewriter.h"

namespace athanor::dialect {

/// CAST(… AS …) on MySQL and MariaDB takes its own few names: SIGNED INTEGER, CHAR, DECIMAL … Empty text
/// where SQLAlchemy leaves the cast out. `type` has its variant taken.
Result<QString> mySqlCastText(const TypeWriter &types, const sql::Type &type, const WriteOptions &options);

} // namespace athanor::dialect
