// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of values.
#include "core/evaluator/iteration.h"
#include "core/evaluator/nativeindex.h"
#include "core/evaluator/runtime.h"

namespace athanor::python {

namespace {

const NativeClass &kindClass(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::String:
        return stringClass;
    case ObjectKind::Bytes:
        return bytesClass;
    case ObjectKind::BigInteger:
        return integerClass;
    case ObjectKind::List:
        return listClass;
    case ObjectKind::Tuple:
        return tupleClass;
    case ObjectKind::Dictionary:
        return dictionaryClass;
    case ObjectKind::Set:
        return setClass;
    case ObjectKind::FrozenSet:
        return frozenSetClass;
    case ObjectKind::Range:
        return rangeClass;
    case ObjectKind::Slice:
        return sliceClass;
    case ObjectKind::Function:
        return functionClass;
    case ObjectKind::BoundMethod:
        return methodClass;
    case ObjectKind::Native:
        return nativeFunctionClass;
    case ObjectKind::Super:
        return superClass;
    case ObjectKind::Generator:
        return generatorClass;
    case ObjectKind::Module:
        return moduleClass;
    case ObjectKind::Opaque:
        return opaqueClass;
    case ObjectKind::Property:
    case ObjectKind::Iterator:
    case ObjectKind::Class:
    case ObjectKind::Instance:
        break;
    }
    return objectClass;
}

const NativeClass &propertyKindClass(PropertyKind kind)
{
    switch (kind) {
    case PropertyKind::ClassMethod:
        return classMethodClass;
    case PropertyKind::StaticMethod:
        return staticMethodClass;
    case PropertyKind::Property:
        break;
    }
    return propertyClass;
}

const NativeClass &smallClass(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Ellipsis:
        return ellipsisClass;
    case ValueKind::NotImplemented:
        return notImplementedClass;
    case ValueKind::Boolean:
        return boolClass;
    case ValueKind::Integer:
        return integerClass;
    case ValueKind::Float:
        return floatClass;
    case ValueKind::None:
    case ValueKind::Object:
        break;
    }
    return noneClass;
}

/// isinstance() and issubclass(): `type` and a class, a tuple of them, or a union.
Outcome<bool> belongsTo(Evaluator &evaluator, ClassObject *type, Value classes)
{
    if (const auto *known = classes.as<ClassObject>()) {
        if (type->isSubclassOf(known))
            return true;
        if (type->hasOpaqueBase && known->native == nullptr)
            return evaluator.refuse("the class of an instance of " + type->name, "all of its base classes");
        return false;
    }
    if (const auto *tuple = classes.as<TupleObject>()) {
        for (const Value &each : tuple->items) {
            const auto found = belongsTo(evaluator, type, each);
            if (!found || *found)
                return found;
        }
        return false;
    }
    if (const auto *unknown = classes.as<OpaqueObject>())
        return evaluator.refuseOpaque(*unknown, "the question whether something is an instance of it");
    if (classes.isNone())
        return type->native == &noneClass;
    const auto arguments = evaluator.findAttribute(classes, "__args__");
    if (!arguments)
        return std::unexpected(arguments.error());
    if (*arguments && (*arguments)->as<TupleObject>())
        return belongsTo(evaluator, type, **arguments);
    return evaluator.raise("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

} // namespace

ClassObject *Evaluator::classOf(const NativeClass &type)
{
    ClassObject *&known = m_runtime->classes[&type];
    if (known)
        return known;
    auto *made = heap().make<ClassObject>(std::string(type.name));
    known = made;
    made->module = type.module;
    made->native = &type;
    made->evaluator = this;
    made->members = NativeIndex::of(type);
    made->bases.reserve(type.bases.size());
    for (const NativeClass *base : type.bases)
        made->bases.push_back(classOf(*base));
    if (type.bases.empty() && &type != &objectClass)
        made->bases.push_back(classOf(objectClass));
    if (made->bases.size() < 2) {
        linearize(*made);
    } else {
        made->order.reserve(made->members->order().size());
        for (const NativeClass *each : made->members->order())
            made->order.push_back(classOf(*each));
    }
    made->hasOwnAttributeAccess = &type != &objectClass && made->members->find("__getattribute__");
    made->definesSetAttribute = &type != &objectClass && made->members->find("__setattr__");
    made->metaclass = type.metaclass ? classOf(*type.metaclass) : nullptr;
    for (const Value &base : made->bases) {
        const auto *inherited = base.as<ClassObject>();
        made->hasOwnAttributeAccess = made->hasOwnAttributeAccess || inherited->hasOwnAttributeAccess;
        made->definesSetAttribute = made->definesSetAttribute || inherited->definesSetAttribute;
        if (!made->metaclass)
            made->metaclass = inherited->metaclass;
    }
    return made;
}

ClassObject *Evaluator::typeOf(Value value)
{
    if (!value.isObject())
        return classOf(smallClass(value.kind()));
    Object *object = value.object();
    switch (object->kind()) {
    case ObjectKind::Instance:
        return static_cast<Instance *>(object)->type;
    case ObjectKind::Class: {
        auto *type = static_cast<ClassObject *>(object);
        return type->metaclass ? type->metaclass : classOf(typeClass);
    }
    case ObjectKind::Property:
        return classOf(propertyKindClass(static_cast<PropertyObject *>(object)->propertyKind));
    case ObjectKind::Iterator: {
        const auto *iterator = static_cast<IteratorObject *>(object);
        return classOf(iterator->type ? *iterator->type : iteratorClass);
    }
    default:
        return classOf(kindClass(object->kind()));
    }
}

std::string typeName(Evaluator &evaluator, Value value)
{
    return evaluator.typeOf(value)->name;
}

bool Evaluator::isInstance(Value value, const NativeClass &type)
{
    return typeOf(value)->isSubclassOf(classOf(type));
}

Outcome<bool> Evaluator::isInstance(Value value, Value classes)
{
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "the question what it is an instance of");
    if (const auto *type = classes.as<ClassObject>(); type && type->metaclass) {
        const auto answer = m_runtime->callSpecial(classes, "__instancecheck__", {value});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return truth(**answer);
    }
    return belongsTo(*this, typeOf(value), classes);
}

Outcome<bool> Evaluator::isSubclass(Value type, Value classes)
{
    if (const auto *unknown = type.as<OpaqueObject>())
        return refuseOpaque(*unknown, "the question what it is a subclass of");
    auto *known = type.as<ClassObject>();
    if (!known)
        return raise("TypeError", "issubclass() arg 1 must be a class");
    return belongsTo(*this, known, classes);
}

Instance *Evaluator::allocate(ClassObject *type)
{
    for (const ClassObject *each : type->order) {
        if (each->native && each->native->allocate)
            return each->native->allocate(heap(), type);
    }
    return heap().make<Instance>(type);
}

} // namespace athanor::python
