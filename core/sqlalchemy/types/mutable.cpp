// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/mutable.h"

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

using namespace python;

namespace {

Evaluated asMutable(Evaluator &evaluator, const Arguments &arguments)
{
    const Value type = arguments.positional.size() < 2 ? Value() : arguments.positional[1];
    const Outcome<TypeObject *> object = typeObjectFrom(evaluator, type, "as_mutable()");
    return object ? Evaluated(Value(*object)) : std::unexpected(object.error());
}

Evaluated nothing(Evaluator &, const Arguments &)
{
    return Value();
}

constexpr NativeMember members[] = {
    {"as_mutable", MemberKind::ClassMethod, asMutable},
    {"associate_with", MemberKind::ClassMethod, nothing},
    {"changed", MemberKind::Method, nothing},
};

constexpr NativeClass mutableClass(std::string_view name)
{
    return {.name = name, .module = "sqlalchemy.ext.mutable", .members = members};
}

constinit const NativeClass mutableBase = mutableClass("Mutable");
constinit const NativeClass mutableComposite = mutableClass("MutableComposite");
constinit const NativeClass mutableDict = mutableClass("MutableDict");
constinit const NativeClass mutableList = mutableClass("MutableList");
constinit const NativeClass mutableSet = mutableClass("MutableSet");

const NativeName names[] = {
    classNamed(mutableBase), classNamed(mutableComposite), classNamed(mutableDict),
    classNamed(mutableList), classNamed(mutableSet),
};

} // namespace

std::span<const NativeName> mutableNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
