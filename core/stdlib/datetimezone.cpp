// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/native.h"

namespace athanor::python {

namespace {

Evaluated initialise(Evaluator &evaluator, TimeZoneObject &self, const Arguments &arguments)
{
    static const Signature signature("timezone", "offset, name=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto *offset = bound->value(0).as<TimeDeltaObject>();
    if (offset == nullptr) {
        return evaluator.raise("TypeError", "timezone() argument 1 must be datetime.timedelta, not "
                                                + className(evaluator, bound->value(0)));
    }
    const WideInteger total = totalMicroseconds(offset->duration);
    if (total <= -MicrosecondsPerDay || total >= MicrosecondsPerDay) {
        const auto shown = evaluator.repr(bound->value(0));
        return evaluator.raise("ValueError",
                               "offset must be a timedelta strictly between -timedelta(hours=24) and "
                               "timedelta(hours=24), not "
                                   + shown.value_or("") + '.');
    }
    self.offset = offset->duration;
    if ((*bound)[1]) {
        const std::string *name = textOf(bound->value(1));
        if (name == nullptr) {
            return evaluator.raise("TypeError", "timezone() argument 2 must be str, not "
                                                    + className(evaluator, bound->value(1)));
        }
        self.name = *name;
    }
    return Value();
}

std::string nameOf(const TimeZoneObject &zone)
{
    if (zone.name)
        return *zone.name;
    return zone.offset == Duration() ? "UTC" : "UTC" + offsetText(zone.offset, ":");
}

Evaluated utcOffset(Evaluator &evaluator, TimeZoneObject &self, const Arguments &)
{
    return makeDelta(evaluator, self.offset);
}

Evaluated zoneName(Evaluator &evaluator, TimeZoneObject &self, const Arguments &)
{
    return string(evaluator, nameOf(self));
}

Evaluated noSaving(Evaluator &, TimeZoneObject &, const Arguments &)
{
    return Value();
}

Evaluated fromUtc(Evaluator &evaluator, TimeZoneObject &self, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "fromutc", arguments);
    if (!given)
        return given;
    auto *moment = given->as<DateTimeObject>();
    if (moment == nullptr)
        return evaluator.raise("TypeError", "fromutc() argument must be a datetime instance or None");
    return dateTimeAt(evaluator, moment->type, localMicroseconds(*moment) + totalMicroseconds(self.offset),
                      &self);
}

Evaluated repr(Evaluator &evaluator, TimeZoneObject &self, const Arguments &)
{
    if (self.offset == Duration() && !self.name)
        return string(evaluator, "datetime.timezone.utc");
    const Evaluated offset = makeDelta(evaluator, self.offset);
    if (!offset)
        return offset;
    Outcome<std::string> text = evaluator.repr(*offset);
    if (!text)
        return std::unexpected(text.error());
    if (self.name) {
        const Outcome<std::string> name = evaluator.repr(string(evaluator, *self.name));
        if (!name)
            return std::unexpected(name.error());
        *text += ", " + *name;
    }
    return string(evaluator, "datetime.timezone(" + *text + ')');
}

Evaluated hash(Evaluator &evaluator, TimeZoneObject &self, const Arguments &)
{
    const Outcome<std::size_t> value = evaluator.hash(Value(self.offset.microseconds));
    if (!value)
        return std::unexpected(value.error());
    return Value(std::int64_t(*value));
}

Outcome<Order> compare(Evaluator &, TimeZoneObject &self, Value other, ComparisonOperator op)
{
    const auto *right = other.as<TimeZoneObject>();
    if (right == nullptr || (op != ComparisonOperator::Equal && op != ComparisonOperator::NotEqual))
        return Order();
    return Order{self.offset == right->offset ? Order::Kind::Equal : Order::Kind::Unequal};
}

Evaluated utc(Evaluator &evaluator, const Arguments &)
{
    return evaluator.instance<TimeZoneObject>(timeZoneClass);
}

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"utcoffset", MemberKind::Method, method<utcOffset>},
    {"tzname", MemberKind::Method, method<zoneName>},
    {"dst", MemberKind::Method, method<noSaving>},
    {"fromutc", MemberKind::Method, method<fromUtc>},
    {"__str__", MemberKind::Method, method<zoneName>},
    {"__repr__", MemberKind::Method, method<repr>},
    {"__hash__", MemberKind::Method, method<hash>},
    {"__eq__", MemberKind::Method, compared<ComparisonOperator::Equal, TimeZoneObject, compare>},
    {"__ne__", MemberKind::Method, compared<ComparisonOperator::NotEqual, TimeZoneObject, compare>},
    {"utc", MemberKind::Constant, utc},
};

