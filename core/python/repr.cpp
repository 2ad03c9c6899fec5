// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/dump.h"
#include "core/python/unicode.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <format>

namespace athanor::python {

/// The escape repr() uses, empty when the character stands for itself.
static std::string controlEscape(char32_t c, char quote)
{
    switch (c) {
    case U'\n':
        return "\\n";
    case U'\r':
        return "\\r";
    case U'\t':
        return "\\t";
    case U'\\':
        return "\\\\";
    default:
        return c == static_cast<char32_t>(quote) ? std::string{'\\', quote} : std::string();
    }
}

static char quoteFor(std::string_view text)
{
    return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

std::string reprText(std::string_view text)
{
    const char quote = quoteFor(text);
    std::string result(1, quote);
    for (const char *at = text.data(), *end = at + text.size(); at < end;) {
        const char *begin = at;
        const char32_t c = decodeCodePoint(at);
        if (const std::string escape = controlEscape(c, quote); !escape.empty())
            result += escape;
        else if (isPrintable(c))
            result.append(begin, at);
        else if (c < 0x100)
            result += std::format("\\x{:02x}", static_cast<unsigned>(c));
        else if (c < 0x10000)
            result += std::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            result += std::format("\\U{:08x}", static_cast<unsigned>(c));
    }
    return result + quote;
}

std::string reprBytes(std::string_view bytes)
{
    const char quote = quoteFor(bytes);
    std::string result{'b', quote};
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (const std::string escape = controlEscape(byte, quote); !escape.empty())
            result += escape;
        else if (byte >= 0x20 && byte < 0x7F)
            result += c;
        else
            result += std::format("\\x{:02x}", byte);
    }
    return result + quote;
}

/// The shortest digits that give the value again; with an exponent below 1e-4 and from 1e16 on.
std::string reprFloat(double value)
{
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    if (std::isnan(value))
        return "nan";
    char buffer[64];
    const auto scientific =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    const std::string text(buffer, scientific.ptr);
    const int exponent = std::atoi(text.c_str() + text.find('e') + 1);
    if (exponent < -4 || exponent >= 16)
        return text;
    const auto fixed = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    std::string result(buffer, fixed.ptr);
    return result.find('.') == std::string::npos ? result + ".0" : result;
}

} // namespace athanor::python
