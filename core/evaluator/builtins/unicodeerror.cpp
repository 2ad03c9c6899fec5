// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/exceptionmembers.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/exception.h"

#include <format>

namespace athanor::python {

namespace {

/// encoding, object, start, end and reason, in this order.
constexpr std::size_t ArgumentCount = 5;

template<std::size_t Index>
Evaluated argument(Evaluator &, ExceptionObject &self)
{
    return Index < self.arguments.size() ? self.arguments[Index] : Value();
}

Evaluated initialise(Evaluator &evaluator, ExceptionObject &self, Values arguments)
{
    if (arguments.size() != ArgumentCount) {
        return evaluator.raise("TypeError", std::format("function takes exactly {} arguments ({} given)",
                                                        ArgumentCount, arguments.size()));
    }
    self.arguments.assign(arguments.begin(), arguments.end());
    return Value();
}

std::string textAt(const ExceptionObject &self, std::size_t index)
{
    const auto *text = self.arguments[index].as<StringObject>();
    return text != nullptr ? text->utf8 : std::string();
}

std::int64_t numberAt(const ExceptionObject &self, std::size_t index)
{
    return self.arguments[index].isInteger() ? self.arguments[index].integer() : 0;
}

/// "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte".
Evaluated message(Evaluator &evaluator, const ExceptionObject &self, std::string_view verb,
                  std::string_view one, std::string_view many)
{
    const std::int64_t start = numberAt(self, 2);
    const std::int64_t end = numberAt(self, 3);
    const std::string where = end - start == 1 ? std::format("{} in position {}", one, start)
                                               : std::format("{} in position {}-{}", many, start, end - 1);
    return newText(evaluator,
                   std::format("'{}' codec can't {} {}: {}", textAt(self, 0), verb, where, textAt(self, 4)));
}

std::string escaped(char32_t c)
{
    return c < 0x100     ? std::format("\\x{:02x}", static_cast<unsigned>(c))
           : c < 0x10000 ? std::format("\\u{:04x}", static_cast<unsigned>(c))
                         : std::format("\\U{:08x}", static_cast<unsigned>(c));
}

Evaluated encodeText(Evaluator &evaluator, ExceptionObject &self)
{
    if (self.arguments.size() != ArgumentCount)
        return newText(evaluator, {});
    const std::u32string text = codePoints(textAt(self, 1));
    const auto start = static_cast<std::size_t>(numberAt(self, 2));
    const std::string one =
        start < text.size() ? std::format("character '{}'", escaped(text[start])) : std::string("characters");
    return message(evaluator, self, "encode", one, "characters");
}

Evaluated decodeText(Evaluator &evaluator, ExceptionObject &self)
{
    if (self.arguments.size() != ArgumentCount)
        return newText(evaluator, {});
    const auto *object = self.arguments[1].as<BytesObject>();
    const auto start = static_cast<std::size_t>(numberAt(self, 2));
    const std::string one =
        object != nullptr && start < object->bytes.size()
            ? std::format("byte 0x{:02x}", static_cast<unsigned char>(object->bytes[start]))
            : std::string("bytes");
    return message(evaluator, self, "decode", one, "bytes");
}

constexpr NativeMember encodeMembers[] = {
    someArguments<"UnicodeEncodeError.__init__", 0, AnyNumber, initialise>,
    noArguments<"UnicodeEncodeError.__str__", encodeText>,
    getter<"UnicodeEncodeError.encoding", argument<0>>,
    getter<"UnicodeEncodeError.object", argument<1>>,
    getter<"UnicodeEncodeError.start", argument<2>>,
    getter<"UnicodeEncodeError.end", argument<3>>,
    getter<"UnicodeEncodeError.reason", argument<4>>,
};

constexpr NativeMember decodeMembers[] = {
    someArguments<"UnicodeDecodeError.__init__", 0, AnyNumber, initialise>,
    noArguments<"UnicodeDecodeError.__str__", decodeText>,
    getter<"UnicodeDecodeError.encoding", argument<0>>,
    getter<"UnicodeDecodeError.object", argument<1>>,
    getter<"UnicodeDecodeError.start", argument<2>>,
    getter<"UnicodeDecodeError.end", argument<3>>,
    getter<"UnicodeDecodeError.reason", argument<4>>,
};

} // namespace

constinit const std::span<const NativeMember> unicodeEncodeErrorMembers = encodeMembers;
constinit const std::span<const NativeMember> unicodeDecodeErrorMembers = decodeMembers;

} // namespace athanor::python
