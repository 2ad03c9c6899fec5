// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mssql/types.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

enum class MissingLength : std::uint8_t { LeftOut, Maximum };

/// "NAME(30) COLLATE x"; the collation is not quoted.
QString lengthType(QLatin1StringView name, const Type &type, MissingLength missing = MissingLength::LeftOut)
{
    QString text = withLength(name, type.length);
    if (!type.length.value_or(0) && (type.isMaximum || missing == MissingLength::Maximum))
        text += "(max)"_L1;
    if (!type.collation.isEmpty())
        text += " COLLATE "_L1 + type.collation;
    return text;
}

/// The digits after the second; MySQL's classes call them fsp, which SQL Server's compiler does not see.
std::optional<int> timePrecision(const Type &type)
{
    return type.kind == TypeKind::MyTime ? std::nullopt : type.precision;
}

/// Types without a server's version are those of SQL Server 2005: DATETIME for dates and times, TEXT, NTEXT
/// and IMAGE for what is long.
class MsSqlTypes : public TypeWriter
{
public:
    using TypeWriter::TypeWriter;

protected:
    Result<QString> write(const Type &type, const WriteOptions &options) const override;
    TypeKind adaptedKind(TypeKind kind) const override;

private:
    Result<QString> string(const Type &type, const WriteOptions &options) const;
    Result<QString> own(const Type &type, const WriteOptions &options) const;
};

Result<QString> MsSqlTypes::write(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::Double:
        return u"DOUBLE PRECISION"_s;
    case TypeKind::Float:
    case TypeKind::SqlFloat:
        return withPrecision("FLOAT"_L1, type.precision);
    case TypeKind::Boolean:
    case TypeKind::MsBit:
    case TypeKind::MyBit:
    case TypeKind::PgBit:
        return u"BIT"_s;
    case TypeKind::Date:
    case TypeKind::Time:
        return u"DATETIME"_s;
    case TypeKind::DateTime:
        return type.hasTimezone ? u"DATETIMEOFFSET"_s : u"DATETIME"_s;
    case TypeKind::SqlTime:
        return withPrecision("TIME"_L1, timePrecision(type));
    case TypeKind::MsDatetime2:
    case TypeKind::MsDatetimeOffset:
        return withPrecision(sql::className(type.kind), type.precision);
    case TypeKind::LargeBinary:
        return u"IMAGE"_s;
    case TypeKind::SqlVarbinary:
        return lengthType("VARBINARY"_L1, type, MissingLength::Maximum)
               + (type.isFilestream ? " FILESTREAM"_L1 : ""_L1);
    case TypeKind::Json:
        return u"NVARCHAR(max)"_s;
    case TypeKind::Uuid:
        return type.isNative ? u"UNIQUEIDENTIFIER"_s : u"CHAR(32)"_s;
    default:
        return string(type, options);
    }
}

Result<QString> MsSqlTypes::string(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::String:
    case TypeKind::Enum:
    case TypeKind::SqlVarchar:
        return lengthType("VARCHAR"_L1, type, MissingLength::Maximum);
    case TypeKind::Unicode:
    case TypeKind::SqlNvarchar:
        return lengthType("NVARCHAR"_L1, type, MissingLength::Maximum);
    case TypeKind::SqlChar:
        return lengthType("CHAR"_L1, type);
    case TypeKind::SqlNchar:
        return lengthType("NCHAR"_L1, type);
    case TypeKind::Text:
    case TypeKind::SqlText:
        return lengthType("TEXT"_L1, type);
    case TypeKind::UnicodeText:
    case TypeKind::MsNtext:
        return lengthType("NTEXT"_L1, type);
    default:
        return own(type, options);
    }
}

Result<QString> MsSqlTypes::own(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::MyTinyint:
    case TypeKind::PgMoney:
    case TypeKind::MsImage:
    case TypeKind::MsRowversion:
    case TypeKind::MsSmalldatetime:
    case TypeKind::MsSmallmoney:
    case TypeKind::MsSqlVariant:
    case TypeKind::MsUniqueidentifier:
    case TypeKind::MsXml:
        return sql::className(type.kind);
    default:
        return TypeWriter::write(type, options);
    }
}

TypeKind MsSqlTypes::adaptedKind(TypeKind kind) const
{
    switch (kind) {
    case TypeKind::SqlChar:
    case TypeKind::SqlText:
    case TypeKind::SqlClob:
    case TypeKind::Text:
    case TypeKind::PgCitext:
    case TypeKind::MyChar:
    case TypeKind::MyText:
    case TypeKind::MyTinytext:
    case TypeKind::MyMediumtext:
    case TypeKind::MyLongtext:
    case TypeKind::MsXml:
    case TypeKind::OraLong:
    case TypeKind::OraNclob:
    case TypeKind::OraVarchar2:
        return TypeKind::String;
    case TypeKind::SqlNchar:
    case TypeKind::MyNchar:
        return TypeKind::Unicode;
    case TypeKind::LargeBinary:
    case TypeKind::SqlBlob:
    case TypeKind::PgBytea:
    case TypeKind::MsImage:
    case TypeKind::OraBfile:
        return TypeKind::SqlVarbinary;
    case TypeKind::SqlDate:
        return TypeKind::Date;
    case TypeKind::SqlTime:
    case TypeKind::PgTime:
    case TypeKind::MyTime:
    case TypeKind::MsTime:
        return TypeKind::Time;
    case TypeKind::SqlTimestamp:
    case TypeKind::PgTimestamp:
    case TypeKind::MyTimestamp:
    case TypeKind::OraTimestamp:
    case TypeKind::OraDate:
        return TypeKind::DateTime;
    case TypeKind::SqlDecimal:
    case TypeKind::MyDecimal:
    case TypeKind::OraNumber:
        return TypeKind::Numeric;
    case TypeKind::Double:
    case TypeKind::SqlDouble:
    case TypeKind::SqlDoublePrecision:
    case TypeKind::SqlReal:
    case TypeKind::MyDouble:
    case TypeKind::MyReal:
    case TypeKind::MsDoublePrecision:
    case TypeKind::MsReal:
    case TypeKind::OraBinaryDouble:
    case TypeKind::OraBinaryFloat:
        return TypeKind::Float;
    case TypeKind::PgJsonb:
        return TypeKind::Json;
    case TypeKind::SqlUuid:
    case TypeKind::PgUuid:
        return TypeKind::Uuid;
    default:
        return kind;
    }
}

} // namespace

const TypeWriter &msSqlTypes()
{
    static const MsSqlTypes types(DialectName::MsSql);
    return types;
}

} // namespace athanor::dialect
