// SPDX-License-Identifier: GPL-3.0-or-later
// property, classmethod, staticmethod and super.
#include "core/evaluator/frame.h"
#include "core/evaluator/signature.h"

namespace athanor::python {

namespace {

Value argument(const Arguments &arguments, std::size_t index)
{
    return index < arguments.positional.size() ? arguments.positional[index] : Value();
}

Evaluated newProperty(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("property", "type, fget=, fset=, fdel=, doc=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    auto *made = evaluator.heap().make<PropertyObject>(PropertyKind::Property, bound->value(1));
    made->setter = bound->value(2);
    made->deleter = bound->value(3);
    return made;
}

/// property.getter(), .setter() and .deleter(): a copy with one function changed.
Evaluated copied(Evaluator &evaluator, const Arguments &arguments, Value PropertyObject::*part)
{
    const auto *property = argument(arguments, 0).as<PropertyObject>();
    if (!property)
        return evaluator.raise("TypeError", "this method needs a property");
    auto *made = evaluator.heap().make<PropertyObject>(PropertyKind::Property, property->function);
    made->setter = property->setter;
    made->deleter = property->deleter;
    made->*part = argument(arguments, 1);
    return made;
}

Evaluated withGetter(Evaluator &evaluator, const Arguments &arguments)
{
    return copied(evaluator, arguments, &PropertyObject::function);
}

Evaluated withSetter(Evaluator &evaluator, const Arguments &arguments)
{
    return copied(evaluator, arguments, &PropertyObject::setter);
}

Evaluated withDeleter(Evaluator &evaluator, const Arguments &arguments)
{
    return copied(evaluator, arguments, &PropertyObject::deleter);
}

Evaluated wrapped(Evaluator &, const Arguments &arguments)
{
    const auto *property = argument(arguments, 0).as<PropertyObject>();
    return property ? property->function : Value();
}

Evaluated setterOf(Evaluator &, const Arguments &arguments)
{
    const auto *property = argument(arguments, 0).as<PropertyObject>();
    return property ? property->setter : Value();
}

Evaluated newClassMethod(Evaluator &evaluator, const Arguments &arguments)
{
    return evaluator.heap().make<PropertyObject>(PropertyKind::ClassMethod, argument(arguments, 1));
}

Evaluated newStaticMethod(Evaluator &evaluator, const Arguments &arguments)
{
    return evaluator.heap().make<PropertyObject>(PropertyKind::StaticMethod, argument(arguments, 1));
}

/// The method that super() without arguments stands in, and its first argument.
Evaluated currentSuper(Evaluator &evaluator)
{
    const Frame *frame = evaluator.runtime().frame;
    Scope *scope = frame ? &const_cast<Frame *>(frame)->scope() : nullptr;
    while (
        scope
        && !(scope->kind == ScopeKind::Function && scope->parent && scope->parent->kind == ScopeKind::Class))
        scope = scope->parent;
    if (!scope || !scope->parent->type)
        return evaluator.raise("RuntimeError", "super(): __class__ cell not found");
    const Parameters &parameters = *scope->function->parameters;
    const Parameter *first = !parameters.positionalOnly.empty() ? parameters.positionalOnly[0]
                             : !parameters.positional.empty()   ? parameters.positional[0]
                                                                : nullptr;
    const Value *self = first ? scope->names->find(first->name) : nullptr;
    if (!self)
        return evaluator.raise("RuntimeError", "super(): no arguments");
    return evaluator.call(evaluator.classOf(superClass), {scope->parent->type, *self});
}

Evaluated newSuper(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() <= 1)
        return currentSuper(evaluator);
    auto *type = argument(arguments, 1).as<ClassObject>();
    const Value self = argument(arguments, 2);
    if (!type)
        return evaluator.raise("TypeError", "super() argument 1 must be a type, not "
                                                + typeName(evaluator, argument(arguments, 1)));
    auto *asClass = self.as<ClassObject>();
    ClassObject *start = asClass && asClass->isSubclassOf(type) ? asClass : evaluator.typeOf(self);
    if (!start->isSubclassOf(type))
        return evaluator.raise("TypeError", "super(type, obj): obj must be an instance or subtype of type");
    return evaluator.heap().make<SuperObject>(type, self, start);
}

constexpr NativeMember propertyMembers[] = {
    {"__new__", MemberKind::StaticMethod, newProperty},
    {"getter", MemberKind::Method, withGetter},
    {"setter", MemberKind::Method, withSetter},
    {"deleter", MemberKind::Method, withDeleter},
    {"fget", MemberKind::Getter, wrapped},
    {"fset", MemberKind::Getter, setterOf},
};

constexpr NativeMember classMethodMembers[] = {
    {"__new__", MemberKind::StaticMethod, newClassMethod},
    {"__func__", MemberKind::Getter, wrapped},
    {"__wrapped__", MemberKind::Getter, wrapped},
};

constexpr NativeMember staticMethodMembers[] = {
    {"__new__", MemberKind::StaticMethod, newStaticMethod},
    {"__func__", MemberKind::Getter, wrapped},
    {"__wrapped__", MemberKind::Getter, wrapped},
};

constexpr NativeMember superMembers[] = {
    {"__new__", MemberKind::StaticMethod, newSuper},
};

} // namespace

const NativeClass propertyClass{.name = "property", .module = "builtins", .members = propertyMembers};
const NativeClass classMethodClass{
    .name = "classmethod", .module = "builtins", .members = classMethodMembers};
const NativeClass staticMethodClass{
    .name = "staticmethod", .module = "builtins", .members = staticMethodMembers};
const NativeClass superClass{.name = "super", .module = "builtins", .members = superMembers};

} // namespace athanor::python
