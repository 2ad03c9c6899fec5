// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/types.h"

#include "core/dialect/postgresql/identifiers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

/// "TIMESTAMP(3) WITH TIME ZONE"; the precision is only that of PostgreSQL's own classes, MySQL's call it
/// fsp.
QString timeType(QLatin1StringView name, const Type &type)
{
    const bool hasPrecision = type.kind != TypeKind::MyTime && type.kind != TypeKind::MyTimestamp;
    return withPrecision(name, hasPrecision ? type.precision : std::nullopt)
           + (type.hasTimezone ? " WITH TIME ZONE"_L1 : " WITHOUT TIME ZONE"_L1);
}

QString bitType(const Type &type)
{
    if (!type.isVarying)
        return u"BIT(%1)"_s.arg(type.length.value_or(1));
    return withPrecision("BIT VARYING"_L1, type.length);
}

QString intervalType(const QString &fields, std::optional<int> precision)
{
    QString text = u"INTERVAL"_s;
    if (!fields.isEmpty())
        text += u' ' + fields;
    if (precision)
        text += u" (%1)"_s.arg(*precision);
    return text;
}

class PostgreSqlTypes : public TypeWriter
{
public:
    using TypeWriter::TypeWriter;

protected:
    Result<QString> write(const Type &type, const WriteOptions &options) const override;
    TypeKind adaptedKind(TypeKind kind) const override;
    Result<QString> interval(const Type &type, const WriteOptions &options) const override;

private:
    Result<QString> named(const Type &type) const;
    Result<QString> array(const Type &type, const WriteOptions &options) const;
};

Result<QString> PostgreSqlTypes::write(const Type &type, const WriteOptions &options) const
{
    switch (sql::spelling(type.kind)) {
    case TypeKind::Float:
    case TypeKind::SqlFloat:
        return type.precision.value_or(0) ? withPrecision("FLOAT"_L1, type.precision) : u"FLOAT"_s;
    case TypeKind::Double:
        return u"DOUBLE PRECISION"_s;
    case TypeKind::DateTime:
    case TypeKind::SqlTimestamp:
        if (type.kind == TypeKind::MsTimestamp)
            return std::unexpected(unsupported(type));
        return timeType("TIMESTAMP"_L1, type);
    case TypeKind::Time:
    case TypeKind::SqlTime:
        return timeType("TIME"_L1, type);
    case TypeKind::LargeBinary:
        return u"BYTEA"_s;
    case TypeKind::Uuid:
        return type.isNative ? u"UUID"_s : u"CHAR(32)"_s;
    case TypeKind::Enum:
        if (!type.isNative)
            return TypeWriter::write(type, options);
        return named(type);
    case TypeKind::MyEnum:
    case TypeKind::PgDomain:
        return named(type);
    case TypeKind::Array:
        return array(type, options);
    case TypeKind::PgBit:
        return bitType(type);
    case TypeKind::PgInterval:
        return intervalType(type.fields, type.precision);
    case TypeKind::Json:
    case TypeKind::PgBytea:
    case TypeKind::PgCidr:
    case TypeKind::PgCitext:
    case TypeKind::PgHstore:
    case TypeKind::PgInet:
    case TypeKind::PgJsonb:
    case TypeKind::PgJsonPath:
    case TypeKind::PgMacaddr:
    case TypeKind::PgMacaddr8:
    case TypeKind::PgMoney:
    case TypeKind::PgOid:
    case TypeKind::PgRegclass:
    case TypeKind::PgRegconfig:
    case TypeKind::PgTsquery:
    case TypeKind::PgTsvector:
    case TypeKind::PgInt4Range:
    case TypeKind::PgInt8Range:
    case TypeKind::PgNumRange:
    case TypeKind::PgDateRange:
    case TypeKind::PgTsRange:
    case TypeKind::PgTstzRange:
    case TypeKind::PgInt4MultiRange:
    case TypeKind::PgInt8MultiRange:
    case TypeKind::PgNumMultiRange:
    case TypeKind::PgDateMultiRange:
    case TypeKind::PgTsMultiRange:
    case TypeKind::PgTstzMultiRange:
        return sql::className(type.kind);
    default:
        return TypeWriter::write(type, options);
    }
}

TypeKind PostgreSqlTypes::adaptedKind(TypeKind kind) const
{
    switch (kind) {
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
    case TypeKind::MsUniqueidentifier:
        return TypeKind::Uuid;
    default:
        return kind;
    }
}

Result<QString> PostgreSqlTypes::interval(const Type &type, const WriteOptions &options) const
{
    if (!type.isNative)
        return TypeWriter::interval(type, options);
    return intervalType({}, type.secondPrecision);
}

Result<QString> PostgreSqlTypes::named(const Type &type) const
{
    if (type.name.isEmpty())
        return std::unexpected(
            error(u"PostgreSQL %1 type requires a name."_s.arg(sql::className(type.kind))));
    return postgreSqlIdentifiers().qualified({.schema = {.text = type.schema.value_or(QString())},
                                              .name = {.text = type.name, .isQuoted = type.isNameQuoted}});
}

Result<QString> PostgreSqlTypes::array(const Type &type, const WriteOptions &options) const
{
    if (!type.item)
        return std::unexpected(unsupported(type));
    const Result<QString> item = text(*type.item, options);
    if (!item)
        return item;
    const QString brackets = u"[]"_s.repeated(std::max(type.dimensions, 1));
    // The collation is the item's, and comes after the brackets.
    const qsizetype collation = item->indexOf(" COLLATE"_L1);
    return QString(*item).insert(collation < 0 ? item->size() : collation, brackets);
}

} // namespace

const TypeWriter &postgreSqlTypes()
{
    static const PostgreSqlTypes types(DialectName::PostgreSql);
    return types;
}

} // namespace athanor::dialect
