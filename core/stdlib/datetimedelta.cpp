// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/native.h"

#include <array>
#include <cmath>

namespace athanor::python {

namespace {

constexpr std::int64_t MaximumDays = 999'999'999;

/// Rounded to nearest, ties to even; the divisor is positive.
WideInteger roundedQuotient(WideInteger dividend, WideInteger divisor)
{
    WideInteger quotient = dividend / divisor;
    WideInteger rest = dividend % divisor;
    if (rest < 0) {
        rest += divisor;
        --quotient;
    }
    const WideInteger twice = 2 * rest;
    return twice > divisor || (twice == divisor && quotient % 2 != 0) ? quotient + 1 : quotient;
}

WideInteger floorQuotient(WideInteger dividend, WideInteger divisor)
{
    const WideInteger quotient = dividend / divisor;
    return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
}

struct Unit
{
    std::string_view name;
    std::int64_t microseconds;
};

constexpr std::array<Unit, 7> Units = {{{"days", MicrosecondsPerDay},
                                        {"seconds", 1'000'000},
                                        {"microseconds", 1},
                                        {"milliseconds", 1000},
                                        {"minutes", 60'000'000},
                                        {"hours", 3'600'000'000},
                                        {"weeks", 7 * MicrosecondsPerDay}}};

constexpr double MaximumCount = 1e18;

/// Adds `count` units: the whole part exactly, the part of a microsecond to `rest`.
Done addUnits(Evaluator &evaluator, Value count, const Unit &unit, WideInteger &total, long double &rest)
{
    const Value plain = Evaluator::plain(count);
    if (plain.isFloat()) {
        if (!std::isfinite(plain.number()) || std::abs(plain.number()) > MaximumCount) {
            if (std::isnan(plain.number()))
                return evaluator.raise("ValueError", "cannot convert float NaN to integer");
            return evaluator.raise("OverflowError", "cannot convert float infinity to integer");
        }
        long double whole = 0;
        const long double part = std::modf(static_cast<long double>(plain.number()), &whole);
        total += WideInteger(whole) * unit.microseconds;
        long double partWhole = 0;
        rest += std::modf(part * static_cast<long double>(unit.microseconds), &partWhole);
        total += WideInteger(partWhole);
        return {};
    }
    if (!plain.isInteger() && !plain.isBoolean()) {
        return evaluator.raise("TypeError", "unsupported type for timedelta " + std::string(unit.name)
                                                + " component: " + className(evaluator, count));
    }
    const Outcome<std::int64_t> number = integerOf(evaluator, plain);
    if (!number)
        return std::unexpected(number.error());
    total += WideInteger(*number) * unit.microseconds;
    return {};
}

Evaluated initialise(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    static const Signature signature(
        "timedelta", "days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    WideInteger total = 0;
    long double rest = 0;
    for (std::size_t i = 0; i < Units.size(); ++i) {
        if (!(*bound)[i])
            continue;
        if (const Done added = addUnits(evaluator, *(*bound)[i], Units[i], total, rest); !added)
            return std::unexpected(added.error());
    }
    const long double below = std::floor(rest);
    total += WideInteger(below);
    const long double above = rest - below;
    if (above > 0.5L || (above == 0.5L && total % 2 != 0))
        ++total;
    const Evaluated made = makeDelta(evaluator, durationOf(total));
    if (!made)
        return made;
    self.duration = made->as<TimeDeltaObject>()->duration;
    return Value();
}

Evaluated days(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return Value(self.duration.days);
}

Evaluated seconds(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return Value(self.duration.microseconds / 1'000'000);
}

Evaluated microseconds(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return Value(self.duration.microseconds % 1'000'000);
}

Evaluated totalSeconds(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return Value(double(static_cast<long double>(totalMicroseconds(self.duration)) / 1'000'000.0L));
}

const TimeDeltaObject *deltaOf(const Arguments &arguments)
{
    return arguments.positional.empty() ? nullptr : arguments.positional.front().as<TimeDeltaObject>();
}

Evaluated fromTotal(Evaluator &evaluator, WideInteger total)
{
    return makeDelta(evaluator, durationOf(total));
}

Evaluated add(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const TimeDeltaObject *other = deltaOf(arguments);
    if (other == nullptr)
        return Value::notImplemented();
    return fromTotal(evaluator, totalMicroseconds(self.duration) + totalMicroseconds(other->duration));
}

Evaluated subtract(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const TimeDeltaObject *other = deltaOf(arguments);
    if (other == nullptr)
        return Value::notImplemented();
    return fromTotal(evaluator, totalMicroseconds(self.duration) - totalMicroseconds(other->duration));
}

Evaluated subtractFrom(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const TimeDeltaObject *other = deltaOf(arguments);
    if (other == nullptr)
        return Value::notImplemented();
    return fromTotal(evaluator, totalMicroseconds(other->duration) - totalMicroseconds(self.duration));
}

/// A double as a fraction of two whole numbers, as as_integer_ratio() gives it, where both fit.
struct Ratio
{
    WideInteger above = 0;
    WideInteger below = 1;
};

std::optional<Ratio> ratioOf(double number)
{
    if (!std::isfinite(number))
        return std::nullopt;
    int exponent = 0;
    auto mantissa = std::int64_t(std::ldexp(std::frexp(number, &exponent), 53));
    exponent -= 53;
    while (mantissa != 0 && mantissa % 2 == 0) {
        mantissa /= 2;
        ++exponent;
    }
    if (exponent > 9 || exponent < -55)
        return std::nullopt;
    return exponent >= 0 ? Ratio{WideInteger(mantissa) << exponent, 1}
                         : Ratio{mantissa, WideInteger(1) << -exponent};
}

/// total * above / below in 128 bits: exactly where that holds it, by way of a long double elsewhere.
Evaluated scaled(Evaluator &evaluator, WideInteger total, WideInteger above, WideInteger below)
{
    WideInteger product = 0;
    if (!__builtin_mul_overflow(total, above, &product)) {
        return fromTotal(evaluator,
                         below < 0 ? roundedQuotient(-product, -below) : roundedQuotient(product, below));
    }
    const long double near =
        static_cast<long double>(total) * static_cast<long double>(above) / static_cast<long double>(below);
    if (std::abs(near) > 1e20L)
        return evaluator.raise("OverflowError", "Python int too large to convert to C int");
    return fromTotal(evaluator, WideInteger(std::nearbyint(near)));
}

Evaluated multiply(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const Value factor =
        arguments.positional.empty() ? Value() : Evaluator::plain(arguments.positional.front());
    const WideInteger total = totalMicroseconds(self.duration);
    if (factor.isInteger() || factor.isBoolean())
        return scaled(evaluator, total, *integerOf(evaluator, factor), 1);
    if (!factor.isFloat())
        return Value::notImplemented();
    const std::optional<Ratio> ratio = ratioOf(factor.number());
    if (!ratio)
        return evaluator.refuse("timedelta * " + std::to_string(factor.number()),
                                "a factor of moderate size");
    return scaled(evaluator, total, ratio->above, ratio->below);
}

Evaluated divideByZero(Evaluator &evaluator)
{
    return evaluator.raise("ZeroDivisionError", "integer division or modulo by zero");
}

Evaluated divide(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const Value divisor =
        arguments.positional.empty() ? Value() : Evaluator::plain(arguments.positional.front());
    const WideInteger total = totalMicroseconds(self.duration);
    if (const auto *other = divisor.as<TimeDeltaObject>()) {
        const WideInteger below = totalMicroseconds(other->duration);
        if (below == 0)
            return evaluator.raise("ZeroDivisionError", "division by zero");
        return Value(double(static_cast<long double>(total) / static_cast<long double>(below)));
    }
    if (divisor.isInteger() || divisor.isBoolean()) {
        const std::int64_t below = *integerOf(evaluator, divisor);
        return below == 0 ? divideByZero(evaluator) : scaled(evaluator, total, 1, below);
    }
    if (!divisor.isFloat())
        return Value::notImplemented();
    if (divisor.number() == 0)
        return divideByZero(evaluator);
    const std::optional<Ratio> ratio = ratioOf(divisor.number());
    if (!ratio)
        return evaluator.refuse("timedelta / " + std::to_string(divisor.number()),
                                "a divisor of moderate size");
    return scaled(evaluator, total, ratio->below, ratio->above);
}

Evaluated floorDivide(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const Value divisor =
        arguments.positional.empty() ? Value() : Evaluator::plain(arguments.positional.front());
    const WideInteger total = totalMicroseconds(self.duration);
    if (const auto *other = divisor.as<TimeDeltaObject>()) {
        const WideInteger below = totalMicroseconds(other->duration);
        return below == 0 ? divideByZero(evaluator) : Value(std::int64_t(floorQuotient(total, below)));
    }
    if (!divisor.isInteger() && !divisor.isBoolean())
        return Value::notImplemented();
    const std::int64_t below = *integerOf(evaluator, divisor);
    return below == 0 ? divideByZero(evaluator) : fromTotal(evaluator, floorQuotient(total, below));
}

Evaluated modulo(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const TimeDeltaObject *other = deltaOf(arguments);
    if (other == nullptr)
        return Value::notImplemented();
    const WideInteger total = totalMicroseconds(self.duration);
    const WideInteger below = totalMicroseconds(other->duration);
    if (below == 0)
        return divideByZero(evaluator);
    return fromTotal(evaluator, total - floorQuotient(total, below) * below);
}

Evaluated divideWithRest(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    const Evaluated quotient = floorDivide(evaluator, self, arguments);
    const Evaluated rest = modulo(evaluator, self, arguments);
    if (!quotient || !rest)
        return quotient ? rest : quotient;
    if (rest->isNotImplemented())
        return rest;
    return tuple(evaluator, {*quotient, *rest});
}

Evaluated negative(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &)
{
    return fromTotal(evaluator, -totalMicroseconds(self.duration));
}

Evaluated positive(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return &self;
}

Evaluated absolute(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &arguments)
{
    return self.duration.days < 0 ? negative(evaluator, self, arguments) : Value(&self);
}

Evaluated isNotZero(Evaluator &, TimeDeltaObject &self, const Arguments &)
{
    return Value(self.duration != Duration());
}

Evaluated text(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &)
{
    return string(evaluator, durationText(self.duration));
}

Evaluated repr(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &)
{
    const Duration &duration = self.duration;
    std::string parts;
    const auto add = [&parts](std::string_view name, std::int64_t number) {
        if (number != 0)
            parts += (parts.empty() ? "" : ", ") + std::string(name) + '=' + std::to_string(number);
    };
    add("days", duration.days);
    add("seconds", duration.microseconds / 1'000'000);
    add("microseconds", duration.microseconds % 1'000'000);
    const std::string module = self.type->native == nullptr ? "" : "datetime.";
    return string(evaluator, module + self.type->name + '(' + (parts.empty() ? "0" : parts) + ')');
}

Evaluated hash(Evaluator &evaluator, TimeDeltaObject &self, const Arguments &)
{
    const Outcome<std::size_t> value =
        evaluator.hash(tuple(evaluator, {Value(self.duration.days), Value(self.duration.microseconds)}));
    if (!value)
        return std::unexpected(value.error());
    return Value(std::int64_t(*value));
}

Outcome<Order> compare(Evaluator &, TimeDeltaObject &self, Value other, ComparisonOperator)
{
    const auto *right = other.as<TimeDeltaObject>();
    return right == nullptr ? Order() : Order::of(self.duration, right->duration);
}

template<ComparisonOperator Op>
constexpr NativeCall comparison = compared<Op, TimeDeltaObject, compare>;

Evaluated minimum(Evaluator &evaluator, const Arguments &)
{
    return makeDelta(evaluator, {-MaximumDays, 0});
}

Evaluated maximum(Evaluator &evaluator, const Arguments &)
{
    return makeDelta(evaluator, {MaximumDays, MicrosecondsPerDay - 1});
}

Evaluated resolution(Evaluator &evaluator, const Arguments &)
{
    return makeDelta(evaluator, {0, 1});
}

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"days", MemberKind::Getter, method<days>},
    {"seconds", MemberKind::Getter, method<seconds>},
    {"microseconds", MemberKind::Getter, method<microseconds>},
    {"total_seconds", MemberKind::Method, method<totalSeconds>},
    {"__add__", MemberKind::Method, method<add>},
    {"__radd__", MemberKind::Method, method<add>},
    {"__sub__", MemberKind::Method, method<subtract>},
    {"__rsub__", MemberKind::Method, method<subtractFrom>},
    {"__mul__", MemberKind::Method, method<multiply>},
    {"__rmul__", MemberKind::Method, method<multiply>},
    {"__truediv__", MemberKind::Method, method<divide>},
    {"__floordiv__", MemberKind::Method, method<floorDivide>},
    {"__mod__", MemberKind::Method, method<modulo>},
    {"__divmod__", MemberKind::Method, method<divideWithRest>},
    {"__neg__", MemberKind::Method, method<negative>},
    {"__pos__", MemberKind::Method, method<positive>},
    {"__abs__", MemberKind::Method, method<absolute>},
    {"__bool__", MemberKind::Method, method<isNotZero>},
    {"__str__", MemberKind::Method, method<text>},
    {"__repr__", MemberKind::Method, method<repr>},
    {"__hash__", MemberKind::Method, method<hash>},
    {"__eq__", MemberKind::Method, comparison<ComparisonOperator::Equal>},
    {"__ne__", MemberKind::Method, comparison<ComparisonOperator::NotEqual>},
    {"__lt__", MemberKind::Method, comparison<ComparisonOperator::Less>},
    {"__le__", MemberKind::Method, comparison<ComparisonOperator::LessEqual>},
    {"__gt__", MemberKind::Method, comparison<ComparisonOperator::Greater>},
    {"__ge__", MemberKind::Method, comparison<ComparisonOperator::GreaterEqual>},
    {"min", MemberKind::Constant, minimum},
    {"max", MemberKind::Constant, maximum},
    {"resolution", MemberKind::Constant, resolution},
};

} // namespace

const NativeClass timeDeltaClass = {
    .name = "timedelta", .module = "datetime", .members = Members, .allocate = allocateAs<TimeDeltaObject>};

WideInteger totalMicroseconds(const Duration &duration)
{
    return WideInteger(duration.days) * MicrosecondsPerDay + duration.microseconds;
}

Duration durationOf(WideInteger microseconds)
{
    const WideInteger days = floorQuotient(microseconds, MicrosecondsPerDay);
    // Days beyond 64 bits only have to stay beyond a timedelta's range.
    const WideInteger bound = WideInteger(MaximumDays) * 2;
    return {std::int64_t(std::min(std::max(days, -bound), bound)),
            std::int64_t(microseconds - days * MicrosecondsPerDay)};
}

Evaluated makeDelta(Evaluator &evaluator, const Duration &duration)
{
    if (duration.days > MaximumDays || duration.days < -MaximumDays) {
        return evaluator.raise("OverflowError", "days=" + std::to_string(duration.days)
                                                    + "; must have magnitude <= 999999999");
    }
    auto *made = evaluator.instance<TimeDeltaObject>(timeDeltaClass);
    made->duration = duration;
    return made;
}

} // namespace athanor::python
