// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/sqlitetypes.h"

#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::TypeKind;

namespace {

constexpr std::string_view module = "sqlalchemy.dialects.sqlite.base";

/// A format of nothing but digits is written as DATE_CHAR and the like, which keeps it text: not known here.
Outcome<sql::Type> formattedValue(Evaluator &evaluator, TypeObject &object)
{
    const Value *format = object.attributes.find("storage_format");
    if (const auto *text = format ? format->as<StringObject>() : nullptr) {
        bool hasOther = false;
        bool isInField = false;
        for (const char character : text->utf8) {
            isInField = isInField ? character != 'd' : character == '%';
            hasOther = hasOther || (!isInField && character != 'd' && (character < '0' || character > '9'));
        }
        if (!hasOther)
            return evaluator.refuse("a storage_format of digits alone", "its affinity");
    }
    return valueFromAttributes(evaluator, object, object.row->kind);
}

constinit const TypeClass liteDate =
    typeClass("DATE", basesOf<dateType>, TypeKind::LiteDate,
              typeArguments<"storage_format=None, regexp=None", "-">, module, {}, formattedValue);
constinit const TypeClass liteDatetime = typeClass(
    "DATETIME", basesOf<dateTimeType>, TypeKind::LiteDatetime,
    typeArguments<"storage_format=None, regexp=None, timezone=False, truncate_microseconds=False", "-">,
    module, {}, formattedValue);
constinit const TypeClass liteTime = typeClass(
    "TIME", basesOf<timeType>, TypeKind::LiteTime,
    typeArguments<"storage_format=None, regexp=None, timezone=False, truncate_microseconds=False", "-">,
    module, {}, formattedValue);
constinit const TypeClass liteJson =
    typeClass("JSON", basesOf<jsonType>, TypeKind::LiteJson, typeArguments<"none_as_null=False">, module);

const NativeName names[] = {
    classNamed(liteDate),    classNamed(liteDatetime), classNamed(liteTime),     classNamed(liteJson),
    classNamed(sqlBlob),     classNamed(sqlBoolean),   classNamed(sqlChar),      classNamed(sqlDecimal),
    classNamed(sqlFloat),    classNamed(sqlInteger),   classNamed(sqlNumeric),   classNamed(sqlReal),
    classNamed(sqlSmallint), classNamed(sqlText),      classNamed(sqlTimestamp), classNamed(sqlVarchar),
};

} // namespace

std::span<const NativeName> sqliteTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
