// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/affinity.h"

#include "core/sql/build.h"

namespace athanor::sql {

namespace {

TypeKind kindOf(const Boxed<Type> &type)
{
    return type ? type->kind : TypeKind::Null;
}

/// The type of `left op right` by the affinity of both; Other where the left type stays.
struct Adaptation
{
    Operator op;
    Affinity left, right, result;
};

/// From SQLAlchemy's _expression_adaptations. An entry whose result is the right side's affinity takes the
/// right side's type; those that keep the left type are left out.
constexpr Adaptation adaptations[] = {
    {Operator::Add, Affinity::Integer, Affinity::Date, Affinity::Date},
    {Operator::Add, Affinity::Integer, Affinity::Numeric, Affinity::Numeric},
    {Operator::Multiply, Affinity::Integer, Affinity::Interval, Affinity::Interval},
    {Operator::Multiply, Affinity::Integer, Affinity::Numeric, Affinity::Numeric},
    {Operator::TrueDivide, Affinity::Integer, Affinity::Integer, Affinity::Numeric},
    {Operator::TrueDivide, Affinity::Integer, Affinity::Numeric, Affinity::Numeric},
    {Operator::FloorDivide, Affinity::Integer, Affinity::Numeric, Affinity::Numeric},
    {Operator::Subtract, Affinity::Integer, Affinity::Numeric, Affinity::Numeric},
    {Operator::Multiply, Affinity::Numeric, Affinity::Interval, Affinity::Interval},
    {Operator::Subtract, Affinity::DateTime, Affinity::DateTime, Affinity::Interval},
    {Operator::Add, Affinity::Date, Affinity::Interval, Affinity::DateTime},
    {Operator::Add, Affinity::Date, Affinity::Time, Affinity::DateTime},
    {Operator::Subtract, Affinity::Date, Affinity::Date, Affinity::Integer},
    {Operator::Subtract, Affinity::Date, Affinity::Interval, Affinity::DateTime},
    {Operator::Subtract, Affinity::Date, Affinity::DateTime, Affinity::Interval},
    {Operator::Add, Affinity::Time, Affinity::Date, Affinity::DateTime},
    {Operator::Subtract, Affinity::Time, Affinity::Time, Affinity::Interval},
    {Operator::Add, Affinity::Interval, Affinity::Date, Affinity::DateTime},
    {Operator::Add, Affinity::Interval, Affinity::DateTime, Affinity::DateTime},
    {Operator::Add, Affinity::Interval, Affinity::Time, Affinity::Time},
};

Boxed<Type> generic(Affinity affinity)
{
    switch (affinity) {
    case Affinity::Integer:
        return plainType(TypeKind::Integer);
    case Affinity::Numeric:
        return plainType(TypeKind::Numeric);
    case Affinity::Date:
        return plainType(TypeKind::Date);
    case Affinity::Time:
        return plainType(TypeKind::Time);
    case Affinity::DateTime:
        return plainType(TypeKind::DateTime);
    case Affinity::Interval:
        return plainType(TypeKind::Interval);
    default:
        return {};
    }
}

} // namespace

Affinity affinityOf(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Null:
        return Affinity::Null;
    case TypeKind::String:
    case TypeKind::Unicode:
    case TypeKind::Text:
    case TypeKind::UnicodeText:
    case TypeKind::Enum:
    case TypeKind::SqlChar:
    case TypeKind::SqlVarchar:
    case TypeKind::SqlNchar:
    case TypeKind::SqlNvarchar:
    case TypeKind::SqlText:
    case TypeKind::SqlClob:
    case TypeKind::PgEnum:
    case TypeKind::MyChar:
    case TypeKind::MyEnum:
    case TypeKind::MyLongtext:
    case TypeKind::MyMediumtext:
    case TypeKind::MyNchar:
    case TypeKind::MyNvarchar:
    case TypeKind::MySet:
    case TypeKind::MyText:
    case TypeKind::MyTinytext:
    case TypeKind::MyVarchar:
    case TypeKind::MsNtext:
    case TypeKind::MsXml:
    case TypeKind::OraLong:
    case TypeKind::OraNclob:
    case TypeKind::OraNvarchar2:
    case TypeKind::OraVarchar2:
        return Affinity::String;
    case TypeKind::Integer:
    case TypeKind::SmallInteger:
    case TypeKind::BigInteger:
    case TypeKind::SqlInteger:
    case TypeKind::SqlSmallint:
    case TypeKind::SqlBigint:
    case TypeKind::MyBigint:
    case TypeKind::MyInteger:
    case TypeKind::MyMediumint:
    case TypeKind::MySmallint:
    case TypeKind::MyTinyint:
    case TypeKind::MsTinyint:
        return Affinity::Integer;
    case TypeKind::Numeric:
    case TypeKind::Float:
    case TypeKind::Double:
    case TypeKind::SqlNumeric:
    case TypeKind::SqlDecimal:
    case TypeKind::SqlFloat:
    case TypeKind::SqlDouble:
    case TypeKind::SqlDoublePrecision:
    case TypeKind::SqlReal:
    case TypeKind::MyDecimal:
    case TypeKind::MyDouble:
    case TypeKind::MyFloat:
    case TypeKind::MyNumeric:
    case TypeKind::MyReal:
    case TypeKind::MsDoublePrecision:
    case TypeKind::MsReal:
    case TypeKind::OraBinaryDouble:
    case TypeKind::OraBinaryFloat:
    case TypeKind::OraFloat:
    case TypeKind::OraNumber:
        return Affinity::Numeric;
    case TypeKind::Boolean:
    case TypeKind::SqlBoolean:
    case TypeKind::OraBoolean:
        return Affinity::Boolean;
    case TypeKind::Date:
    case TypeKind::SqlDate:
    case TypeKind::LiteDate:
        return Affinity::Date;
    case TypeKind::Time:
    case TypeKind::SqlTime:
    case TypeKind::PgTime:
    case TypeKind::MyTime:
    case TypeKind::LiteTime:
    case TypeKind::MsTime:
        return Affinity::Time;
    case TypeKind::DateTime:
    case TypeKind::SqlDateTime:
    case TypeKind::SqlTimestamp:
    case TypeKind::PgTimestamp:
    case TypeKind::MyDatetime:
    case TypeKind::MyTimestamp:
    case TypeKind::LiteDatetime:
    case TypeKind::MsDatetime2:
    case TypeKind::MsDatetimeOffset:
    case TypeKind::MsSmalldatetime:
    case TypeKind::OraDate:
    case TypeKind::OraTimestamp:
        return Affinity::DateTime;
    case TypeKind::Interval:
    case TypeKind::PgInterval:
    case TypeKind::OraInterval:
        return Affinity::Interval;
    case TypeKind::LargeBinary:
    case TypeKind::SqlBinary:
    case TypeKind::SqlVarbinary:
    case TypeKind::SqlBlob:
    case TypeKind::PgBytea:
    case TypeKind::MyLongblob:
    case TypeKind::MyMediumblob:
    case TypeKind::MyTinyblob:
    case TypeKind::MsImage:
    case TypeKind::MsVarbinary:
    case TypeKind::MsRowversion:
    case TypeKind::MsTimestamp:
    case TypeKind::OraBfile:
    case TypeKind::OraRaw:
        return Affinity::Binary;
    case TypeKind::Json:
    case TypeKind::PgJson:
    case TypeKind::PgJsonb:
    case TypeKind::MyJson:
    case TypeKind::LiteJson:
    case TypeKind::MsJson:
        return Affinity::Json;
    case TypeKind::Array:
    case TypeKind::PgArray:
        return Affinity::Array;
    case TypeKind::Uuid:
    case TypeKind::SqlUuid:
    case TypeKind::PgUuid:
    case TypeKind::MsUniqueidentifier:
        return Affinity::Uuid;
    case TypeKind::TupleType:
        return Affinity::Tuple;
    case TypeKind::PgHstore:
        return Affinity::Hstore;
    default:
        return Affinity::Other;
    }
}

