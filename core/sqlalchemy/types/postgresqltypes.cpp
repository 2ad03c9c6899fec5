// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/postgresqltypes.h"

#include "core/sqlalchemy/types/arraytype.h"
#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

constexpr std::string_view typesModule = "sqlalchemy.dialects.postgresql.types";
constexpr std::string_view rangesModule = "sqlalchemy.dialects.postgresql.ranges";

/// A type of text inside, which is Text where none is given.
template<const TypeArguments &(*Arguments_)(), FixedText Attribute>
Evaluated initWithText(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = Arguments_().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *self = arguments.positional.front().as<Instance>();
    const Value *given = self->attributes.find(Attribute.view());
    if (given != nullptr && !given->isNone())
        return Value();
    const Evaluated text = evaluator.call(evaluator.classOf(textType), {});
    if (!text)
        return text;
    self->attributes.set(Attribute.view(), *text);
    return Value();
}

/// BIT is BIT(1), BIT VARYING has no length of its own.
Evaluated initBit(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = typeArguments<"length=None, varying=False">().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *self = arguments.positional.front().as<Instance>();
    const Value *varying = self->attributes.find("varying");
    const Value *length = self->attributes.find("length");
    const Outcome<bool> isVarying = evaluator.truth(varying ? *varying : Value(false));
    const Outcome<bool> hasLength = evaluator.truth(length ? *length : Value());
    if (!isVarying || !hasLength)
        return std::unexpected(!isVarying ? isVarying.error() : hasLength.error());
    if (!*isVarying && !*hasLength)
        self->attributes.set("length", Value(std::int64_t(1)));
    return Value();
}

constexpr NativeMember bitMembers[] = {{"__init__", MemberKind::Method, initBit}};
constexpr auto jsonArguments = typeArguments<"none_as_null=False, astext_type=None">;
constexpr auto hstoreArguments = typeArguments<"text_type=None">;
constexpr NativeMember jsonMembers[] = {
    {"__init__", MemberKind::Method, initWithText<jsonArguments, "astext_type">}};
constexpr NativeMember hstoreMembers[] = {
    {"__init__", MemberKind::Method, initWithText<hstoreArguments, "text_type">}};

constexpr TypeClass plain(std::string_view name, TypeKind kind)
{
    return typeClass(name, basesOf<typeEngineClass>, kind, noArguments, typesModule);
}

constinit const TypeClass bit =
    typeClass("BIT", basesOf<typeEngineClass>, TypeKind::PgBit, typeArguments<"length=None, varying=False">,
              typesModule, bitMembers);
constinit const TypeClass bytea =
    typeClass("BYTEA", basesOf<largeBinaryType>, TypeKind::PgBytea, binaryArguments, typesModule);
constinit const TypeClass cidr = plain("CIDR", TypeKind::PgCidr);
constinit const TypeClass inet = plain("INET", TypeKind::PgInet);
constinit const TypeClass macaddr = plain("MACADDR", TypeKind::PgMacaddr);
constinit const TypeClass macaddr8 = plain("MACADDR8", TypeKind::PgMacaddr8);
constinit const TypeClass money = plain("MONEY", TypeKind::PgMoney);
constinit const TypeClass oid = plain("OID", TypeKind::PgOid);
constinit const TypeClass regclass = plain("REGCLASS", TypeKind::PgRegclass);
constinit const TypeClass regconfig = plain("REGCONFIG", TypeKind::PgRegconfig);
constinit const TypeClass tsquery = plain("TSQUERY", TypeKind::PgTsquery);
constinit const TypeClass hstore =
    typeClass("HSTORE", basesOf<indexableType, concatenableType, typeEngineClass>, TypeKind::PgHstore,
              hstoreArguments, "sqlalchemy.dialects.postgresql.hstore", hstoreMembers);
constinit const TypeClass json = typeClass("JSON", basesOf<jsonType>, TypeKind::PgJson, jsonArguments,
                                           "sqlalchemy.dialects.postgresql.json", jsonMembers);
constinit const TypeClass jsonb = typeClass("JSONB", basesOf<json>, TypeKind::PgJsonb, jsonArguments,
                                            "sqlalchemy.dialects.postgresql.json");
constinit const TypeClass jsonPath = typeClass("JSONPATH", basesOf<typeEngineClass>, TypeKind::PgJsonPath,
                                               noArguments, "sqlalchemy.dialects.postgresql.json");
constinit const TypeClass interval =
    typeClass("INTERVAL", basesOf<abstractIntervalType>, TypeKind::PgInterval,
              typeArguments<"precision=None, fields=None">, typesModule);
constinit const TypeClass time = typeClass("TIME", basesOf<sqlTime>, TypeKind::PgTime,
                                           typeArguments<"timezone=False, precision=None">, typesModule);
