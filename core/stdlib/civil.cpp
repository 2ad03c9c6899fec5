// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/civil.h"

#include <array>

namespace athanor::python {

namespace {

constexpr std::array<int, 13> DaysBefore = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

std::int64_t daysBeforeYear(std::int64_t year)
{
    const std::int64_t past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

} // namespace

bool isLeapYear(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month)
{
    if (month == 2)
        return isLeapYear(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int dayOfYear(const CivilDate &date)
{
    return DaysBefore[std::size_t(date.month)] + (date.month > 2 && isLeapYear(date.year) ? 1 : 0) + date.day;
}

std::int64_t ordinalOf(const CivilDate &date)
{
    return daysBeforeYear(date.year) + dayOfYear(date);
}

CivilDate dateOfOrdinal(std::int64_t ordinal)
{
    // Years of 365.2425 days put the estimate at most one year beside the true one.
    auto year = int((ordinal - 1) * 10000 / 3652425) + 1;
    while (daysBeforeYear(year + 1) < ordinal)
        ++year;
    while (daysBeforeYear(year) >= ordinal)
        --year;
    auto rest = int(ordinal - daysBeforeYear(year));
    int month = 1;
    while (rest > daysInMonth(year, month))
        rest -= daysInMonth(year, month++);
    return {year, month, rest};
}

int weekdayOf(const CivilDate &date)
{
    return int((ordinalOf(date) + 6) % 7);
}

std::int64_t firstIsoMonday(int year)
{
    const std::int64_t first = daysBeforeYear(year) + 1;
    const std::int64_t weekday = (first + 6) % 7;
    return weekday > 3 ? first - weekday + 7 : first - weekday;
}

int isoWeeksIn(int year)
{
    return int((firstIsoMonday(year + 1) - firstIsoMonday(year)) / 7);
}

IsoWeek isoWeekOf(const CivilDate &date)
{
    const std::int64_t ordinal = ordinalOf(date);
    int year = date.year;
    if (ordinal >= firstIsoMonday(year + 1))
        ++year;
    else if (ordinal < firstIsoMonday(year))
        --year;
    const std::int64_t days = ordinal - firstIsoMonday(year);
    return {year, int(days / 7) + 1, int(days % 7) + 1};
}

} // namespace athanor::python
