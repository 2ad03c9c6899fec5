// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/number.h"

#include <algorithm>
#include <charconv>
#include <limits>
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

/// Whether a number that no double holds is too large rather than too small: by the place of its first digit
/// that counts.
static bool isLarge(std::string_view text)
{
    static constexpr long Farthest = 1'000'000'000;
    const std::size_t exponentAt = std::min(text.find_first_of("eE"), text.size());
    long exponent = 0;
    if (exponentAt < text.size()) {
        std::string_view digits = text.substr(exponentAt + 1);
        const bool isNegative = digits.front() == '-';
        digits.remove_prefix(isNegative || digits.front() == '+' ? 1 : 0);
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (result.ec == std::errc::result_out_of_range || exponent > Farthest)
            exponent = Farthest;
        exponent = isNegative ? -exponent : exponent;
    }
    const std::string_view mantissa = text.substr(0, exponentAt);
    const auto point = static_cast<long>(std::min(mantissa.find('.'), mantissa.size()));
    const auto first = static_cast<long>(std::min(mantissa.find_first_not_of("0."), mantissa.size()));
    return point - first + exponent > 0;
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
        return isLarge(text) ? std::numeric_limits<double>::infinity() : 0.0;
    return value;
}

} // namespace athanor::python
