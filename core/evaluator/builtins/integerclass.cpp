// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/numbers.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/signature.h"
#include "core/python/dump.h"

#include <bit>
#include <format>

namespace athanor::python {

namespace {

using Int = const BigInteger;

constexpr std::size_t MaximumDigits = 4300;

Value newInteger(Evaluator &evaluator, BigInteger number)
{
    return integerValue(evaluator.heap(), std::move(number));
}

/// The text an integer is read from; empty for anything that is no text.
std::optional<std::string_view> digitsOf(Value value)
{
    if (const auto *text = value.as<StringObject>())
        return text->utf8;
    if (const auto *bytes = value.as<BytesObject>())
        return bytes->bytes;
    return std::nullopt;
}

Evaluated integerOfText(Evaluator &evaluator, Value source, std::string_view text, unsigned base)
{
    const auto digits =
        static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
    if (digits > MaximumDigits && (base == 0 || !std::has_single_bit(base))) {
        return evaluator.raise(
            "ValueError", std::format("Exceeds the limit ({} digits) for integer string conversion: value "
                                      "has {} digits; use sys.set_int_max_str_digits() to increase the "
                                      "limit",
                                      MaximumDigits, digits));
    }
    if (std::optional<BigInteger> number = parsedInteger(text, base))
        return newInteger(evaluator, *std::move(number));
    const std::string shown = source.as<BytesObject>() != nullptr ? reprBytes(text) : reprText(text);
    return evaluator.raise("ValueError",
                           std::format("invalid literal for int() with base {}: {}", base, shown));
}

Evaluated integerOf(Evaluator &evaluator, Value source)
{
    const Value plain = Evaluator::plain(source);
    if (const auto text = digitsOf(plain))
        return integerOfText(evaluator, plain, *text, 10);
    if (const auto *opaque = source.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "an integer");
    Outcome<BigInteger> number = truncatedInteger(evaluator, source);
    if (number)
        return newInteger(evaluator, *std::move(number));
    if (source.as<Instance>() != nullptr && !hasRaised(evaluator, number.error(), "TypeError"))
        return std::unexpected(number.error());
    if (plain.isFloat())
        return std::unexpected(number.error());
    return evaluator.raise("TypeError",
                           std::format("int() argument must be a string, a bytes-like object or a "
                                       "real number, not '{}'",
                                       typeNameOf(evaluator, source)));
}

Evaluated makeInteger(Evaluator &evaluator, const Arguments &arguments)
{
    if (const std::size_t given = arguments.positional.size() + arguments.keywords.size(); given > 3) {
        return evaluator.raise("TypeError",
                               std::format("int expected at most 2 arguments, got {}", given - 1));
    }
    static const Signature signature("int", "type, x=, /, base=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if (!(*bound)[1]) {
        if ((*bound)[2])
            return evaluator.raise("TypeError", "int() missing string argument");
        return Value(std::int64_t(0));
    }
    if (!(*bound)[2])
        return integerOf(evaluator, bound->value(1));
    const auto base = indexArgument(evaluator, bound->value(2));
    if (!base)
        return std::unexpected(base.error());
    const Value source = Evaluator::plain(bound->value(1));
    if (const auto *opaque = source.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "an integer");
    const auto text = digitsOf(source);
    if (!text)
        return evaluator.raise("TypeError", "int() can't convert non-string with explicit base");
    if (*base != 0 && (*base < 2 || *base > 36))
        return evaluator.raise("ValueError", "int() base must be >= 2 and <= 36, or 0");
    return integerOfText(evaluator, source, *text, static_cast<unsigned>(*base));
}

Evaluated bitLength(Evaluator &, Int &self)
{
    return Value(static_cast<std::int64_t>(self.bitLength()));
}

Evaluated bitCount(Evaluator &, Int &self)
{
    std::int64_t count = 0;
    for (const char byte : self.bytes())
        count += std::popcount(static_cast<unsigned char>(byte));
    return Value(count);
}

Evaluated itself(Evaluator &evaluator, Int &self)
{
    return newInteger(evaluator, self);
}

Evaluated zero(Evaluator &, Int &)
{
    return Value(std::int64_t(0));
}

Evaluated one(Evaluator &, Int &)
{
    return Value(std::int64_t(1));
}

Evaluated isInteger(Evaluator &, Int &)
{
    return Value(true);
}

Evaluated integerRatio(Evaluator &evaluator, Int &self)
{
    return evaluator.heap().tuple({newInteger(evaluator, self), Value(std::int64_t(1))});
}

Evaluated toFloat(Evaluator &evaluator, Int &self)
{
    const auto number = floatArgument(evaluator, newInteger(evaluator, self));
    if (!number)
        return std::unexpected(number.error());
    return Value(*number);
}

Evaluated absolute(Evaluator &evaluator, Int &self)
{
    return newInteger(evaluator, self.isNegative() ? -self : self);
}

Evaluated rounded(Evaluator &evaluator, Int &self, Values arguments)
{
    if (arguments.empty() || arguments[0].isNone())
        return newInteger(evaluator, self);
    const auto digits = indexArgument(evaluator, arguments[0]);
    if (!digits)
        return std::unexpected(digits.error());
    return newInteger(evaluator, roundedInteger(self, *digits));
}

Outcome<bool> isBigEndian(Evaluator &evaluator, Value order)
{
    const auto *text = Evaluator::plain(order).as<StringObject>();
    if (text != nullptr && (text->utf8 == "big" || text->utf8 == "little"))
        return text->utf8 == "big";
    return evaluator.raise("ValueError", "byteorder must be either 'little' or 'big'");
}

struct ByteForm
{
    bool isBigEndian = true;
    bool isSigned = false;
};

Outcome<ByteForm> byteForm(Evaluator &evaluator, std::optional<Value> order, std::optional<Value> isSigned)
{
    ByteForm form;
    if (order) {
        const auto isBig = isBigEndian(evaluator, *order);
        if (!isBig)
            return std::unexpected(isBig.error());
        form.isBigEndian = *isBig;
    }
    if (isSigned) {
        const auto truth = evaluator.truth(*isSigned);
        if (!truth)
            return std::unexpected(truth.error());
        form.isSigned = *truth;
    }
    return form;
}

Evaluated toBytes(Evaluator &evaluator, Int &self, const Arguments &arguments)
{
    static const Signature signature("to_bytes", "length=, byteorder=, *, signed=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto length = indexArgument(evaluator, bound->value(0, Value(std::int64_t(1))));
    if (!length)
        return std::unexpected(length.error());
    const auto form = byteForm(evaluator, (*bound)[1], (*bound)[2]);
    if (!form)
        return std::unexpected(form.error());
    if (*length < 0)
        return evaluator.raise("ValueError", "length argument must be non-negative");
    if (self.isNegative() && !form->isSigned)
        return evaluator.raise("OverflowError", "can't convert negative int to unsigned");
    if (const Done done = checkTextSize(evaluator, *length); !done)
        return std::unexpected(done.error());
    const auto size = static_cast<std::size_t>(*length);
    // Two's complement: -2^(n-1) still fits in n bits.
    const BigInteger magnitude = self.isNegative() ? -self - BigInteger(1) : self;
    if (magnitude.bitLength() + (form->isSigned ? 1 : 0) > size * 8)
        return evaluator.raise("OverflowError", "int too big to convert");
    std::string bytes = magnitude.bytes(size);
    if (self.isNegative())
        std::ranges::transform(bytes, bytes.begin(), [](char byte) { return static_cast<char>(~byte); });
    if (!form->isBigEndian)
        std::ranges::reverse(bytes);
    return newBytes(evaluator, std::move(bytes));
}

Outcome<std::string> byteSequence(Evaluator &evaluator, Value source)
{
    if (const auto *bytes = Evaluator::plain(source).as<BytesObject>())
        return bytes->bytes;
    if (source.as<StringObject>() != nullptr)
        return evaluator.raise("TypeError", "cannot convert 'str' object to bytes");
    const auto items = evaluator.items(source);
    if (!items && hasRaised(evaluator, items.error(), "TypeError")) {
        return evaluator.raise(
            "TypeError", std::format("cannot convert '{}' object to bytes", typeNameOf(evaluator, source)));
    }
    if (!items)
        return std::unexpected(items.error());
    std::string result;
    for (const Value item : *items) {
        const auto byte = indexArgument(evaluator, item);
        if (!byte)
            return std::unexpected(byte.error());
        if (*byte < 0 || *byte > 255)
            return evaluator.raise("ValueError", "bytes must be in range(0, 256)");
        result += static_cast<char>(*byte);
    }
    return result;
}

Evaluated fromBytes(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("from_bytes", "type, /, bytes, byteorder=, *, signed=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto form = byteForm(evaluator, (*bound)[2], (*bound)[3]);
    if (!form)
        return std::unexpected(form.error());
    auto bytes = byteSequence(evaluator, bound->value(1));
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!form->isBigEndian)
        std::ranges::reverse(*bytes);
    BigInteger number = BigInteger::fromBytes(*bytes);
    if (form->isSigned && !bytes->empty() && (static_cast<unsigned char>(bytes->front()) & 0x80) != 0)
        number = number - (BigInteger(1) << (bytes->size() * 8));
    const Value result = newInteger(evaluator, std::move(number));
    const Value type = bound->value(0);
    if (type.isSame(evaluator.classOf(integerClass)))
        return result;
    return evaluator.call(type, {result});
}

constexpr std::array methods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeInteger},
    noArguments<"int.bit_length", bitLength>,
    noArguments<"int.bit_count", bitCount>,
    noArguments<"int.conjugate", itself>,
    noArguments<"int.is_integer", isInteger>,
    noArguments<"int.as_integer_ratio", integerRatio>,
    anyArguments<"int.to_bytes", toBytes>,
    {"from_bytes", MemberKind::ClassMethod, fromBytes},
    getter<"int.real", itself>,
    getter<"int.imag", zero>,
    getter<"int.numerator", itself>,
    getter<"int.denominator", one>,
    noArguments<"int.__int__", itself>,
    noArguments<"int.__index__", itself>,
    noArguments<"int.__trunc__", itself>,
    noArguments<"int.__floor__", itself>,
    noArguments<"int.__ceil__", itself>,
    noArguments<"int.__float__", toFloat>,
    noArguments<"int.__abs__", absolute>,
    someArguments<"int.__round__", 0, 1, rounded>,
    {"__invert__", MemberKind::Method, specialInvert},
});

constexpr std::array members =
    joinedMembers(methods, shownMembers, hashedMembers, orderedMembers, numberMembers, bitMembers);

Evaluated makeBool(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size() - 1;
    const Done checked = checkCall(evaluator, "bool", {0, 1, CallWording::Expected}, given, arguments);
    if (!checked)
        return std::unexpected(checked.error());
    if (given == 0)
        return Value(false);
    const auto truth = evaluator.truth(arguments.positional[1]);
    if (!truth)
        return std::unexpected(truth.error());
    return Value(*truth);
}

constexpr NativeMember boolMembers[] = {{"__new__", MemberKind::StaticMethod, makeBool}};
constexpr const NativeClass *boolBases[] = {&integerClass};

} // namespace

const NativeClass integerClass{.name = "int", .module = "builtins", .members = members};
const NativeClass boolClass{.name = "bool", .module = "builtins", .bases = boolBases, .members = boolMembers};

} // namespace athanor::python
