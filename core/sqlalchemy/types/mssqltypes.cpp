// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/mssqltypes.h"

#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::TypeKind;

namespace {

constexpr std::string_view module = "sqlalchemy.dialects.mssql.base";

constinit const TypeClass msBit = typeClass("BIT", basesOf<booleanType>, TypeKind::MsBit,
                                            typeArguments<"create_constraint=False, name=None">, module);
constinit const TypeClass msDatetime2 = typeClass("DATETIME2", basesOf<dateTimeType>, TypeKind::MsDatetime2,
                                                  typeArguments<"precision=None, timezone=False">, module);
constinit const TypeClass msDatetimeOffset =
    typeClass("DATETIMEOFFSET", basesOf<dateTimeType>, TypeKind::MsDatetimeOffset,
              typeArguments<"precision=None, timezone=False">, module);
constinit const TypeClass msDoublePrecision =
    typeClass("DOUBLE_PRECISION", basesOf<sqlDoublePrecision>, TypeKind::MsDoublePrecision,
              typeArguments<"*, precision=53, asdecimal=False, decimal_return_scale=None">, module);
constinit const TypeClass msImage =
    typeClass("IMAGE", basesOf<largeBinaryType>, TypeKind::MsImage, binaryArguments, module);
constinit const TypeClass msMoney =
    typeClass("MONEY", basesOf<typeEngineClass>, TypeKind::MsMoney, noArguments, module);
constinit const TypeClass msNtext =
    typeClass("NTEXT", basesOf<unicodeTextType>, TypeKind::MsNtext, lengthArguments, module);
constinit const TypeClass msReal =
    typeClass("REAL", basesOf<sqlReal>, TypeKind::MsReal,
              typeArguments<"*, precision=24, asdecimal=False, decimal_return_scale=None">, module);
constinit const TypeClass msTimestamp = typeClass("TIMESTAMP", basesOf<binaryType>, TypeKind::MsTimestamp,
                                                  typeArguments<"convert_int=False">, module);
constinit const TypeClass msRowversion = typeClass("ROWVERSION", basesOf<msTimestamp>, TypeKind::MsRowversion,
                                                   typeArguments<"convert_int=False">, module);
constinit const TypeClass msSmalldatetime =
    typeClass("SMALLDATETIME", basesOf<dateTimeType>, TypeKind::MsSmalldatetime,
              typeArguments<"timezone=False">, module);
constinit const TypeClass msSmallmoney =
    typeClass("SMALLMONEY", basesOf<typeEngineClass>, TypeKind::MsSmallmoney, noArguments, module);
constinit const TypeClass msSqlVariant =
    typeClass("SQL_VARIANT", basesOf<typeEngineClass>, TypeKind::MsSqlVariant, noArguments, module);
constinit const TypeClass msTime = typeClass("TIME", basesOf<sqlTime>, TypeKind::MsTime,
                                             typeArguments<"precision=None, timezone=False">, module);
constinit const TypeClass msTinyint =
    typeClass("TINYINT", basesOf<integerType>, TypeKind::MsTinyint, noArguments, module);
constinit const TypeClass msUniqueidentifier =
    typeClass("UNIQUEIDENTIFIER", basesOf<uuidType>, TypeKind::MsUniqueidentifier,
              typeArguments<"as_uuid=True">, module);
constinit const TypeClass msVarbinary =
    typeClass("VARBINARY", basesOf<sqlVarbinary, largeBinaryType>, TypeKind::MsVarbinary,
              typeArguments<"length=None, filestream=False">, module);
constinit const TypeClass msXml =
    typeClass("XML", basesOf<textType>, TypeKind::MsXml, lengthArguments, module);
constinit const TypeClass msJson =
    typeClass("JSON", basesOf<jsonType>, TypeKind::MsJson, typeArguments<"none_as_null=False">, module);

const NativeName names[] = {
    classNamed(msBit),
    classNamed(msDatetime2),
    classNamed(msDatetimeOffset),
    classNamed(msDoublePrecision),
    classNamed(msImage),
    classNamed(msMoney),
    classNamed(msNtext),
    classNamed(msReal),
    classNamed(msTimestamp),
    classNamed(msRowversion),
    classNamed(msSmalldatetime),
    classNamed(msSmallmoney),
    classNamed(msSqlVariant),
    classNamed(msTime),
    classNamed(msTinyint),
    classNamed(msUniqueidentifier),
    classNamed(msVarbinary),
    classNamed(msXml),
    classNamed(msJson),
    classNamed(sqlBigint),
    classNamed(sqlBinary),
    classNamed(sqlChar),
    classNamed(sqlDate),
    classNamed(sqlDateTime),
    classNamed(sqlDecimal),
    classNamed(sqlFloat),
    classNamed(sqlInteger),
    classNamed(sqlNchar),
    classNamed(sqlNumeric),
    classNamed(sqlNvarchar),
    classNamed(sqlSmallint),
    classNamed(sqlText),
    classNamed(sqlVarchar),
    classNamed(msUniqueidentifier, "MSUniqueIdentifier"),
};

} // namespace

std::span<const NativeName> mssqlTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
