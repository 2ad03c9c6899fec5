// SPDX-License-Identifier: GPL-3.0-or-later
// object and type.
#include "core/evaluator/dictionary.h"
#include "core/evaluator/runtime.h"
#include "core/evaluator/setattribute.h"
#include "core/evaluator/signature.h"

namespace athanor::python {

namespace {

Evaluated newObject(Evaluator &evaluator, const Arguments &arguments)
{
    auto *type = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClassObject>();
    if (!type)
        return evaluator.raise("TypeError", "object.__new__(X): X is not a type object");
    return evaluator.allocate(type);
}

Evaluated nothing(Evaluator &, const Arguments &)
{
    return Value();
}

Evaluated initSubclass(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.keywords.empty())
        return Value();
    const auto *type = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClassObject>();
    return evaluator.raise("TypeError", (type ? type->name : std::string("object"))
                                            + ".__init_subclass__() takes no keyword arguments");
}

Evaluated setAttributeOf(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("__setattr__", "self, name, value, /");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto *name = bound->value(1).as<StringObject>();
    if (!name)
        return evaluator.raise("TypeError", "attribute name must be string, not '"
                                                + typeName(evaluator, bound->value(1)) + '\'');
    if (Done done = setPlainAttribute(evaluator, bound->value(0), name->utf8, bound->value(2)); !done)
        return std::unexpected(done.error());
    return Value();
}

/// object.__getattribute__: what a class's own __getattribute__ mostly ends with.
Evaluated attributeOf(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("__getattribute__", "self, name, /");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto *name = bound->value(1).as<StringObject>();
    if (!name)
        return evaluator.raise("TypeError", "attribute name must be string");
    Evaluator::Runtime &runtime = evaluator.runtime();
    auto *object = bound->value(0).as<Instance>();
    const auto found =
        object ? runtime.plainAttribute(object, name->utf8) : runtime.lookup(bound->value(0), name->utf8);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return runtime.noAttribute(bound->value(0), name->utf8);
    return **found;
}

Evaluated isSameObject(Evaluator &, const Arguments &arguments)
{
    if (arguments.positional.size() == 2 && arguments.positional[0].isSame(arguments.positional[1]))
        return Value(true);
    return Value::notImplemented();
}

Evaluated identityHash(Evaluator &, const Arguments &arguments)
{
    const Value self = arguments.positional.empty() ? Value() : arguments.positional[0];
    return Value(static_cast<std::int64_t>(
        std::hash<const Object *>()(self.isObject() ? self.object() : nullptr) >> 1));
}

Evaluated textOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto text = evaluator.repr(arguments.positional.empty() ? Value() : arguments.positional[0]);
    if (!text)
        return std::unexpected(text.error());
    return evaluator.heap().string(*text);
}

Evaluated plainRepr(Evaluator &evaluator, const Arguments &arguments)
{
    const ClassObject *type =
        evaluator.typeOf(arguments.positional.empty() ? Value() : arguments.positional[0]);
    return evaluator.heap().string('<' + type->module + '.' + type->name + " object>");
}

constexpr NativeMember objectMembers[] = {
    {"__new__", MemberKind::StaticMethod, newObject},
    {"__init__", MemberKind::Method, nothing},
    {"__init_subclass__", MemberKind::ClassMethod, initSubclass},
    {"__setattr__", MemberKind::Method, setAttributeOf},
    {"__getattribute__", MemberKind::Method, attributeOf},
    {"__eq__", MemberKind::Method, isSameObject},
    {"__hash__", MemberKind::Method, identityHash},
    {"__str__", MemberKind::Method, textOf},
    {"__repr__", MemberKind::Method, plainRepr},
};

