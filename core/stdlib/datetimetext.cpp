// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"
#include "core/stdlib/datetimenames.h"
#include "core/stdlib/native.h"

namespace athanor::python {

namespace {

std::string padded(std::int64_t number, std::size_t width, char fill = '0')
{
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), fill) + digits : digits;
}

/// "+HH:MM", and ":SS.ffffff" where there are any.
std::string signedOffset(const Duration &offset, std::string_view colon)
{
    WideInteger total = totalMicroseconds(offset);
    std::string made(1, total < 0 ? '-' : '+');
    if (total < 0)
        total = -total;
    const Clock clock = Clock::of(std::int64_t(total));
    made += padded(clock.hour, 2) + std::string(colon) + padded(clock.minute, 2);
    if (clock.second != 0 || clock.microsecond != 0)
        made += std::string(colon) + padded(clock.second, 2);
    if (clock.microsecond != 0)
        made += '.' + padded(clock.microsecond, 6);
    return made;
}

struct Moment
{
    const CivilDate &date;
    const Clock &clock;
    Value zone;
    Value value; ///< what the zone is asked with
};

Outcome<std::string> zonePart(Evaluator &evaluator, const Moment &moment, std::string_view colon)
{
    const auto offset = offsetOf(evaluator, moment.zone, moment.value);
    if (!offset)
        return std::unexpected(offset.error());
    return *offset ? signedOffset(**offset, colon) : std::string();
}

Outcome<std::string> zoneName(Evaluator &evaluator, const Moment &moment)
{
    if (moment.zone.isNone())
        return std::string();
    const Value arguments[] = {moment.value};
    const Evaluated name = evaluator.callMethod(moment.zone, "tzname", {arguments, {}});
    if (!name)
        return std::unexpected(name.error());
    const std::string *text = textOf(*name);
    return text == nullptr ? std::string() : *text;
}

/// The week of the year, weeks beginning on `first` (0 is Monday).
int weekOfYear(const CivilDate &date, int first)
{
    const int weekday = (weekdayOf(date) - first + 7) % 7;
    return (dayOfYear(date) + 6 - weekday) / 7;
}

/// Directives that stand for several others.
std::string_view composite(char directive)
{
    switch (directive) {
    case 'c':
        return "%a %b %e %H:%M:%S %Y";
    case 'x':
    case 'D':
        return "%m/%d/%y";
    case 'X':
    case 'T':
        return "%H:%M:%S";
    case 'F':
        return "%Y-%m-%d";
    case 'R':
        return "%H:%M";
    case 'r':
        return "%I:%M:%S %p";
    default:
        return {};
    }
}

std::string datePart(char directive, const CivilDate &date)
{
    switch (directive) {
    case 'a':
        return std::string(DayNames[std::size_t(weekdayOf(date))].substr(0, 3));
    case 'A':
        return std::string(DayNames[std::size_t(weekdayOf(date))]);
    case 'b':
    case 'h':
        return std::string(MonthNames[std::size_t(date.month - 1)].substr(0, 3));
    case 'B':
        return std::string(MonthNames[std::size_t(date.month - 1)]);
    case 'C':
        return padded(date.year / 100, 2);
    case 'd':
        return padded(date.day, 2);
    case 'e':
        return padded(date.day, 2, ' ');
    case 'G':
        return padded(isoWeekOf(date).year, 4);
    case 'j':
        return padded(dayOfYear(date), 3);
    case 'm':
        return padded(date.month, 2);
    case 'u':
        return padded(weekdayOf(date) + 1, 1);
    case 'U':
        return padded(weekOfYear(date, 6), 2);
    case 'V':
        return padded(isoWeekOf(date).week, 2);
    case 'w':
        return padded((weekdayOf(date) + 1) % 7, 1);
    case 'W':
        return padded(weekOfYear(date, 0), 2);
    case 'y':
        return padded(date.year % 100, 2);
    case 'Y':
        return padded(date.year, 1);
    default:
        return {};
    }
}

