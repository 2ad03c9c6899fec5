// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/codecs.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/builtins/stringcase.h"
#include "core/evaluator/builtins/stringmethods.h"
#include "core/evaluator/signature.h"

#include <format>

namespace athanor::python {

namespace {

using Text = const StringObject;

template<std::string (*Function)(std::string_view)>
Evaluated mapped(Evaluator &evaluator, Text &self)
{
    return newText(evaluator, Function(self.utf8));
}

template<bool (*Function)(std::string_view)>
Evaluated tested(Evaluator &, Text &self)
{
    return Value(Function(self.utf8));
}

Evaluated isAscii(Evaluator &, Text &self)
{
    return Value(self.isAscii);
}

/// str(object) or str(bytes, encoding, errors).
Evaluated decoded(Evaluator &evaluator, const BoundArguments &bound)
{
    std::string_view names[] = {"utf-8", "strict"};
    constexpr std::string_view parameters[] = {"encoding", "errors"};
    for (std::size_t i = 0; i < 2; ++i) {
        if (!bound[i + 2])
            continue;
        const auto *name = Evaluator::plain(*bound[i + 2]).as<StringObject>();
        if (name == nullptr) {
            return evaluator.raise("TypeError",
                                   std::format("str() argument '{}' must be str, not {}", parameters[i],
                                               typeNameOf(evaluator, *bound[i + 2])));
        }
        names[i] = name->utf8;
    }
    const Value object = bound.value(1);
    if (object.as<OpaqueObject>() != nullptr)
        return evaluator.refuseOpaque(*object.as<OpaqueObject>(), "a text");
    const auto *bytes = Evaluator::plain(object).as<BytesObject>();
    if (bytes == nullptr && Evaluator::plain(object).as<StringObject>() != nullptr)
        return evaluator.raise("TypeError", "decoding str is not supported");
    if (bytes == nullptr) {
        return evaluator.raise("TypeError", std::format("decoding to str: need a bytes-like object, {} found",
                                                        typeNameOf(evaluator, object)));
    }
    const auto text = decodeText(evaluator, *bytes, names[0], names[1]);
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated makeString(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() > 4) {
        return evaluator.raise("TypeError", std::format("str expected at most 3 arguments, got {}",
                                                        arguments.positional.size() - 1));
    }
    static const Signature signature("str", "type, /, object=, encoding=, errors=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if (!(*bound)[1] && !(*bound)[2] && !(*bound)[3])
        return newText(evaluator, {});
    if ((*bound)[2] || (*bound)[3])
        return decoded(evaluator, *bound);
    const Value object = bound->value(1);
    if (object.isObject() && object.object()->kind() == ObjectKind::String)
        return object;
    const auto text = evaluator.str(object);
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

namespace m = stringmethods;

constexpr std::array methods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeString},
    noArguments<"str.capitalize", mapped<capitalized>>,
    noArguments<"str.casefold", mapped<foldedCase>>,
    noArguments<"str.lower", mapped<lowerCase>>,
    noArguments<"str.swapcase", mapped<swappedCase>>,
    noArguments<"str.title", mapped<titleCase>>,
    noArguments<"str.upper", mapped<upperCase>>,
    noArguments<"str.isalnum", tested<isAlphanumeric>>,
    noArguments<"str.isalpha", tested<isAlphabetic>>,
    noArguments<"str.isascii", isAscii>,
    noArguments<"str.isdecimal", tested<isDecimal>>,
    noArguments<"str.isdigit", tested<isDigits>>,
    noArguments<"str.isidentifier", tested<isIdentifier>>,
    noArguments<"str.islower", tested<isLowerCase>>,
    noArguments<"str.isnumeric", tested<isNumeric>>,
    noArguments<"str.isprintable", tested<isPrintableText>>,
    noArguments<"str.isspace", tested<isWhitespace>>,
    noArguments<"str.istitle", tested<isTitleCase>>,
    noArguments<"str.isupper", tested<isUpperCase>>,
    someArguments<"str.count", 1, 3, m::count>,
    someArguments<"str.find", 1, 3, m::find>,
    someArguments<"str.rfind", 1, 3, m::rfind>,
    someArguments<"str.index", 1, 3, m::index>,
    someArguments<"str.rindex", 1, 3, m::rindex>,
    someArguments<"str.startswith", 1, 3, m::startswith>,
    someArguments<"str.endswith", 1, 3, m::endswith>,
    oneArgument<"str.removeprefix", m::removeprefix>,
    oneArgument<"str.removesuffix", m::removesuffix>,
    anyArguments<"str.replace", m::replace>,
    anyArguments<"str.split", m::split>,
    anyArguments<"str.rsplit", m::rsplit>,
    anyArguments<"str.splitlines", m::splitlines>,
    oneArgument<"str.partition", m::partition>,
    oneArgument<"str.rpartition", m::rpartition>,
    oneArgument<"str.join", m::join>,
    someArguments<"str.strip", 0, 1, m::strip>,
    someArguments<"str.lstrip", 0, 1, m::lstrip>,
    someArguments<"str.rstrip", 0, 1, m::rstrip>,
    someArguments<"str.center", 1, 2, m::center>,
    someArguments<"str.ljust", 1, 2, m::ljust>,
    someArguments<"str.rjust", 1, 2, m::rjust>,
    oneArgument<"str.zfill", m::zfill>,
    anyArguments<"str.expandtabs", m::expandtabs>,
    anyArguments<"str.encode", m::encode>,
    anyArguments<"str.format", m::format>,
    oneArgument<"str.format_map", m::formatMap>,
    oneArgument<"str.translate", m::translate>,
    staticMethod<"str.maketrans", 1, 3, m::maketrans>,
    {"__mod__", MemberKind::Method, specialRemainder},
});

constexpr std::array members = joinedMembers(methods, textMembers, shownMembers, hashedMembers,
                                             orderedMembers, containerMembers, sequenceMembers);

} // namespace

const NativeClass stringClass{.name = "str", .module = "builtins", .members = members};

} // namespace athanor::python
