// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/datetimeparts.h"
#include "core/stdlib/native.h"

#include <array>

namespace athanor::python {

namespace {

Done setParts(Evaluator &evaluator, DateTimeObject &self, const BoundArguments &bound)
{
    std::array<std::int64_t, 8> numbers = {};
    constexpr std::array<std::size_t, 8> Positions = {0, 1, 2, 3, 4, 5, 6, 8};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!bound[Positions[i]])
            continue;
        const Outcome<std::int64_t> number = integerOf(evaluator, *bound[Positions[i]]);
        if (!number)
            return std::unexpected(number.error());
        numbers[i] = *number;
    }
    const Outcome<CivilDate> date = checkedDate(evaluator, numbers[0], numbers[1], numbers[2]);
    if (!date)
        return std::unexpected(date.error());
    const Outcome<Clock> clock =
        checkedClock(evaluator, numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
    if (!clock)
        return std::unexpected(clock.error());
    if (const Done zone = checkZone(evaluator, bound.value(7)); !zone)
        return zone;
    self.date = *date;
    self.clock = *clock;
    self.zone = bound.value(7);
    return {};
}

Evaluated initialise(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    static const Signature signature(
        "datetime", "year, month, day, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if (const Done set = setParts(evaluator, self, *bound); !set)
        return std::unexpected(set.error());
    return Value();
}

Evaluated replace(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    static const Signature signature(
        "replace", "year=, month=, day=, hour=, minute=, second=, microsecond=, tzinfo=, *, fold=");
    auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::array<Value, 9> present = {
        Value(std::int64_t(self.date.year)),         Value(std::int64_t(self.date.month)),
        Value(std::int64_t(self.date.day)),          Value(std::int64_t(self.clock.hour)),
        Value(std::int64_t(self.clock.minute)),      Value(std::int64_t(self.clock.second)),
        Value(std::int64_t(self.clock.microsecond)), self.zone,
        Value(std::int64_t(self.clock.fold))};
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!(*bound)[i])
            bound->m_values[i] = present[i];
    }
    auto *made = static_cast<DateTimeObject *>(evaluator.allocate(self.type));
    if (const Done set = setParts(evaluator, *made, *bound); !set)
        return std::unexpected(set.error());
    return made;
}

template<int Clock::*Part>
Evaluated part(Evaluator &, DateTimeObject &self, const Arguments &)
{
    return Value(std::int64_t(self.clock.*Part));
}

Evaluated toDate(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    return makeDate(evaluator, self.date);
}

Evaluated toTime(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    return makeTime(evaluator, self.clock, {});
}

Evaluated toTimeWithZone(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    return makeTime(evaluator, self.clock, self.zone);
}

Evaluated isoFormat(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    static const Signature signature("isoformat", "sep=, timespec=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *separator = (*bound)[0] ? textOf(*(*bound)[0]) : nullptr;
    const std::string *precision = (*bound)[1] ? textOf(*(*bound)[1]) : nullptr;
    return dateTimeText(evaluator, self, separator == nullptr ? "T" : *separator,
                        precision == nullptr ? "auto" : *precision);
}

Evaluated text(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    return dateTimeText(evaluator, self, " ", "auto");
}

Evaluated format(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "strftime", arguments);
    if (!given)
        return given;
    const std::string *pattern = textOf(*given);
    if (pattern == nullptr)
        return evaluator.raise("TypeError",
                               "strftime() argument 1 must be str, not " + className(evaluator, *given));
    return formatMoment(evaluator, *pattern, self.date, self.clock, self.zone, &self);
}

Evaluated repr(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    const CivilDate &date = self.date;
    std::string made = (self.type->native == nullptr ? "" : "datetime.") + self.type->name + '('
                       + std::to_string(date.year) + ", " + std::to_string(date.month) + ", "
                       + std::to_string(date.day) + ", " + clockParts(self.clock);
    const Outcome<std::string> zone = zoneSuffix(evaluator, self.zone, self.clock.fold);
    if (!zone)
        return std::unexpected(zone.error());
    return string(evaluator, made + *zone + ')');
}

Evaluated utcOffset(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    const auto offset = offsetOf(evaluator, self);
    if (!offset)
        return std::unexpected(offset.error());
    return *offset ? makeDelta(evaluator, **offset) : Value();
}

