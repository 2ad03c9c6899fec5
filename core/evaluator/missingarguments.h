// SPDX-License-Identifier: GPL-3.0-or-later
// What Python says of calls that do not fit a function, native or of a script.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace athanor::python {

/// "f() missing 2 required positional arguments: 'a' and 'b'"
std::string missingArgumentsText(std::string_view function, std::string_view kind,
                                 std::span<const std::string_view> names);

/// "f() takes from 1 to 2 positional arguments but 3 were given"; `keywordOnly` counts those of them that
/// were handed over too.
std::string tooManyPositionalText(std::string_view function, std::size_t fewest, std::size_t most,
                                  std::size_t given, std::size_t keywordOnly);

} // namespace athanor::python
