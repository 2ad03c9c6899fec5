// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/privatemodule.h"

#include "core/stdlib/native.h"
#include "core/stdlib/world.h"

namespace athanor::python {

namespace {

/// refuse(construct, needed): stops the script.
Evaluated refuse(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("refuse", "construct, needed");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *construct = textOf(bound->value(0));
    const std::string *needed = textOf(bound->value(1));
    if (construct == nullptr || needed == nullptr)
        return evaluator.raise("TypeError", "refuse() takes two strings");
    return evaluator.refuse(*construct, *needed);
}

Evaluated notReproducible(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated what = onlyArgument(evaluator, "not_reproducible", arguments);
    if (!what)
        return what;
    if (const std::string *text = textOf(*what))
        noteNotReproducible(evaluator, *text);
    return Value();
}

/// entropy(count): random bytes.
Evaluated entropy(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "entropy", arguments);
    if (!given)
        return given;
    const Outcome<std::int64_t> count = integerOf(evaluator, *given);
    if (!count)
        return std::unexpected(count.error());
    const auto wanted = std::size_t(std::max<std::int64_t>(*count, 0));
    if (const Done bounded = evaluator.step(wanted); !bounded)
        return std::unexpected(bounded.error());
    return bytes(evaluator, evaluator.state<World>().entropy(wanted));
}

/// environment(name): what the user lets scripts know of an environment variable, or None.
Evaluated environment(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated name = onlyArgument(evaluator, "environment", arguments);
    if (!name)
        return name;
    const std::string *text = textOf(*name);
    if (text == nullptr)
        return evaluator.raise("TypeError", "str expected, not " + className(evaluator, *name));
    const std::optional<std::string> value = evaluator.host().environmentVariable(*text);
    return value ? string(evaluator, *value) : Value();
}

/// now(): the clock, in microseconds since 1970.
Evaluated now(Evaluator &evaluator, const Arguments &)
{
    return Value(evaluator.state<World>().now());
}

/// import_module(name): as an import statement.
Evaluated importModule(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated name = onlyArgument(evaluator, "import_module", arguments);
    if (!name)
        return name;
    const std::string *text = textOf(*name);
    if (text == nullptr)
        return evaluator.raise("TypeError", "the name of a module is a str");
    return evaluator.import(*text);
}

/// is_known(value): whether it is anything but a value that can't be known.
Evaluated isKnown(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "is_known", arguments);
    return given ? Value(!given->as<OpaqueObject>()) : given;
}

/// unknown(what, reason): a value that can't be known, and stops the script where a statement needs it.
Evaluated unknown(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("unknown", "what, reason");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *what = textOf(bound->value(0));
    const std::string *reason = textOf(bound->value(1));
    if (what == nullptr || reason == nullptr)
        return evaluator.raise("TypeError", "unknown() takes two strings");
    return evaluator.opaque(*what, *reason);
}

constexpr NativeName Names[] = {
    {.name = "entropy", .call = entropy},
    {.name = "environment", .call = environment},
    {.name = "import_module", .call = importModule},
    {.name = "is_known", .call = isKnown},
    {.name = "not_reproducible", .call = notReproducible},
    {.name = "now", .call = now},
    {.name = "refuse", .call = refuse},
    {.name = "unknown", .call = unknown},
};

} // namespace

const NativeModule privateModule = {"_athanor", Names};

} // namespace athanor::python
