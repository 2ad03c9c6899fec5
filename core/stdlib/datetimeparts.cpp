// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetimeparts.h"

#include "core/stdlib/native.h"
#include "core/stdlib/world.h"

#include <cmath>

namespace athanor::python {

namespace {

constexpr WideInteger EpochMicroseconds = WideInteger(EpochOrdinal) * MicrosecondsPerDay;

Duration minutes(int count)
{
    return durationOf(WideInteger(count) * 60'000'000);
}

/// The class that a class method is called on; datetime when a script hands over something else.
ClassObject *typeIn(Evaluator &evaluator, const Arguments &arguments)
{
    auto *type = arguments.positional.empty() ? nullptr : arguments.positional.front().as<ClassObject>();
    ClassObject *base = evaluator.classOf(dateTimeClass);
    return type != nullptr && type->isSubclassOf(base) ? type : base;
}

Evaluated fromRead(Evaluator &evaluator, ClassObject *type, const ReadMoment &read)
{
    const Outcome<CivilDate> date = checkedDate(evaluator, read.date.year, read.date.month, read.date.day);
    if (!date)
        return std::unexpected(date.error());
    const Outcome<Clock> clock = checkedClock(evaluator, read.clock.hour, read.clock.minute,
                                              read.clock.second, read.clock.microsecond, 0);
    if (!clock)
        return std::unexpected(clock.error());
    const Value zone = read.offset ? makeZone(evaluator, *read.offset, read.zoneName) : Value();
    return makeDateTimeOf(evaluator, type, read.date, read.clock, zone);
}

/// Seconds since 1970 as microseconds, rounded as Python rounds them.
Outcome<WideInteger> timestampOf(Evaluator &evaluator, Value value)
{
    const Value plain = Evaluator::plain(value);
    constexpr double Largest = 1e12;
    if (plain.isFloat()) {
        if (std::isnan(plain.number()))
            return evaluator.raise("ValueError", "cannot convert float NaN to integer");
        if (std::abs(plain.number()) > Largest)
            return evaluator.raise("ValueError", "year is out of range");
        double whole = 0;
        const double part = std::modf(plain.number(), &whole);
        return WideInteger(whole) * 1'000'000 + WideInteger(std::nearbyint(part * 1e6));
    }
    const Outcome<std::int64_t> seconds = integerOf(evaluator, value);
    if (!seconds)
        return std::unexpected(seconds.error());
    if (std::abs(double(*seconds)) > Largest)
        return evaluator.raise("ValueError", "year is out of range");
    return WideInteger(*seconds) * 1'000'000;
}

} // namespace

std::string clockParts(const Clock &clock)
{
    std::string made = std::to_string(clock.hour) + ", " + std::to_string(clock.minute);
    if (clock.second != 0 || clock.microsecond != 0)
        made += ", " + std::to_string(clock.second);
    if (clock.microsecond != 0)
        made += ", " + std::to_string(clock.microsecond);
    return made;
}

Outcome<std::string> zoneSuffix(Evaluator &evaluator, Value zone, int fold)
{
    std::string made = fold != 0 ? ", fold=1" : "";
    if (zone.isNone())
        return made;
    const Outcome<std::string> text = evaluator.repr(zone);
    if (!text)
        return text;
    return made + ", tzinfo=" + *text;
}

Value localZone(Evaluator &evaluator)
{
    const Duration offset = minutes(evaluator.state<World>().localOffset());
    // Python names the machine's zone by its abbreviation; of that only UTC is known.
    return offset == Duration() ? makeZone(evaluator, offset, "UTC") : makeZone(evaluator, offset);
}

Outcome<WideInteger> sinceEpoch(Evaluator &evaluator, DateTimeObject &moment)
{
    const auto offset = offsetOf(evaluator, moment);
    if (!offset)
        return std::unexpected(offset.error());
    const Duration known = *offset ? **offset : minutes(evaluator.state<World>().localOffset());
    return localMicroseconds(moment) - EpochMicroseconds - totalMicroseconds(known);
}

Evaluated inZone(Evaluator &evaluator, ClassObject *type, WideInteger sinceEpoch, Value zone)
{
    if (const auto *known = zone.as<TimeZoneObject>())
        return dateTimeAt(evaluator, type, sinceEpoch + EpochMicroseconds + totalMicroseconds(known->offset),
                          zone);
    const Evaluated utc = dateTimeAt(evaluator, type, sinceEpoch + EpochMicroseconds, zone);
    if (!utc || zone.isNone())
        return utc;
    const Value arguments[] = {*utc};
    return evaluator.callMethod(zone, "fromutc", {arguments, {}});
}

Outcome<std::optional<WideInteger>> differenceOf(Evaluator &evaluator, DateTimeObject &left,
                                                 DateTimeObject &right)
{
    const WideInteger shown = localMicroseconds(left) - localMicroseconds(right);
    if (left.zone.isSame(right.zone))
        return shown;
    const auto before = offsetOf(evaluator, left);
    if (!before)
        return std::unexpected(before.error());
    const auto after = offsetOf(evaluator, right);
    if (!after)
        return std::unexpected(after.error());
    if (before->has_value() != after->has_value())
        return std::nullopt;
    if (!*before)
        return shown;
    return shown - totalMicroseconds(**before) + totalMicroseconds(**after);
}

Evaluated combineMoment(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("combine", "date, time, tzinfo=");
    const auto bound = signature.bind(evaluator, afterSelf(arguments));
    if (!bound)
        return std::unexpected(bound.error());
    const auto *date = bound->value(0).as<DateObject>();
    if (date == nullptr) {
        return evaluator.raise("TypeError", "combine() argument 1 must be datetime.date, not "
                                                + className(evaluator, bound->value(0)));
    }
    const auto *time = bound->value(1).as<TimeObject>();
    if (time == nullptr) {
        return evaluator.raise("TypeError", "combine() argument 2 must be datetime.time, not "
                                                + className(evaluator, bound->value(1)));
    }
    const Value zone = bound->value(2, time->zone);
    if (const Done checked = checkZone(evaluator, zone); !checked)
        return std::unexpected(checked.error());
    return makeDateTimeOf(evaluator, typeIn(evaluator, arguments), date->date, time->clock, zone);
}

Evaluated momentFromIsoFormat(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "fromisoformat", afterSelf(arguments));
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.raise("TypeError", "fromisoformat: argument must be str");
    const std::optional<ReadMoment> read = readIsoMoment(*text);
    if (!read) {
        const Outcome<std::string> shown = evaluator.repr(*given);
        return evaluator.raise("ValueError", "Invalid isoformat string: " + shown.value_or(""));
    }
    return fromRead(evaluator, typeIn(evaluator, arguments), *read);
}

