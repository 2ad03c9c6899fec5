// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/oracletypes.h"

#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::TypeKind;

namespace {

constexpr auto numberArguments =
    typeArguments<"precision=None, scale=None, asdecimal=None", "precision, scale, asdecimal=...">;

/// Values are decimals where there are digits after the point.
Evaluated initNumber(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = numberArguments().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *self = arguments.positional.front().as<Instance>();
    const Value *scale = self->attributes.find("scale");
    if (const Value *given = self->attributes.find("asdecimal"); given == nullptr || given->isNone())
        self->attributes.set("asdecimal", Value(scale && scale->isInteger() && scale->integer() > 0));
    return Value();
}

constexpr NativeMember numberMembers[] = {{"__init__", MemberKind::Method, initNumber}};

constexpr std::string_view module = "sqlalchemy.dialects.oracle.types";

constinit const TypeClass oraBfile =
    typeClass("BFILE", basesOf<largeBinaryType>, TypeKind::OraBfile, binaryArguments, module);
constinit const TypeClass oraBinaryDouble =
    typeClass("BINARY_DOUBLE", basesOf<doubleType>, TypeKind::OraBinaryDouble, floatArguments, module);
constinit const TypeClass oraBinaryFloat =
    typeClass("BINARY_FLOAT", basesOf<floatType>, TypeKind::OraBinaryFloat, floatArguments, module);
constinit const TypeClass oraDate =
    typeClass("DATE", basesOf<dateTimeType>, TypeKind::OraDate, typeArguments<"timezone=False">, module);
constinit const TypeClass oraFloat =
    typeClass("FLOAT", basesOf<sqlFloat>, TypeKind::OraFloat,
              typeArguments<"binary_precision=None, asdecimal=False, decimal_return_scale=None">, module);
constinit const TypeClass oraInterval =
    typeClass("INTERVAL", basesOf<abstractIntervalType>, TypeKind::OraInterval,
              typeArguments<"day_precision=None, second_precision=None">, module);
constinit const TypeClass oraLong =
    typeClass("LONG", basesOf<textType>, TypeKind::OraLong, lengthArguments, module);
constinit const TypeClass oraNclob =
    typeClass("NCLOB", basesOf<textType>, TypeKind::OraNclob, lengthArguments, module);
constinit const TypeClass oraNumber = typeClass("NUMBER", basesOf<numericType, integerType>,
                                                TypeKind::OraNumber, numberArguments, module, numberMembers);
constinit const TypeClass oraRaw =
    typeClass("RAW", basesOf<binaryType>, TypeKind::OraRaw, binaryArguments, module);
constinit const TypeClass oraRowid =
    typeClass("ROWID", basesOf<typeEngineClass>, TypeKind::OraRowid, noArguments, module);
constinit const TypeClass oraTimestamp =
    typeClass("TIMESTAMP", basesOf<sqlTimestamp>, TypeKind::OraTimestamp,
              typeArguments<"timezone=False, local_timezone=False">, module);
constinit const TypeClass oraVarchar2 =
    typeClass("VARCHAR2", basesOf<sqlVarchar>, TypeKind::OraVarchar2, lengthArguments, module);

const NativeName names[] = {
    classNamed(oraBfile),
    classNamed(oraBinaryDouble),
    classNamed(oraBinaryFloat),
    classNamed(oraDate),
    classNamed(oraFloat),
    classNamed(oraInterval),
    classNamed(oraLong),
    classNamed(oraNclob),
    classNamed(oraNumber),
    classNamed(oraRaw),
    classNamed(oraRowid),
    classNamed(oraTimestamp),
    classNamed(oraVarchar2),
    classNamed(sqlBlob),
    classNamed(sqlChar),
    classNamed(sqlClob),
    classNamed(sqlDoublePrecision),
    classNamed(sqlNchar),
    classNamed(sqlNvarchar),
    classNamed(sqlReal),
    classNamed(sqlVarchar),
    classNamed(sqlNvarchar, "NVARCHAR2"),
};

} // namespace

std::span<const NativeName> oracleTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