/// What a class of a script that derives from tzinfo has to define itself.
Evaluated undefined(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("NotImplementedError", "a tzinfo subclass must implement utcoffset()");
}

/// The default of tzinfo: the offset that the zone's own utcoffset() and dst() say.
Evaluated zoneFromUtc(Evaluator &evaluator, const Arguments &arguments)
{
    auto *moment = arguments.positional.size() == 2 ? arguments.positional[1].as<DateTimeObject>() : nullptr;
    if (moment == nullptr)
        return evaluator.raise("TypeError", "fromutc() argument must be a datetime instance");
    const auto offset = offsetOf(evaluator, arguments.positional[0], moment);
    if (!offset)
        return std::unexpected(offset.error());
    if (!*offset)
        return evaluator.raise("ValueError", "fromutc: non-None utcoffset() result required");
    return dateTimeAt(evaluator, moment->type, localMicroseconds(*moment) + totalMicroseconds(**offset),
                      arguments.positional[0]);
}

constexpr NativeMember ZoneInfoMembers[] = {
    {"utcoffset", MemberKind::Method, undefined},
    {"tzname", MemberKind::Method, undefined},
    {"dst", MemberKind::Method, undefined},
    {"fromutc", MemberKind::Method, zoneFromUtc},
};

constexpr const NativeClass *ZoneBases[] = {&zoneInfoClass};

} // namespace

const NativeClass zoneInfoClass = {.name = "tzinfo", .module = "datetime", .members = ZoneInfoMembers};

const NativeClass timeZoneClass = {.name = "timezone",
                                   .module = "datetime",
                                   .bases = ZoneBases,
                                   .members = Members,
                                   .allocate = allocateAs<TimeZoneObject>};

Value makeUtc(Evaluator &evaluator)
{
    return evaluator.attribute(evaluator.classOf(timeZoneClass), "utc").value_or(Value());
}

Value makeZone(Evaluator &evaluator, const Duration &offset, std::optional<std::string> name)
{
    if (offset == Duration() && !name)
        return makeUtc(evaluator);
    auto *zone = evaluator.instance<TimeZoneObject>(timeZoneClass);
    zone->offset = offset;
    zone->name = std::move(name);
    return zone;
}

Done checkZone(Evaluator &evaluator, Value zone)
{
    if (zone.isNone() || evaluator.isInstance(zone, zoneInfoClass))
        return {};
    if (const auto *opaque = zone.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a time zone");
    return evaluator.raise("TypeError", "tzinfo argument must be None or of a tzinfo subclass, not type '"
                                            + className(evaluator, zone) + "'");
}

Outcome<std::optional<Duration>> offsetOf(Evaluator &evaluator, Value zone, Value moment)
{
    if (zone.isNone())
        return std::nullopt;
    if (const auto *known = zone.as<TimeZoneObject>())
        return known->offset;
    const Value arguments[] = {moment};
    const Evaluated offset = evaluator.callMethod(zone, "utcoffset", {arguments, {}});
    if (!offset)
        return std::unexpected(offset.error());
    if (offset->isNone())
        return std::nullopt;
    const auto *delta = offset->as<TimeDeltaObject>();
    if (delta == nullptr) {
        return evaluator.raise("TypeError", "tzinfo.utcoffset() must return None or a timedelta, not '"
                                                + className(evaluator, *offset) + "'");
    }
    return delta->duration;
}

Outcome<std::optional<Duration>> offsetOf(Evaluator &evaluator, DateTimeObject &moment)
{
    return offsetOf(evaluator, moment.zone, &moment);
}

} // namespace athanor::python
