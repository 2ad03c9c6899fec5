// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/oracle/identifiers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

// Sorted; what SQLAlchemy 2.0 quotes, which is not quite what the server reserves.
constexpr QLatin1StringView reservedWords[] = {
    "all"_L1,      "alter"_L1,   "and"_L1,       "any"_L1,       "as"_L1,         "asc"_L1,      "between"_L1,
    "by"_L1,       "char"_L1,    "check"_L1,     "cluster"_L1,   "comment"_L1,    "compress"_L1, "connect"_L1,
    "create"_L1,   "current"_L1, "date"_L1,      "decimal"_L1,   "default"_L1,    "delete"_L1,   "desc"_L1,
    "distinct"_L1, "drop"_L1,    "else"_L1,      "exclusive"_L1, "exists"_L1,     "float"_L1,    "for"_L1,
    "from"_L1,     "grant"_L1,   "group"_L1,     "having"_L1,    "identified"_L1, "in"_L1,       "index"_L1,
    "insert"_L1,   "integer"_L1, "intersect"_L1, "into"_L1,      "is"_L1,         "level"_L1,    "like"_L1,
    "lock"_L1,     "long"_L1,    "minus"_L1,     "mode"_L1,      "nocompress"_L1, "not"_L1,      "nowait"_L1,
    "null"_L1,     "number"_L1,  "of"_L1,        "on"_L1,        "option"_L1,     "or"_L1,       "order"_L1,
    "pctfree"_L1,  "prior"_L1,   "public"_L1,    "raw"_L1,       "rename"_L1,     "resource"_L1, "revoke"_L1,
    "select"_L1,   "set"_L1,     "share"_L1,     "size"_L1,      "smallint"_L1,   "start"_L1,    "synonym"_L1,
    "table"_L1,    "then"_L1,    "to"_L1,        "trigger"_L1,   "uid"_L1,        "union"_L1,    "unique"_L1,
    "update"_L1,   "user"_L1,    "values"_L1,    "varchar"_L1,   "varchar2"_L1,   "view"_L1,     "where"_L1,
    "with"_L1,
};

} // namespace

const Identifiers &oracleIdentifiers()
{
    static const Identifiers identifiers(
        {.open = u'"', .close = u'"', .reservedWords = reservedWords, .allowsLeadingUnderscore = false});
    return identifiers;
}

} // namespace athanor::dialect
