// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/type.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace athanor::sql {
namespace {

struct KindRow
{
    TypeKind kind;
    QLatin1StringView className;
    TypeKind spelling;
};

using K = TypeKind;

constexpr std::array kindRows = std::to_array<KindRow>({
    // clang-format off
    {K::Null, "NullType"_L1, K::Null},
    {K::String, "String"_L1, K::String},
    {K::Unicode, "Unicode"_L1, K::Unicode},
    {K::Text, "Text"_L1, K::Text},
    {K::UnicodeText, "UnicodeText"_L1, K::UnicodeText},
    {K::Integer, "Integer"_L1, K::Integer},
    {K::SmallInteger, "SmallInteger"_L1, K::SmallInteger},
    {K::BigInteger, "BigInteger"_L1, K::BigInteger},
    {K::Numeric, "Numeric"_L1, K::Numeric},
    {K::Float, "Float"_L1, K::Float},
    {K::Double, "Double"_L1, K::Double},
    {K::Boolean, "Boolean"_L1, K::Boolean},
    {K::Date, "Date"_L1, K::Date},
    {K::Time, "Time"_L1, K::Time},
    {K::DateTime, "DateTime"_L1, K::DateTime},
    {K::Interval, "Interval"_L1, K::Interval},
    {K::LargeBinary, "LargeBinary"_L1, K::LargeBinary},
    {K::Enum, "Enum"_L1, K::Enum},
    {K::Json, "JSON"_L1, K::Json},
    {K::Array, "ARRAY"_L1, K::Array},
    {K::Uuid, "Uuid"_L1, K::Uuid},
    {K::TupleType, "TupleType"_L1, K::TupleType},
    {K::SqlChar, "CHAR"_L1, K::SqlChar},
    {K::SqlVarchar, "VARCHAR"_L1, K::SqlVarchar},
    {K::SqlNchar, "NCHAR"_L1, K::SqlNchar},
    {K::SqlNvarchar, "NVARCHAR"_L1, K::SqlNvarchar},
    {K::SqlText, "TEXT"_L1, K::SqlText},
    {K::SqlClob, "CLOB"_L1, K::SqlClob},
    {K::SqlInteger, "INTEGER"_L1, K::SqlInteger},
    {K::SqlSmallint, "SMALLINT"_L1, K::SqlSmallint},
    {K::SqlBigint, "BIGINT"_L1, K::SqlBigint},
    {K::SqlNumeric, "NUMERIC"_L1, K::SqlNumeric},
    {K::SqlDecimal, "DECIMAL"_L1, K::SqlDecimal},
    {K::SqlFloat, "FLOAT"_L1, K::SqlFloat},
    {K::SqlDouble, "DOUBLE"_L1, K::SqlDouble},
    {K::SqlDoublePrecision, "DOUBLE_PRECISION"_L1, K::SqlDoublePrecision},
    {K::SqlReal, "REAL"_L1, K::SqlReal},
    {K::SqlBoolean, "BOOLEAN"_L1, K::SqlBoolean},
    {K::SqlDate, "DATE"_L1, K::SqlDate},
    {K::SqlTime, "TIME"_L1, K::SqlTime},
    {K::SqlDateTime, "DATETIME"_L1, K::SqlDateTime},
    {K::SqlTimestamp, "TIMESTAMP"_L1, K::SqlTimestamp},
    {K::SqlBinary, "BINARY"_L1, K::SqlBinary},
    {K::SqlVarbinary, "VARBINARY"_L1, K::SqlVarbinary},
    {K::SqlBlob, "BLOB"_L1, K::SqlBlob},
    {K::SqlUuid, "UUID"_L1, K::SqlUuid},
    {K::PgArray, "ARRAY"_L1, K::Array},
    {K::PgBit, "BIT"_L1, K::PgBit},
    {K::PgBytea, "BYTEA"_L1, K::PgBytea},
    {K::PgCidr, "CIDR"_L1, K::PgCidr},
    {K::PgCitext, "CITEXT"_L1, K::PgCitext},
    {K::PgDomain, "DOMAIN"_L1, K::PgDomain},
    {K::PgEnum, "ENUM"_L1, K::Enum},
    {K::PgHstore, "HSTORE"_L1, K::PgHstore},
    {K::PgInet, "INET"_L1, K::PgInet},
    {K::PgInterval, "INTERVAL"_L1, K::PgInterval},
    {K::PgJson, "JSON"_L1, K::Json},
    {K::PgJsonb, "JSONB"_L1, K::PgJsonb},
    {K::PgJsonPath, "JSONPATH"_L1, K::PgJsonPath},
    {K::PgMacaddr, "MACADDR"_L1, K::PgMacaddr},
    {K::PgMacaddr8, "MACADDR8"_L1, K::PgMacaddr8},
    {K::PgMoney, "MONEY"_L1, K::PgMoney},
    {K::PgOid, "OID"_L1, K::PgOid},
    {K::PgRegclass, "REGCLASS"_L1, K::PgRegclass},
    {K::PgRegconfig, "REGCONFIG"_L1, K::PgRegconfig},
    {K::PgTime, "TIME"_L1, K::SqlTime},
    {K::PgTimestamp, "TIMESTAMP"_L1, K::SqlTimestamp},
    {K::PgTsquery, "TSQUERY"_L1, K::PgTsquery},
    {K::PgTsvector, "TSVECTOR"_L1, K::PgTsvector},
    {K::PgInt4Range, "INT4RANGE"_L1, K::PgInt4Range},
    {K::PgInt8Range, "INT8RANGE"_L1, K::PgInt8Range},
    {K::PgNumRange, "NUMRANGE"_L1, K::PgNumRange},
    {K::PgDateRange, "DATERANGE"_L1, K::PgDateRange},
    {K::PgTsRange, "TSRANGE"_L1, K::PgTsRange},
    {K::PgTstzRange, "TSTZRANGE"_L1, K::PgTstzRange},
    {K::PgInt4MultiRange, "INT4MULTIRANGE"_L1, K::PgInt4MultiRange},
    {K::PgInt8MultiRange, "INT8MULTIRANGE"_L1, K::PgInt8MultiRange},
    {K::PgNumMultiRange, "NUMMULTIRANGE"_L1, K::PgNumMultiRange},
    {K::PgDateMultiRange, "DATEMULTIRANGE"_L1, K::PgDateMultiRange},
    {K::PgTsMultiRange, "TSMULTIRANGE"_L1, K::PgTsMultiRange},
    {K::PgTstzMultiRange, "TSTZMULTIRANGE"_L1, K::PgTstzMultiRange},
    {K::PgUuid, "UUID"_L1, K::SqlUuid},
    {K::MyBigint, "BIGINT"_L1, K::SqlBigint},
    {K::MyBit, "BIT"_L1, K::MyBit},
    {K::MyChar, "CHAR"_L1, K::SqlChar},
    {K::MyDatetime, "DATETIME"_L1, K::SqlDateTime},
    {K::MyDecimal, "DECIMAL"_L1, K::SqlDecimal},
    {K::MyDouble, "DOUBLE"_L1, K::SqlDouble},
    {K::MyEnum, "ENUM"_L1, K::MyEnum},
    {K::MyFloat, "FLOAT"_L1, K::SqlFloat},
    {K::MyInteger, "INTEGER"_L1, K::SqlInteger},
    {K::MyJson, "JSON"_L1, K::Json},
    {K::MyLongblob, "LONGBLOB"_L1, K::MyLongblob},
    {K::MyLongtext, "LONGTEXT"_L1, K::MyLongtext},
    {K::MyMediumblob, "MEDIUMBLOB"_L1, K::MyMediumblob},
    {K::MyMediumint, "MEDIUMINT"_L1, K::MyMediumint},
    {K::MyMediumtext, "MEDIUMTEXT"_L1, K::MyMediumtext},
    {K::MyNchar, "NCHAR"_L1, K::SqlNchar},
    {K::MyNumeric, "NUMERIC"_L1, K::SqlNumeric},
    {K::MyNvarchar, "NVARCHAR"_L1, K::SqlNvarchar},
    {K::MyReal, "REAL"_L1, K::SqlReal},
    {K::MySet, "SET"_L1, K::MySet},
    {K::MySmallint, "SMALLINT"_L1, K::SqlSmallint},
    {K::MyText, "TEXT"_L1, K::SqlText},
    {K::MyTime, "TIME"_L1, K::SqlTime},
    {K::MyTimestamp, "TIMESTAMP"_L1, K::SqlTimestamp},
    {K::MyTinyblob, "TINYBLOB"_L1, K::MyTinyblob},
    {K::MyTinyint, "TINYINT"_L1, K::MyTinyint},
    {K::MyTinytext, "TINYTEXT"_L1, K::MyTinytext},
    {K::MyVarchar, "VARCHAR"_L1, K::SqlVarchar},
    {K::MyYear, "YEAR"_L1, K::MyYear},
    {K::MariaInet4, "INET4"_L1, K::MariaInet4},
    {K::MariaInet6, "INET6"_L1, K::MariaInet6},
    {K::LiteDate, "DATE"_L1, K::Date},
    {K::LiteDatetime, "DATETIME"_L1, K::DateTime},
    {K::LiteTime, "TIME"_L1, K::Time},
    {K::LiteJson, "JSON"_L1, K::Json},
    {K::MsBit, "BIT"_L1, K::MsBit},
    {K::MsDatetime2, "DATETIME2"_L1, K::MsDatetime2},
    {K::MsDatetimeOffset, "DATETIMEOFFSET"_L1, K::MsDatetimeOffset},
    {K::MsDoublePrecision, "DOUBLE_PRECISION"_L1, K::SqlDoublePrecision},
    {K::MsImage, "IMAGE"_L1, K::MsImage},
    {K::MsJson, "JSON"_L1, K::Json},
    {K::MsMoney, "MONEY"_L1, K::PgMoney},
    {K::MsNtext, "NTEXT"_L1, K::MsNtext},
    {K::MsReal, "REAL"_L1, K::SqlReal},
    {K::MsRowversion, "ROWVERSION"_L1, K::MsRowversion},
    {K::MsSmalldatetime, "SMALLDATETIME"_L1, K::MsSmalldatetime},
    {K::MsSmallmoney, "SMALLMONEY"_L1, K::MsSmallmoney},
    {K::MsSqlVariant, "SQL_VARIANT"_L1, K::MsSqlVariant},
    {K::MsTime, "TIME"_L1, K::SqlTime},
    {K::MsTimestamp, "TIMESTAMP"_L1, K::SqlTimestamp},
    {K::MsTinyint, "TINYINT"_L1, K::MyTinyint},
    {K::MsUniqueidentifier, "UNIQUEIDENTIFIER"_L1, K::MsUniqueidentifier},
    {K::MsVarbinary, "VARBINARY"_L1, K::SqlVarbinary},
    {K::MsXml, "XML"_L1, K::MsXml},
    {K::OraBfile, "BFILE"_L1, K::OraBfile},
    {K::OraBinaryDouble, "BINARY_DOUBLE"_L1, K::OraBinaryDouble},
    {K::OraBinaryFloat, "BINARY_FLOAT"_L1, K::OraBinaryFloat},
    {K::OraBoolean, "BOOLEAN"_L1, K::SqlBoolean},
    {K::OraDate, "DATE"_L1, K::SqlDate},
    {K::OraFloat, "FLOAT"_L1, K::SqlFloat},
    {K::OraInterval, "INTERVAL"_L1, K::OraInterval},
    {K::OraLong, "LONG"_L1, K::OraLong},
    {K::OraNclob, "NCLOB"_L1, K::OraNclob},
    {K::OraNumber, "NUMBER"_L1, K::OraNumber},
    {K::OraNvarchar2, "NVARCHAR2"_L1, K::SqlNvarchar},
    {K::OraRaw, "RAW"_L1, K::OraRaw},
    {K::OraRowid, "ROWID"_L1, K::OraRowid},
    {K::OraTimestamp, "TIMESTAMP"_L1, K::SqlTimestamp},
    {K::OraVarchar2, "VARCHAR2"_L1, K::OraVarchar2},
    {K::OraVector, "VECTOR"_L1, K::OraVector},
    {K::Custom, "UserDefinedType"_L1, K::Custom},
    // clang-format on
});

static_assert(std::ranges::is_sorted(kindRows, {}, &KindRow::kind) && kindRows.front().kind == K::Null
                  && kindRows.back().kind == K::Custom && kindRows.size() == std::size_t(K::Custom) + 1,
              "a row for each kind, in their order");

const KindRow &row(TypeKind kind)
{
    return kindRows[static_cast<std::size_t>(kind)];
}

} // namespace

