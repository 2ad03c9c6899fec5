// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic with int, bool and float, as Python has it: floored division, ints without bounds.
#include "core/evaluator/arithmetic.h"

#include "core/evaluator/biginteger.h"
#include "core/evaluator/runtime.h"

#include <cmath>

namespace athanor::python {

namespace {

bool isInteger(Value value)
{
    return value.isInteger() || value.isBoolean()
           || (value.isObject() && value.object()->kind() == ObjectKind::BigInteger);
}

std::int64_t small(Value value)
{
    return value.isBoolean() ? (value.boolean() ? 1 : 0) : value.integer();
}

std::unexpected<Raised> tooLarge(Evaluator &evaluator)
{
    return evaluator.runtime().stop("ATH-EVAL-003",
                                    "the script was stopped before making an integer of more than "
                                        + std::to_string(MaximumIntegerBits) + " bits",
                                    "make a smaller one");
}

Evaluated smallBinary(Evaluator &evaluator, BinaryOperator op, std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    switch (op) {
    case BinaryOperator::Add:
        return __builtin_add_overflow(left, right, &result) ? Value::notImplemented() : Value(result);
    case BinaryOperator::Subtract:
        return __builtin_sub_overflow(left, right, &result) ? Value::notImplemented() : Value(result);
    case BinaryOperator::Multiply:
        return __builtin_mul_overflow(left, right, &result) ? Value::notImplemented() : Value(result);
    case BinaryOperator::BitAnd:
        return Value(left & right);
    case BinaryOperator::BitOr:
        return Value(left | right);
    case BinaryOperator::BitXor:
        return Value(left ^ right);
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: {
        if (right == 0)
            return evaluator.raise("ZeroDivisionError", op == BinaryOperator::Modulo
                                                            ? "integer modulo by zero"
                                                            : "integer division or modulo by zero");
        if (right == -1)
            return Value::notImplemented();
        const std::int64_t remainder = left % right;
        const bool isFloored = remainder != 0 && (remainder < 0) != (right < 0);
        if (op == BinaryOperator::Modulo)
            return Value(isFloored ? remainder + right : remainder);
        return Value(left / right - (isFloored ? 1 : 0));
    }
    default:
        return Value::notImplemented();
    }
}

Evaluated integerPower(Evaluator &evaluator, const BigInteger &base, const BigInteger &exponent)
{
    if (exponent.isNegative()) {
        if (base.isZero())
            return evaluator.raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        return Value(std::pow(base.toDouble(), exponent.toDouble()));
    }
    const auto count = exponent.toInt64();
    const bool isTiny = base.bitLength() <= 1;
    if (!isTiny
        && (!count || static_cast<std::uint64_t>(*count) > MaximumIntegerBits
            || static_cast<std::uint64_t>(*count) * (base.bitLength() - 1) > MaximumIntegerBits))
        return tooLarge(evaluator);
    if (isTiny) {
        const bool isOne = exponent.isZero() || (!base.isZero() && (!base.isNegative() || !exponent.isOdd()));
        return Value(std::int64_t{isOne ? 1 : base.isZero() ? 0 : -1});
    }
    BigInteger result(1);
    BigInteger square = base;
    for (std::int64_t left = *count; left > 0; left >>= 1) {
        if ((left & 1) != 0)
            result = result * square;
        if (left > 1)
            square = square * square;
    }
    return integerValue(evaluator.heap(), std::move(result));
}

Evaluated shifted(Evaluator &evaluator, BinaryOperator op, const BigInteger &left, const BigInteger &right)
{
    if (right.isNegative())
        return evaluator.raise("ValueError", "negative shift count");
    const auto bits = right.toInt64();
    if (op == BinaryOperator::RightShift) {
        const auto count = bits ? static_cast<std::size_t>(*bits) : left.bitLength() + 1;
        return integerValue(evaluator.heap(), left >> std::min(count, left.bitLength() + 1));
    }
    if (left.isZero())
        return Value(std::int64_t{0});
    if (!bits || static_cast<std::uint64_t>(*bits) + left.bitLength() > MaximumIntegerBits)
        return tooLarge(evaluator);
    return integerValue(evaluator.heap(), left << static_cast<std::size_t>(*bits));
}

Evaluated trueDivision(Evaluator &evaluator, const BigInteger &left, const BigInteger &right)
{
    if (right.isZero())
        return evaluator.raise("ZeroDivisionError", "division by zero");
    // Exact for what a double holds; larger ones are scaled so that the quotient has all its digits.
    if (left.bitLength() <= 53 && right.bitLength() <= 53)
        return Value(left.toDouble() / right.toDouble());
    const auto wanted =
        static_cast<std::int64_t>(right.bitLength()) - static_cast<std::int64_t>(left.bitLength()) + 66;
    const auto shift = static_cast<std::size_t>(std::max<std::int64_t>(wanted, 0));
    const BigInteger magnitude = left.isNegative() ? -left : left;
    const BigInteger divisor = right.isNegative() ? -right : right;
    auto [quotient, remainder] = (magnitude << shift).dividedBy(divisor);
    if (!remainder.isZero())
        quotient = quotient | BigInteger(1);
    const double result = std::ldexp(quotient.toDouble(), -static_cast<int>(shift));
    if (std::isinf(result))
        return evaluator.raise("OverflowError", "integer division result too large for a float");
    return Value(left.isNegative() != right.isNegative() ? -result : result);
}

Evaluated largeBinary(Evaluator &evaluator, BinaryOperator op, const BigInteger &left,
                      const BigInteger &right)
{
    Heap &heap = evaluator.heap();
    if (std::max(left.bitLength(), right.bitLength()) > MaximumIntegerBits)
        return tooLarge(evaluator);
    if (op == BinaryOperator::Multiply && left.bitLength() + right.bitLength() > MaximumIntegerBits)
        return tooLarge(evaluator);
    switch (op) {
    case BinaryOperator::Add:
        return integerValue(heap, left + right);
    case BinaryOperator::Subtract:
        return integerValue(heap, left - right);
    case BinaryOperator::Multiply:
        return integerValue(heap, left * right);
    case BinaryOperator::BitAnd:
        return integerValue(heap, left & right);
    case BinaryOperator::BitOr:
        return integerValue(heap, left | right);
    case BinaryOperator::BitXor:
        return integerValue(heap, left ^ right);
    case BinaryOperator::FloorDivide:
    case BinaryOperator::Modulo: {
        if (right.isZero())
            return evaluator.raise("ZeroDivisionError", op == BinaryOperator::Modulo
                                                            ? "integer modulo by zero"
                                                            : "integer division or modulo by zero");
        auto [quotient, remainder] = left.dividedBy(right);
        return integerValue(heap, op == BinaryOperator::Modulo ? std::move(remainder) : std::move(quotient));
    }
    case BinaryOperator::LeftShift:
    case BinaryOperator::RightShift:
        return shifted(evaluator, op, left, right);
    case BinaryOperator::Power:
        return integerPower(evaluator, left, right);
    case BinaryOperator::Divide:
        return trueDivision(evaluator, left, right);
    case BinaryOperator::MatrixMultiply:
        break;
    }
    return Value::notImplemented();
}

double flooredModulo(double left, double right)
{
    const double remainder = std::fmod(left, right);
    if (remainder == 0)
        return std::copysign(0.0, right);
    return (remainder < 0) != (right < 0) ? remainder + right : remainder;
}

Evaluated floatBinary(Evaluator &evaluator, BinaryOperator op, double left, double right)
{
    switch (op) {
    case BinaryOperator::Add:
        return Value(left + right);
    case BinaryOperator::Subtract:
        return Value(left - right);
    case BinaryOperator::Multiply:
        return Value(left * right);
    case BinaryOperator::Divide:
        if (right == 0)
            return evaluator.raise("ZeroDivisionError", "float division by zero");
        return Value(left / right);
    case BinaryOperator::Modulo:
        if (right == 0)
            return evaluator.raise("ZeroDivisionError", "float modulo by zero");
        return Value(flooredModulo(left, right));
    case BinaryOperator::FloorDivide: {
        if (right == 0)
            return evaluator.raise("ZeroDivisionError", "float floor division by zero");
        const double exact = (left - flooredModulo(left, right)) / right;
        const double floored = std::floor(exact);
        return Value(exact - floored > 0.5 ? floored + 1 : floored);
    }
    case BinaryOperator::Power: {
        if (left == 0 && right < 0)
            return evaluator.raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
        if (left < 0 && std::isfinite(left) && std::isfinite(right) && std::trunc(right) != right)
            return evaluator.refuse("a complex number", "a power of a number that is not negative");
        const double result = std::pow(left, right);
        if (std::isinf(result) && std::isfinite(left) && std::isfinite(right))
            return evaluator.raiseWith(
                "OverflowError",
                {Value(std::int64_t{34}), evaluator.heap().string("Numerical result out of range")});
        return Value(result);
    }
    default:
        return Value::notImplemented();
    }
}

Outcome<double> toDouble(Evaluator &evaluator, Value value)
{
    if (value.isFloat())
        return value.number();
    if (value.isInteger() || value.isBoolean())
        return static_cast<double>(small(value));
    const double number = bigInteger(value)->toDouble();
    if (std::isinf(number))
        return evaluator.raise("OverflowError", "int too large to convert to float");
    return number;
}

} // namespace

Evaluated numberBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right)
{
    const bool isLeftInteger = isInteger(left);
    const bool isRightInteger = isInteger(right);
    if (!(isLeftInteger || left.isFloat()) || !(isRightInteger || right.isFloat()))
        return Value::notImplemented();
    if (!isLeftInteger || !isRightInteger) {
        const auto first = toDouble(evaluator, left);
        if (!first)
            return std::unexpected(first.error());
        const auto second = toDouble(evaluator, right);
        if (!second)
            return std::unexpected(second.error());
        return floatBinary(evaluator, op, *first, *second);
    }
    const bool isBit =
        op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
    if (isBit && left.isBoolean() && right.isBoolean()) {
        const Evaluated result = smallBinary(evaluator, op, small(left), small(right));
        return Value(result->integer() != 0);
    }
    if (!left.isObject() && !right.isObject()) {
        const Evaluated result = smallBinary(evaluator, op, small(left), small(right));
        if (!result || !result->isNotImplemented())
            return result;
    }
    return largeBinary(evaluator, op, *bigInteger(left), *bigInteger(right));
}

} // namespace athanor::python
