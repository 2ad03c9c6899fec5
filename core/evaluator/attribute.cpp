// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes: looking them up, and binding what is found.
#include "core/evaluator/attributenames.h"
#include "core/evaluator/importer.h"
#include "core/evaluator/runtime.h"

#include <algorithm>
#include <array>

namespace athanor::python {

namespace {

/// A method of a builtin value type finds the plain value of an instance of a script's class.
Value selfFor(Evaluator &evaluator, Value self, const ClassObject *owner)
{
    if (!owner || owner->native == &objectClass || !self.isObject()
        || self.object()->kind() != ObjectKind::Instance)
        return self;
    const Value plain = Evaluator::plain(self);
    return !plain.isSame(self) && evaluator.typeOf(plain)->isSubclassOf(owner) ? plain : self;
}

/// Whether an attribute found in the class goes before the instance's own.
Outcome<bool> isDataDescriptor(Evaluator &evaluator, Value attribute)
{
    if (const auto *property = attribute.as<PropertyObject>())
        return property->propertyKind == PropertyKind::Property;
    if (!attribute.isObject() || attribute.object()->kind() != ObjectKind::Instance)
        return false;
    return evaluator.typeOf(attribute)->find("__set__") != nullptr;
}

constexpr std::array<std::string_view, 14> AssumedOfUnknownBases = {
    "__bool__", "__len__", "__eq__",       "__ne__",   "__hash__",          "__init__",  "__new__",
    "__get__",  "__set__", "__set_name__", "__iadd__", "__init_subclass__", "__index__", "__getattr__",
};

} // namespace

Evaluated Evaluator::Runtime::bind(Value attribute, Value self, ClassObject *type)
{
    if (!attribute.isObject())
        return attribute;
    switch (attribute.object()->kind()) {
    case ObjectKind::Function:
        return heap.make<BoundMethod>(self, attribute);
    case ObjectKind::Native: {
        const auto *function = static_cast<NativeFunction *>(attribute.object());
        if (!function->owner)
            return attribute;
        return heap.make<BoundMethod>(selfFor(evaluator, self, function->owner), attribute);
    }
    case ObjectKind::Property: {
        const auto *property = static_cast<PropertyObject *>(attribute.object());
        if (property->propertyKind == PropertyKind::StaticMethod)
            return property->function;
        if (property->propertyKind == PropertyKind::ClassMethod)
            return heap.make<BoundMethod>(type, property->function);
        return evaluator.call(property->function, {selfFor(evaluator, self, property->owner)});
    }
    case ObjectKind::Instance: {
        const Value *getter = evaluator.typeOf(attribute)->find("__get__");
        if (!getter)
            return attribute;
        return evaluator.call(*getter, {attribute, self, type});
    }
    default:
        return attribute;
    }
}

Outcome<std::optional<Value>> Evaluator::Runtime::instanceAttribute(Instance *object, std::string_view name)
{
    ClassObject *type = object->type;
    if (!type->hasOwnAttributeAccess)
        return plainAttribute(object, name);
    return evaluator.call(*type->find("__getattribute__"), {object, heap.string(name)});
}

Outcome<std::optional<Value>> Evaluator::Runtime::plainAttribute(Instance *object, std::string_view name)
{
    ClassObject *type = object->type;
    const Value *inClass = type->find(name);
    if (inClass) {
        const auto goesFirst = isDataDescriptor(evaluator, *inClass);
        if (!goesFirst)
            return std::unexpected(goesFirst.error());
        if (*goesFirst)
            return bind(*inClass, object, type);
    }
    if (const Value *own = object->attributes.find(name))
        return *own;
    if (inClass)
        return bind(*inClass, object, type);
    if (const auto known = instanceNames(evaluator, *object, name))
        return *known;
    if (const Value *fallback = type->find("__getattr__"))
        return evaluator.call(*fallback, {object, heap.string(name)});
    if (type->hasOpaqueBase)
        return evaluator.opaque(type->name + "()." + std::string(name),
                                "a base class of " + type->name + " is not known");
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::classAttribute(ClassObject *type, std::string_view name)
{
    if (const Value *found = type->find(name)) {
        const auto *property = found->as<PropertyObject>();
        const bool isMethod = !property || property->propertyKind == PropertyKind::Property;
        const bool isDescriptor = found->isObject() && found->object()->kind() == ObjectKind::Instance;
        const bool isObjectsOwn = type->metaclass && found == type->order.back()->own(name);
        if (!isObjectsOwn) {
            if (isMethod && !isDescriptor)
                return *found;
            return bind(*found, {}, type);
        }
    }
    if (const auto known = classNames(evaluator, *type, name))
        return *known;
    ClassObject *metaclass = evaluator.typeOf(type);
    if (const Value *found = metaclass->find(name))
        return bind(*found, type, metaclass);
    if (const Value *fallback = metaclass->find("__getattr__"))
        return evaluator.call(*fallback, {type, heap.string(name)});
    if (type->hasOpaqueBase)
        return evaluator.opaque(type->name + '.' + std::string(name),
                                "a base class of " + type->name + " is not known");
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::superAttribute(SuperObject *object, std::string_view name)
{
    const auto &order = object->start->order;
    const auto place = std::ranges::find(order, object->type);
    const auto from = static_cast<std::size_t>(place - order.begin()) + 1;
    const Value *found = object->start->find(name, std::min(from, order.size()));
    const bool isUnknown = object->start->hasOpaqueBase;
    if (found && !(isUnknown && order.back()->own(name) == found)) {
        // From a class method, the functions behind it are found as they are.
        const bool isUnbound =
            object->self.as<ClassObject>() == object->start && !found->as<PropertyObject>();
        return isUnbound ? Evaluated(*found) : bind(*found, object->self, object->start);
    }
    if (isUnknown)
        return evaluator.opaque("super()." + std::string(name),
                                "a base class of " + object->type->name + " is not known");
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::functionAttribute(FunctionObject *function,
                                                                    std::string_view name)
{
    if (const Value *own = function->attributes.find(name))
        return *own;
    if (const auto known = functionNames(evaluator, *function, name))
        return *known;
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::moduleAttribute(ModuleObject *module, std::string_view name)
{
    if (const Value *found = module->names.find(name))
        return *found;
    if (const auto known = moduleNames(evaluator, *module, name))
        return *known;
    if (module->resolve) {
        if (std::optional<Evaluated> made = module->resolve(evaluator, name)) {
            if (!*made)
                return std::unexpected(made->error());
            module->names.set(name, **made);
            return **made;
        }
    }
    if (const auto star = opaqueStars.find(module); star != opaqueStars.end())
        return evaluator.opaque(star->second->what + '.' + std::string(name), star->second->reason);
    if (packages.contains(module->name) && !name.starts_with("__")) {
        const auto part = importPart(*this, module->name + '.' + std::string(name));
        if (!part || *part)
            return part;
    }
    if (const Value *fallback = module->names.find("__getattr__"))
        return evaluator.call(*fallback, {heap.string(name)});
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::lookup(Value object, std::string_view name)
{
    if (!object.isObject()) {
        ClassObject *type = evaluator.typeOf(object);
        if (const Value *found = type->find(name))
            return bind(*found, object, type);
        return name == "__class__" ? std::optional<Value>(type) : std::nullopt;
    }
    switch (object.object()->kind()) {
    case ObjectKind::Instance:
        return instanceAttribute(static_cast<Instance *>(object.object()), name);
    case ObjectKind::Class:
        return classAttribute(static_cast<ClassObject *>(object.object()), name);
    case ObjectKind::Module:
        return moduleAttribute(static_cast<ModuleObject *>(object.object()), name);
    case ObjectKind::Super:
        return superAttribute(static_cast<SuperObject *>(object.object()), name);
    case ObjectKind::Opaque: {
        const auto *unknown = static_cast<OpaqueObject *>(object.object());
        return evaluator.opaque(unknown->what + '.' + std::string(name), unknown->reason);
    }
    case ObjectKind::Function: {
        auto own = functionAttribute(static_cast<FunctionObject *>(object.object()), name);
        if (!own || *own)
            return own;
        break;
    }
    case ObjectKind::BoundMethod: {
        if (const auto known = methodNames(*static_cast<BoundMethod *>(object.object()), name))
            return *known;
        return lookup(static_cast<BoundMethod *>(object.object())->function, name);
    }
    case ObjectKind::Native:
        if (name == "__name__" || name == "__qualname__")
            return heap.string(static_cast<NativeFunction *>(object.object())->name);
        break;
    default:
        break;
    }
    ClassObject *type = evaluator.typeOf(object);
    if (const Value *found = type->find(name))
        return bind(*found, object, type);
    if (name == "__class__")
        return type;
    if (name == "__doc__")
        return Value();
    return std::nullopt;
}

std::unexpected<Raised> Evaluator::Runtime::noAttribute(Value object, std::string_view name)
{
    // The tables of native classes may lack what the library has: Python may find it.
    const auto *asClass = object.as<ClassObject>();
    const ClassObject *native = asClass ? asClass : evaluator.typeOf(object);
    if (native->native && native->module != "builtins" && native->module != "types")
        return evaluator.refuse(native->module + '.' + native->name + '.' + std::string(name),
                                "another attribute");
    const std::string quoted = '\'' + std::string(name) + '\'';
    if (const auto *type = object.as<ClassObject>())
        return evaluator.raise("AttributeError",
                               "type object '" + type->name + "' has no attribute " + quoted);
    if (const auto *module = object.as<ModuleObject>())
        return evaluator.raise("AttributeError", "module '" + module->name + "' has no attribute " + quoted);
    return evaluator.raise("AttributeError",
                           '\'' + typeName(evaluator, object) + "' object has no attribute " + quoted);
}

Evaluated Evaluator::attribute(Value object, std::string_view name)
{
    const auto found = m_runtime->lookup(object, name);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return m_runtime->noAttribute(object, name);
    return **found;
}

Outcome<std::optional<Value>> Evaluator::findAttribute(Value object, std::string_view name)
{
    auto found = m_runtime->lookup(object, name);
    if (!found && !found.error().isStop() && isInstance(found.error().exception, attributeErrorClass))
        return std::nullopt;
    return found;
}

Outcome<std::optional<Value>> Evaluator::Runtime::special(Value object, std::string_view name)
{
    ClassObject *type = evaluator.typeOf(object);
    // What a builtin value type does by itself, callers do with the plain value.
    const Value plain = Evaluator::plain(object);
    const ClassObject *plainType = plain.isSame(object) ? nullptr : evaluator.typeOf(plain);
    for (const ClassObject *each : type->order) {
        if (each->native == &objectClass || each == plainType)
            continue;
        if (const Value *found = each->own(name)) {
            if (found->isNone())
                return *found;
            return bind(*found, object, type);
        }
    }
    if (type->hasOpaqueBase && std::ranges::find(AssumedOfUnknownBases, name) == AssumedOfUnknownBases.end())
        return evaluator.refuse(std::string(name) + " of " + type->name, "all of its base classes");
    return std::nullopt;
}

Outcome<std::optional<Value>> Evaluator::Runtime::callSpecial(Value object, std::string_view name,
                                                              std::initializer_list<Value> arguments)
{
    const auto method = special(object, name);
    if (!method || !*method || (*method)->isNone())
        return method ? Outcome<std::optional<Value>>(std::nullopt) : method;
    const Evaluated result = evaluator.call(**method, arguments);
    if (!result)
        return std::unexpected(result.error());
    return *result;
}

} // namespace athanor::python
