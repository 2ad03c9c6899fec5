// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/pythontype.h"

#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;

namespace {

Evaluated named(Evaluator &evaluator, std::string_view module, std::string_view name)
{
    const Evaluated imported = evaluator.import(module);
    return imported ? evaluator.attribute(*imported, name) : imported;
}

bool isTrue(const TypeObject &object, std::string_view attribute)
{
    const Value *value = object.attributes.find(attribute);
    return value != nullptr && value->isBoolean() && value->boolean();
}

struct PythonName
{
    const NativeClass *type;
    std::string_view module;
    std::string_view name;
};

// The first that an object is an instance of.
constexpr PythonName pythonNames[] = {
    {&stringType, "builtins", "str"},
    {&integerType, "builtins", "int"},
    {&booleanType, "builtins", "bool"},
    {&dateTimeType, "datetime", "datetime"},
    {&dateType, "datetime", "date"},
    {&timeType, "datetime", "time"},
    {&abstractIntervalType, "datetime", "timedelta"},
    {&binaryType, "builtins", "bytes"},
    {&jsonType, "builtins", "dict"},
    {&arrayType, "builtins", "list"},
};

} // namespace

Evaluated pythonTypeOf(Evaluator &evaluator, const TypeObject &object)
{
    const auto isA = [&](const NativeClass &type) {
        return object.pythonClass()->isSubclassOf(evaluator.classOf(type));
    };
    if (const Value *enumClass = object.attributes.find("enum_class");
        enumClass != nullptr && !enumClass->isNone())
        return *enumClass;
    if (isA(numericType))
        return isTrue(object, "asdecimal") ? named(evaluator, "decimal", "Decimal")
                                           : named(evaluator, "builtins", "float");
    if (isA(uuidType))
        return isTrue(object, "as_uuid") ? named(evaluator, "uuid", "UUID")
                                         : named(evaluator, "builtins", "str");
    for (const PythonName &each : pythonNames) {
        if (isA(*each.type))
            return named(evaluator, each.module, each.name);
    }
    return evaluator.raise("NotImplementedError", "");
}

} // namespace athanor::sqlalchemy
