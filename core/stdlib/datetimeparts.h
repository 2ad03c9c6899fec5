// SPDX-License-Identifier: GPL-3.0-or-later
// What the classes datetime and time share, and the ways to make a datetime.
#pragma once

#include "core/stdlib/datetime.h"

namespace athanor::python {

/// "12, 30" or "12, 30, 1, 500": the arguments that repr() shows.
std::string clockParts(const Clock &clock);
/// ", fold=1, tzinfo=datetime.timezone.utc": the rest of a repr().
Outcome<std::string> zoneSuffix(Evaluator &evaluator, Value zone, int fold);

/// The zone of the machine, as an offset.
Value localZone(Evaluator &evaluator);
/// Microseconds since 1970 in UTC; a naive moment is in local time.
Outcome<WideInteger> sinceEpoch(Evaluator &evaluator, DateTimeObject &moment);
/// That moment as the clocks of a zone (None: naive UTC) show it.
Evaluated inZone(Evaluator &evaluator, ClassObject *type, WideInteger sinceEpoch, Value zone);
/// Microseconds from right to left; empty when one is naive and the other is not.
Outcome<std::optional<WideInteger>> differenceOf(Evaluator &evaluator, DateTimeObject &left,
                                                 DateTimeObject &right);

// Class methods of datetime.
Evaluated combineMoment(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentFromIsoFormat(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentFromTimestamp(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentFromUtcTimestamp(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentFromFormat(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentNow(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentToday(Evaluator &evaluator, const Arguments &arguments);
Evaluated momentUtcNow(Evaluator &evaluator, const Arguments &arguments);

} // namespace athanor::python
