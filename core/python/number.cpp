// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/number.h"

#include <QByteArrayView>

#include <charconv>
#include <string>

namespace athanor::python {

static unsigned digitValue(char c)
{
    return c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

std::optional<std::int64_t> integerValue(std::string_view text)
{
    std::int64_t base = 10;
    if (text.size() > 1 && text[0] == '0') {
        const char prefix = static_cast<char>(text[1] | 0x20);
        base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 10;
        if (base != 10)
            text.remove_prefix(2);
    }
    std::int64_t value = 0;
    for (const char c : text) {
        if (c == '_')
            continue;
        if (__builtin_mul_overflow(value, base, &value)
            || __builtin_add_overflow(value, static_cast<std::int64_t>(digitValue(c)), &value))
            return {};
    }
    return value;
}

double floatValue(std::string_view text)
{
    std::string plain;
    if (text.find('_') != std::string_view::npos) {
        for (const char c : text) {
            if (c != '_')
                plain += c;
        }
        text = plain;
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec == std::errc::result_out_of_range)
        return QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble();
    return value;
}

} // namespace athanor::python
