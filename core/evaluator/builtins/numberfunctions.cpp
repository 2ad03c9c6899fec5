// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/functions.h"
#include "core/evaluator/builtins/numbers.h"
#include "core/evaluator/signature.h"

#include <cmath>
#include <format>

namespace athanor::python::functions {

namespace {

Done checkOne(Evaluator &evaluator, std::string_view name, const Arguments &arguments)
{
    return checkCall(evaluator, name, {1, 1}, arguments.positional.size(), arguments);
}

Value newInteger(Evaluator &evaluator, BigInteger number)
{
    return integerValue(evaluator.heap(), std::move(number));
}

Evaluated inBase(Evaluator &evaluator, const Arguments &arguments, std::string_view name, unsigned base,
                 std::string_view prefix)
{
    if (const Done done = checkOne(evaluator, name, arguments); !done)
        return std::unexpected(done.error());
    const auto number = integerArgument(evaluator, arguments.positional[0]);
    if (!number)
        return std::unexpected(number.error());
    std::string text = number->text(base);
    text.insert(number->isNegative() ? 1 : 0, prefix);
    return newText(evaluator, text);
}

bool isFloat(Value value)
{
    return Evaluator::plain(value).isFloat();
}

bool isZero(Value value)
{
    const Value plain = Evaluator::plain(value);
    const std::optional<BigInteger> number = bigInteger(plain);
    return plain.isFloat() ? plain.number() == 0 : number && number->isZero();
}

/// The modular inverse, by Euclid; empty when there is none.
std::optional<BigInteger> inverse(const BigInteger &number, const BigInteger &modulus)
{
    BigInteger remainder = modulus;
    BigInteger next = number.dividedBy(modulus).remainder;
    BigInteger coefficient;
    BigInteger nextCoefficient(1);
    while (!next.isZero()) {
        const BigInteger::Division division = remainder.dividedBy(next);
        coefficient = std::exchange(nextCoefficient, coefficient - division.quotient * nextCoefficient);
        remainder = std::exchange(next, division.remainder);
    }
    if (remainder != BigInteger(1))
        return std::nullopt;
    return coefficient;
}

Evaluated modularPower(Evaluator &evaluator, BigInteger base, BigInteger exponent, const BigInteger &modulus)
{
    if (modulus.isZero())
        return evaluator.raise("ValueError", "pow() 3rd argument cannot be 0");
    const BigInteger divisor = modulus.isNegative() ? -modulus : modulus;
    if (exponent.isNegative()) {
        const std::optional<BigInteger> inverted = inverse(base, divisor);
        if (!inverted)
            return evaluator.raise("ValueError", "base is not invertible for the given modulus");
        base = *inverted;
        exponent = -exponent;
    }
    BigInteger result = BigInteger(1).dividedBy(divisor).remainder;
    base = base.dividedBy(divisor).remainder;
    while (!exponent.isZero()) {
        if (const Done done = evaluator.step(1 + divisor.bitLength() / 64); !done)
            return std::unexpected(done.error());
        if (exponent.isOdd())
            result = (result * base).dividedBy(divisor).remainder;
        base = (base * base).dividedBy(divisor).remainder;
        exponent = exponent >> 1;
    }
    // The result has the sign of the modulus.
    return newInteger(evaluator, result.dividedBy(modulus).remainder);
}

} // namespace

Evaluated abs(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkOne(evaluator, "abs", arguments); !done)
        return std::unexpected(done.error());
    const Value value = arguments.positional[0];
    const auto special = callSpecialMethod(evaluator, value, "__abs__");
    if (!special)
        return std::unexpected(special.error());
    if (*special)
        return **special;
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a number");
    if (value.isFloat())
        return Value(std::abs(value.number()));
    if (const std::optional<BigInteger> number = bigInteger(value))
        return newInteger(evaluator, number->isNegative() ? -*number : *number);
    return evaluator.raise("TypeError",
                           std::format("bad operand type for abs(): '{}'", typeNameOf(evaluator, value)));
}

Evaluated bin(Evaluator &evaluator, const Arguments &arguments)
{
    return inBase(evaluator, arguments, "bin", 2, "0b");
}

Evaluated hex(Evaluator &evaluator, const Arguments &arguments)
{
    return inBase(evaluator, arguments, "hex", 16, "0x");
}

Evaluated oct(Evaluator &evaluator, const Arguments &arguments)
{
    return inBase(evaluator, arguments, "oct", 8, "0o");
}

