// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"

#include "core/python/unicode.h"

#include <QChar>

#include <algorithm>

namespace athanor::python {

static bool isLead(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

bool isAsciiText(std::string_view utf8)
{
    return std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t codePointCount(std::string_view utf8)
{
    return static_cast<std::size_t>(std::ranges::count_if(utf8, isLead));
}

std::size_t codePointOffset(std::string_view utf8, std::size_t index)
{
    std::size_t at = 0;
    while (at < utf8.size()) {
        if (isLead(utf8[at]) && index-- == 0)
            return at;
        ++at;
    }
    return utf8.size();
}

std::u32string codePoints(std::string_view utf8)
{
    std::u32string result;
    result.reserve(utf8.size());
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;)
        result += decodeCodePoint(at);
    return result;
}

std::string textOf(std::u32string_view codePoints)
{
    std::string result;
    result.reserve(codePoints.size());
    for (const char32_t c : codePoints)
        appendCodePoint(result, c);
    return result;
}

std::string textOf(char32_t codePoint)
{
    std::string result;
    appendCodePoint(result, codePoint);
    return result;
}

std::optional<TextPart> partOf(std::string_view utf8, std::optional<std::int64_t> start,
                               std::optional<std::int64_t> end)
{
    if (!start && !end)
        return TextPart{utf8, 0};
    const auto length = static_cast<std::int64_t>(codePointCount(utf8));
    const auto adjusted = [length](std::int64_t index) {
        return index < 0 ? std::max<std::int64_t>(0, index + length) : index;
    };
    const std::int64_t first = adjusted(start.value_or(0));
    const std::int64_t last = std::min(length, adjusted(end.value_or(length)));
    if (first > length || first > last)
        return std::nullopt;
    const std::size_t from = codePointOffset(utf8, static_cast<std::size_t>(first));
    const std::size_t to = from + codePointOffset(utf8.substr(from), static_cast<std::size_t>(last - first));
    return TextPart{utf8.substr(from, to - from), static_cast<std::size_t>(first)};
}

bool isSpace(char32_t c)
{
    if (c < 0x80)
        return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || c == 0x2028 || c == 0x2029 || QChar::category(c) == QChar::Separator_Space;
}

} // namespace athanor::python
