// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

#include <span>

namespace athanor::python {

enum class MemberKind : std::uint8_t {
    Method,      ///< called with the instance first; special methods (__init__, __eq__, __getitem__ …) too
    Getter,      ///< a property: called with the instance
    ClassMethod, ///< called with the class first
    StaticMethod,
    Constant, ///< a class attribute: called once with nothing, its result is kept
};

struct NativeMember
{
    std::string_view name;
    MemberKind kind = MemberKind::Method;
    NativeCall call = nullptr;
};

/// A class written in C++: a constant table, of which each evaluator makes its own ClassObject when it is
/// first asked for (Evaluator::classOf). Classes of scripts may derive from it and override its methods; its
/// instances are made by `allocate`, so that they are always of its C++ type, and initialised by its
/// "__init__" member.
struct NativeClass
{
    std::string_view name;
    std::string_view module;                        ///< dotted, for repr and messages
    std::span<const NativeClass *const> bases = {}; ///< object when empty
    std::span<const NativeMember> members = {};
    Instance *(*allocate)(Heap &, ClassObject *) = nullptr; ///< nullptr: that of the first base that has one
    const NativeClass *metaclass = nullptr;                 ///< nullptr: that of the first base that has one
};

class NativeIndex;

/// A class, native or of a class statement.
class ClassObject : public ObjectOf<ObjectKind::Class>
{
public:
    explicit ClassObject(std::string name_)
        : name(std::move(name_))
    {
    }

    std::string name;
    std::string module;
    std::vector<Value> bases;         ///< ClassObjects, or OpaqueObjects for what is not known
    std::vector<ClassObject *> order; ///< method resolution order, itself first
    Namespace attributes;
    const NativeClass *native = nullptr; ///< set for a native class itself
    ClassObject *metaclass = nullptr;    ///< nullptr: type
    bool hasOpaqueBase = false;          ///< then attributes that are not found are opaque

    bool isSubclassOf(const ClassObject *other) const;
    /// The first in the method resolution order that has the name; nullptr when none has.
    const Value *find(std::string_view attribute) const { return find(attribute, 0); }
    /// The same, from a place in the method resolution order on, as super() looks.
    const Value *find(std::string_view attribute, std::size_t from) const;
    /// Of this class alone. A native class makes its members when they are first asked for.
    const Value *own(std::string_view attribute) const;
    /// Makes all members of a native class, for dir() and the like.
    void makeAll() const;

    Evaluator *evaluator = nullptr;       ///< of a native class
    const NativeIndex *members = nullptr; ///< of a native class
    bool hasOwnAttributeAccess = false;   ///< it or a base defines __getattribute__
    bool definesSetAttribute = false;     ///< it or a base, other than object, defines __setattr__
};

/// Sets `order` from the bases (C3). False when there is none: the bases are in conflicting orders.
bool linearize(ClassObject &type);

/// An instance of a script's class that derives from a builtin value type (class Name(str)): what it is as
/// one of those. Evaluator::plain() gives it.
class ValueInstance : public Instance
{
public:
    ValueInstance(ClassObject *type_, Value value_)
        : Instance(type_)
        , value(value_)
    {
    }

    Object *underlying() override { return value.isObject() ? value.object() : nullptr; }

    const Value value;
};

} // namespace athanor::python