Evaluated chr(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkOne(evaluator, "chr", arguments); !done)
        return std::unexpected(done.error());
    const auto number = integerArgument(evaluator, arguments.positional[0]);
    if (!number)
        return std::unexpected(number.error());
    const std::int64_t c = number->toInt64().value_or(-1);
    if (c < 0 || c > 0x10FFFF)
        return evaluator.raise("ValueError", "chr() arg not in range(0x110000)");
    return newText(evaluator, textOf(static_cast<char32_t>(c)));
}

Evaluated ord(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkOne(evaluator, "ord", arguments); !done)
        return std::unexpected(done.error());
    const Value value = arguments.positional[0];
    std::u32string characters;
    if (const auto *text = value.as<StringObject>()) {
        characters = codePoints(text->utf8);
    } else if (const auto *bytes = value.as<BytesObject>()) {
        for (const char c : bytes->bytes)
            characters += static_cast<unsigned char>(c);
    } else if (const auto *opaque = value.as<OpaqueObject>()) {
        return evaluator.refuseOpaque(*opaque, "a character");
    } else {
        return evaluator.raise("TypeError", std::format("ord() expected string of length 1, but {} found",
                                                        typeNameOf(evaluator, value)));
    }
    if (characters.size() != 1) {
        return evaluator.raise(
            "TypeError",
            std::format("ord() expected a character, but string of length {} found", characters.size()));
    }
    return Value(static_cast<std::int64_t>(characters.front()));
}

Evaluated divmod(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    const Done checked = checkCall(evaluator, "divmod", {2, 2, CallWording::Expected}, given, arguments);
    if (!checked)
        return std::unexpected(checked.error());
    const Value left = arguments.positional[0];
    const Value right = arguments.positional[1];
    const auto special = callSpecialMethod(evaluator, left, "__divmod__", {right});
    if (!special)
        return std::unexpected(special.error());
    if (*special && !(*special)->isNotImplemented())
        return **special;
    const auto isNumber = [](Value value) { return isFloat(value) || bigInteger(Evaluator::plain(value)); };
    if ((isFloat(left) || isFloat(right)) && isNumber(left) && isZero(right))
        return evaluator.raise("ZeroDivisionError", "float divmod()");
    if (left.as<Instance>() == nullptr && right.as<Instance>() == nullptr
        && left.as<OpaqueObject>() == nullptr && right.as<OpaqueObject>() == nullptr
        && !(isNumber(left) && isNumber(right))) {
        return evaluator.raise("TypeError",
                               std::format("unsupported operand type(s) for divmod(): '{}' and '{}'",
                                           typeNameOf(evaluator, left), typeNameOf(evaluator, right)));
    }
    const Evaluated quotient = evaluator.binary(BinaryOperator::FloorDivide, left, right);
    if (!quotient)
        return quotient;
    const Evaluated remainder = evaluator.binary(BinaryOperator::Modulo, left, right);
    if (!remainder)
        return remainder;
    return evaluator.heap().tuple({*quotient, *remainder});
}

Evaluated pow(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "pow", 3, {"base", "exp"}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("pow", "base, exp, mod=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Value modulus = bound->value(2);
    if (modulus.isNone())
        return evaluator.binary(BinaryOperator::Power, bound->value(0), bound->value(1));
    std::optional<BigInteger> numbers[3];
    for (std::size_t i = 0; i < 3; ++i) {
        const Value value = bound->value(i);
        if (const auto *opaque = value.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a number");
        numbers[i] = bigInteger(Evaluator::plain(value));
        if (!numbers[i]) {
            return evaluator.raise("TypeError",
                                   "pow() 3rd argument not allowed unless all arguments are integers");
        }
    }
    return modularPower(evaluator, *numbers[0], *numbers[1], *numbers[2]);
}

Evaluated round(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "round", 2, {"number"}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("round", "number, ndigits=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Value number = bound->value(0);
    if (const auto *opaque = number.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a number");
    const auto method = evaluator.findAttribute(evaluator.typeOf(number), "__round__");
    if (!method)
        return std::unexpected(method.error());
    if (!*method) {
        return evaluator.raise("TypeError", std::format("type {} doesn't define __round__ method",
                                                        typeNameOf(evaluator, number)));
    }
    if (bound->value(1).isNone())
        return evaluator.call(**method, {number});
    return evaluator.call(**method, {number, bound->value(1)});
}

} // namespace athanor::python::functions
