// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/arraytype.h"

#include "core/sqlalchemy/types/nesting.h"
#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;

namespace {

Evaluated init(Evaluator &evaluator, const Arguments &arguments)
{
    constexpr auto parameters =
        typeArguments<"item_type, as_tuple=False, dimensions=None, zero_indexes=False">;
    if (const Done done = parameters().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *self = arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "ARRAY.__init__() needs an ARRAY");
    const Value *given = self->attributes.find("item_type");
    const Outcome<TypeObject *> item =
        typeObjectFrom(evaluator, given ? *given : Value(), "the items of an ARRAY");
    if (!item)
        return std::unexpected(item.error());
    if (evaluator.isInstance(Value(*item), arrayType)) {
        return evaluator.raise(
            "ValueError",
            "Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype");
    }
    self->attributes.set("item_type", Value(*item));
    return Value();
}

Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    constexpr auto parameters =
        typeArguments<"item_type, as_tuple=False, dimensions=None, zero_indexes=False">;
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "ARRAY.__repr__() needs an ARRAY");
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());
    const Outcome<std::string> text = parameters().shown(evaluator, *self);
    if (!text)
        return std::unexpected(text.error());
    return Value(evaluator.heap().string(self->pythonClass()->name + '(' + *text + ')'));
}

} // namespace

Outcome<Type> arrayValue(Evaluator &evaluator, TypeObject &object)
{
    const Value *item = object.attributes.find("item_type");
    Outcome<Type> itemType = typeFrom(evaluator, item ? *item : Value(), "the items of an ARRAY");
    if (!itemType)
        return itemType;
    Type type = {.kind = object.row->kind, .item = std::move(*itemType)};
    if (const Value *dimensions = object.attributes.find("dimensions"); dimensions && !dimensions->isNone()) {
        if (!dimensions->isInteger() || dimensions->integer() < 1 || dimensions->integer() > 100)
            return evaluator.refuse("an ARRAY of these dimensions", "a small whole number");
        type.dimensions = static_cast<int>(dimensions->integer());
    }
    return type;
}

constinit const std::array<NativeMember, 2> arrayMembers = {{
    {"__init__", MemberKind::Method, init},
    {"__repr__", MemberKind::Method, repr},
}};

constinit const TypeClass arrayType =
    typeClass("ARRAY", basesOf<indexableType, concatenableType, typeEngineClass>, sql::TypeKind::Array,
              noArguments, "sqlalchemy.sql.sqltypes", arrayMembers, arrayValue);

} // namespace athanor::sqlalchemy
