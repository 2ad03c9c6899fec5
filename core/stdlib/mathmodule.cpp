// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/mathmodule.h"

#include "core/evaluator/biginteger.h"
#include "core/stdlib/native.h"
#include "core/stdlib/source.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace athanor::python {

namespace {

Outcome<double> numberOf(Evaluator &evaluator, Value value)
{
    const Value plain = Evaluator::plain(value);
    if (plain.isFloat())
        return plain.number();
    if (const std::optional<BigInteger> number = bigInteger(plain)) {
        const double made = number->toDouble();
        if (std::isinf(made))
            return evaluator.raise("OverflowError", "int too large to convert to float");
        return made;
    }
    const auto method = evaluator.findAttribute(value, "__float__");
    if (!method)
        return std::unexpected(method.error());
    if (*method && textOf(value) == nullptr) {
        const Evaluated made = evaluator.call(**method, {});
        if (!made)
            return std::unexpected(made.error());
        if (made->isFloat())
            return made->number();
    }
    return evaluator.raise("TypeError", "must be real number, not " + className(evaluator, value));
}

/// A function of one number; out of its domain where the result is not a number, too large where infinite.
template<double (*Function)(double)>
Evaluated unary(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "math function", arguments);
    if (!given)
        return given;
    const Outcome<double> number = numberOf(evaluator, *given);
    if (!number)
        return std::unexpected(number.error());
    const double made = Function(*number);
    if (std::isnan(made) && !std::isnan(*number))
        return evaluator.raise("ValueError", "math domain error");
    if (std::isinf(made) && std::isfinite(*number))
        return evaluator.raise("OverflowError", "math range error");
    return Value(made);
}

template<double (*Function)(double, double)>
Evaluated binary(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError",
                               "expected 2 arguments, got " + std::to_string(arguments.positional.size()));
    const Outcome<double> left = numberOf(evaluator, arguments.positional[0]);
    const Outcome<double> right = numberOf(evaluator, arguments.positional[1]);
    if (!left || !right)
        return std::unexpected(left ? right.error() : left.error());
    const double made = Function(*left, *right);
    if (std::isnan(made) && !std::isnan(*left) && !std::isnan(*right))
        return evaluator.raise("ValueError", "math domain error");
    if (std::isinf(made) && std::isfinite(*left) && std::isfinite(*right))
        return evaluator.raise(*left == 0 ? "ValueError" : "OverflowError",
                               *left == 0 ? "math domain error" : "math range error");
    return Value(made);
}

template<bool (*Function)(double)>
Evaluated question(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "math function", arguments);
    if (!given)
        return given;
    const Outcome<double> number = numberOf(evaluator, *given);
    if (!number)
        return std::unexpected(number.error());
    return Value(Function(*number));
}

/// log(x) of an int of any size, and of another base.
Evaluated logarithm(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("log", "x, base=, /");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    double logs[2] = {0, 1};
    for (std::size_t i = 0; i < 2 && (*bound)[i]; ++i) {
        const Outcome<double> number = numberOf(evaluator, bound->value(i));
        if (!number)
            return std::unexpected(number.error());
        if (*number <= 0) {
            return evaluator.raise("ValueError", "math domain error");
        }
        logs[i] = std::log(*number);
    }
    if (logs[1] == 0)
        return evaluator.raise("ZeroDivisionError", "division by zero");
    return Value((*bound)[1] ? logs[0] / logs[1] : logs[0]);
}

template<double (*Function)(double)>
Evaluated positiveLogarithm(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "log", arguments);
    if (!given)
        return given;
    const Outcome<double> number = numberOf(evaluator, *given);
    if (!number)
        return std::unexpected(number.error());
    if (*number <= 0)
        return evaluator.raise("ValueError", "math domain error");
    return Value(Function(*number));
}