bool isConcatenable(TypeKind kind)
{
    const Affinity affinity = affinityOf(kind);
    return affinity == Affinity::String || affinity == Affinity::Json || affinity == Affinity::Array
           || affinity == Affinity::Hstore;
}

bool isIndexable(TypeKind kind)
{
    const Affinity affinity = affinityOf(kind);
    return affinity == Affinity::Json || affinity == Affinity::Array || affinity == Affinity::Hstore;
}

bool isJson(TypeKind kind)
{
    return affinityOf(kind) == Affinity::Json;
}

bool isArray(TypeKind kind)
{
    return affinityOf(kind) == Affinity::Array;
}

AdaptedOperator adapted(Operator op, const Boxed<Type> &left, const Boxed<Type> &right)
{
    const TypeKind leftKind = kindOf(left);
    const TypeKind rightKind = kindOf(right);
    if (leftKind == TypeKind::Null) {
        const bool isCommutative = op == Operator::Add || op == Operator::Multiply || op == Operator::Equal
                                   || op == Operator::NotEqual;
        if (rightKind == TypeKind::Null || !isCommutative)
            return {op, left};
        return adapted(op, right, left);
    }
    if (op == Operator::Add && isConcatenable(leftKind)
        && (isConcatenable(rightKind) || rightKind == TypeKind::Null)) {
        const bool isEnum = leftKind == TypeKind::Enum;
        return {Operator::Concat, isEnum ? plainType(TypeKind::String) : left};
    }
    const Affinity leftAffinity = affinityOf(leftKind);
    const Affinity rightAffinity = affinityOf(rightKind);
    for (const Adaptation &adaptation : adaptations) {
        if (adaptation.op != op || adaptation.left != leftAffinity || adaptation.right != rightAffinity)
            continue;
        return {op, adaptation.result == rightAffinity ? right : generic(adaptation.result)};
    }
    return {op, left};
}

} // namespace athanor::sql
