// SPDX-License-Identifier: GPL-3.0-or-later
// Python's strings are sequences of code points, ours are UTF-8: counting, finding places, converting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace athanor::python {

bool isAsciiText(std::string_view utf8);
std::size_t codePointCount(std::string_view utf8);
/// Where the code point of that index begins, in bytes; the text's end when it has fewer.
std::size_t codePointOffset(std::string_view utf8, std::size_t index);
/// The code points of a text, and the text of code points.
std::u32string codePoints(std::string_view utf8);
std::string textOf(std::u32string_view codePoints);
std::string textOf(char32_t codePoint);

/// The part of a text between two indexes as Python's find(), startswith() and slices understand them:
/// negative ones count from the end, those outside are cut.
struct TextPart
{
    std::string_view text = {};
    std::size_t firstIndex = 0; ///< of the text, in code points
};
/// Empty when the start lies behind the text or behind the end: then not even "" is found there.
std::optional<TextPart> partOf(std::string_view utf8, std::optional<std::int64_t> start,
                               std::optional<std::int64_t> end);

/// Python's whitespace: what split() and strip() take away.
bool isSpace(char32_t c);

} // namespace athanor::python
