// SPDX-License-Identifier: GPL-3.0-or-later
// Making the classes of scripts.
#include "core/evaluator/attributenames.h"
#include "core/evaluator/runtime.h"

#include <algorithm>

namespace athanor::python {

namespace {

/// Functions that the language makes class or static methods of by their name.
void wrapSpecialFunctions(Heap &heap, Namespace &attributes)
{
    const auto wrap = [&](std::string_view name, PropertyKind kind) {
        Value *value = attributes.find(name);
        if (value && value->as<FunctionObject>())
            *value = heap.make<PropertyObject>(kind, *value);
    };
    wrap("__init_subclass__", PropertyKind::ClassMethod);
    wrap("__class_getitem__", PropertyKind::ClassMethod);
    wrap("__new__", PropertyKind::StaticMethod);
    if (attributes.find("__eq__") && !attributes.find("__hash__"))
        attributes.set("__hash__", {});
}

/// Bases that say what stands for them: Generic[T], NamedTuple.
Outcome<std::vector<Value>> resolvedBases(Evaluator &evaluator, const std::vector<Value> &bases)
{
    std::vector<Value> result;
    for (const Value &base : bases) {
        if (base.as<ClassObject>() || base.as<OpaqueObject>()) {
            result.push_back(base);
            continue;
        }
        const auto entries = evaluator.findAttribute(base, "__mro_entries__");
        if (!entries)
            return std::unexpected(entries.error());
        if (!*entries) {
            // A function that makes classes, or another object: what it does here is not known.
            result.push_back(evaluator.opaque(typeName(evaluator, base), "it is no class"));
            continue;
        }
        const Evaluated made = evaluator.call(**entries, {evaluator.heap().tuple(bases)});
        if (!made)
            return std::unexpected(made.error());
        const auto items = evaluator.items(*made);
        if (!items)
            return std::unexpected(items.error());
        result.insert(result.end(), items->begin(), items->end());
    }
    return result;
}

std::string baseNames(const std::vector<Value> &bases)
{
    std::string names;
    for (const Value &base : bases) {
        const auto *type = base.as<ClassObject>();
        names += (names.empty() ? "" : ", ") + (type ? type->name : std::string("?"));
    }
    return names;
}

void inherit(ClassObject &type)
{
    for (const Value &base : type.bases) {
        const auto *known = base.as<ClassObject>();
        if (!known) {
            type.hasOpaqueBase = true;
            continue;
        }
        type.hasOpaqueBase = type.hasOpaqueBase || known->hasOpaqueBase;
        type.hasOwnAttributeAccess = type.hasOwnAttributeAccess || known->hasOwnAttributeAccess;
        type.definesSetAttribute = type.definesSetAttribute || known->definesSetAttribute;
        if (known->metaclass && (!type.metaclass || known->metaclass->isSubclassOf(type.metaclass)))
            type.metaclass = known->metaclass;
    }
    type.hasOwnAttributeAccess = type.hasOwnAttributeAccess || type.attributes.find("__getattribute__");
    type.definesSetAttribute = type.definesSetAttribute || type.attributes.find("__setattr__");
}

} // namespace

Evaluated Evaluator::Runtime::makeClass(std::string_view name, std::vector<Value> bases, Namespace attributes,
                                        std::span<const NamedValue> keywords, Scope *scope,
                                        ModuleObject *module)
{
    auto known = resolvedBases(evaluator, bases);
    if (!known)
        return std::unexpected(known.error());
    std::vector<NamedValue> rest;
    Value metaclass;
    for (const NamedValue &keyword : keywords) {
        if (keyword.name == "metaclass")
            metaclass = keyword.value;
        else
            rest.push_back(keyword);
    }
    if (module)
        attributes.set("__module__", heap.string(module->name));
    const auto inherited = std::ranges::find_if(*known, [](const Value &base) {
        const auto *type = base.as<ClassObject>();
        return type && type->metaclass;
    });
    if (metaclass.isNone() && inherited != known->end())
        metaclass = inherited->as<ClassObject>()->metaclass;
    auto *meta = metaclass.as<ClassObject>();
    const Value *constructor = meta ? meta->find("__new__") : nullptr;
    const Value *initializer = meta ? meta->find("__init__") : nullptr;
    ClassObject *plainType = evaluator.classOf(typeClass);
    const bool isOwn = (constructor && constructor != plainType->find("__new__"))
                       || (initializer && initializer != evaluator.classOf(objectClass)->own("__init__"));
    if (meta && meta != plainType && isOwn) {
        const std::vector<Value> positional = {heap.string(name), heap.tuple(*known),
                                               dictionaryOf(evaluator, attributes)};
        const Evaluated made = makeInstance(meta, Arguments{positional, rest});
        if (made && scope && made->as<ClassObject>())
            scope->type = made->as<ClassObject>();
        return made;
    }
    auto *type = heap.make<ClassObject>(std::string(name));
    if (module)
        type->module = module->name;
    type->metaclass = meta;
    type->hasOpaqueBase = metaclass.as<OpaqueObject>() != nullptr;
    type->bases = std::move(*known);
    type->attributes = std::move(attributes);
    if (scope)
        scope->type = type;
    return finishClass(type, rest);
}

Evaluated Evaluator::Runtime::finishClass(ClassObject *type, std::span<const NamedValue> keywords)
{
    if (type->bases.empty())
        type->bases.push_back(evaluator.classOf(objectClass));
    if (!linearize(*type))
        return evaluator.raise("TypeError",
                               "Cannot create a consistent method resolution order (MRO) for bases "
                                   + baseNames(type->bases));
    ClassObject *root = evaluator.classOf(objectClass);
    if (type->order.back() != root)
        type->order.push_back(root);
    wrapSpecialFunctions(heap, type->attributes);
    inherit(*type);
    const std::vector<Namespace::Entry> entries = type->attributes.entries();
    for (const Namespace::Entry &entry : entries) {
        if (!entry.value.isObject() || entry.value.object()->kind() != ObjectKind::Instance)
            continue;
        const auto answer = callSpecial(entry.value, "__set_name__", {type, heap.string(entry.name)});
        if (!answer)
            return std::unexpected(answer.error());
    }
    const Value *hook = type->find("__init_subclass__", 1);
    if (!hook || type->hasOpaqueBase)
        return type;
    const Evaluated bound = bind(*hook, type, type);
    if (!bound)
        return bound;
    const Evaluated done = evaluator.call(*bound, Arguments{{}, keywords});
    if (!done)
        return done;
    return type;
}

} // namespace athanor::python
