// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/ddlcontext.h"

namespace athanor::dialect {

/// "ENGINE=InnoDB COMMENT='x'": the table's options that start with `prefix` ("mysql_"), and its comment.
/// They stand in the order of the call as far as character set before collation and the order of partitions
/// allow (SQLAlchemy's own order is that of a set).
Result<QString> mySqlTableOptions(const DdlContext &context, const schema::Table &table,
                                  const QString &prefix);

} // namespace athanor::dialect
