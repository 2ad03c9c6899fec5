// SPDX-License-Identifier: GPL-3.0-or-later
// Values as Python writes them.
#pragma once

#include "core/sql/literal.h"

namespace athanor::dialect {

/// "2020-01-02"
QString isoDate(const sql::Date &date);
/// "03:04:05", ".000006" and "+02:00" behind it where there are such.
QString isoTime(const sql::Time &time);
/// timedelta.total_seconds() as str() writes it: "86405.000007".
QString secondsText(const sql::Interval &interval);
/// str() of a value.
QString literalStr(const sql::Literal &value);
/// repr() of a value, as SQLAlchemy's messages quote it.
QString literalRepr(const sql::Literal &value);

} // namespace athanor::dialect
