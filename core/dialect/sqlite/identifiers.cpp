// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/identifiers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

// Sorted; what SQLAlchemy 2.0 quotes, which is not quite what the server reserves.
constexpr QLatin1StringView reservedWords[] = {
    "add"_L1,          "after"_L1,
    "all"_L1,          "alter"_L1,
    "analyze"_L1,      "and"_L1,
    "as"_L1,           "asc"_L1,
    "attach"_L1,       "autoincrement"_L1,
    "before"_L1,       "begin"_L1,
    "between"_L1,      "by"_L1,
    "cascade"_L1,      "case"_L1,
    "cast"_L1,         "check"_L1,
    "collate"_L1,      "column"_L1,
    "commit"_L1,       "conflict"_L1,
    "constraint"_L1,   "create"_L1,
    "cross"_L1,        "current_date"_L1,
    "current_time"_L1, "current_timestamp"_L1,
    "database"_L1,     "default"_L1,
    "deferrable"_L1,   "deferred"_L1,
    "delete"_L1,       "desc"_L1,
    "detach"_L1,       "distinct"_L1,
    "drop"_L1,         "each"_L1,
    "else"_L1,         "end"_L1,
    "escape"_L1,       "except"_L1,
    "exclusive"_L1,    "exists"_L1,
    "explain"_L1,      "fail"_L1,
    "false"_L1,        "for"_L1,
    "foreign"_L1,      "from"_L1,
    "full"_L1,         "glob"_L1,
    "group"_L1,        "having"_L1,
    "if"_L1,           "ignore"_L1,
    "immediate"_L1,    "in"_L1,
    "index"_L1,        "indexed"_L1,
    "initially"_L1,    "inner"_L1,
    "insert"_L1,       "instead"_L1,
    "intersect"_L1,    "into"_L1,
    "is"_L1,           "isnull"_L1,
    "join"_L1,         "key"_L1,
    "left"_L1,         "like"_L1,
    "limit"_L1,        "match"_L1,
    "natural"_L1,      "not"_L1,
    "notnull"_L1,      "null"_L1,
    "of"_L1,           "offset"_L1,
    "on"_L1,           "or"_L1,
    "order"_L1,        "outer"_L1,
    "plan"_L1,         "pragma"_L1,
    "primary"_L1,      "query"_L1,
    "raise"_L1,        "references"_L1,
    "reindex"_L1,      "rename"_L1,
    "replace"_L1,      "restrict"_L1,
    "right"_L1,        "rollback"_L1,
    "row"_L1,          "select"_L1,
    "set"_L1,          "table"_L1,
    "temp"_L1,         "temporary"_L1,
    "then"_L1,         "to"_L1,
    "transaction"_L1,  "trigger"_L1,
    "true"_L1,         "union"_L1,
    "unique"_L1,       "update"_L1,
    "using"_L1,        "vacuum"_L1,
    "values"_L1,       "view"_L1,
    "virtual"_L1,      "when"_L1,
    "where"_L1,
};

} // namespace

const Identifiers &sqliteIdentifiers()
{
    static const Identifiers identifiers({.open = u'"', .close = u'"', .reservedWords = reservedWords});
    return identifiers;
}

} // namespace athanor::dialect