Evaluated momentFromTimestamp(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("fromtimestamp", "timestamp, tz=");
    const auto bound = signature.bind(evaluator, afterSelf(arguments));
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<WideInteger> moment = timestampOf(evaluator, bound->value(0));
    if (!moment)
        return std::unexpected(moment.error());
    const Value zone = bound->value(1);
    if (const Done checked = checkZone(evaluator, zone); !checked)
        return std::unexpected(checked.error());
    ClassObject *type = typeIn(evaluator, arguments);
    if (!zone.isNone())
        return inZone(evaluator, type, *moment, zone);
    return inZone(evaluator, type,
                  *moment + totalMicroseconds(minutes(evaluator.state<World>().localOffset())), {});
}

Evaluated momentFromUtcTimestamp(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "utcfromtimestamp", afterSelf(arguments));
    if (!given)
        return given;
    const Outcome<WideInteger> moment = timestampOf(evaluator, *given);
    if (!moment)
        return std::unexpected(moment.error());
    return inZone(evaluator, typeIn(evaluator, arguments), *moment, {});
}

Evaluated momentFromFormat(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("strptime", "date_string, format");
    const auto bound = signature.bind(evaluator, afterSelf(arguments));
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *text = textOf(bound->value(0));
    const std::string *format = textOf(bound->value(1));
    if (text == nullptr || format == nullptr) {
        return evaluator.raise("TypeError",
                               std::string("strptime() argument ") + (text == nullptr ? "1" : "2")
                                   + " must be str, not "
                                   + className(evaluator, bound->value(text == nullptr ? 0 : 1)));
    }
    const Outcome<ReadMoment> read = readMoment(evaluator, *text, *format);
    if (!read)
        return std::unexpected(read.error());
    return fromRead(evaluator, typeIn(evaluator, arguments), *read);
}

Evaluated momentNow(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("now", "tz=");
    const auto bound = signature.bind(evaluator, afterSelf(arguments));
    if (!bound)
        return std::unexpected(bound.error());
    if (const Done checked = checkZone(evaluator, bound->value(0)); !checked)
        return std::unexpected(checked.error());
    noteNotReproducible(evaluator, "datetime.now()");
    const World &world = evaluator.state<World>();
    WideInteger moment = world.now();
    if (bound->value(0).isNone())
        moment += totalMicroseconds(minutes(world.localOffset()));
    return inZone(evaluator, typeIn(evaluator, arguments), moment, bound->value(0));
}

Evaluated momentToday(Evaluator &evaluator, const Arguments &arguments)
{
    return momentNow(evaluator,
                     {arguments.positional.first(std::min<std::size_t>(1, arguments.positional.size())), {}});
}

Evaluated momentUtcNow(Evaluator &evaluator, const Arguments &arguments)
{
    noteNotReproducible(evaluator, "datetime.utcnow()");
    return inZone(evaluator, typeIn(evaluator, arguments), evaluator.state<World>().now(), {});
}

} // namespace athanor::python
