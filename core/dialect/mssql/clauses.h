// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/clause/clausecompiler.h"

#include <memory>

namespace athanor::dialect {

std::unique_ptr<ClauseCompiler> msSqlCompiler(const Dialect &dialect, const WriteOptions &options);

} // namespace athanor::dialect