/// type(name, bases, namespace), and a metaclass's super().__new__().
Evaluated newType(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("type.__new__", "metaclass, name, bases, namespace, /, **keywords");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto *name = bound->value(1).as<StringObject>();
    const auto *bases = bound->value(2).as<TupleObject>();
    const auto *names = bound->value(3).as<DictionaryObject>();
    if (!name || !bases || !names)
        return evaluator.raise("TypeError", "type() takes a name, a tuple of bases and a dict");
    Evaluator::Runtime &runtime = evaluator.runtime();
    auto *type = evaluator.heap().make<ClassObject>(name->utf8);
    auto *metaclass = bound->value(0).as<ClassObject>();
    type->metaclass = metaclass && metaclass->native != &typeClass ? metaclass : nullptr;
    type->bases = bases->items;
    for (std::size_t at = 0; const auto *entry = names->table.next(at);) {
        if (const auto *key = entry->key.as<StringObject>())
            type->attributes.set(key->utf8, entry->value);
    }
    const Value *module = type->attributes.find("__module__");
    if (const auto *text = module ? module->as<StringObject>() : nullptr)
        type->module = text->utf8;
    else if (const ModuleObject *current = evaluator.currentModule())
        type->module = current->name;
    return runtime.finishClass(type, bound->variadicKeywords);
}

Evaluated callType(Evaluator &evaluator, const Arguments &arguments)
{
    auto *type = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClassObject>();
    if (!type)
        return evaluator.raise("TypeError", "type.__call__() needs a class");
    return evaluator.runtime().makeInstance(type, {arguments.positional.subspan(1), arguments.keywords});
}

Evaluated orderOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *type = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClassObject>();
    if (!type)
        return evaluator.raise("TypeError", "mro() needs a class");
    return evaluator.heap().list(std::vector<Value>(type->order.begin(), type->order.end()));
}

Evaluated unionOf(Evaluator &evaluator, Value left, Value right)
{
    std::vector<Value> parts;
    for (const Value &each : {left, right}) {
        const auto inner = evaluator.isInstance(each, unionTypeClass)
                               ? evaluator.findAttribute(each, "__args__")
                               : Outcome<std::optional<Value>>(std::nullopt);
        if (!inner)
            return std::unexpected(inner.error());
        if (*inner && (*inner)->as<TupleObject>()) {
            const auto &items = (*inner)->as<TupleObject>()->items;
            parts.insert(parts.end(), items.begin(), items.end());
        } else {
            parts.push_back(each.isNone() ? Value(evaluator.classOf(noneClass)) : each);
        }
    }
    auto *made = evaluator.instance<Instance>(unionTypeClass);
    made->attributes.set("__args__", evaluator.heap().tuple(std::move(parts)));
    return made;
}

/// X | Y: mostly seen in annotations.
Evaluated orTypes(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return Value::notImplemented();
    return unionOf(evaluator, arguments.positional[0], arguments.positional[1]);
}

Evaluated orTypesReflected(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return Value::notImplemented();
    return unionOf(evaluator, arguments.positional[1], arguments.positional[0]);
}

constexpr NativeMember typeMembers[] = {
    {"__new__", MemberKind::StaticMethod, newType},
    {"__call__", MemberKind::Method, callType},
    {"mro", MemberKind::Method, orderOf},
    {"__or__", MemberKind::Method, orTypes},
    {"__ror__", MemberKind::Method, orTypesReflected},
};

constexpr NativeMember unionMembers[] = {
    {"__or__", MemberKind::Method, orTypes},
    {"__ror__", MemberKind::Method, orTypesReflected},
};

} // namespace

const NativeClass objectClass{.name = "object", .module = "builtins", .members = objectMembers};
const NativeClass typeClass{.name = "type", .module = "builtins", .members = typeMembers};
const NativeClass unionTypeClass{.name = "UnionType", .module = "types", .members = unionMembers};
const NativeClass noneClass{.name = "NoneType", .module = "builtins"};
const NativeClass ellipsisClass{.name = "ellipsis", .module = "builtins"};
const NativeClass notImplementedClass{.name = "NotImplementedType", .module = "builtins"};
const NativeClass functionClass{.name = "function", .module = "builtins"};
const NativeClass nativeFunctionClass{.name = "builtin_function_or_method", .module = "builtins"};
const NativeClass methodClass{.name = "method", .module = "builtins"};
const NativeClass moduleClass{.name = "module", .module = "builtins"};
const NativeClass opaqueClass{.name = "unknown", .module = "builtins"};

} // namespace athanor::python
