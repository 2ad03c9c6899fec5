// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/typewriter.h"

namespace athanor::dialect {

const TypeWriter &oracleTypes();

} // namespace athanor::dialect
