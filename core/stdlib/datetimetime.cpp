// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/datetimeparts.h"
#include "core/stdlib/native.h"

#include <array>

namespace athanor::python {

namespace {

Done setParts(Evaluator &evaluator, TimeObject &self, const BoundArguments &bound)
{
    constexpr std::array<std::size_t, 5> Positions = {0, 1, 2, 3, 5};
    std::array<std::int64_t, 5> numbers = {};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!bound[Positions[i]])
            continue;
        const Outcome<std::int64_t> number = integerOf(evaluator, *bound[Positions[i]]);
        if (!number)
            return std::unexpected(number.error());
        numbers[i] = *number;
    }
    const Outcome<Clock> clock =
        checkedClock(evaluator, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    if (!clock)
        return std::unexpected(clock.error());
    if (const Done zone = checkZone(evaluator, bound.value(4)); !zone)
        return zone;
    self.clock = *clock;
    self.zone = bound.value(4);
    return {};
}

Evaluated initialise(Evaluator &evaluator, TimeObject &self, const Arguments &arguments)
{
    static const Signature signature("time", "hour=, minute=, second=, microsecond=, tzinfo=, *, fold=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if (const Done set = setParts(evaluator, self, *bound); !set)
        return std::unexpected(set.error());
    return Value();
}

Evaluated replace(Evaluator &evaluator, TimeObject &self, const Arguments &arguments)
{
    static const Signature signature("replace", "hour=, minute=, second=, microsecond=, tzinfo=, *, fold=");
    auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Clock &clock = self.clock;
    const std::array<Value, 6> present = {Value(std::int64_t(clock.hour)),
                                          Value(std::int64_t(clock.minute)),
                                          Value(std::int64_t(clock.second)),
                                          Value(std::int64_t(clock.microsecond)),
                                          self.zone,
                                          Value(std::int64_t(clock.fold))};
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!(*bound)[i])
            bound->m_values[i] = present[i];
    }
    auto *made = static_cast<TimeObject *>(evaluator.allocate(self.type));
    if (const Done set = setParts(evaluator, *made, *bound); !set)
        return std::unexpected(set.error());
    return made;
}

template<int Clock::*Part>
Evaluated part(Evaluator &, TimeObject &self, const Arguments &)
{
    return Value(std::int64_t(self.clock.*Part));
}

Evaluated textWith(Evaluator &evaluator, const TimeObject &self, std::string_view precision)
{
    Outcome<std::string> text = clockText(evaluator, self.clock, precision);
    if (!text)
        return std::unexpected(text.error());
    const auto offset = offsetOf(evaluator, self.zone, {});
    if (!offset)
        return std::unexpected(offset.error());
    return string(evaluator, *offset ? *text + offsetText(**offset, ":") : *text);
}

Evaluated isoFormat(Evaluator &evaluator, TimeObject &self, const Arguments &arguments)
{
    static const Signature signature("isoformat", "timespec=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *precision = (*bound)[0] ? textOf(*(*bound)[0]) : nullptr;
    return textWith(evaluator, self, precision == nullptr ? "auto" : *precision);
}

Evaluated text(Evaluator &evaluator, TimeObject &self, const Arguments &)
{
    return textWith(evaluator, self, "auto");
}

Evaluated format(Evaluator &evaluator, TimeObject &self, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "strftime", arguments);
    if (!given)
        return given;
    const std::string *pattern = textOf(*given);
    if (pattern == nullptr)
        return evaluator.raise("TypeError",
                               "strftime() argument 1 must be str, not " + className(evaluator, *given));
    return formatMoment(evaluator, *pattern, {1900, 1, 1}, self.clock, self.zone, {});
}

Evaluated formatWith(Evaluator &evaluator, TimeObject &self, const Arguments &arguments)
{
    const std::string *pattern = arguments.positional.empty() ? nullptr : textOf(arguments.positional[0]);
    return pattern == nullptr || pattern->empty() ? text(evaluator, self, arguments)
                                                  : format(evaluator, self, arguments);
}

Evaluated repr(Evaluator &evaluator, TimeObject &self, const Arguments &)
{
    const Outcome<std::string> zone = zoneSuffix(evaluator, self.zone, self.clock.fold);
    if (!zone)
        return std::unexpected(zone.error());
    const std::string module = self.type->native == nullptr ? "" : "datetime.";
    return string(evaluator, module + self.type->name + '(' + clockParts(self.clock) + *zone + ')');
}

Evaluated utcOffset(Evaluator &evaluator, TimeObject &self, const Arguments &)
{
    const auto offset = offsetOf(evaluator, self.zone, {});
    if (!offset)
        return std::unexpected(offset.error());
    return *offset ? makeDelta(evaluator, **offset) : Value();
}

Evaluated zoneName(Evaluator &evaluator, TimeObject &self, const Arguments &)
{
    const Value none[] = {Value()};
    return self.zone.isNone() ? Value() : evaluator.callMethod(self.zone, "tzname", {none, {}});
}

/// Microseconds since midnight in UTC; `isAware` says whether the time has a zone.
struct Comparable
{
    bool isAware = false;
    WideInteger microseconds = 0;
};

Outcome<Comparable> comparable(Evaluator &evaluator, const TimeObject &time)
{
    const auto offset = offsetOf(evaluator, time.zone, {});
    if (!offset)
        return std::unexpected(offset.error());
    return Comparable{offset->has_value(),
                      time.clock.microseconds() - totalMicroseconds(offset->value_or(Duration()))};
}

