// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/functions.h"

#include <format>
#include <unordered_map>

namespace athanor::python::functions {

namespace {

/// The number of arguments of "name() takes …" functions of one, and of "name expected …" ones.
Done check(Evaluator &evaluator, std::string_view name, const Arguments &arguments, CallShape shape)
{
    return checkCall(evaluator, name, shape, arguments.positional.size(), arguments);
}

Outcome<std::string_view> attributeName(Evaluator &evaluator, Value name)
{
    if (const auto *text = name.as<StringObject>())
        return text->utf8;
    if (const auto *opaque = name.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "the name of an attribute");
    return evaluator.raise(
        "TypeError", std::format("attribute name must be string, not '{}'", typeNameOf(evaluator, name)));
}

Evaluated newText(Evaluator &evaluator, const Outcome<std::string> &text)
{
    if (!text)
        return std::unexpected(text.error());
    return python::newText(evaluator, *text);
}

Evaluated answer(const Outcome<bool> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    return Value(*outcome);
}

/// Numbers in the order in which objects were asked for: the same in every run.
struct Identities
{
    std::unordered_map<const Object *, std::int64_t> known;
};

} // namespace

Evaluated ascii(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "ascii", arguments, {1, 1}); !done)
        return std::unexpected(done.error());
    const auto text = evaluator.repr(arguments.positional[0]);
    if (!text)
        return std::unexpected(text.error());
    return python::newText(evaluator, asciiEscaped(*text));
}

Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "repr", arguments, {1, 1}); !done)
        return std::unexpected(done.error());
    return newText(evaluator, evaluator.repr(arguments.positional[0]));
}

Evaluated format(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "format", arguments, {1, 2, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    if (arguments.positional.size() == 1)
        return newText(evaluator, evaluator.format(arguments.positional[0], {}));
    const auto specification = textArgument(evaluator, arguments.positional[1], "format", 2);
    if (!specification)
        return std::unexpected(specification.error());
    return newText(evaluator, evaluator.format(arguments.positional[0], (*specification)->utf8));
}

Evaluated callable(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "callable", arguments, {1, 1}); !done)
        return std::unexpected(done.error());
    const Value value = arguments.positional[0];
    if (!value.isObject())
        return Value(false);
    switch (value.object()->kind()) {
    case ObjectKind::Function:
    case ObjectKind::BoundMethod:
    case ObjectKind::Native:
    case ObjectKind::Class:
        return Value(true);
    case ObjectKind::Opaque:
        return evaluator.refuseOpaque(*value.as<OpaqueObject>(), "the question whether it can be called");
    case ObjectKind::Instance: {
        const ClassObject *type = evaluator.typeOf(value);
        return Value(type->find("__call__") != nullptr || type->hasOpaqueBase);
    }
    default:
        return Value(false);
    }
}

Evaluated getattr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "getattr", arguments, {2, 3, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    const auto name = attributeName(evaluator, arguments.positional[1]);
    if (!name)
        return std::unexpected(name.error());
    if (arguments.positional.size() == 2)
        return evaluator.attribute(arguments.positional[0], *name);
    const auto found = evaluator.findAttribute(arguments.positional[0], *name);
    if (!found)
        return std::unexpected(found.error());
    return found->value_or(arguments.positional[2]);
}

Evaluated hasattr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "hasattr", arguments, {2, 2, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    const auto name = attributeName(evaluator, arguments.positional[1]);
    if (!name)
        return std::unexpected(name.error());
    if (const auto *opaque = arguments.positional[0].as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "the question whether it has an attribute");
    const auto found = evaluator.findAttribute(arguments.positional[0], *name);
    if (!found)
        return std::unexpected(found.error());
    return Value(found->has_value());
}

Evaluated setattr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "setattr", arguments, {3, 3, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    const auto name = attributeName(evaluator, arguments.positional[1]);
    if (!name)
        return std::unexpected(name.error());
    const Done done = evaluator.setAttribute(arguments.positional[0], *name, arguments.positional[2]);
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated delattr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "delattr", arguments, {2, 2, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    const auto name = attributeName(evaluator, arguments.positional[1]);
    if (!name)
        return std::unexpected(name.error());
    if (const Done done = evaluator.deleteAttribute(arguments.positional[0], *name); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated hash(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "hash", arguments, {1, 1}); !done)
        return std::unexpected(done.error());
    const auto number = evaluator.hash(arguments.positional[0]);
    if (!number)
        return std::unexpected(number.error());
    return Value(static_cast<std::int64_t>(*number));
}

Evaluated id(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "id", arguments, {1, 1}); !done)
        return std::unexpected(done.error());
    const Value value = arguments.positional[0];
    constexpr std::int64_t SmallValues = 0x1000;
    constexpr std::int64_t Objects = 0x10000000;
    if (value.isInteger())
        return Value(SmallValues * 16 + value.integer());
    if (!value.isObject()) {
        const bool isTrue = value.isBoolean() && value.boolean();
        return Value(SmallValues + static_cast<std::int64_t>(value.kind()) * 16 + (isTrue ? 8 : 0));
    }
    auto &known = evaluator.state<Identities>().known;
    const auto next = static_cast<std::int64_t>(known.size());
    return Value(Objects + known.try_emplace(value.object(), next).first->second * 16);
}

Evaluated isinstance(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "isinstance", arguments, {2, 2, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    return answer(evaluator.isInstance(arguments.positional[0], arguments.positional[1]));
}

Evaluated issubclass(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = check(evaluator, "issubclass", arguments, {2, 2, CallWording::Expected}); !done)
        return std::unexpected(done.error());
    return answer(evaluator.isSubclass(arguments.positional[0], arguments.positional[1]));
}

} // namespace athanor::python::functions
