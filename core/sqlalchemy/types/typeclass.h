// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/objects.h"
#include "core/sqlalchemy/types/typearguments.h"

#include <array>

namespace athanor::sqlalchemy {

/// One of SQLAlchemy's own type classes, as a constant table.
struct TypeClass : python::NativeClass
{
    sql::TypeKind kind = sql::TypeKind::Null; ///< Null: a base class that scripts make no objects of
    const TypeArguments &(*arguments)() = nullptr;
    /// For the classes whose value is more than their attributes.
    python::Outcome<sql::Type> (*value)(python::Evaluator &, TypeObject &) = nullptr;
};

/// The value of an object by its attributes, for the classes that have no rule of their own.
python::Outcome<sql::Type> valueFromAttributes(python::Evaluator &evaluator, const TypeObject &object,
                                               sql::TypeKind kind);

/// The table that an object's class comes from: the first of SQLAlchemy's own in its method resolution order.
/// nullptr for a class that derives from TypeEngine directly.
const TypeClass *typeClassOf(const python::ClassObject &type);

/// NullType, which None stands for.
const TypeClass &nullTypeClass();

/// A list of bases with static storage.
template<const auto &...Bases>
inline constexpr std::array<const python::NativeClass *, sizeof...(Bases)> basesOf{&Bases...};

/// Makes a TypeObject; that all type classes have it tells them from other natives.
python::Instance *allocateType(python::Heap &heap, python::ClassObject *type);

/// A class of sqlalchemy.sql.sqltypes, or of another module.
constexpr TypeClass typeClass(
    std::string_view name, std::span<const python::NativeClass *const> bases,
    sql::TypeKind kind = sql::TypeKind::Null, const TypeArguments &(*arguments)() = typeArguments<"">,
    std::string_view module = "sqlalchemy.sql.sqltypes", std::span<const python::NativeMember> members = {},
    python::Outcome<sql::Type> (*value)(python::Evaluator &, TypeObject &) = nullptr)
{
    return {{.name = name, .module = module, .bases = bases, .members = members, .allocate = allocateType},
            kind,
            arguments,
            value};
}

/// A name of a module for a class, by the class's own name or another.
constexpr python::NativeName classNamed(const python::NativeClass &type, std::string_view name = {})
{
    return {.name = name.empty() ? type.name : name, .type = &type};
}

} // namespace athanor::sqlalchemy
