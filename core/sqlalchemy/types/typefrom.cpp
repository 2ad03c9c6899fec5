// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/typeclass.h"
#include "core/sqlalchemy/types/typeobject.h"

namespace athanor::sqlalchemy {

using namespace python;

namespace {

std::unexpected<Raised> noType(Evaluator &evaluator, Value value, std::string_view purpose)
{
    const Outcome<std::string> text = evaluator.repr(value);
    return evaluator.refuse(text ? *text : "a value",
                            std::string("a column type for ") + std::string(purpose));
}

} // namespace

Outcome<TypeObject *> typeObjectFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (auto *object = value.as<TypeObject>())
        return object;
    if (value.isNone())
        value = evaluator.classOf(nullTypeClass());
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    // SQLAlchemy calls whatever can be called: a class, or a function that gives a type.
    const bool canBeCalled = value.as<ClassObject>() != nullptr || value.as<BoundMethod>() != nullptr
                             || value.as<NativeFunction>() != nullptr
                             || (value.isObject() && value.object()->kind() == ObjectKind::Function);
    if (!canBeCalled)
        return noType(evaluator, value, purpose);
    const Evaluated made = evaluator.call(value, {});
    if (!made)
        return std::unexpected(made.error());
    if (auto *object = made->as<TypeObject>())
        return object;
    if (const auto *opaque = made->as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    return noType(evaluator, value, purpose);
}

Outcome<sql::Type> typeFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    const Outcome<TypeObject *> object = typeObjectFrom(evaluator, value, purpose);
    if (!object)
        return std::unexpected(object.error());
    return (*object)->type(evaluator);
}

} // namespace athanor::sqlalchemy
