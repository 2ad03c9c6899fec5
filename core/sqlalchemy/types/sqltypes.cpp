// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/sqltypes.h"

#include "core/sqlalchemy/types/schematype.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

constexpr auto numericArguments =
    typeArguments<"precision=None, scale=None, decimal_return_scale=None, asdecimal=True">;
constexpr auto zoneArguments = typeArguments<"timezone=False">;
constexpr auto booleanArguments = typeArguments<"create_constraint=False, name=None">;

Outcome<Type> booleanValue(Evaluator &evaluator, TypeObject &object)
{
    Outcome<Type> type = valueFromAttributes(evaluator, object, object.row->kind);
    if (!type)
        return type;
    if (const Done done = setSchemaArguments(evaluator, object, *type); !done)
        return std::unexpected(done.error());
    return type;
}

constexpr TypeClass booleanClass(std::string_view name, std::span<const NativeClass *const> bases,
                                 TypeKind kind)
{
    return typeClass(name, bases, kind, booleanArguments, "sqlalchemy.sql.sqltypes", {}, booleanValue);
}

} // namespace

constinit const TypeClass concatenableType = typeClass("Concatenable", {});
constinit const TypeClass indexableType = typeClass("Indexable", {});
constinit const TypeClass schemaType =
    typeClass("SchemaType", {}, TypeKind::Null, noArguments, "sqlalchemy.sql.sqltypes", schemaTypeMembers);
constinit const TypeClass externalType =
    typeClass("ExternalType", {}, TypeKind::Null, noArguments, "sqlalchemy.sql.type_api");
constinit const TypeClass binaryType =
    typeClass("_Binary", basesOf<typeEngineClass>, TypeKind::LargeBinary, binaryArguments);
constinit const TypeClass abstractIntervalType = typeClass("_AbstractInterval", basesOf<typeEngineClass>);

constinit const TypeClass stringType =
    typeClass("String", basesOf<concatenableType, typeEngineClass>, TypeKind::String, lengthArguments);
constinit const TypeClass unicodeType =
    typeClass("Unicode", basesOf<stringType>, TypeKind::Unicode, lengthArguments);
constinit const TypeClass textType = typeClass("Text", basesOf<stringType>, TypeKind::Text, lengthArguments);
constinit const TypeClass unicodeTextType =
    typeClass("UnicodeText", basesOf<textType>, TypeKind::UnicodeText, lengthArguments);
constinit const TypeClass integerType =
    typeClass("Integer", basesOf<typeEngineClass>, TypeKind::Integer, noArguments);
constinit const TypeClass smallIntegerType =
    typeClass("SmallInteger", basesOf<integerType>, TypeKind::SmallInteger, noArguments);
constinit const TypeClass bigIntegerType =
    typeClass("BigInteger", basesOf<integerType>, TypeKind::BigInteger, noArguments);
constinit const TypeClass numericType =
    typeClass("Numeric", basesOf<typeEngineClass>, TypeKind::Numeric, numericArguments);
constinit const TypeClass floatType =
    typeClass("Float", basesOf<numericType>, TypeKind::Float, floatArguments);
constinit const TypeClass doubleType =
    typeClass("Double", basesOf<floatType>, TypeKind::Double, floatArguments);
constinit const TypeClass booleanType =
    booleanClass("Boolean", basesOf<schemaType, typeEngineClass>, TypeKind::Boolean);
constinit const TypeClass dateType = typeClass("Date", basesOf<typeEngineClass>, TypeKind::Date, noArguments);
constinit const TypeClass timeType =
    typeClass("Time", basesOf<typeEngineClass>, TypeKind::Time, zoneArguments);
constinit const TypeClass dateTimeType =
    typeClass("DateTime", basesOf<typeEngineClass>, TypeKind::DateTime, zoneArguments);
constinit const TypeClass largeBinaryType =
    typeClass("LargeBinary", basesOf<binaryType>, TypeKind::LargeBinary, binaryArguments);
