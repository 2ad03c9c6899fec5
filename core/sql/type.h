// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/boxed.h"

#include <QAnyStringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace athanor::sql {

/// The column types of SQLAlchemy 2.0, by their classes (sqlalchemy.types, sqlalchemy.dialects.*). The first
/// group are the generic ones, which each dialect spells in its own way; the SQL ones are written as they are
/// named.
enum class TypeKind : std::uint8_t {
    Null,
    // generic
    String,
    Unicode,
    Text,
    UnicodeText,
    Integer,
    SmallInteger,
    BigInteger,
    Numeric,
    Float,
    Double,
    Boolean,
    Date,
    Time,
    DateTime,
    Interval,
    LargeBinary,
    Enum,
    Json,
    Array,
    Uuid,
    TupleType,
    // SQL
    SqlChar,
    SqlVarchar,
    SqlNchar,
    SqlNvarchar,
    SqlText,
    SqlClob,
    SqlInteger,
    SqlSmallint,
    SqlBigint,
    SqlNumeric,
    SqlDecimal,
    SqlFloat,
    SqlDouble,
    SqlDoublePrecision,
    SqlReal,
    SqlBoolean,
    SqlDate,
    SqlTime,
    SqlDateTime,
    SqlTimestamp,
    SqlBinary,
    SqlVarbinary,
    SqlBlob,
    SqlUuid,
    // PostgreSQL
    PgArray,
    PgBit,
    PgBytea,
    PgCidr,
    PgCitext,
    PgDomain,
    PgEnum,
    PgHstore,
    PgInet,
    PgInterval,
    PgJson,
    PgJsonb,
    PgJsonPath,
    PgMacaddr,
    PgMacaddr8,
    PgMoney,
    PgOid,
    PgRegclass,
    PgRegconfig,
    PgTime,
    PgTimestamp,
    PgTsquery,
    PgTsvector,
    PgInt4Range,
    PgInt8Range,
    PgNumRange,
    PgDateRange,
    PgTsRange,
    PgTstzRange,
    PgInt4MultiRange,
    PgInt8MultiRange,
    PgNumMultiRange,
    PgDateMultiRange,
    PgTsMultiRange,
    PgTstzMultiRange,
    PgUuid,
    // MySQL and MariaDB
    MyBigint,
    MyBit,
    MyChar,
    MyDatetime,
    MyDecimal,
    MyDouble,
    MyEnum,
    MyFloat,
    MyInteger,
    MyJson,
    MyLongblob,
    MyLongtext,
    MyMediumblob,
    MyMediumint,
    MyMediumtext,
    MyNchar,
    MyNumeric,
    MyNvarchar,
    MyReal,
    MySet,
    MySmallint,
    MyText,
    MyTime,
    MyTimestamp,
    MyTinyblob,
    MyTinyint,
    MyTinytext,
    MyVarchar,
    MyYear,
    MariaInet4,
    MariaInet6,
    // SQLite
    LiteDate,
    LiteDatetime,
    LiteTime,
    LiteJson,
    // SQL Server
    MsBit,
    MsDatetime2,
    MsDatetimeOffset,
    MsDoublePrecision,
    MsImage,
    MsJson,
    MsMoney,
    MsNtext,
    MsReal,
    MsRowversion,
    MsSmalldatetime,
    MsSmallmoney,
    MsSqlVariant,
    MsTime,
    MsTimestamp,
    MsTinyint,
    MsUniqueidentifier,
    MsVarbinary,
    MsXml,
    // Oracle
    OraBfile,
    OraBinaryDouble,
    OraBinaryFloat,
    OraBoolean,
    OraDate,
    OraFloat,
    OraInterval,
    OraLong,
    OraNclob,
    OraNumber,
    OraNvarchar2,
    OraRaw,
    OraRowid,
    OraTimestamp,
    OraVarchar2,
    OraVector,
    /// Of the application or a third party, with its own text: UserDefinedType.get_col_spec(), by table, by
    /// @compiles.
    Custom,
};

/// Type variants by dialect: with_variant(), and what a TypeDecorator's load_dialect_impl() gives for each
/// dialect.
struct TypeVariant;

