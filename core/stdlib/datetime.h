// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of Python's module datetime.
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/stdlib/civil.h"

#include <cstdint>
#include <optional>
#include <string>

namespace athanor::python {

/// A span of time with Python's normal form: 0 <= microseconds < one day.
struct Duration
{
    std::int64_t days = 0;
    std::int64_t microseconds = 0; ///< of the day

    auto operator<=>(const Duration &) const = default;
};

/// A time of day.
struct Clock
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
    int fold = 0;

    std::int64_t microseconds() const; ///< since midnight
    static Clock of(std::int64_t microseconds);
    bool operator==(const Clock &other) const { return microseconds() == other.microseconds(); }
};

class DateObject : public Instance
{
public:
    using Instance::Instance;

    CivilDate date;
};

class DateTimeObject : public DateObject
{
public:
    using DateObject::DateObject;

    Clock clock;
    Value zone; ///< tzinfo or None
};

class TimeObject : public Instance
{
public:
    using Instance::Instance;

    Clock clock;
    Value zone;
};

class TimeDeltaObject : public Instance
{
public:
    using Instance::Instance;

    Duration duration;
};

class TimeZoneObject : public Instance
{
public:
    using Instance::Instance;

    Duration offset;
    std::optional<std::string> name;
};

extern const NativeClass dateClass;
extern const NativeClass dateTimeClass;
extern const NativeClass timeClass;
extern const NativeClass timeDeltaClass;
extern const NativeClass timeZoneClass;
extern const NativeClass zoneInfoClass; ///< tzinfo, the base of time zones

extern const NativeModule dateTimeModule;

// Making values; the checks are Python's, with its messages.
Outcome<CivilDate> checkedDate(Evaluator &evaluator, std::int64_t year, std::int64_t month, std::int64_t day);
Outcome<Clock> checkedClock(Evaluator &evaluator, std::int64_t hour, std::int64_t minute, std::int64_t second,
                            std::int64_t microsecond, std::int64_t fold);
Done checkZone(Evaluator &evaluator, Value zone);
Value makeDate(Evaluator &evaluator, const CivilDate &date);
Value makeDateTime(Evaluator &evaluator, const CivilDate &date, const Clock &clock, Value zone);
/// In a class that may be derived from datetime.
Value makeDateTimeOf(Evaluator &evaluator, ClassObject *type, const CivilDate &date, const Clock &clock,
                     Value zone);
Value makeTime(Evaluator &evaluator, const Clock &clock, Value zone);
Evaluated makeDelta(Evaluator &evaluator, const Duration &duration);
Value makeUtc(Evaluator &evaluator);
Value makeZone(Evaluator &evaluator, const Duration &offset, std::optional<std::string> name = {});

// Durations. A duration outside a timedelta's range is an OverflowError where a value is made of it.
__extension__ typedef __int128 WideInteger; ///< the longest timedelta takes 67 bits of microseconds

WideInteger totalMicroseconds(const Duration &duration);
Duration durationOf(WideInteger microseconds);

/// utcoffset(): empty for a naive value. The zone is asked with `moment`, a datetime or None.
Outcome<std::optional<Duration>> offsetOf(Evaluator &evaluator, Value zone, Value moment);
/// Of a datetime.
Outcome<std::optional<Duration>> offsetOf(Evaluator &evaluator, DateTimeObject &moment);
/// Microseconds since 0001-01-01 minus one day, as the clock shows them.
WideInteger localMicroseconds(const DateTimeObject &moment);
/// A datetime at that many microseconds; an OverflowError outside the years 1 to 9999.
Evaluated dateTimeAt(Evaluator &evaluator, ClassObject *type, WideInteger microseconds, Value zone);

// Texts.
std::string dateText(const CivilDate &date);
/// `precision` is Python's timespec; a ValueError when it is none of them.
Outcome<std::string> clockText(Evaluator &evaluator, const Clock &clock, std::string_view precision);
/// "+01:00", with seconds and microseconds where there are any; `colon` between the parts.
std::string offsetText(const Duration &offset, std::string_view colon);
std::string durationText(const Duration &duration);
Evaluated dateTimeText(Evaluator &evaluator, DateTimeObject &moment, std::string_view separator,
                       std::string_view precision);
/// strftime() of a date, a time or a datetime.
Evaluated formatMoment(Evaluator &evaluator, std::string_view format, const CivilDate &date,
                       const Clock &clock, Value zone, Value moment);

/// What fromisoformat() and strptime() read.
struct ReadMoment
{
    CivilDate date = {};
    Clock clock = {};
    std::optional<Duration> offset = {};
    std::optional<std::string> zoneName = {};
};

// The forms of ISO 8601 that Python reads; whether the numbers are in their ranges is left to checkedDate()
// and checkedClock().
std::optional<CivilDate> readIsoDate(std::string_view text);
/// The time after the 'T', with its offset.
bool readIsoClock(std::string_view text, ReadMoment &moment);
std::optional<ReadMoment> readIsoMoment(std::string_view text);
Outcome<ReadMoment> readMoment(Evaluator &evaluator, std::string_view text, std::string_view format);

} // namespace athanor::python