constinit const TypeClass uuidType = typeClass("Uuid", basesOf<typeEngineClass>, TypeKind::Uuid,
                                               typeArguments<"as_uuid=True, native_uuid=True">);
constinit const TypeClass jsonType = typeClass("JSON", basesOf<indexableType, typeEngineClass>,
                                               TypeKind::Json, typeArguments<"none_as_null=False">);

constinit const TypeClass sqlVarchar =
    typeClass("VARCHAR", basesOf<stringType>, TypeKind::SqlVarchar, lengthArguments);
constinit const TypeClass sqlChar =
    typeClass("CHAR", basesOf<stringType>, TypeKind::SqlChar, lengthArguments);
constinit const TypeClass sqlNchar =
    typeClass("NCHAR", basesOf<unicodeType>, TypeKind::SqlNchar, lengthArguments);
constinit const TypeClass sqlNvarchar =
    typeClass("NVARCHAR", basesOf<unicodeType>, TypeKind::SqlNvarchar, lengthArguments);
constinit const TypeClass sqlText = typeClass("TEXT", basesOf<textType>, TypeKind::SqlText, lengthArguments);
constinit const TypeClass sqlClob = typeClass("CLOB", basesOf<textType>, TypeKind::SqlClob, lengthArguments);
constinit const TypeClass sqlInteger =
    typeClass("INTEGER", basesOf<integerType>, TypeKind::SqlInteger, noArguments);
constinit const TypeClass sqlSmallint =
    typeClass("SMALLINT", basesOf<smallIntegerType>, TypeKind::SqlSmallint, noArguments);
constinit const TypeClass sqlBigint =
    typeClass("BIGINT", basesOf<bigIntegerType>, TypeKind::SqlBigint, noArguments);
constinit const TypeClass sqlNumeric =
    typeClass("NUMERIC", basesOf<numericType>, TypeKind::SqlNumeric, numericArguments);
constinit const TypeClass sqlDecimal =
    typeClass("DECIMAL", basesOf<numericType>, TypeKind::SqlDecimal, numericArguments);
constinit const TypeClass sqlFloat =
    typeClass("FLOAT", basesOf<floatType>, TypeKind::SqlFloat, floatArguments);
constinit const TypeClass sqlDouble =
    typeClass("DOUBLE", basesOf<doubleType>, TypeKind::SqlDouble, floatArguments);
constinit const TypeClass sqlDoublePrecision =
    typeClass("DOUBLE_PRECISION", basesOf<doubleType>, TypeKind::SqlDoublePrecision, floatArguments);
constinit const TypeClass sqlReal = typeClass("REAL", basesOf<floatType>, TypeKind::SqlReal, floatArguments);
constinit const TypeClass sqlBoolean = booleanClass("BOOLEAN", basesOf<booleanType>, TypeKind::SqlBoolean);
constinit const TypeClass sqlDate = typeClass("DATE", basesOf<dateType>, TypeKind::SqlDate, noArguments);
constinit const TypeClass sqlTime = typeClass("TIME", basesOf<timeType>, TypeKind::SqlTime, zoneArguments);
constinit const TypeClass sqlDateTime =
    typeClass("DATETIME", basesOf<dateTimeType>, TypeKind::SqlDateTime, zoneArguments);
constinit const TypeClass sqlTimestamp =
    typeClass("TIMESTAMP", basesOf<dateTimeType>, TypeKind::SqlTimestamp, zoneArguments);
constinit const TypeClass sqlBinary =
    typeClass("BINARY", basesOf<binaryType>, TypeKind::SqlBinary, binaryArguments);
constinit const TypeClass sqlVarbinary =
    typeClass("VARBINARY", basesOf<binaryType>, TypeKind::SqlVarbinary, binaryArguments);
constinit const TypeClass sqlBlob =
    typeClass("BLOB", basesOf<largeBinaryType>, TypeKind::SqlBlob, binaryArguments);
