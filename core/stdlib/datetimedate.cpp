// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/native.h"
#include "core/stdlib/source.h"
#include "core/stdlib/world.h"

#include <cmath>

namespace athanor::python {

namespace {

Outcome<CivilDate> dateFrom(Evaluator &evaluator, const BoundArguments &bound)
{
    std::int64_t numbers[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const Outcome<std::int64_t> number = integerOf(evaluator, bound.value(i));
        if (!number)
            return std::unexpected(number.error());
        numbers[i] = *number;
    }
    return checkedDate(evaluator, numbers[0], numbers[1], numbers[2]);
}

Evaluated initialise(Evaluator &evaluator, DateObject &self, const Arguments &arguments)
{
    static const Signature signature("date", "year, month, day");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<CivilDate> date = dateFrom(evaluator, *bound);
    if (!date)
        return std::unexpected(date.error());
    self.date = *date;
    return Value();
}

Evaluated year(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(std::int64_t(self.date.year));
}

Evaluated month(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(std::int64_t(self.date.month));
}

Evaluated day(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(std::int64_t(self.date.day));
}

Evaluated weekday(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(std::int64_t(weekdayOf(self.date)));
}

Evaluated isoWeekday(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(std::int64_t(weekdayOf(self.date) + 1));
}

Evaluated toOrdinal(Evaluator &, DateObject &self, const Arguments &)
{
    return Value(ordinalOf(self.date));
}

Evaluated isoFormat(Evaluator &evaluator, DateObject &self, const Arguments &)
{
    return string(evaluator, dateText(self.date));
}

Evaluated isoCalendar(Evaluator &evaluator, DateObject &self, const Arguments &)
{
    const IsoWeek week = isoWeekOf(self.date);
    const Evaluated type = written<"small", "small", "datetime_IsoCalendarDate">(evaluator);
    if (!type)
        return type;
    return evaluator.call(*type, {Value(std::int64_t(week.year)), Value(std::int64_t(week.week)),
                                  Value(std::int64_t(week.weekday))});
}

Evaluated format(Evaluator &evaluator, DateObject &self, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "strftime", arguments);
    if (!given)
        return given;
    const std::string *pattern = textOf(*given);
    if (pattern == nullptr) {
        return evaluator.raise("TypeError",
                               "strftime() argument 1 must be str, not " + className(evaluator, *given));
    }
    return formatMoment(evaluator, *pattern, self.date, {}, {}, {});
}

/// format(date, ""): as str(); otherwise strftime().
Evaluated formatWith(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() == 2) {
        const std::string *pattern = textOf(arguments.positional[1]);
        if (pattern != nullptr && pattern->empty()) {
            const Outcome<std::string> text = evaluator.str(arguments.positional[0]);
            if (!text)
                return std::unexpected(text.error());
            return string(evaluator, *text);
        }
        return evaluator.callMethod(arguments.positional[0], "strftime", afterSelf(arguments));
    }
    return evaluator.raise("TypeError", "__format__() takes exactly one argument");
}

Evaluated repr(Evaluator &evaluator, DateObject &self, const Arguments &)
{
    const CivilDate &date = self.date;
    const std::string module = self.type->native == nullptr ? "" : "datetime.";
    return string(evaluator, module + self.type->name + '(' + std::to_string(date.year) + ", "
                                 + std::to_string(date.month) + ", " + std::to_string(date.day) + ')');
}

Evaluated replace(Evaluator &evaluator, DateObject &self, const Arguments &arguments)
{
    static const Signature signature("replace", "year=, month=, day=");
    auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const int parts[] = {self.date.year, self.date.month, self.date.day};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(*bound)[i])
            bound->m_values[i] = Value(std::int64_t(parts[i]));
    }
    const Outcome<CivilDate> date = dateFrom(evaluator, *bound);
    if (!date)
        return std::unexpected(date.error());
    auto *made = static_cast<DateObject *>(evaluator.allocate(self.type));
    made->date = *date;
    return made;
}

