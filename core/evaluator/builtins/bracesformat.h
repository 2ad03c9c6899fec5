// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

#include <string>
#include <string_view>

namespace athanor::python {

/// What fields of a format string are replaced by.
struct FieldValues
{
    std::span<const Value> positional = {};
    std::span<const NamedValue> keywords = {};
    const Value *mapping = nullptr; ///< str.format_map: names are looked up here, and there are no positions
};

/// str.format() and str.format_map(): "{}", "{0}", "{name}", attributes and items, "!r", nested
/// specifications.
Outcome<std::string> formatFields(Evaluator &evaluator, std::string_view format, const FieldValues &values);

} // namespace athanor::python
