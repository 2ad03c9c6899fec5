// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/codecs.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/signature.h"

#include <format>

namespace athanor::python {

namespace {

using Bytes = const BytesObject;

constexpr std::string_view AsciiSpace = " \t\n\r\v\f";

/// Bytes where a method asks for them: "a bytes-like object is required, not 'str'".
Outcome<std::string_view> bytesArgument(Evaluator &evaluator, Value value)
{
    if (const auto *bytes = value.as<BytesObject>())
        return bytes->bytes;
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "bytes");
    return evaluator.raise(
        "TypeError", std::format("a bytes-like object is required, not '{}'", typeNameOf(evaluator, value)));
}

/// The names of codec and error handler, or what they are by default.
struct CodecNames
{
    std::string_view encoding = "utf-8";
    std::string_view errors = "strict";
};

Outcome<CodecNames> codecNames(Evaluator &evaluator, std::string_view method, std::optional<Value> encoding,
                               std::optional<Value> errors)
{
    CodecNames names;
    const auto read = [&](std::optional<Value> value, std::string_view parameter,
                          std::string_view &name) -> Done {
        if (!value)
            return {};
        const auto *text = value->as<StringObject>();
        if (text == nullptr) {
            return evaluator.raise("TypeError", std::format("{}() argument '{}' must be str, not {}", method,
                                                            parameter, typeNameOf(evaluator, *value)));
        }
        name = text->utf8;
        return {};
    };
    if (const Done done = read(encoding, "encoding", names.encoding); !done)
        return std::unexpected(done.error());
    if (const Done done = read(errors, "errors", names.errors); !done)
        return std::unexpected(done.error());
    return names;
}

Outcome<std::string> bytesOfItems(Evaluator &evaluator, Value iterable)
{
    std::string result;
    const Done done = evaluator.iterate(iterable, [&](Value item) -> Done {
        const auto byte = indexArgument(evaluator, item);
        if (!byte)
            return std::unexpected(byte.error());
        if (*byte < 0 || *byte > 255)
            return evaluator.raise("ValueError", "bytes must be in range(0, 256)");
        result += static_cast<char>(*byte);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return result;
}

Outcome<std::string> bytesOf(Evaluator &evaluator, Value source)
{
    if (const auto *bytes = source.as<BytesObject>())
        return bytes->bytes;
    if (source.as<StringObject>() != nullptr)
        return evaluator.raise("TypeError", "string argument without an encoding");
    const auto made = callSpecialMethod(evaluator, source, "__bytes__");
    if (!made)
        return std::unexpected(made.error());
    if (*made && (*made)->as<BytesObject>() != nullptr)
        return (*made)->as<BytesObject>()->bytes;
    if (!bigInteger(source)) {
        if (source.isNone() || source.isFloat()) {
            return evaluator.raise("TypeError", std::format("cannot convert '{}' object to bytes",
                                                            typeNameOf(evaluator, source)));
        }
        return bytesOfItems(evaluator, source);
    }
    const auto count = indexArgument(evaluator, source);
    if (!count)
        return std::unexpected(count.error());
    if (*count < 0)
        return evaluator.raise("ValueError", "negative count");
    if (const Done done = checkTextSize(evaluator, *count); !done)
        return std::unexpected(done.error());
    return std::string(static_cast<std::size_t>(*count), '\0');
}

Evaluated makeBytes(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("bytes", "type, /, source=, encoding=, errors=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto names = codecNames(evaluator, "bytes", (*bound)[2], (*bound)[3]);
    if (!names)
        return std::unexpected(names.error());
    if (!(*bound)[1]) {
        if ((*bound)[2] || (*bound)[3])
            return evaluator.raise("TypeError", "encoding without a string argument");
        return newBytes(evaluator, {});
    }
    const Value source = bound->value(1);
    const auto *text = source.as<StringObject>();
    const bool hasCodec = (*bound)[2] || (*bound)[3];
    if (hasCodec && text == nullptr)
        return evaluator.raise("TypeError", "encoding without a string argument");
    auto bytes =
        hasCodec ? encodeText(evaluator, *text, names->encoding, names->errors) : bytesOf(evaluator, source);
    if (!bytes)
        return std::unexpected(bytes.error());
    return newBytes(evaluator, *std::move(bytes));
}

Evaluated decode(Evaluator &evaluator, Bytes &self, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "decode", 2, {}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("decode", "encoding=, errors=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto names = codecNames(evaluator, "decode", (*bound)[0], (*bound)[1]);
    if (!names)
        return std::unexpected(names.error());
    const auto text = decodeText(evaluator, self, names->encoding, names->errors);
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated hex(Evaluator &evaluator, Bytes &self, Values arguments)
{
    std::string_view separator;
    if (!arguments.empty()) {
        const auto *text = arguments[0].as<StringObject>();
        if (text == nullptr)
            return evaluator.raise("TypeError", "sep must be str or bytes.");
        if (text->utf8.size() != 1)
            return evaluator.raise("ValueError", "sep must be length 1.");
        separator = text->utf8;
    }
    std::int64_t group = 1;
    if (arguments.size() > 1) {
        const auto given = indexArgument(evaluator, arguments[1]);
        if (!given)
            return std::unexpected(given.error());
        group = *given;
    }
    std::string result;
    const auto size = static_cast<std::int64_t>(self.bytes.size());
    for (std::int64_t i = 0; i < size; ++i) {
        // Positive groups are counted from the right, negative ones from the left.
        if (i > 0 && group != 0 && (group > 0 ? (size - i) % group : i % -group) == 0)
            result += separator;
        result += std::format("{:02x}", static_cast<unsigned char>(self.bytes[static_cast<std::size_t>(i)]));
    }
    return newText(evaluator, result);
}

Evaluated fromHex(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    if (const Done done = checkCall(evaluator, "bytes.fromhex", {1, 1}, given.size(), arguments); !done)
        return std::unexpected(done.error());
    const auto text = textArgument(evaluator, given[0], "fromhex", 0);
    if (!text)
        return std::unexpected(text.error());
    std::string result;
    int high = -1;
    std::size_t at = 0;
    for (const char c : (*text)->utf8) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0 && (high >= 0 || !AsciiSpace.contains(c))) {
            return evaluator.raise(
                "ValueError",
                std::format("non-hexadecimal number found in fromhex() arg at position {}", at));
        }
        ++at;
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
            continue;
        }
        result += static_cast<char>(high * 16 + digit);
        high = -1;
    }
    if (high >= 0) {
        return evaluator.raise(
            "ValueError", std::format("non-hexadecimal number found in fromhex() arg at position {}", at));
    }
    return newBytes(evaluator, std::move(result));
}

Evaluated join(Evaluator &evaluator, Bytes &self, Values arguments)
{
    const auto parts = evaluator.items(arguments[0]);
    if (!parts)
        return std::unexpected(parts.error());
    std::string result;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto *part = (*parts)[i].as<BytesObject>();
        if (part == nullptr) {
            return evaluator.raise("TypeError",
                                   std::format("sequence item {}: expected a bytes-like object, {} found", i,
                                               typeNameOf(evaluator, (*parts)[i])));
        }
        result += (i > 0 ? self.bytes : std::string()) + part->bytes;
        if (const Done done = checkTextSize(evaluator, static_cast<std::int64_t>(part->bytes.size())); !done)
            return std::unexpected(done.error());
    }
    return newBytes(evaluator, std::move(result));
}

Evaluated split(Evaluator &evaluator, Bytes &self, Values arguments)
{
    std::vector<Value> parts;
    const std::string_view bytes = self.bytes;
    if (arguments.empty() || arguments[0].isNone()) {
        for (std::size_t at = 0; (at = bytes.find_first_not_of(AsciiSpace, at)) != std::string_view::npos;) {
            const std::size_t end = std::min(bytes.find_first_of(AsciiSpace, at), bytes.size());
            parts.push_back(newBytes(evaluator, std::string(bytes.substr(at, end - at))));
            at = end;
        }
        return evaluator.heap().list(std::move(parts));
    }
    const auto separator = bytesArgument(evaluator, arguments[0]);
    if (!separator)
        return std::unexpected(separator.error());
    if (separator->empty())
        return evaluator.raise("ValueError", "empty separator");
    const auto most = indexArgument(evaluator, arguments.size() > 1 ? arguments[1] : Value(std::int64_t(-1)));
    if (!most)
        return std::unexpected(most.error());
    std::size_t at = 0;
    for (std::size_t next = bytes.find(*separator);
         next != std::string_view::npos && (*most < 0 || std::cmp_less(parts.size(), *most));
         next = bytes.find(*separator, at)) {
        parts.push_back(newBytes(evaluator, std::string(bytes.substr(at, next - at))));
        at = next + separator->size();
    }
    parts.push_back(newBytes(evaluator, std::string(bytes.substr(at))));
    return evaluator.heap().list(std::move(parts));
}

Evaluated replace(Evaluator &evaluator, Bytes &self, Values arguments)
{
    const auto old = bytesArgument(evaluator, arguments[0]);
    if (!old)
        return std::unexpected(old.error());
    const auto with = bytesArgument(evaluator, arguments[1]);
    if (!with)
        return std::unexpected(with.error());
    if (old->empty())
        return evaluator.refuse("bytes.replace() of nothing", "something to be replaced");
    std::string result;
    const std::string_view bytes = self.bytes;
    std::size_t at = 0;
    for (std::size_t next = bytes.find(*old); next != std::string_view::npos; next = bytes.find(*old, at)) {
        result.append(bytes.substr(at, next - at)).append(*with);
        at = next + old->size();
        if (const Done done = checkTextSize(evaluator, static_cast<std::int64_t>(result.size())); !done)
            return std::unexpected(done.error());
    }
    return newBytes(evaluator, std::move(result.append(bytes.substr(at))));
}

Evaluated startsWith(Evaluator &evaluator, Bytes &self, Values arguments)
{
    const auto prefix = bytesArgument(evaluator, arguments[0]);
    if (!prefix)
        return std::unexpected(prefix.error());
    return Value(self.bytes.starts_with(*prefix));
}

Evaluated endsWith(Evaluator &evaluator, Bytes &self, Values arguments)
{
    const auto suffix = bytesArgument(evaluator, arguments[0]);
    if (!suffix)
        return std::unexpected(suffix.error());
    return Value(self.bytes.ends_with(*suffix));
}

Evaluated find(Evaluator &evaluator, Bytes &self, Values arguments)
{
    const auto wanted = bytesArgument(evaluator, arguments[0]);
    if (!wanted)
        return std::unexpected(wanted.error());
    const std::size_t at = self.bytes.find(*wanted);
    return Value(at == std::string::npos ? std::int64_t(-1) : static_cast<std::int64_t>(at));
}

Evaluated strip(Evaluator &evaluator, Bytes &self, Values arguments)
{
    std::string_view taken = AsciiSpace;
    if (!arguments.empty() && !arguments[0].isNone()) {
        const auto given = bytesArgument(evaluator, arguments[0]);
        if (!given)
            return std::unexpected(given.error());
        taken = *given;
    }
    const std::string_view bytes = self.bytes;
    const std::size_t begin = bytes.find_first_not_of(taken);
    if (begin == std::string_view::npos)
        return newBytes(evaluator, {});
    return newBytes(evaluator, std::string(bytes.substr(begin, bytes.find_last_not_of(taken) - begin + 1)));
}

template<char From, char To, int Shift>
Evaluated shifted(Evaluator &evaluator, Bytes &self)
{
    std::string result = self.bytes;
    for (char &c : result)
        c = c >= From && c <= To ? static_cast<char>(c + Shift) : c;
    return newBytes(evaluator, std::move(result));
}

constexpr int CaseDistance = 'a' - 'A';

constexpr std::array methods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeBytes},
    anyArguments<"bytes.decode", decode>,
    someArguments<"bytes.hex", 0, 2, hex>,
    {"fromhex", MemberKind::ClassMethod, fromHex},
    oneArgument<"bytes.join", join>,
    someArguments<"bytes.split", 0, 2, split>,
    someArguments<"bytes.replace", 2, 2, replace>,
    oneArgument<"bytes.startswith", startsWith>,
    oneArgument<"bytes.endswith", endsWith>,
    oneArgument<"bytes.find", find>,
    someArguments<"bytes.strip", 0, 1, strip>,
    noArguments<"bytes.lower", shifted<'A', 'Z', CaseDistance>>,
    noArguments<"bytes.upper", shifted<'a', 'z', -CaseDistance>>,
});

constexpr std::array members =
    joinedMembers(methods, shownMembers, hashedMembers, orderedMembers, containerMembers, sequenceMembers);

} // namespace

const NativeClass bytesClass{.name = "bytes", .module = "builtins", .members = members};

} // namespace athanor::python