Evaluated shifted(Evaluator &evaluator, const CivilDate &date, std::int64_t days)
{
    const std::int64_t ordinal = ordinalOf(date) + days;
    if (ordinal < 1 || ordinal > MaximumOrdinal)
        return evaluator.raise("OverflowError", "date value out of range");
    return makeDate(evaluator, dateOfOrdinal(ordinal));
}

Evaluated add(Evaluator &evaluator, DateObject &self, const Arguments &arguments)
{
    const auto *delta =
        arguments.positional.empty() ? nullptr : arguments.positional[0].as<TimeDeltaObject>();
    return delta == nullptr ? Value::notImplemented() : shifted(evaluator, self.date, delta->duration.days);
}

Evaluated subtract(Evaluator &evaluator, DateObject &self, const Arguments &arguments)
{
    const Value other = arguments.positional.empty() ? Value() : arguments.positional[0];
    if (const auto *delta = other.as<TimeDeltaObject>())
        return shifted(evaluator, self.date, -delta->duration.days);
    const auto *date = other.as<DateObject>();
    if (date == nullptr || other.as<DateTimeObject>() != nullptr)
        return Value::notImplemented();
    return makeDelta(evaluator, {ordinalOf(self.date) - ordinalOf(date->date), 0});
}

Evaluated hash(Evaluator &evaluator, DateObject &self, const Arguments &)
{
    const Outcome<std::size_t> value = evaluator.hash(Value(ordinalOf(self.date)));
    if (!value)
        return std::unexpected(value.error());
    return Value(std::int64_t(*value));
}

Outcome<Order> compare(Evaluator &, DateObject &self, Value other, ComparisonOperator)
{
    const auto *right = other.as<DateObject>();
    if (right == nullptr || other.as<DateTimeObject>() != nullptr)
        return Order();
    return Order::of(ordinalOf(self.date), ordinalOf(right->date));
}

Evaluated fromParts(Evaluator &evaluator, Value type, const CivilDate &date)
{
    return evaluator.call(type, {Value(std::int64_t(date.year)), Value(std::int64_t(date.month)),
                                 Value(std::int64_t(date.day))});
}

Evaluated today(Evaluator &evaluator, const Arguments &arguments)
{
    noteNotReproducible(evaluator, "date.today()");
    const World &world = evaluator.state<World>();
    const std::int64_t seconds = world.now() / 1'000'000 + world.localOffset() * 60;
    return fromParts(evaluator, calledOn(arguments), dateOfOrdinal(EpochOrdinal + seconds / 86400));
}

Evaluated fromOrdinal(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "fromordinal", afterSelf(arguments));
    if (!given)
        return given;
    const Outcome<std::int64_t> ordinal = integerOf(evaluator, *given);
    if (!ordinal)
        return std::unexpected(ordinal.error());
    if (*ordinal < 1)
        return evaluator.raise("ValueError", "ordinal must be >= 1");
    if (*ordinal > MaximumOrdinal)
        return evaluator.raise("ValueError", "year " + std::to_string(*ordinal / 365) + " is out of range");
    return fromParts(evaluator, calledOn(arguments), dateOfOrdinal(*ordinal));
}

Evaluated fromIsoFormat(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "fromisoformat", afterSelf(arguments));
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.raise("TypeError", "fromisoformat: argument must be str");
    const std::optional<CivilDate> date = readIsoDate(*text);
    if (!date) {
        const Outcome<std::string> shown = evaluator.repr(*given);
        return evaluator.raise("ValueError", "Invalid isoformat string: " + shown.value_or(""));
    }
    return fromParts(evaluator, calledOn(arguments), *date);
}

Evaluated fromTimestamp(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated moment =
        evaluator.callMethod(evaluator.classOf(dateTimeClass), "fromtimestamp", afterSelf(arguments));
    if (!moment)
        return moment;
    return fromParts(evaluator, calledOn(arguments), moment->as<DateTimeObject>()->date);
}

