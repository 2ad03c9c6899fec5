// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/setattribute.h"

#include "core/evaluator/runtime.h"

namespace athanor::python {

namespace {

std::unexpected<Raised> notSettable(Evaluator &evaluator, Value object, std::string_view name,
                                    std::string_view what)
{
    return evaluator.raise("AttributeError", "property '" + std::string(name) + "' of '"
                                                 + typeName(evaluator, object) + "' object has no "
                                                 + std::string(what));
}

/// A native class other than Python's own: it would not notice what a script sets on its instances.
bool isOfLibrary(const ClassObject *type)
{
    return type && type->native && type->module != "builtins";
}

std::unexpected<Raised> refuseSetting(Evaluator &evaluator, const ClassObject &type, std::string_view name)
{
    return evaluator.refuse("setting " + type.module + '.' + type.name + '.' + std::string(name),
                            "the value among the arguments when the object is made");
}

/// Whether the class decides what setting the attribute does; then it has been done.
Outcome<bool> setByClass(Evaluator &evaluator, Instance *object, std::string_view name, Value value)
{
    const Value *inClass = object->type->find(name);
    if (!inClass || !inClass->isObject())
        return false;
    if (const auto *property = inClass->as<PropertyObject>()) {
        if (property->propertyKind != PropertyKind::Property)
            return false;
        if (property->setter.isNone() && isOfLibrary(property->owner))
            return refuseSetting(evaluator, *property->owner, name);
        if (property->setter.isNone())
            return notSettable(evaluator, object, name, "setter");
        const Evaluated result = evaluator.call(property->setter, {object, value});
        if (!result)
            return std::unexpected(result.error());
        return true;
    }
    if (inClass->object()->kind() != ObjectKind::Instance)
        return false;
    const Value *setter = evaluator.typeOf(*inClass)->find("__set__");
    if (!setter)
        return false;
    const Evaluated result = evaluator.call(*setter, {*inClass, object, value});
    if (!result)
        return std::unexpected(result.error());
    return true;
}

Done setOnInstance(Evaluator &evaluator, Instance *object, std::string_view name, Value value)
{
    if (name == "__class__" && value.as<ClassObject>()) {
        object->type = value.as<ClassObject>();
        return {};
    }
    const auto isDone = setByClass(evaluator, object, name, value);
    if (!isDone)
        return std::unexpected(isDone.error());
    if (!*isDone) {
        if (isOfLibrary(object->type) && !object->attributes.find(name))
            return refuseSetting(evaluator, *object->type, name);
        evaluator.heap().count(sizeof(Namespace::Entry));
        object->attributes.set(name, value);
    }
    return {};
}

} // namespace

Done setPlainAttribute(Evaluator &evaluator, Value object, std::string_view name, Value value)
{
    if (object.isObject()) {
        switch (object.object()->kind()) {
        case ObjectKind::Instance:
            return setOnInstance(evaluator, static_cast<Instance *>(object.object()), name, value);
        case ObjectKind::Class: {
            auto *type = static_cast<ClassObject *>(object.object());
            type->attributes.set(name, value);
            type->definesSetAttribute = type->definesSetAttribute || name == "__setattr__";
            return {};
        }
        case ObjectKind::Module:
            static_cast<ModuleObject *>(object.object())->names.set(name, value);
            return {};
        case ObjectKind::Function: {
            auto *function = static_cast<FunctionObject *>(object.object());
            if (name == "__name__" && value.as<StringObject>())
                function->name = value.as<StringObject>()->utf8;
            function->attributes.set(name, value);
            return {};
        }
        default:
            break;
        }
    }
    return evaluator.raise("AttributeError", '\'' + typeName(evaluator, object)
                                                 + "' object has no attribute '" + std::string(name) + '\'');
}

Done Evaluator::setAttribute(Value object, std::string_view name, Value value)
{
    if (const auto *unknown = object.as<OpaqueObject>()) {
        if (m_runtime->purpose == Purpose::Running)
            return refuseOpaque(*unknown, "setting its attribute " + std::string(name));
        return {};
    }
    const ClassObject *type = typeOf(object);
    if (type->definesSetAttribute) {
        const Evaluated result = call(*type->find("__setattr__"), {object, heap().string(name), value});
        if (!result)
            return std::unexpected(result.error());
        return {};
    }
    return setPlainAttribute(*this, object, name, value);
}

Done Evaluator::deleteAttribute(Value object, std::string_view name)
{
    if (const auto *unknown = object.as<OpaqueObject>())
        return refuseOpaque(*unknown, "deleting its attribute " + std::string(name));
    const auto special = m_runtime->callSpecial(object, "__delattr__", {heap().string(name)});
    if (!special)
        return std::unexpected(special.error());
    if (*special)
        return {};
    Namespace *names = nullptr;
    if (object.isObject()) {
        if (object.object()->kind() == ObjectKind::Instance)
            names = &static_cast<Instance *>(object.object())->attributes;
        else if (auto *type = object.as<ClassObject>())
            names = &type->attributes;
        else if (auto *module = object.as<ModuleObject>())
            names = &module->names;
        else if (auto *function = object.as<FunctionObject>())
            names = &function->attributes;
    }
    if (object.isObject() && object.object()->kind() == ObjectKind::Instance) {
        const Value *inClass = typeOf(object)->find(name);
        const auto *property = inClass ? inClass->as<PropertyObject>() : nullptr;
        if (property && property->propertyKind == PropertyKind::Property) {
            if (property->deleter.isNone())
                return notSettable(*this, object, name, "deleter");
            const Evaluated result = call(property->deleter, {object});
            return result ? Done{} : Done(std::unexpected(result.error()));
        }
    }
    if (!names || !names->remove(name))
        return m_runtime->noAttribute(object, name);
    return {};
}

} // namespace athanor::python
