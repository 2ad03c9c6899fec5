// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/exception.h"
#include "core/stdlib/json.h"
#include "core/stdlib/native.h"

namespace athanor::python {

namespace {

/// indent=: a number of blanks or the text itself.
Outcome<std::optional<std::string>> indentOf(Evaluator &evaluator, Value given)
{
    if (given.isNone())
        return std::nullopt;
    if (const std::string *text = textOf(given))
        return *text;
    const Outcome<std::int64_t> width = integerOf(evaluator, given);
    if (!width)
        return std::unexpected(width.error());
    constexpr std::int64_t Widest = 1000;
    return std::string(std::size_t(std::clamp<std::int64_t>(*width, 0, Widest)), ' ');
}

Outcome<bool> isTrue(Evaluator &evaluator, const std::optional<Value> &given, Value whenMissing)
{
    return evaluator.truth(given.value_or(whenMissing));
}

Outcome<JsonStyle> styleOf(Evaluator &evaluator, const BoundArguments &bound)
{
    JsonStyle style;
    bool *const flags[] = {&style.skipsKeys, &style.isAscii, &style.allowsNan, &style.sortsKeys};
    const bool defaults[] = {false, true, true, false};
    for (std::size_t i = 0; i < std::size(flags); ++i) {
        const Outcome<bool> flag = isTrue(evaluator, bound[i + 1], Value(defaults[i]));
        if (!flag)
            return std::unexpected(flag.error());
        *flags[i] = *flag;
    }
    const auto indent = indentOf(evaluator, bound.value(5));
    if (!indent)
        return std::unexpected(indent.error());
    style.indent = *indent;
    if (style.indent)
        style.itemSeparator = ",";
    if (!bound.value(6).isNone()) {
        const Outcome<std::vector<Value>> separators = evaluator.items(bound.value(6));
        if (!separators)
            return std::unexpected(separators.error());
        const std::string *item = separators->size() == 2 ? textOf(separators->front()) : nullptr;
        const std::string *key = separators->size() == 2 ? textOf(separators->back()) : nullptr;
        if (item == nullptr || key == nullptr)
            return evaluator.raise("TypeError", "separators is a tuple of two strings");
        style.itemSeparator = *item;
        style.keySeparator = *key;
    }
    style.fallback = bound.value(7);
    return style;
}

Evaluated dumps(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "dumps", "obj, *, skipkeys=, ensure_ascii=, allow_nan=, sort_keys=, indent=, separators=, default=, "
                 "check_circular=, cls=, **kw");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    Outcome<JsonStyle> style = styleOf(evaluator, *bound);
    if (!style)
        return std::unexpected(style.error());
    // An encoder class says with its default() what it adds.
    if (!bound->value(9).isNone()) {
        const Evaluated encoder = evaluator.call(bound->value(9), {});
        if (!encoder)
            return encoder;
        const Evaluated fallback = evaluator.attribute(*encoder, "default");
        if (!fallback)
            return fallback;
        style->fallback = *fallback;
    }
    const Outcome<std::string> text = writeJson(evaluator, bound->value(0), *style);
    if (!text)
        return std::unexpected(text.error());
    return string(evaluator, *text);
}

Evaluated loads(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("loads", "s, *, cls=, object_hook=, parse_float=, parse_int=, "
                                              "parse_constant=, object_pairs_hook=, **kw");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if (!bound->value(1).isNone())
        return evaluator.refuse("json.loads(cls=…)", "one of the hooks instead");
    const std::string *text = textOf(bound->value(0));
    if (text == nullptr)
        text = bytesOf(bound->value(0));
    if (text == nullptr) {
        if (const auto *opaque = bound->value(0).as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "json.loads()");
        return evaluator.raise("TypeError", "the JSON object must be str, bytes or bytearray, not "
                                                + className(evaluator, bound->value(0)));
    }
    return readJson(evaluator, *text,
                    {.object = bound->value(2),
                     .pairs = bound->value(6),
                     .number = bound->value(3),
                     .integer = bound->value(4)});
}

/// dump(obj, file, …)
Evaluated dump(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError", "dump() takes an object and a file");
    const Evaluated text = dumps(evaluator, {arguments.positional.first(1), arguments.keywords});
    if (!text)
        return text;
    const Value written[] = {*text};
    const Evaluated done = evaluator.callMethod(arguments.positional[1], "write", {written, {}});
    return done ? Evaluated(Value()) : done;
}

Evaluated load(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 1)
        return evaluator.raise("TypeError", "load() takes a file");
    const Evaluated text = evaluator.callMethod(arguments.positional[0], "read");
    if (!text)
        return text;
    const Value read[] = {*text};
    return loads(evaluator, {read, arguments.keywords});
}

/// JSONEncoder.default(): what classes of scripts fall back to.
Evaluated notSerializable(Evaluator &evaluator, const Arguments &arguments)
{
    const Value value = arguments.positional.empty() ? Value() : arguments.positional.back();
    return evaluator.raise("TypeError",
                           "Object of type " + className(evaluator, value) + " is not JSON serializable");
}

Evaluated encode(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError", "encode() takes an object");
    const Evaluated fallback = evaluator.attribute(arguments.positional[0], "default");
    if (!fallback)
        return fallback;
    const NamedValue keywords[] = {{"default", *fallback}};
    return dumps(evaluator, {arguments.positional.subspan(1), keywords});
}

Evaluated nothing(Evaluator &, const Arguments &)
{
    return Value();
}

constexpr NativeMember EncoderMembers[] = {
    {"__init__", MemberKind::Method, nothing},
    {"default", MemberKind::Method, notSerializable},
    {"encode", MemberKind::Method, encode},
};
const NativeClass encoderClass = {.name = "JSONEncoder", .module = "json.encoder", .members = EncoderMembers};

constexpr const NativeClass *ErrorBases[] = {&valueErrorClass};

constexpr NativeName Names[] = {
    {.name = "JSONDecodeError", .type = &jsonDecodeErrorClass},
    {.name = "JSONEncoder", .type = &encoderClass},
    {.name = "dump", .call = dump},
    {.name = "dumps", .call = dumps},
    {.name = "load", .call = load},
    {.name = "loads", .call = loads},
};

constexpr NativeName DecoderNames[] = {{.name = "JSONDecodeError", .type = &jsonDecodeErrorClass}};

} // namespace

const NativeClass jsonDecodeErrorClass = {
    .name = "JSONDecodeError", .module = "json.decoder", .bases = ErrorBases};
const NativeModule jsonModule = {"json", Names};
const NativeModule jsonDecoderModule = {"json.decoder", DecoderNames};

} // namespace athanor::python
