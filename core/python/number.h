// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace athanor::python {

/// The value of an integer literal as it is written (prefix and underscores allowed); empty when 64 bits do
/// not hold it.
std::optional<std::int64_t> integerValue(std::string_view text);

/// The value of a float literal: infinity and zero when it is too large or too small.
double floatValue(std::string_view text);

} // namespace athanor::python