constinit const TypeClass sqlUuid =
    typeClass("UUID", basesOf<uuidType>, TypeKind::SqlUuid, typeArguments<"as_uuid=True">);
constinit const TypeClass userDefinedType =
    typeClass("UserDefinedType", basesOf<externalType, typeEngineClass>, TypeKind::Custom, noArguments,
              "sqlalchemy.sql.type_api");

namespace {

constinit const TypeClass nullType =
    typeClass("NullType", basesOf<typeEngineClass>, TypeKind::Null, noArguments);
constinit const TypeClass tupleType =
    typeClass("TupleType", basesOf<typeEngineClass>, TypeKind::TupleType, noArguments);
constinit const TypeClass matchType = booleanClass("MatchType", basesOf<booleanType>, TypeKind::Boolean);

Evaluated toInstance(Evaluator &evaluator, const Arguments &arguments)
{
    const Value type = arguments.positional.empty() ? Value() : arguments.positional.front();
    if (arguments.positional.size() <= 1 && arguments.keywords.empty()) {
        const Outcome<TypeObject *> object = typeObjectFrom(evaluator, type, "to_instance()");
        return object ? Evaluated(Value(*object)) : std::unexpected(object.error());
    }
    if (type.as<TypeObject>() != nullptr)
        return type;
    return evaluator.call(type, {arguments.positional.subspan(1), arguments.keywords});
}

Evaluated nullTypeObject(Evaluator &evaluator)
{
    return Value(evaluator.instance<TypeObject>(nullType));
}

Evaluated stringTypeObject(Evaluator &evaluator)
{
    return evaluator.call(evaluator.classOf(stringType), {});
}

const NativeName names[] = {
    classNamed(arrayType),
    classNamed(sqlBigint),
    classNamed(sqlBinary),
    classNamed(sqlBlob),
    classNamed(sqlBoolean),
    classNamed(bigIntegerType),
    classNamed(booleanType),
    classNamed(sqlChar),
    classNamed(sqlClob),
    classNamed(sqlDate),
    classNamed(sqlDateTime),
    classNamed(sqlDecimal),
    classNamed(sqlDouble),
    classNamed(sqlDoublePrecision),
    classNamed(dateType),
    classNamed(dateTimeType),
    classNamed(doubleType),
    classNamed(enumType),
    classNamed(sqlFloat),
    classNamed(floatType),
    classNamed(sqlInteger, "INT"),
    classNamed(sqlInteger),
    classNamed(integerType),
    classNamed(intervalType),
    classNamed(jsonType),
    classNamed(largeBinaryType),
    classNamed(sqlNchar),
    classNamed(sqlNumeric),
    classNamed(sqlNvarchar),
    classNamed(numericType),
    classNamed(pickleType),
    classNamed(sqlReal),
    classNamed(sqlSmallint),
    classNamed(smallIntegerType),
    classNamed(stringType),
    classNamed(sqlText),
    classNamed(sqlTime),
    classNamed(sqlTimestamp),
    classNamed(textType),
    classNamed(timeType),
    classNamed(tupleType),
    classNamed(typeDecoratorType),
    classNamed(sqlUuid),
    classNamed(unicodeType),
    classNamed(unicodeTextType),
    classNamed(uuidType),
    classNamed(sqlVarbinary),
    classNamed(sqlVarchar),
    // From here on, not in `sqlalchemy` itself.
    classNamed(concatenableType),
    classNamed(externalType),
    classNamed(indexableType),
    classNamed(matchType),
    {.name = "NULLTYPE", .make = nullTypeObject},
    classNamed(nullType),
    {.name = "STRINGTYPE", .make = stringTypeObject},
    classNamed(schemaType),
    classNamed(typeEngineClass),
    classNamed(userDefinedType),
    classNamed(binaryType),
    classNamed(abstractIntervalType),
    {.name = "to_instance", .call = toInstance},
};

} // namespace

const TypeClass &nullTypeClass()
{
    return nullType;
}

std::span<const NativeName> sqlTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
