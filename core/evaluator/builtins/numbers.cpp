// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/numbers.h"

#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/floatformat.h"

#include <charconv>
#include <cmath>

namespace athanor::python {

Outcome<BigInteger> roundedToInteger(Evaluator &evaluator, double number)
{
    if (std::isnan(number))
        return evaluator.raise("ValueError", "cannot convert float NaN to integer");
    if (std::isinf(number))
        return evaluator.raise("OverflowError", "cannot convert float infinity to integer");
    double whole = 0;
    const double fraction = std::modf(number, &whole);
    const bool isOdd = std::fmod(whole, 2.0) != 0;
    if (std::abs(fraction) > 0.5 || (std::abs(fraction) == 0.5 && isOdd))
        whole += std::copysign(1.0, number);
    return BigInteger::fromDouble(whole);
}

static BigInteger powerOfTen(std::int64_t exponent)
{
    return *BigInteger::fromDigits("1" + std::string(static_cast<std::size_t>(exponent), '0'), 10);
}

BigInteger roundedInteger(const BigInteger &number, std::int64_t digits)
{
    if (digits >= 0)
        return number;
    // More digits than the number has: nothing is left of it.
    if (std::cmp_greater(-digits, number.bitLength()))
        return BigInteger();
    const BigInteger unit = powerOfTen(-digits);
    const BigInteger::Division division = number.dividedBy(unit);
    const BigInteger twice = division.remainder + division.remainder;
    const bool isUp = twice > unit || (twice == unit && division.quotient.isOdd());
    return (isUp ? division.quotient + BigInteger(1) : division.quotient) * unit;
}

Outcome<double> roundedFloat(Evaluator &evaluator, double number, std::int64_t digits)
{
    constexpr std::int64_t MostDecimals = 323;
    constexpr std::int64_t MostTens = 308;
    if (!std::isfinite(number) || digits > MostDecimals)
        return number;
    if (digits < -MostTens)
        return std::copysign(0.0, number);
    double result = 0;
    if (digits >= 0) {
        const std::string text = formattedFloat(number, FloatNotation::Fixed, static_cast<int>(digits));
        std::from_chars(text.data(), text.data() + text.size(), result);
        return result;
    }
    // What is behind the point decides only a tie, which it breaks.
    double whole = 0;
    const bool hasFraction = std::modf(std::abs(number), &whole) != 0;
    BigInteger scaled = BigInteger::fromDouble(whole) * BigInteger(2);
    if (hasFraction)
        scaled = scaled + BigInteger(1);
    const BigInteger unit = powerOfTen(-digits);
    const BigInteger::Division division = scaled.dividedBy(unit * BigInteger(2));
    const bool isUp = division.remainder > unit || (division.remainder == unit && division.quotient.isOdd());
    const BigInteger rounded = (isUp ? division.quotient + BigInteger(1) : division.quotient) * unit;
    result = rounded.toDouble();
    if (std::isinf(result))
        return evaluator.raise("OverflowError", "rounded value too large to represent");
    return std::copysign(result, number);
}

} // namespace athanor::python
