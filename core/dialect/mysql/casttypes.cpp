// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/casttypes.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

enum class CastFamily : std::uint8_t { None, Integer, Timestamp, Plain, String, Binary, Json, Numeric };

CastFamily familyOf(const Type &type)
{
    switch (type.kind) {
    case TypeKind::Enum:
        return type.isNative ? CastFamily::None : CastFamily::String;
    case TypeKind::Integer:
    case TypeKind::SmallInteger:
    case TypeKind::BigInteger:
    case TypeKind::SqlInteger:
    case TypeKind::SqlSmallint:
    case TypeKind::SqlBigint:
    case TypeKind::MyInteger:
    case TypeKind::MyTinyint:
    case TypeKind::MySmallint:
    case TypeKind::MyMediumint:
    case TypeKind::MyBigint:
    case TypeKind::MsTinyint:
        return CastFamily::Integer;
    case TypeKind::SqlTimestamp:
    case TypeKind::PgTimestamp:
    case TypeKind::MyTimestamp:
    case TypeKind::OraTimestamp:
        return CastFamily::Timestamp;
    case TypeKind::SqlDecimal:
    case TypeKind::MyDecimal:
    case TypeKind::DateTime:
    case TypeKind::SqlDateTime:
    case TypeKind::MyDatetime:
    case TypeKind::LiteDatetime:
    case TypeKind::Date:
    case TypeKind::SqlDate:
    case TypeKind::LiteDate:
    case TypeKind::OraDate:
    case TypeKind::Time:
    case TypeKind::SqlTime:
    case TypeKind::PgTime:
    case TypeKind::MyTime:
    case TypeKind::LiteTime:
    case TypeKind::MsTime:
    case TypeKind::MsDatetime2:
    case TypeKind::MsDatetimeOffset:
    case TypeKind::MsSmalldatetime:
        return CastFamily::Plain;
    case TypeKind::String:
    case TypeKind::Unicode:
    case TypeKind::Text:
    case TypeKind::UnicodeText:
    case TypeKind::SqlChar:
    case TypeKind::SqlVarchar:
    case TypeKind::SqlNchar:
    case TypeKind::SqlNvarchar:
    case TypeKind::SqlText:
    case TypeKind::SqlClob:
    case TypeKind::MyChar:
    case TypeKind::MyVarchar:
    case TypeKind::MyNchar:
    case TypeKind::MyNvarchar:
    case TypeKind::MyText:
    case TypeKind::MyTinytext:
    case TypeKind::MyMediumtext:
    case TypeKind::MyLongtext:
    case TypeKind::PgCitext:
    case TypeKind::MsNtext:
    case TypeKind::MsXml:
    case TypeKind::OraLong:
    case TypeKind::OraNclob:
    case TypeKind::OraVarchar2:
        return CastFamily::String;
    case TypeKind::LargeBinary:
    case TypeKind::SqlBinary:
    case TypeKind::SqlVarbinary:
    case TypeKind::SqlBlob:
    case TypeKind::MyTinyblob:
    case TypeKind::MyMediumblob:
    case TypeKind::MyLongblob:
    case TypeKind::PgBytea:
    case TypeKind::MsImage:
    case TypeKind::MsTimestamp:
    case TypeKind::MsRowversion:
    case TypeKind::MsVarbinary:
    case TypeKind::OraBfile:
    case TypeKind::OraRaw:
        return CastFamily::Binary;
    case TypeKind::Json:
    case TypeKind::PgJson:
    case TypeKind::PgJsonb:
    case TypeKind::MyJson:
    case TypeKind::LiteJson:
    case TypeKind::MsJson:
        return CastFamily::Json;
    case TypeKind::SqlNumeric:
    case TypeKind::MyNumeric:
        return CastFamily::Numeric;
    default:
        return CastFamily::None;
    }
}

/// CHAR with what the string says; SQLAlchemy's own classes have only their length there, but for CHAR.
Type castString(const Type &type)
{
    if (type.kind == TypeKind::SqlChar || type.kind == TypeKind::MyChar)
        return type;
    Type result = type;
    result.kind = TypeKind::MyChar;
    result.isNational = false;
    const bool isOwn = type.kind >= TypeKind::MyBigint && type.kind <= TypeKind::MyYear;
    if (!isOwn)
        result.collation.clear();
    return result;
}

} // namespace

Result<QString> mySqlCastText(const TypeWriter &types, const Type &type, const WriteOptions &options)
{
    // The dialect's own class decides, not the script's.
    Type cast = types.adapted(type);
    cast.isAdapted = false;
    if (cast.kind == TypeKind::Numeric)
        cast.kind = TypeKind::SqlNumeric;
    if (cast.kind == TypeKind::Interval)
        cast = {.kind = TypeKind::DateTime};

    switch (familyOf(cast)) {
    case CastFamily::None:
        // SQLAlchemy warns of it with the type's text, and fails where there is none.
        return types.text(type, options).transform([](const QString &) { return QString(); });
    case CastFamily::Integer:
        return cast.isUnsigned ? u"UNSIGNED INTEGER"_s : u"SIGNED INTEGER"_s;
    case CastFamily::Timestamp:
        return u"DATETIME"_s;
    case CastFamily::Plain:
        return types.text(cast, options);
    case CastFamily::String:
        return types.text(castString(cast), options);
    case CastFamily::Binary:
        return u"BINARY"_s;
    case CastFamily::Json:
        return u"JSON"_s;
    case CastFamily::Numeric:
        return types.text(cast, options).transform([](QString text) {
            return text.replace("NUMERIC"_L1, "DECIMAL"_L1);
        });
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace athanor::dialect
