// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/types.h"

#include "core/dialect/mysql/casttypes.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

/// "… UNSIGNED ZEROFILL"
QString withSign(QString text, const Type &type)
{
    if (type.isUnsigned)
        text += " UNSIGNED"_L1;
    if (type.isZerofill)
        text += " ZEROFILL"_L1;
    return text;
}

QString integerType(QLatin1StringView name, const Type &type)
{
    return withSign(withPrecision(name, type.displayWidth), type);
}

/// DOUBLE and REAL take both numbers or none.
QString doubleType(QLatin1StringView name, const Type &type)
{
    const bool hasBoth = type.precision && type.scale;
    return withSign(hasBoth ? withPrecision(name, type.precision, type.scale) : QString(name), type);
}

/// The digits after the second, which only MySQL's own classes hold.
QString timeType(QLatin1StringView name, const Type &type)
{
    const bool isOwn = type.kind == TypeKind::MyTime || type.kind == TypeKind::MyTimestamp
                       || type.kind == TypeKind::MyDatetime;
    return withLength(name, isOwn ? type.precision : std::nullopt);
}

/// "NATIONAL … CHARACTER SET x COLLATE y"; NATIONAL says the character set already.
QString withCharset(const QString &text, const Type &type)
{
    QStringList words = {text};
    if (type.isNational)
        words.prepend(u"NATIONAL"_s);
    else if (!type.charset.isEmpty())
        words += "CHARACTER SET "_L1 + type.charset;
    else if (type.isAscii)
        words += u"ASCII"_s;
    else if (type.isUnicode)
        words += u"UNICODE"_s;
    if (!type.collation.isEmpty())
        words += "COLLATE "_L1 + type.collation;
    else if (type.isBinary)
        words += u"BINARY"_s;
    return words.join(u' ');
}

QString values(QLatin1StringView name, const Type &type, const WriteOptions &options)
{
    QStringList quoted;
    for (QString value : type.values) {
        if (options.doublesPercent)
            value.replace(u'%', "%%"_L1);
        quoted += u'\'' + value.replace(u'\'', "''"_L1) + u'\'';
    }
    return withCharset(name + u'(' + quoted.join(u',') + u')', type);
}

const QString lacksScaleMessage = u"You must specify both precision and scale or omit both altogether."_s;

class MySqlTypes : public TypeWriter
{
public:
    using TypeWriter::TypeWriter;

    Result<QString> castText(const Type &type, const WriteOptions &options) const override
    {
        const Type &seen = sql::resolved(type, dialectText());
        if (lacksScale(seen))
            return std::unexpected(error(lacksScaleMessage));
        return mySqlCastText(*this, seen, options);
    }

protected:
    Result<QString> write(const Type &type, const WriteOptions &options) const override;
    TypeKind adaptedKind(TypeKind kind) const override;
    Result<QString> writeAdapted(const Type &type, const WriteOptions &options) const override
    {
        if (lacksScale(type))
            return std::unexpected(error(lacksScaleMessage));
        return TypeWriter::writeAdapted(type, options);
    }

private:
    /// MySQL's DOUBLE, which sa.Double and its like are adapted to, takes both numbers or none.
    bool lacksScale(const Type &type) const
    {
        const TypeKind kind = adapted(type).kind;
        return (kind == TypeKind::Double || sql::spelling(kind) == TypeKind::SqlDouble
                || kind == TypeKind::MsDoublePrecision)
               && type.precision && !type.scale;
    }

    Result<QString> number(const Type &type, const WriteOptions &options) const;
    Result<QString> string(const Type &type, const WriteOptions &options) const;
    Result<QString> other(const Type &type, const WriteOptions &options) const;
    Result<QString> withRequiredLength(QLatin1StringView name, const Type &type,
                                       QLatin1StringView written) const;
};

Result<QString> MySqlTypes::withRequiredLength(QLatin1StringView name, const Type &type,
                                               QLatin1StringView written) const
{
    if (!type.length)
        return std::unexpected(error(u"%1 requires a length on dialect %2"_s.arg(name, dialectText())));
    return withCharset(withPrecision(written, type.length), type);
}

Result<QString> MySqlTypes::write(const Type &type, const WriteOptions &options) const
{
    return number(type, options);
}

