// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"

#include <algorithm>

namespace athanor::python {

namespace {

bool isFunctionLike(const Value &value)
{
    if (value.as<FunctionObject>())
        return true;
    const auto *native = value.as<NativeFunction>();
    return native && native->owner;
}

/// What messages about unpacked arguments call a function: with its module.
std::string calledName(Evaluator &evaluator, Value function)
{
    const auto textOf = [&](std::string_view attribute) {
        const auto found = evaluator.findAttribute(function, attribute);
        const auto *text = found && *found ? (*found)->as<StringObject>() : nullptr;
        return text ? text->utf8 : std::string();
    };
    const std::string name = textOf("__qualname__");
    const std::string module = textOf("__module__");
    if (name.empty())
        return typeName(evaluator, function) + " object";
    return module.empty() || module == "builtins" ? name : module + '.' + name;
}

} // namespace

/// A method found in an instance's class is called with the instance: no bound method has to be made.
Outcome<Frame::Callee> Frame::method(Value object, std::string_view name)
{
    if (object.isObject() && object.object()->kind() == ObjectKind::Instance) {
        auto *instance = static_cast<Instance *>(object.object());
        if (!instance->type->hasOwnAttributeAccess && !instance->attributes.find(name)) {
            const Value *found = instance->type->find(name);
            if (found && isFunctionLike(*found) && !instance->underlying())
                return Callee{*found, object, true};
        }
    } else if (m_runtime.isPlainObject(object) && !object.as<ModuleObject>() && !object.as<FunctionObject>()
               && !object.as<SuperObject>() && !object.as<BoundMethod>()) {
        const Value *found = m_evaluator.typeOf(object)->find(name);
        if (found && isFunctionLike(*found))
            return Callee{*found, object, true};
    }
    const Evaluated found = m_evaluator.attribute(object, name);
    if (!found)
        return std::unexpected(found.error());
    return Callee{*found, {}, false};
}

Outcome<Frame::Callee> Frame::callee(const Expression &function)
{
    if (const auto *node = function.as<Attribute>()) {
        const Evaluated object = evaluate(*node->value);
        if (!object)
            return std::unexpected(object.error());
        at = &function;
        return method(*object, node->name);
    }
    const Evaluated found = evaluate(function);
    if (!found)
        return std::unexpected(found.error());
    return Callee{*found, {}, false};
}

Done Frame::unpackKeywords(Value mapping, Value function, CallArguments &into)
{
    DictionaryObject names;
    const auto keys = mapping.as<OpaqueObject>() ? Outcome<std::optional<Value>>(mapping)
                                                 : m_evaluator.findAttribute(mapping, "keys");
    if (keys && !*keys)
        return m_evaluator.raise("TypeError", calledName(m_evaluator, function)
                                                  + "() argument after ** must be a mapping, not "
                                                  + typeName(m_evaluator, mapping));
    if (Done done = unpackInto(names, mapping); !done)
        return done;
    for (std::size_t position = 0; const auto *entry = names.table.next(position);) {
        const auto *name = entry->key.as<StringObject>();
        if (!name)
            return m_evaluator.raise("TypeError", "keywords must be strings");
        if (std::ranges::find(into.keywords, std::string_view(name->utf8), &NamedValue::name)
            != into.keywords.end())
            return m_evaluator.raise("TypeError", calledName(m_evaluator, function)
                                                      + "() got multiple values for keyword argument '"
                                                      + name->utf8 + '\'');
        into.keywords.append({name->utf8, entry->value});
    }
    return {};
}

Done Frame::arguments(const Call &node, Value function, CallArguments &into)
{
    for (const Expression *argument : node.arguments) {
        const auto *starred = argument->as<Starred>();
        const Evaluated value = evaluate(starred ? *starred->value : *argument);
        if (!value)
            return std::unexpected(value.error());
        if (!starred) {
            into.positional.append(*value);
            continue;
        }
        at = argument;
        const auto items = m_evaluator.items(*value);
        if (!items)
            return std::unexpected(items.error());
        into.positional.append(items->data(), static_cast<qsizetype>(items->size()));
    }
    for (const Keyword *keyword : node.keywords) {
        const Evaluated value = evaluate(*keyword->value);
        if (!value)
            return std::unexpected(value.error());
        if (!keyword->name.empty()) {
            into.keywords.append({keyword->name, *value});
            continue;
        }
        at = keyword;
        if (Done done = unpackKeywords(*value, function, into); !done)
            return done;
    }
    return {};
}

Evaluated Frame::call(const Call &node)
{
    const auto target = callee(*node.function);
    if (!target)
        return std::unexpected(target.error());
    CallArguments into;
    if (target->hasSelf)
        into.positional.append(target->self);
    if (Done done = arguments(node, target->function, into); !done)
        return std::unexpected(done.error());
    at = &node;
    return m_evaluator.call(
        target->function,
        Arguments{std::span<const Value>(into.positional.constData(),
                                         static_cast<std::size_t>(into.positional.size())),
                  std::span<const NamedValue>(into.keywords.constData(),
                                              static_cast<std::size_t>(into.keywords.size()))});
}

} // namespace athanor::python
