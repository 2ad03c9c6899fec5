// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the locale C, which is the only one scripts see.
#pragma once

#include <array>
#include <string_view>

namespace athanor::python {

inline constexpr std::array<std::string_view, 7> DayNames = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                             "Friday", "Saturday", "Sunday"};

inline constexpr std::array<std::string_view, 12> MonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

} // namespace athanor::python
