// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"

namespace athanor::python {

namespace {

Evaluated minimumYear(Evaluator &)
{
    return Value(std::int64_t(MinimumYear));
}

Evaluated maximumYear(Evaluator &)
{
    return Value(std::int64_t(MaximumYear));
}

Evaluated utc(Evaluator &evaluator)
{
    return makeUtc(evaluator);
}

constexpr NativeName Names[] = {
    {.name = "MAXYEAR", .make = maximumYear},
    {.name = "MINYEAR", .make = minimumYear},
    {.name = "UTC", .make = utc},
    {.name = "date", .type = &dateClass},
    {.name = "datetime", .type = &dateTimeClass},
    {.name = "time", .type = &timeClass},
    {.name = "timedelta", .type = &timeDeltaClass},
    {.name = "timezone", .type = &timeZoneClass},
    {.name = "tzinfo", .type = &zoneInfoClass},
};

} // namespace

const NativeModule dateTimeModule = {"datetime", Names};

} // namespace athanor::python
