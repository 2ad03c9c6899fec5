// SPDX-License-Identifier: GPL-3.0-or-later
// The proleptic Gregorian calendar, as Python's datetime counts it.
#pragma once

#include <cstdint>

namespace athanor::python {

inline constexpr int MinimumYear = 1;
inline constexpr int MaximumYear = 9999;
inline constexpr std::int64_t MaximumOrdinal = 3652059; ///< 9999-12-31
inline constexpr std::int64_t EpochOrdinal = 719163;    ///< 1970-01-01
inline constexpr std::int64_t MicrosecondsPerDay = 86'400'000'000;

struct CivilDate
{
    int year = 1;
    int month = 1;
    int day = 1;

    bool operator==(const CivilDate &) const = default;
};

struct IsoWeek
{
    int year = 1;
    int week = 1;
    int weekday = 1; ///< 1 is Monday
};

bool isLeapYear(std::int64_t year);
int daysInMonth(int year, int month);
/// 1 is 0001-01-01.
std::int64_t ordinalOf(const CivilDate &date);
CivilDate dateOfOrdinal(std::int64_t ordinal);
/// 0 is Monday.
int weekdayOf(const CivilDate &date);
int dayOfYear(const CivilDate &date);
IsoWeek isoWeekOf(const CivilDate &date);
/// The ordinal of the Monday of a year's first ISO week.
std::int64_t firstIsoMonday(int year);
int isoWeeksIn(int year);

} // namespace athanor::python