QLatin1StringView className(TypeKind kind)
{
    return row(kind).className;
}

TypeKind spelling(TypeKind kind)
{
    return row(kind).spelling;
}

std::optional<TypeKind> kindOfVisitName(QStringView name)
{
    static constexpr std::pair<QLatin1StringView, TypeKind> generic[] = {
        {"big_integer"_L1, K::BigInteger},
        {"boolean"_L1, K::Boolean},
        {"date"_L1, K::Date},
        {"datetime"_L1, K::DateTime},
        {"double"_L1, K::Double},
        {"enum"_L1, K::Enum},
        {"float"_L1, K::Float},
        {"integer"_L1, K::Integer},
        {"large_binary"_L1, K::LargeBinary},
        {"null"_L1, K::Null},
        {"numeric"_L1, K::Numeric},
        {"small_integer"_L1, K::SmallInteger},
        {"string"_L1, K::String},
        {"text"_L1, K::Text},
        {"time"_L1, K::Time},
        {"unicode"_L1, K::Unicode},
        {"unicode_text"_L1, K::UnicodeText},
        {"uuid"_L1, K::Uuid},
    };
    for (const auto &[text, kind] : generic) {
        if (name == text)
            return kind;
    }
    for (const KindRow &each : kindRows) {
        if (each.spelling == each.kind && name == each.className && each.kind >= K::SqlChar)
            return each.kind;
    }
    if (name == "JSON"_L1 || name == "ARRAY"_L1)
        return name == "JSON"_L1 ? K::Json : K::Array;
    return std::nullopt;
}

const Type &resolved(const Type &type, QAnyStringView dialect)
{
    for (const TypeVariant &variant : type.variants) {
        if (variant.dialect == dialect && variant.type)
            return *variant.type;
    }
    return type; // NOLINT(bugprone-return-const-ref-from-parameter): the caller holds the type
}

} // namespace athanor::sql