/// floor(), ceil() and trunc(): an int; of other objects what their special method says.
template<double (*Function)(double), NameLiteral Special>
Evaluated rounded(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "math function", arguments);
    if (!given)
        return given;
    const Value plain = Evaluator::plain(*given);
    if (bigInteger(plain))
        return plain.isBoolean() ? Value(std::int64_t(plain.boolean() ? 1 : 0)) : plain;
    if (!plain.isFloat()) {
        const auto method = evaluator.findAttribute(*given, Special.view());
        if (!method)
            return std::unexpected(method.error());
        if (*method)
            return evaluator.call(**method, {});
    }
    const Outcome<double> number = numberOf(evaluator, *given);
    if (!number)
        return std::unexpected(number.error());
    if (std::isnan(*number))
        return evaluator.raise("ValueError", "cannot convert float NaN to integer");
    if (std::isinf(*number))
        return evaluator.raise("OverflowError", "cannot convert float infinity to integer");
    return integerValue(evaluator.heap(), BigInteger::fromDouble(Function(*number)));
}

Evaluated parts(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "modf", arguments);
    if (!given)
        return given;
    const Outcome<double> number = numberOf(evaluator, *given);
    if (!number)
        return std::unexpected(number.error());
    double whole = 0;
    const double part = std::modf(*number, &whole);
    return tuple(evaluator, {Value(part), Value(whole)});
}

double degrees(double radians)
{
    return radians * (180.0 / std::numbers::pi);
}

double radians(double degrees)
{
    return degrees * (std::numbers::pi / 180.0);
}

template<double Number>
Evaluated constant(Evaluator &)
{
    return Value(Number);
}

bool isNan(double number)
{
    return std::isnan(number);
}

bool isInfinite(double number)
{
    return std::isinf(number);
}

bool isFinite(double number)
{
    return std::isfinite(number);
}

template<NameLiteral Name>
constexpr NativeName writtenName{.name = Name.view(), .make = written<"math", "math", Name>};

constexpr NativeName Names[] = {
    {.name = "acos", .call = unary<std::acos>},
    {.name = "asin", .call = unary<std::asin>},
    {.name = "atan", .call = unary<std::atan>},
    {.name = "atan2", .call = binary<std::atan2>},
    {.name = "ceil", .call = rounded<std::ceil, "__ceil__">},
    {.name = "copysign", .call = binary<std::copysign>},
    {.name = "cos", .call = unary<std::cos>},
    {.name = "cosh", .call = unary<std::cosh>},
    {.name = "degrees", .call = unary<degrees>},
    {.name = "e", .make = constant<std::numbers::e>},
    {.name = "exp", .call = unary<std::exp>},
    {.name = "expm1", .call = unary<std::expm1>},
    {.name = "fabs", .call = unary<std::fabs>},
    {.name = "floor", .call = rounded<std::floor, "__floor__">},
    {.name = "fmod", .call = binary<std::fmod>},
    {.name = "inf", .make = constant<std::numeric_limits<double>::infinity()>},
    {.name = "isfinite", .call = question<isFinite>},
    {.name = "isinf", .call = question<isInfinite>},
    {.name = "isnan", .call = question<isNan>},
    {.name = "log", .call = logarithm},
    {.name = "log10", .call = positiveLogarithm<std::log10>},
    {.name = "log1p", .call = unary<std::log1p>},
    {.name = "log2", .call = positiveLogarithm<std::log2>},
    {.name = "modf", .call = parts},
    {.name = "nan", .make = constant<std::numeric_limits<double>::quiet_NaN()>},
    {.name = "pi", .make = constant<std::numbers::pi>},
    {.name = "pow", .call = binary<std::pow>},
    {.name = "radians", .call = unary<radians>},
    {.name = "sin", .call = unary<std::sin>},
    {.name = "sinh", .call = unary<std::sinh>},
    {.name = "sqrt", .call = unary<std::sqrt>},
    {.name = "tan", .call = unary<std::tan>},
    {.name = "tanh", .call = unary<std::tanh>},
    {.name = "tau", .make = constant<2 * std::numbers::pi>},
    {.name = "trunc", .call = rounded<std::trunc, "__trunc__">},
    writtenName<"comb">,
    writtenName<"factorial">,
    writtenName<"fsum">,
    writtenName<"gcd">,
    writtenName<"hypot">,
    writtenName<"isclose">,
    writtenName<"isqrt">,
    writtenName<"lcm">,
    writtenName<"perm">,
    writtenName<"prod">,
};

} // namespace

const NativeModule mathModule = {"math", Names};

} // namespace athanor::python