/// A column type with its arguments. Only the members that its kind has are set; the others keep their
/// defaults. Lengths count what the type counts (characters, bytes); precision and scale are digits, for
/// times those after the second.
struct Type
{
    TypeKind kind = TypeKind::Null;
    std::optional<qint64> length = {}; ///< Enum: set, that of the longest value where the script gives none
    std::optional<int> precision = {};
    std::optional<int> scale = {};
    std::optional<int> displayWidth = {}; ///< MySQL
    int dimensions = 0;                   ///< Array; 0: not given, one
    bool isMaximum = false;               ///< SQL Server: length 'max'
    bool hasTimezone = false;
    bool hasLocalTimezone = false; ///< Oracle TIMESTAMP
    bool isUnsigned = false;
    bool isZerofill = false;
    bool isNational = false;
    bool isAscii = false;                    ///< MySQL's ASCII
    bool isUnicode = false;                  ///< MySQL's UNICODE
    bool isBinary = false;                   ///< MySQL's BINARY collation
    bool isVarying = false;                  ///< BIT VARYING
    bool isFilestream = false;               ///< SQL Server VARBINARY
    bool convertsInt = false;                ///< SQL Server ROWVERSION
    bool isNative = true;                    ///< Uuid(native_uuid=), Enum(native_enum=), Interval(native=)
    bool isUuid = true;                      ///< Uuid(as_uuid=)
    bool createsType = true;                 ///< PostgreSQL ENUM and DOMAIN: create_type
    bool createsConstraint = false;          ///< Boolean, Enum: create_constraint
    bool isOfMetadata = false;               ///< Enum(metadata=): made with the MetaData, not with a table
    bool isSchemaInherited = false;          ///< Enum(inherit_schema=True)
    std::optional<int> binaryPrecision = {}; ///< Oracle FLOAT
    std::optional<int> dayPrecision = {}, secondPrecision = {}; ///< Interval and Oracle INTERVAL
    QString collation = {};
    QString charset = {};
    QString fields = {};      ///< PostgreSQL INTERVAL: "DAY TO SECOND"
    QString name = {};        ///< of an enum, a domain, a Boolean's constraint
    bool isNameFinal = false; ///< given by op.f() or another conv(): no naming convention is applied
    std::optional<bool> isNameQuoted = {}; ///< Enum(quote=), quoted_name: always or never
    std::optional<QString> schema = {};    ///< of an enum or a domain
    QStringList values = {};               ///< of an enum or a set, in order
    Boxed<Type> item = {};                 ///< Array, Domain: the type inside; Json: none
    QString text = {};                     ///< Custom: as it is written in DDL
    /// From dialect.type_descriptor(): written as the class that the dialect adapts the type to. TIMESTAMP is
    /// DATETIME on SQLite then.
    bool isAdapted = false;
    QString constraintText = {}; ///< PostgreSQL DOMAIN: default, NOT NULL, CHECK as they are written
    QList<TypeVariant> variants = {};
    QString pythonName = {}; ///< for types of the application: "app.types.GUID"; empty for SQLAlchemy's own

    bool operator==(const Type &other) const;
};

struct TypeVariant
{
    QString dialect = {}; ///< "postgresql"
    Boxed<Type> type = {};

    bool operator==(const TypeVariant &) const = default;
};

// Here, as lists of an incomplete TypeVariant can't be compared; without inline, every file that includes
// this defines it anew. NOLINTNEXTLINE(readability-redundant-inline-specifier)
inline bool Type::operator==(const Type &other) const = default;

/// The name of the class: "VARCHAR".
QLatin1StringView className(TypeKind kind);

/// The kind whose spelling this one shares: classes of the same __visit_name__ are written alike but for what
/// only they hold (mysql.VARCHAR as sa.VARCHAR with a charset, postgresql.ENUM as sa.Enum).
TypeKind spelling(TypeKind kind);

/// The kind for a __visit_name__: "VARCHAR", "large_binary".
std::optional<TypeKind> kindOfVisitName(QStringView name);

/// The type that a dialect sees: its variant where there is one.
const Type &resolved(const Type &type, QAnyStringView dialect);

} // namespace athanor::sql