template<const char *const &Question>
Evaluated askZone(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    if (self.zone.isNone())
        return Value();
    const Value arguments[] = {Value(&self)};
    return evaluator.callMethod(self.zone, Question, {arguments, {}});
}

constexpr const char *NameQuestion = "tzname";
constexpr const char *SavingQuestion = "dst";

Evaluated timestamp(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    const Outcome<WideInteger> microseconds = sinceEpoch(evaluator, self);
    if (!microseconds)
        return std::unexpected(microseconds.error());
    return Value(double(static_cast<long double>(*microseconds) / 1'000'000.0L));
}

/// `moment` in UTC; a naive one is in local time.
Evaluated asZone(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    static const Signature signature("astimezone", "tz=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    Value zone = bound->value(0);
    if (zone.isNone())
        zone = localZone(evaluator);
    if (const Done checked = checkZone(evaluator, zone); !checked)
        return std::unexpected(checked.error());
    if (zone.isSame(self.zone))
        return &self;
    const Outcome<WideInteger> microseconds = sinceEpoch(evaluator, self);
    if (!microseconds)
        return std::unexpected(microseconds.error());
    return inZone(evaluator, self.type, *microseconds, zone);
}

Evaluated add(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    const auto *delta =
        arguments.positional.empty() ? nullptr : arguments.positional[0].as<TimeDeltaObject>();
    if (delta == nullptr)
        return Value::notImplemented();
    return dateTimeAt(evaluator, self.type, localMicroseconds(self) + totalMicroseconds(delta->duration),
                      self.zone);
}

Evaluated subtract(Evaluator &evaluator, DateTimeObject &self, const Arguments &arguments)
{
    const Value other = arguments.positional.empty() ? Value() : arguments.positional[0];
    if (const auto *delta = other.as<TimeDeltaObject>()) {
        return dateTimeAt(evaluator, self.type, localMicroseconds(self) - totalMicroseconds(delta->duration),
                          self.zone);
    }
    auto *moment = other.as<DateTimeObject>();
    if (moment == nullptr)
        return Value::notImplemented();
    const auto difference = differenceOf(evaluator, self, *moment);
    if (!difference)
        return std::unexpected(difference.error());
    if (!*difference)
        return evaluator.raise("TypeError", "can't subtract offset-naive and offset-aware datetimes");
    return makeDelta(evaluator, durationOf(**difference));
}

Outcome<Order> compare(Evaluator &evaluator, DateTimeObject &self, Value other, ComparisonOperator op)
{
    auto *right = other.as<DateTimeObject>();
    if (right == nullptr)
        return Order();
    const auto difference = differenceOf(evaluator, self, *right);
    if (!difference)
        return std::unexpected(difference.error());
    if (*difference)
        return Order::of(**difference, WideInteger(0));
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual)
        return Order{Order::Kind::Unequal};
    return evaluator.raise("TypeError", "can't compare offset-naive and offset-aware datetimes");
}

Evaluated hash(Evaluator &evaluator, DateTimeObject &self, const Arguments &)
{
    const auto offset = offsetOf(evaluator, self);
    if (!offset)
        return std::unexpected(offset.error());
    const Duration moment =
        durationOf(localMicroseconds(self) - totalMicroseconds(offset->value_or(Duration())));
    const Outcome<std::size_t> value =
        evaluator.hash(tuple(evaluator, {Value(moment.days), Value(moment.microseconds)}));
    if (!value)
        return std::unexpected(value.error());
    return Value(std::int64_t(*value));
}

template<int Which>
Evaluated bound(Evaluator &evaluator, const Arguments &)
{
    if constexpr (Which == 0)
        return makeDateTime(evaluator, {MinimumYear, 1, 1}, {}, {});
    else if constexpr (Which == 1)
        return makeDateTime(evaluator, {MaximumYear, 12, 31}, Clock::of(MicrosecondsPerDay - 1), {});
    else
        return makeDelta(evaluator, {0, 1});
}

