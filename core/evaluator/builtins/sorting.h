// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/outcome.h"

#include <vector>

namespace athanor::python {

class Evaluator;

enum class SortOrder : unsigned char { Ascending, Descending };

/// Sorts as list.sort() does: stable, by '<', which may run methods of the script and fail; by what `key`
/// gives for each value unless it is None.
Done sortValues(Evaluator &evaluator, std::vector<Value> &values, Value key, SortOrder order);

} // namespace athanor::python