Evaluated fromIsoCalendar(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("fromisocalendar", "year, week, day");
    const auto bound = signature.bind(evaluator, afterSelf(arguments));
    if (!bound)
        return std::unexpected(bound.error());
    std::int64_t numbers[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const Outcome<std::int64_t> number = integerOf(evaluator, bound->value(i));
        if (!number)
            return std::unexpected(number.error());
        numbers[i] = *number;
    }
    const auto [isoYear, week, isoDay] = numbers;
    if (isoYear < MinimumYear || isoYear > MaximumYear)
        return evaluator.raise("ValueError", "Year is out of range: " + std::to_string(isoYear));
    if (week < 1 || week > isoWeeksIn(int(isoYear)))
        return evaluator.raise("ValueError", "Invalid week: " + std::to_string(week));
    if (isoDay < 1 || isoDay > 7)
        return evaluator.raise("ValueError",
                               "Invalid weekday: " + std::to_string(isoDay) + " (range is [1, 7])");
    const std::int64_t ordinal = firstIsoMonday(int(isoYear)) + (week - 1) * 7 + isoDay - 1;
    return fromParts(evaluator, calledOn(arguments), dateOfOrdinal(ordinal));
}

Evaluated minimum(Evaluator &evaluator, const Arguments &)
{
    return makeDate(evaluator, {MinimumYear, 1, 1});
}

Evaluated maximum(Evaluator &evaluator, const Arguments &)
{
    return makeDate(evaluator, {MaximumYear, 12, 31});
}

Evaluated resolution(Evaluator &evaluator, const Arguments &)
{
    return makeDelta(evaluator, {1, 0});
}

template<ComparisonOperator Op>
constexpr NativeCall comparison = compared<Op, DateObject, compare>;

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"year", MemberKind::Getter, method<year>},
    {"month", MemberKind::Getter, method<month>},
    {"day", MemberKind::Getter, method<day>},
    {"weekday", MemberKind::Method, method<weekday>},
    {"isoweekday", MemberKind::Method, method<isoWeekday>},
    {"toordinal", MemberKind::Method, method<toOrdinal>},
    {"isoformat", MemberKind::Method, method<isoFormat>},
    {"isocalendar", MemberKind::Method, method<isoCalendar>},
    {"strftime", MemberKind::Method, method<format>},
    {"replace", MemberKind::Method, method<replace>},
    {"__replace__", MemberKind::Method, method<replace>},
    {"__format__", MemberKind::Method, formatWith},
    {"__str__", MemberKind::Method, method<isoFormat>},
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
    {"today", MemberKind::ClassMethod, today},
    {"fromordinal", MemberKind::ClassMethod, fromOrdinal},
    {"fromisoformat", MemberKind::ClassMethod, fromIsoFormat},
    {"fromisocalendar", MemberKind::ClassMethod, fromIsoCalendar},
    {"fromtimestamp", MemberKind::ClassMethod, fromTimestamp},
    {"min", MemberKind::Constant, minimum},
    {"max", MemberKind::Constant, maximum},
    {"resolution", MemberKind::Constant, resolution},
};

} // namespace

const NativeClass dateClass = {
    .name = "date", .module = "datetime", .members = Members, .allocate = allocateAs<DateObject>};

Outcome<CivilDate> checkedDate(Evaluator &evaluator, std::int64_t year, std::int64_t month, std::int64_t day)
{
    if (year < MinimumYear || year > MaximumYear)
        return evaluator.raise("ValueError", "year " + std::to_string(year) + " is out of range");
    if (month < 1 || month > 12)
        return evaluator.raise("ValueError", "month must be in 1..12");
    if (day < 1 || day > daysInMonth(int(year), int(month)))
        return evaluator.raise("ValueError", "day is out of range for month");
    return CivilDate{int(year), int(month), int(day)};
}

Value makeDate(Evaluator &evaluator, const CivilDate &date)
{
    auto *made = evaluator.instance<DateObject>(dateClass);
    made->date = date;
    return made;
}

} // namespace athanor::python
