// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/ddlwriter.h"

namespace athanor::dialect {

const DdlWriter &mySqlDdl();
const DdlWriter &mariaDbDdl();

} // namespace athanor::dialect
