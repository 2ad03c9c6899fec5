// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/oracle/types.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

/// Lengths count characters but in the national types, which do so anyway.
QString varcharType(QLatin1StringView name, const Type &type)
{
    if (type.isMaximum)
        return name + "(max CHAR)"_L1;
    return type.length.value_or(0) ? u"%1(%2 CHAR)"_s.arg(name).arg(*type.length) : QString(name);
}

QString intervalType(std::optional<int> dayPrecision, std::optional<int> secondPrecision)
{
    return withPrecision("INTERVAL DAY"_L1, dayPrecision) + withPrecision(" TO SECOND"_L1, secondPrecision);
}

class OracleTypes : public TypeWriter
{
public:
    using TypeWriter::TypeWriter;

protected:
    Result<QString> write(const Type &type, const WriteOptions &options) const override;
    TypeKind adaptedKind(TypeKind kind) const override;
    Result<QString> interval(const Type &type, const WriteOptions &options) const override;
    Result<QString> writeAdapted(const Type &type, const WriteOptions &options) const override
    {
        // The driver's own TIMESTAMP knows of no local time zone.
        Type seen = adapted(type);
        seen.hasLocalTimezone = false;
        return write(seen, options);
    }

private:
    Result<QString> own(const Type &type, const WriteOptions &options) const;
    Result<QString> floatType(const Type &type) const;
};

Result<QString> OracleTypes::write(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::String:
    case TypeKind::Unicode:
        return varcharType("VARCHAR2"_L1, type);
    case TypeKind::SqlVarchar:
    case TypeKind::Enum:
        return varcharType("VARCHAR"_L1, type);
    case TypeKind::SqlNvarchar:
        return withLength("NVARCHAR2"_L1, type.length);
    case TypeKind::Text:
    case TypeKind::UnicodeText:
        return u"CLOB"_s;
    case TypeKind::BigInteger:
        return u"NUMBER(19)"_s;
    case TypeKind::Boolean:
        return u"SMALLINT"_s;
    case TypeKind::DateTime:
        return u"DATE"_s;
    case TypeKind::Float:
    case TypeKind::SqlFloat:
        return floatType(type);
    case TypeKind::Double:
    case TypeKind::SqlDoublePrecision:
        return withPrecision("DOUBLE PRECISION"_L1, type.precision, type.scale);
    case TypeKind::SqlTimestamp:
        if (type.kind == TypeKind::MsTimestamp)
            return std::unexpected(unsupported(type));
        if (type.hasLocalTimezone)
            return u"TIMESTAMP WITH LOCAL TIME ZONE"_s;
        return type.hasTimezone ? u"TIMESTAMP WITH TIME ZONE"_s : u"TIMESTAMP"_s;
    default:
        return own(type, options);
    }
}

Result<QString> OracleTypes::own(const Type &type, const WriteOptions &options) const
{
    switch (type.kind) {
    case TypeKind::OraVarchar2:
        return varcharType("VARCHAR2"_L1, type);
    case TypeKind::OraNumber:
        return withPrecision("NUMBER"_L1, type.precision, type.scale);
    case TypeKind::OraBinaryDouble:
        return withPrecision("BINARY_DOUBLE"_L1, type.precision, type.scale);
    case TypeKind::OraBinaryFloat:
        return withPrecision("BINARY_FLOAT"_L1, type.precision, type.scale);
    case TypeKind::OraInterval:
        return intervalType(type.dayPrecision, type.secondPrecision);
    case TypeKind::OraRaw:
        return withLength("RAW"_L1, type.length);
    case TypeKind::OraLong:
    case TypeKind::OraRowid:
        return sql::className(type.kind);
    case TypeKind::OraVector:
        return "VECTOR("_L1 + (type.length ? QString::number(*type.length) : u"*"_s) + u','
               + (type.fields.isEmpty() ? u"*"_s : type.fields) + u','
               + (type.text.isEmpty() ? u"*"_s : type.text) + u')';
    default:
        return TypeWriter::write(type, options);
    }
}

Result<QString> OracleTypes::floatType(const Type &type) const
{
    if (type.precision.value_or(0) && !type.binaryPrecision) {
        const int binary = static_cast<int>(*type.precision / 0.30103);
        const QLatin1StringView name = sql::className(type.kind);
        return std::unexpected(error(
            u"Oracle Database FLOAT types use 'binary precision', which does not convert cleanly from "
            u"decimal "
            "'precision'.  Please specify this type with a separate Oracle Database variant, such as "
            "%1(precision=%2).with_variant(oracle.FLOAT(binary_precision=%3), 'oracle'), so that the Oracle "
            "Database specific 'binary_precision' may be specified accurately."_s.arg(name)
                .arg(*type.precision)
                .arg(binary)));
    }
    return withPrecision("FLOAT"_L1, type.binaryPrecision, type.scale);
}

Result<QString> OracleTypes::interval(const Type &type, const WriteOptions &options) const
{
    if (!type.isNative)
        return TypeWriter::interval(type, options);
    return intervalType(type.dayPrecision, type.secondPrecision);
}

TypeKind OracleTypes::adaptedKind(TypeKind kind) const
{
    switch (kind) {
    case TypeKind::BigInteger:
    case TypeKind::SmallInteger:
    case TypeKind::SqlBigint:
    case TypeKind::SqlSmallint:
    case TypeKind::MyBigint:
    case TypeKind::MyMediumint:
    case TypeKind::MySmallint:
    case TypeKind::MyTinyint:
    case TypeKind::MsTinyint:
        return TypeKind::Integer;
    case TypeKind::SqlBoolean:
    case TypeKind::MsBit:
        return TypeKind::Boolean;
    case TypeKind::SqlDateTime:
    case TypeKind::MyDatetime:
    case TypeKind::MsDatetime2:
    case TypeKind::MsDatetimeOffset:
    case TypeKind::MsSmalldatetime:
        return TypeKind::OraDate;
    case TypeKind::SqlDecimal:
    case TypeKind::MyDecimal:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::SqlFloat:
    case TypeKind::SqlDouble:
    case TypeKind::SqlDoublePrecision:
    case TypeKind::SqlReal:
    case TypeKind::MyFloat:
    case TypeKind::MyDouble:
    case TypeKind::MyReal:
    case TypeKind::MsDoublePrecision:
    case TypeKind::MsReal:
    case TypeKind::OraFloat:
    case TypeKind::OraNumber:
        return TypeKind::Numeric;
    case TypeKind::SqlText:
    case TypeKind::PgCitext:
    case TypeKind::MyText:
    case TypeKind::MsNtext:
    case TypeKind::MsXml:
        return TypeKind::Text;
    case TypeKind::SqlVarchar:
    case TypeKind::MyVarchar:
    case TypeKind::MyTinytext:
    case TypeKind::MyMediumtext:
    case TypeKind::MyLongtext:
        return TypeKind::String;
    case TypeKind::MyEnum:
        return TypeKind::Enum;
    case TypeKind::SqlUuid:
    case TypeKind::PgUuid:
    case TypeKind::MsUniqueidentifier:
        return TypeKind::Uuid;
    case TypeKind::PgBytea:
    case TypeKind::MsImage:
    case TypeKind::MsVarbinary:
    case TypeKind::OraBfile:
        return TypeKind::LargeBinary;
    default:
        return kind;
    }
}

} // namespace

const TypeWriter &oracleTypes()
{
    static const OracleTypes types(DialectName::Oracle);
    return types;
}

} // namespace athanor::dialect