std::string clockPart(char directive, const Clock &clock)
{
    switch (directive) {
    case 'f':
        return padded(clock.microsecond, 6);
    case 'H':
        return padded(clock.hour, 2);
    case 'I':
        return padded(clock.hour % 12 == 0 ? 12 : clock.hour % 12, 2);
    case 'M':
        return padded(clock.minute, 2);
    case 'n':
        return "\n";
    case 'p':
        return clock.hour < 12 ? "AM" : "PM";
    case 'S':
        return padded(clock.second, 2);
    case 't':
        return "\t";
    case '%':
        return "%";
    default:
        return {};
    }
}

Outcome<std::string> formatted(Evaluator &evaluator, std::string_view format, const Moment &moment)
{
    std::string made;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            made += format[i];
            continue;
        }
        const char directive = format[++i];
        Outcome<std::string> part = std::string();
        if (directive == 'z') {
            part = zonePart(evaluator, moment, "");
        } else if (directive == ':' && i + 1 < format.size() && format[i + 1] == 'z') {
            ++i;
            part = zonePart(evaluator, moment, ":");
        } else if (directive == 'Z') {
            part = zoneName(evaluator, moment);
        } else if (const std::string_view several = composite(directive); !several.empty()) {
            part = formatted(evaluator, several, moment);
        } else {
            *part = datePart(directive, moment.date) + clockPart(directive, moment.clock);
            if (part->empty()) {
                return evaluator.refuse("strftime directive %" + std::string(1, directive),
                                        "what it means depends on the machine");
            }
        }
        if (!part)
            return part;
        made += *part;
    }
    return made;
}

} // namespace

std::string dateText(const CivilDate &date)
{
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

Outcome<std::string> clockText(Evaluator &evaluator, const Clock &clock, std::string_view precision)
{
    if (precision == "auto")
        precision = clock.microsecond == 0 ? "seconds" : "microseconds";
    std::string made = padded(clock.hour, 2);
    if (precision == "hours")
        return made;
    made += ':' + padded(clock.minute, 2);
    if (precision == "minutes")
        return made;
    made += ':' + padded(clock.second, 2);
    if (precision == "seconds")
        return made;
    if (precision == "milliseconds")
        return made + '.' + padded(clock.microsecond / 1000, 3);
    if (precision == "microseconds")
        return made + '.' + padded(clock.microsecond, 6);
    return evaluator.raise("ValueError", "Unknown timespec value");
}

std::string offsetText(const Duration &offset, std::string_view colon)
{
    return signedOffset(offset, colon);
}

std::string durationText(const Duration &duration)
{
    const Clock clock = Clock::of(duration.microseconds);
    std::string made;
    if (duration.days != 0) {
        made = std::to_string(duration.days)
               + (duration.days == 1 || duration.days == -1 ? " day, " : " days, ");
    }
    made += std::to_string(clock.hour) + ':' + padded(clock.minute, 2) + ':' + padded(clock.second, 2);
    return clock.microsecond == 0 ? made : made + '.' + padded(clock.microsecond, 6);
}

Evaluated dateTimeText(Evaluator &evaluator, DateTimeObject &moment, std::string_view separator,
                       std::string_view precision)
{
    const Outcome<std::string> clock = clockText(evaluator, moment.clock, precision);
    if (!clock)
        return std::unexpected(clock.error());
    const auto offset = offsetOf(evaluator, moment);
    if (!offset)
        return std::unexpected(offset.error());
    std::string made = dateText(moment.date) + std::string(separator) + *clock;
    if (*offset)
        made += signedOffset(**offset, ":");
    return string(evaluator, made);
}

Evaluated formatMoment(Evaluator &evaluator, std::string_view format, const CivilDate &date,
                       const Clock &clock, Value zone, Value moment)
{
    const Outcome<std::string> made = formatted(evaluator, format, {date, clock, zone, moment});
    if (!made)
        return std::unexpected(made.error());
    return string(evaluator, *made);
}

} // namespace athanor::python