Outcome<Order> compare(Evaluator &evaluator, TimeObject &self, Value other, ComparisonOperator op)
{
    const auto *right = other.as<TimeObject>();
    if (right == nullptr)
        return Order();
    const auto mine = comparable(evaluator, self);
    const auto theirs = comparable(evaluator, *right);
    if (!mine || !theirs)
        return std::unexpected(mine ? theirs.error() : mine.error());
    if (mine->isAware == theirs->isAware)
        return Order::of(mine->microseconds, theirs->microseconds);
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual)
        return Order{Order::Kind::Unequal};
    return evaluator.raise("TypeError", "can't compare offset-naive and offset-aware times");
}

Evaluated hash(Evaluator &evaluator, TimeObject &self, const Arguments &)
{
    const auto mine = comparable(evaluator, self);
    if (!mine)
        return std::unexpected(mine.error());
    const Outcome<std::size_t> value = evaluator.hash(Value(std::int64_t(mine->microseconds)));
    if (!value)
        return std::unexpected(value.error());
    return Value(std::int64_t(*value));
}

Evaluated fromIsoFormat(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "fromisoformat", afterSelf(arguments));
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.raise("TypeError", "fromisoformat: argument must be str");
    ReadMoment read;
    if (!readIsoClock(text->starts_with('T') ? std::string_view(*text).substr(1) : std::string_view(*text),
                      read)) {
        const Outcome<std::string> shown = evaluator.repr(*given);
        return evaluator.raise("ValueError", "Invalid isoformat string: " + shown.value_or(""));
    }
    const Outcome<Clock> clock = checkedClock(evaluator, read.clock.hour, read.clock.minute,
                                              read.clock.second, read.clock.microsecond, 0);
    if (!clock)
        return std::unexpected(clock.error());
    return makeTime(evaluator, *clock, read.offset ? makeZone(evaluator, *read.offset) : Value());
}

Evaluated minimum(Evaluator &evaluator, const Arguments &)
{
    return makeTime(evaluator, {}, {});
}

Evaluated maximum(Evaluator &evaluator, const Arguments &)
{
    return makeTime(evaluator, Clock::of(MicrosecondsPerDay - 1), {});
}

template<ComparisonOperator Op>
constexpr NativeCall comparison = compared<Op, TimeObject, compare>;

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"hour", MemberKind::Getter, method<part<&Clock::hour>>},
    {"minute", MemberKind::Getter, method<part<&Clock::minute>>},
    {"second", MemberKind::Getter, method<part<&Clock::second>>},
    {"microsecond", MemberKind::Getter, method<part<&Clock::microsecond>>},
    {"fold", MemberKind::Getter, method<part<&Clock::fold>>},
    {"tzinfo", MemberKind::Getter, getter<&TimeObject::zone>},
    {"isoformat", MemberKind::Method, method<isoFormat>},
    {"strftime", MemberKind::Method, method<format>},
    {"replace", MemberKind::Method, method<replace>},
    {"__replace__", MemberKind::Method, method<replace>},
    {"utcoffset", MemberKind::Method, method<utcOffset>},
    {"tzname", MemberKind::Method, method<zoneName>},
    {"__format__", MemberKind::Method, method<formatWith>},
    {"__str__", MemberKind::Method, method<text>},
    {"__repr__", MemberKind::Method, method<repr>},
    {"__hash__", MemberKind::Method, method<hash>},
    {"__eq__", MemberKind::Method, comparison<ComparisonOperator::Equal>},
    {"__ne__", MemberKind::Method, comparison<ComparisonOperator::NotEqual>},
    {"__lt__", MemberKind::Method, comparison<ComparisonOperator::Less>},
    {"__le__", MemberKind::Method, comparison<ComparisonOperator::LessEqual>},
    {"__gt__", MemberKind::Method, comparison<ComparisonOperator::Greater>},
    {"__ge__", MemberKind::Method, comparison<ComparisonOperator::GreaterEqual>},
    {"fromisoformat", MemberKind::ClassMethod, fromIsoFormat},
    {"min", MemberKind::Constant, minimum},
    {"max", MemberKind::Constant, maximum},
};

} // namespace

const NativeClass timeClass = {
    .name = "time", .module = "datetime", .members = Members, .allocate = allocateAs<TimeObject>};

std::int64_t Clock::microseconds() const
{
    return (std::int64_t(hour * 60 + minute) * 60 + second) * 1'000'000 + microsecond;
}

Clock Clock::of(std::int64_t microseconds)
{
    const std::int64_t seconds = microseconds / 1'000'000;
    return {int(seconds / 3600), int(seconds / 60 % 60), int(seconds % 60), int(microseconds % 1'000'000)};
}

Outcome<Clock> checkedClock(Evaluator &evaluator, std::int64_t hour, std::int64_t minute, std::int64_t second,
                            std::int64_t microsecond, std::int64_t fold)
{
    if (hour < 0 || hour > 23)
        return evaluator.raise("ValueError", "hour must be in 0..23");
    if (minute < 0 || minute > 59)
        return evaluator.raise("ValueError", "minute must be in 0..59");
    if (second < 0 || second > 59)
        return evaluator.raise("ValueError", "second must be in 0..59");
    if (microsecond < 0 || microsecond > 999'999)
        return evaluator.raise("ValueError", "microsecond must be in 0..999999");
    if (fold < 0 || fold > 1)
        return evaluator.raise("ValueError", "fold must be either 0 or 1");
    return Clock{int(hour), int(minute), int(second), int(microsecond), int(fold)};
}

Value makeTime(Evaluator &evaluator, const Clock &clock, Value zone)
{
    auto *made = evaluator.instance<TimeObject>(timeClass);
    made->clock = clock;
    made->zone = zone;
    return made;
}

} // namespace athanor::python
