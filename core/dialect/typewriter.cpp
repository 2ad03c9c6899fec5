// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/typewriter.h"

#include "core/dialect/mssql/types.h"
#include "core/dialect/mysql/types.h"
#include "core/dialect/oracle/types.h"
#include "core/dialect/postgresql/types.h"
#include "core/dialect/sqlite/types.h"
#include "core/dialect/writers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

using sql::Type;
using sql::TypeKind;

Result<QString> TypeWriter::text(const Type &type, const WriteOptions &options) const
{
    const Type &seen = type.variants.isEmpty() ? type : sql::resolved(type, dialectText());
    return seen.isAdapted ? writeAdapted(seen, options) : write(seen, options);
}

Result<QString> TypeWriter::castText(const Type &type, const WriteOptions &options) const
{
    return text(type, options);
}

Result<QString> TypeWriter::writeAdapted(const Type &type, const WriteOptions &options) const
{
    return write(adapted(type), options);
}

Type TypeWriter::adapted(const Type &type) const
{
    Type result = type;
    result.kind = adaptedKind(type.kind);
    return result;
}

Result<QString> TypeWriter::interval(const Type &, const WriteOptions &options) const
{
    // Kept as a moment since the epoch where there is no type of its own.
    return write({.kind = adaptedKind(TypeKind::DateTime)}, options);
}

Result<QString> TypeWriter::stringType(QLatin1StringView name, const Type &type) const
{
    QString text = type.isMaximum ? QString(name + "(max)"_L1) : withLength(name, type.length);
    if (!type.collation.isEmpty())
        text += " COLLATE \""_L1 + type.collation + u'"';
    return text;
}

Result<QString> TypeWriter::write(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::String:
    case TypeKind::Unicode:
    case TypeKind::Enum:
        return write({.kind = TypeKind::SqlVarchar,
                      .length = type.length,
                      .isMaximum = type.isMaximum,
                      .collation = type.collation},
                     options);
    case TypeKind::SqlVarchar:
        return stringType("VARCHAR"_L1, type);
    case TypeKind::SqlChar:
        return stringType("CHAR"_L1, type);
    case TypeKind::SqlNchar:
        return stringType("NCHAR"_L1, type);
    case TypeKind::SqlNvarchar:
        return stringType("NVARCHAR"_L1, type);
    case TypeKind::Text:
    case TypeKind::UnicodeText:
    case TypeKind::SqlText:
        return stringType("TEXT"_L1, type);
    case TypeKind::SqlClob:
        return u"CLOB"_s;
    case TypeKind::OraNclob:
        return u"NCLOB"_s;
    case TypeKind::Integer:
    case TypeKind::SqlInteger:
        return u"INTEGER"_s;
    case TypeKind::SmallInteger:
    case TypeKind::SqlSmallint:
        return u"SMALLINT"_s;
    case TypeKind::BigInteger:
    case TypeKind::SqlBigint:
        return u"BIGINT"_s;
    case TypeKind::Numeric:
    case TypeKind::SqlNumeric:
        return withPrecision("NUMERIC"_L1, type.precision, type.scale);
    case TypeKind::SqlDecimal:
        return withPrecision("DECIMAL"_L1, type.precision, type.scale);
    case TypeKind::Float:
    case TypeKind::SqlFloat:
        return u"FLOAT"_s;
    case TypeKind::Double:
    case TypeKind::SqlDouble:
        return u"DOUBLE"_s;
    case TypeKind::SqlDoublePrecision:
        return u"DOUBLE PRECISION"_s;
    case TypeKind::SqlReal:
        return u"REAL"_s;
    case TypeKind::Boolean:
    case TypeKind::SqlBoolean:
        return u"BOOLEAN"_s;
    case TypeKind::Date:
    case TypeKind::SqlDate:
        return u"DATE"_s;
    case TypeKind::Time:
    case TypeKind::SqlTime:
        return u"TIME"_s;
    case TypeKind::DateTime:
    case TypeKind::SqlDateTime:
        return u"DATETIME"_s;
    case TypeKind::SqlTimestamp:
        return u"TIMESTAMP"_s;
    case TypeKind::Interval:
        return interval(type, options);
    case TypeKind::LargeBinary:
    case TypeKind::SqlBlob:
        return u"BLOB"_s;
    case TypeKind::SqlBinary:
        return withLength("BINARY"_L1, type.length);
    case TypeKind::SqlVarbinary:
        if (type.isMaximum)
            return std::unexpected(error(u"VARBINARY(max) is not known on dialect %1"_s.arg(dialectText())));
        return withLength("VARBINARY"_L1, type.length);
    case TypeKind::SqlUuid:
        return u"UUID"_s;
    case TypeKind::Uuid:
        return u"CHAR(32)"_s;
    case TypeKind::Custom:
        return writeCustom(type, options);
    case TypeKind::Null:
        return std::unexpected(
            error(u"Can't generate DDL for NullType(); did you forget to specify a type on this Column?"_s));
    default:
        return std::unexpected(unsupported(type));
    }
}

Result<QString> TypeWriter::writeCustom(const Type &type, const WriteOptions &) const
{
    if (type.text.isEmpty())
        return std::unexpected(unsupported(type));
    return type.text;
}

Error TypeWriter::unsupported(const Type &type) const
{
    const QString name = type.pythonName.isEmpty() ? QString(sql::className(type.kind)) : type.pythonName;
    return error(u"the %1 type compiler can't render element of type %2"_s.arg(dialectText(), name));
}

Error TypeWriter::error(const QString &message) const
{
    return {.code = u"ATH-SQL-003"_s, .message = message, .kind = ErrorKind::Failure};
}

QString withPrecision(QLatin1StringView name, std::optional<qint64> precision, std::optional<int> scale)
{
    if (!precision)
        return name;
    if (!scale)
        return u"%1(%2)"_s.arg(name).arg(*precision);
    return u"%1(%2, %3)"_s.arg(name).arg(*precision).arg(*scale);
}

QString withLength(QLatin1StringView name, std::optional<qint64> length)
{
    return length.value_or(0) ? u"%1(%2)"_s.arg(name).arg(*length) : QString(name);
}

const TypeWriter &typeWriterOf(DialectName name)
{
    switch (name) {
    case DialectName::PostgreSql:
        return postgreSqlTypes();
    case DialectName::MySql:
        return mySqlTypes();
    case DialectName::MariaDb:
        return mariaDbTypes();
    case DialectName::Sqlite:
        return sqliteTypes();
    case DialectName::MsSql:
        return msSqlTypes();
    case DialectName::Oracle:
        return oracleTypes();
    }
    Q_UNREACHABLE_RETURN(postgreSqlTypes());
}

} // namespace athanor::dialect