Result<QString> MySqlTypes::number(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::Numeric:
    case TypeKind::SqlNumeric:
        return withSign(withPrecision("NUMERIC"_L1, type.precision, type.scale), type);
    case TypeKind::SqlDecimal:
        return withSign(withPrecision("DECIMAL"_L1, type.precision, type.scale), type);
    case TypeKind::Double:
    case TypeKind::SqlDouble:
        return doubleType("DOUBLE"_L1, type);
    case TypeKind::SqlReal:
        return doubleType("REAL"_L1, type);
    case TypeKind::Float:
    case TypeKind::SqlFloat:
        return withSign(withPrecision("FLOAT"_L1, type.precision, type.scale), type);
    case TypeKind::Integer:
    case TypeKind::SqlInteger:
        return integerType("INTEGER"_L1, type);
    case TypeKind::BigInteger:
    case TypeKind::SqlBigint:
        return integerType("BIGINT"_L1, type);
    case TypeKind::SmallInteger:
    case TypeKind::SqlSmallint:
        return integerType("SMALLINT"_L1, type);
    case TypeKind::MyMediumint:
        return integerType("MEDIUMINT"_L1, type);
    case TypeKind::MyTinyint:
        return integerType("TINYINT"_L1, type);
    case TypeKind::MyYear:
        return withPrecision("YEAR"_L1, type.displayWidth);
    case TypeKind::PgBit:
    case TypeKind::MyBit:
        return withPrecision("BIT"_L1, type.length);
    case TypeKind::Boolean:
    case TypeKind::SqlBoolean:
        return u"BOOL"_s;
    default:
        return string(type, options);
    }
}

Result<QString> MySqlTypes::string(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::String:
    case TypeKind::Unicode:
    case TypeKind::SqlVarchar:
        return withRequiredLength("VARCHAR"_L1, type, "VARCHAR"_L1);
    case TypeKind::SqlNvarchar: {
        Type national = type;
        national.isNational = true;
        return withRequiredLength("NVARCHAR"_L1, national, "VARCHAR"_L1);
    }
    case TypeKind::SqlChar:
        return withCharset(withPrecision("CHAR"_L1, type.length), type);
    case TypeKind::SqlNchar: {
        Type national = type;
        national.isNational = true;
        return withCharset(withPrecision("CHAR"_L1, type.length), national);
    }
    case TypeKind::Text:
    case TypeKind::UnicodeText:
    case TypeKind::SqlText:
        return withCharset(withPrecision("TEXT"_L1, type.length), type);
    case TypeKind::MyTinytext:
    case TypeKind::MyMediumtext:
    case TypeKind::MyLongtext:
        return withCharset(sql::className(type.kind), type);
    case TypeKind::Enum:
        if (!type.isNative)
            return withRequiredLength("VARCHAR"_L1, type, "VARCHAR"_L1);
        return values("ENUM"_L1, type, options);
    case TypeKind::MyEnum:
        return values("ENUM"_L1, type, options);
    case TypeKind::MySet:
        return values("SET"_L1, type, options);
    default:
        return other(type, options);
    }
}

Result<QString> MySqlTypes::other(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::DateTime:
    case TypeKind::SqlDateTime:
        return timeType("DATETIME"_L1, type);
    case TypeKind::Time:
    case TypeKind::SqlTime:
        return timeType("TIME"_L1, type);
    case TypeKind::SqlTimestamp:
        return timeType("TIMESTAMP"_L1, type);
    case TypeKind::LargeBinary:
    case TypeKind::SqlBlob:
        return withPrecision("BLOB"_L1, type.length);
    case TypeKind::SqlVarbinary:
        return withRequiredLength("VARBINARY"_L1, {.length = type.length}, "VARBINARY"_L1);
    case TypeKind::Json:
        return u"JSON"_s;
    case TypeKind::MyTinyblob:
    case TypeKind::MyMediumblob:
    case TypeKind::MyLongblob:
        return sql::className(type.kind);
    case TypeKind::MariaInet4:
    case TypeKind::MariaInet6:
        if (dialectText() != "mariadb"_L1)
            return std::unexpected(unsupported(type));
        return sql::className(type.kind);
    default:
        return TypeWriter::write(type, options);
    }
}

TypeKind MySqlTypes::adaptedKind(TypeKind kind) const
{
    switch (kind) {
    case TypeKind::SqlDecimal:
    case TypeKind::OraNumber:
        return TypeKind::Numeric;
    case TypeKind::SqlDoublePrecision:
    case TypeKind::OraBinaryDouble:
        return TypeKind::Double;
    case TypeKind::SqlReal:
    case TypeKind::MsReal:
    case TypeKind::OraBinaryFloat:
        return TypeKind::Float;
    case TypeKind::PgJsonb:
        return TypeKind::Json;
    default:
        return kind;
    }
}

} // namespace

const TypeWriter &mySqlTypes()
{
    static const MySqlTypes types(DialectName::MySql);
    return types;
}

const TypeWriter &mariaDbTypes()
{
    static const MySqlTypes types(DialectName::MariaDb);
    return types;
}

} // namespace athanor::dialect
