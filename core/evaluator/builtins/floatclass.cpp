// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/numbers.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/python/dump.h"

#include <cmath>
#include <format>

namespace athanor::python {

namespace {

using Float = const double;

Value newInteger(Evaluator &evaluator, BigInteger number)
{
    return integerValue(evaluator.heap(), std::move(number));
}

Evaluated floatOf(Evaluator &evaluator, Value source)
{
    const Value plain = Evaluator::plain(source);
    const auto *text = plain.as<StringObject>();
    const auto *bytes = plain.as<BytesObject>();
    if (text != nullptr || bytes != nullptr) {
        const std::string &digits = text != nullptr ? text->utf8 : bytes->bytes;
        if (const std::optional<double> number = parsedFloat(digits))
            return Value(*number);
        return evaluator.raise("ValueError",
                               std::format("could not convert string to float: {}",
                                           text != nullptr ? reprText(digits) : reprBytes(digits)));
    }
    const auto number = floatArgument(evaluator, source);
    if (number)
        return Value(*number);
    if (source.as<OpaqueObject>() != nullptr || bigInteger(plain)
        || !hasRaised(evaluator, number.error(), "TypeError"))
        return std::unexpected(number.error());
    return evaluator.raise("TypeError",
                           std::format("float() argument must be a string or a real number, not '{}'",
                                       typeNameOf(evaluator, source)));
}

Evaluated makeFloat(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size() - 1;
    const Done checked = checkCall(evaluator, "float", {0, 1, CallWording::Expected}, given, arguments);
    if (!checked)
        return std::unexpected(checked.error());
    return given == 0 ? Value(0.0) : floatOf(evaluator, arguments.positional[1]);
}

Evaluated isInteger(Evaluator &, Float &self)
{
    return Value(std::isfinite(self) && std::floor(self) == self);
}

Evaluated itself(Evaluator &, Float &self)
{
    return Value(self);
}

Evaluated zero(Evaluator &, Float &)
{
    return Value(0.0);
}

Evaluated absolute(Evaluator &, Float &self)
{
    return Value(std::abs(self));
}

Evaluated toInteger(Evaluator &evaluator, Float &self)
{
    auto number = truncatedInteger(evaluator, Value(self));
    if (!number)
        return std::unexpected(number.error());
    return newInteger(evaluator, *std::move(number));
}

Evaluated floored(Evaluator &evaluator, Float &self)
{
    const double number = std::floor(self);
    return toInteger(evaluator, number);
}

Evaluated ceiled(Evaluator &evaluator, Float &self)
{
    const double number = std::ceil(self);
    return toInteger(evaluator, number);
}

Evaluated rounded(Evaluator &evaluator, Float &self, Values arguments)
{
    if (arguments.empty() || arguments[0].isNone()) {
        auto number = roundedToInteger(evaluator, self);
        if (!number)
            return std::unexpected(number.error());
        return newInteger(evaluator, *std::move(number));
    }
    const auto digits = indexArgument(evaluator, arguments[0]);
    if (!digits)
        return std::unexpected(digits.error());
    const auto number = roundedFloat(evaluator, self, *digits);
    if (!number)
        return std::unexpected(number.error());
    return Value(*number);
}

Evaluated integerRatio(Evaluator &evaluator, Float &self)
{
    if (std::isnan(self))
        return evaluator.raise("ValueError", "cannot convert NaN to integer ratio");
    if (std::isinf(self))
        return evaluator.raise("OverflowError", "cannot convert Infinity to integer ratio");
    int exponent = 0;
    double mantissa = std::frexp(self, &exponent);
    for (; mantissa != std::floor(mantissa); --exponent)
        mantissa *= 2;
    BigInteger numerator = BigInteger::fromDouble(mantissa);
    BigInteger denominator(1);
    if (exponent > 0)
        numerator = numerator << static_cast<std::size_t>(exponent);
    else
        denominator = denominator << static_cast<std::size_t>(-exponent);
    return evaluator.heap().tuple(
        {newInteger(evaluator, std::move(numerator)), newInteger(evaluator, std::move(denominator))});
}

Evaluated hexadecimal(Evaluator &evaluator, Float &self)
{
    if (!std::isfinite(self))
        return newText(evaluator, reprFloat(self));
    const std::string sign = std::signbit(self) ? "-" : "";
    if (self == 0)
        return newText(evaluator, sign + "0x0.0p+0");
    constexpr int FractionBits = 52;
    constexpr int LeastExponent = -1022;
    int exponent = std::ilogb(self);
    if (exponent < LeastExponent)
        exponent = LeastExponent;
    const double mantissa = std::scalbn(std::abs(self), -exponent);
    const auto whole = static_cast<int>(mantissa);
    const auto fraction = static_cast<std::uint64_t>(std::scalbn(mantissa - whole, FractionBits));
    return newText(evaluator, std::format("{}0x{}.{:013x}p{:+d}", sign, whole, fraction, exponent));
}

constexpr std::array methods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeFloat},
    noArguments<"float.is_integer", isInteger>,
    noArguments<"float.as_integer_ratio", integerRatio>,
    noArguments<"float.hex", hexadecimal>,
    noArguments<"float.conjugate", itself>,
    getter<"float.real", itself>,
    getter<"float.imag", zero>,
    noArguments<"float.__float__", itself>,
    noArguments<"float.__int__", toInteger>,
    noArguments<"float.__trunc__", toInteger>,
    noArguments<"float.__floor__", floored>,
    noArguments<"float.__ceil__", ceiled>,
    noArguments<"float.__abs__", absolute>,
    someArguments<"float.__round__", 0, 1, rounded>,
});

constexpr std::array members =
    joinedMembers(methods, shownMembers, hashedMembers, orderedMembers, numberMembers);

} // namespace

const NativeClass floatClass{.name = "float", .module = "builtins", .members = members};

} // namespace athanor::python
