// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/identifiers.h"

namespace athanor::dialect {

const Identifiers &sqliteIdentifiers();

} // namespace athanor::dialect