constinit const TypeClass timestamp = typeClass("TIMESTAMP", basesOf<sqlTimestamp>, TypeKind::PgTimestamp,
                                                typeArguments<"timezone=False, precision=None">, typesModule);
constinit const TypeClass array = typeClass("ARRAY", basesOf<arrayType>, TypeKind::PgArray, noArguments,
                                            "sqlalchemy.dialects.postgresql.array", {}, arrayValue);

constinit const TypeClass abstractRange =
    typeClass("AbstractRange", basesOf<typeEngineClass>, TypeKind::Null, noArguments, rangesModule);
constinit const TypeClass abstractSingleRange =
    typeClass("AbstractSingleRange", basesOf<abstractRange>, TypeKind::Null, noArguments, rangesModule);
constinit const TypeClass abstractMultiRange =
    typeClass("AbstractMultiRange", basesOf<abstractRange>, TypeKind::Null, noArguments, rangesModule);

constexpr TypeClass range(std::string_view name, TypeKind kind)
{
    return typeClass(name, basesOf<abstractSingleRange>, kind, noArguments, rangesModule);
}

constexpr TypeClass multiRange(std::string_view name, TypeKind kind)
{
    return typeClass(name, basesOf<abstractMultiRange>, kind, noArguments, rangesModule);
}

constinit const TypeClass int4Range = range("INT4RANGE", TypeKind::PgInt4Range);
constinit const TypeClass int8Range = range("INT8RANGE", TypeKind::PgInt8Range);
constinit const TypeClass numRange = range("NUMRANGE", TypeKind::PgNumRange);
constinit const TypeClass dateRange = range("DATERANGE", TypeKind::PgDateRange);
constinit const TypeClass tsRange = range("TSRANGE", TypeKind::PgTsRange);
constinit const TypeClass tstzRange = range("TSTZRANGE", TypeKind::PgTstzRange);
constinit const TypeClass int4MultiRange = multiRange("INT4MULTIRANGE", TypeKind::PgInt4MultiRange);
constinit const TypeClass int8MultiRange = multiRange("INT8MULTIRANGE", TypeKind::PgInt8MultiRange);
constinit const TypeClass numMultiRange = multiRange("NUMMULTIRANGE", TypeKind::PgNumMultiRange);
constinit const TypeClass dateMultiRange = multiRange("DATEMULTIRANGE", TypeKind::PgDateMultiRange);
constinit const TypeClass tsMultiRange = multiRange("TSMULTIRANGE", TypeKind::PgTsMultiRange);
constinit const TypeClass tstzMultiRange = multiRange("TSTZMULTIRANGE", TypeKind::PgTstzMultiRange);

const NativeName names[] = {
    classNamed(array),
    classNamed(abstractMultiRange),
    classNamed(abstractRange),
    classNamed(abstractSingleRange),
    classNamed(sqlBigint),
    classNamed(bit),
    classNamed(sqlBoolean),
    classNamed(bytea),
    classNamed(sqlChar),
    classNamed(cidr),
    classNamed(postgresqlCitext),
    classNamed(sqlDate),
    classNamed(dateMultiRange),
    classNamed(dateRange),
    classNamed(postgresqlDomain),
    classNamed(sqlDoublePrecision),
    classNamed(postgresqlEnum),
    classNamed(sqlFloat),
    classNamed(hstore),
    classNamed(inet),
    classNamed(int4MultiRange),
    classNamed(int4Range),
    classNamed(int8MultiRange),
    classNamed(int8Range),
    classNamed(sqlInteger),
    classNamed(interval),
    classNamed(json),
    classNamed(jsonb),
    classNamed(jsonPath),
    classNamed(macaddr),
    classNamed(macaddr8),
    classNamed(money),
    classNamed(sqlNumeric),
    classNamed(numMultiRange),
    classNamed(numRange),
    classNamed(namedType),
    classNamed(oid),
    classNamed(sqlReal),
    classNamed(regclass),
    classNamed(regconfig),
    classNamed(sqlSmallint),
    classNamed(sqlText),
    classNamed(time),
    classNamed(timestamp),
    classNamed(tsMultiRange),
    classNamed(tsquery),
    classNamed(tsRange),
    classNamed(tstzMultiRange),
    classNamed(tstzRange),
    classNamed(postgresqlTsvector),
    classNamed(sqlUuid),
    classNamed(sqlVarchar),
    // Older names that base.py still has.
    classNamed(array, "PGArray"),
    classNamed(bit, "PGBit"),
    classNamed(inet, "PGInet"),
    classNamed(interval, "PGInterval"),
    classNamed(sqlUuid, "PGUuid"),
};

} // namespace

constinit const TypeClass postgresqlCitext =
    typeClass("CITEXT", basesOf<sqlText>, TypeKind::PgCitext, lengthArguments, typesModule);
constinit const TypeClass postgresqlTsvector = plain("TSVECTOR", TypeKind::PgTsvector);

std::span<const NativeName> postgresqlTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