template<ComparisonOperator Op>
constexpr NativeCall comparison = compared<Op, DateTimeObject, compare>;

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"hour", MemberKind::Getter, method<part<&Clock::hour>>},
    {"minute", MemberKind::Getter, method<part<&Clock::minute>>},
    {"second", MemberKind::Getter, method<part<&Clock::second>>},
    {"microsecond", MemberKind::Getter, method<part<&Clock::microsecond>>},
    {"fold", MemberKind::Getter, method<part<&Clock::fold>>},
    {"tzinfo", MemberKind::Getter, getter<&DateTimeObject::zone>},
    {"date", MemberKind::Method, method<toDate>},
    {"time", MemberKind::Method, method<toTime>},
    {"timetz", MemberKind::Method, method<toTimeWithZone>},
    {"isoformat", MemberKind::Method, method<isoFormat>},
    {"strftime", MemberKind::Method, method<format>},
    {"replace", MemberKind::Method, method<replace>},
    {"__replace__", MemberKind::Method, method<replace>},
    {"utcoffset", MemberKind::Method, method<utcOffset>},
    {"tzname", MemberKind::Method, method<askZone<NameQuestion>>},
    {"dst", MemberKind::Method, method<askZone<SavingQuestion>>},
    {"timestamp", MemberKind::Method, method<timestamp>},
    {"astimezone", MemberKind::Method, method<asZone>},
    {"__str__", MemberKind::Method, method<text>},
    {"__repr__", MemberKind::Method, method<repr>},
    {"__add__", MemberKind::Method, method<add>},
    {"__radd__", MemberKind::Method, method<add>},
    {"__sub__", MemberKind::Method, method<subtract>},
    {"__hash__", MemberKind::Method, method<hash>},
    {"__eq__", MemberKind::Method, comparison<ComparisonOperator::Equal>},
    {"__ne__", MemberKind::Method, comparison<ComparisonOperator::NotEqual>},
    {"__lt__", MemberKind::Method, comparison<ComparisonOperator::Less>},
    {"__le__", MemberKind::Method, comparison<ComparisonOperator::LessEqual>},
    {"__gt__", MemberKind::Method, comparison<ComparisonOperator::Greater>},
    {"__ge__", MemberKind::Method, comparison<ComparisonOperator::GreaterEqual>},
    {"combine", MemberKind::ClassMethod, combineMoment},
    {"fromisoformat", MemberKind::ClassMethod, momentFromIsoFormat},
    {"fromtimestamp", MemberKind::ClassMethod, momentFromTimestamp},
    {"now", MemberKind::ClassMethod, momentNow},
    {"strptime", MemberKind::ClassMethod, momentFromFormat},
    {"today", MemberKind::ClassMethod, momentToday},
    {"utcfromtimestamp", MemberKind::ClassMethod, momentFromUtcTimestamp},
    {"utcnow", MemberKind::ClassMethod, momentUtcNow},
    {"min", MemberKind::Constant, bound<0>},
    {"max", MemberKind::Constant, bound<1>},
    {"resolution", MemberKind::Constant, bound<2>},
};

constexpr const NativeClass *Bases[] = {&dateClass};

} // namespace

const NativeClass dateTimeClass = {.name = "datetime",
                                   .module = "datetime",
                                   .bases = Bases,
                                   .members = Members,
                                   .allocate = allocateAs<DateTimeObject>};

Value makeDateTime(Evaluator &evaluator, const CivilDate &date, const Clock &clock, Value zone)
{
    return makeDateTimeOf(evaluator, evaluator.classOf(dateTimeClass), date, clock, zone);
}

Value makeDateTimeOf(Evaluator &evaluator, ClassObject *type, const CivilDate &date, const Clock &clock,
                     Value zone)
{
    auto *made = static_cast<DateTimeObject *>(evaluator.allocate(type));
    made->date = date;
    made->clock = clock;
    made->zone = zone;
    return made;
}

WideInteger localMicroseconds(const DateTimeObject &moment)
{
    return WideInteger(ordinalOf(moment.date)) * MicrosecondsPerDay + moment.clock.microseconds();
}

Evaluated dateTimeAt(Evaluator &evaluator, ClassObject *type, WideInteger microseconds, Value zone)
{
    const Duration at = durationOf(microseconds);
    if (at.days < 1 || at.days > MaximumOrdinal)
        return evaluator.raise("OverflowError", "date value out of range");
    return makeDateTimeOf(evaluator, type, dateOfOrdinal(at.days), Clock::of(at.microseconds), zone);
}

} // namespace athanor::python
