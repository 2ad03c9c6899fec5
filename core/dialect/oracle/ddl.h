// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/ddlwriter.h"

namespace athanor::dialect {

const DdlWriter &oracleDdl();

} // namespace athanor::dialect
