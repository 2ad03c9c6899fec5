// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/convert.h"

#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/python/unicode.h"

#include <QChar>

#include <charconv>
#include <cmath>
#include <format>

namespace athanor::python {

std::string asciiEscaped(std::string_view utf8)
{
    if (isAsciiText(utf8))
        return std::string(utf8);
    std::string result;
    for (const char32_t c : codePoints(utf8)) {
        if (c < 0x80)
            result += static_cast<char>(c);
        else if (c < 0x100)
            result += std::format("\\x{:02x}", static_cast<unsigned>(c));
        else if (c < 0x10000)
            result += std::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            result += std::format("\\U{:08x}", static_cast<unsigned>(c));
    }
    return result;
}

/// Decimal digits of any script as ASCII ones, without the spaces around; other characters stay.
static std::string numericText(std::string_view text)
{
    std::u32string characters = codePoints(text);
    while (!characters.empty() && isSpace(characters.back()))
        characters.pop_back();
    const auto first = std::ranges::find_if_not(characters, isSpace);
    characters.erase(characters.begin(), first);
    for (char32_t &c : characters) {
        if (c >= 0x80 && QChar::category(c) == QChar::Number_DecimalDigit)
            c = U'0' + static_cast<char32_t>(QChar::digitValue(c));
    }
    return textOf(characters);
}

/// Without underscores; empty when one does not stand between digits.
static std::optional<std::string> withoutUnderscores(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            result += text[i];
            continue;
        }
        const auto isDigit = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
        if (i == 0 || i + 1 == text.size() || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            return std::nullopt;
    }
    return result;
}

static unsigned prefixBase(std::string_view text)
{
    if (text.size() < 2 || text[0] != '0')
        return 0;
    switch (text[1] | 0x20) {
    case 'x':
        return 16;
    case 'o':
        return 8;
    case 'b':
        return 2;
    default:
        return 0;
    }
}

std::optional<BigInteger> parsedInteger(std::string_view text, unsigned base)
{
    std::string digits = numericText(text);
    bool isNegative = false;
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
        isNegative = digits[0] == '-';
        digits.erase(0, 1);
    }
    const unsigned prefix = prefixBase(digits);
    const bool hasPrefix = prefix != 0 && (base == 0 || base == prefix);
    if (hasPrefix) {
        base = prefix;
        digits.erase(0, 2);
        if (digits.starts_with('_'))
            digits.erase(0, 1);
    }
    const auto plain = withoutUnderscores(digits);
    if (!plain || plain->empty())
        return std::nullopt;
    if (base == 0) {
        // As in source text, a decimal number has no leading zeros.
        if (plain->starts_with('0') && plain->find_first_not_of('0') != std::string::npos)
            return std::nullopt;
        base = 10;
    }
    std::optional<BigInteger> number = BigInteger::fromDigits(*plain, base);
    if (number && isNegative)
        return -*number;
    return number;
}

std::optional<double> parsedFloat(std::string_view text)
{
    std::string trimmed = numericText(text);
    bool isNegative = false;
    if (!trimmed.empty() && (trimmed[0] == '-' || trimmed[0] == '+')) {
        isNegative = trimmed[0] == '-';
        trimmed.erase(0, 1);
    }
    std::string lower = trimmed;
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const double sign = isNegative ? -1.0 : 1.0;
    if (lower == "inf" || lower == "infinity")
        return sign * std::numeric_limits<double>::infinity();
    if (lower == "nan")
        return std::copysign(std::numeric_limits<double>::quiet_NaN(), sign);
    const auto plain = withoutUnderscores(lower);
    if (!plain || plain->empty() || plain->find_first_not_of("0123456789.e+-") != std::string::npos
        || plain->front() == '-' || plain->front() == '+')
        return std::nullopt;
    double number = 0;
    const char *end = plain->data() + plain->size();
    const auto [at, error] = std::from_chars(plain->data(), end, number);
    if (at != end || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range)
        number = std::strtod(plain->c_str(), nullptr);
    return sign * number;
}

Outcome<BigInteger> truncatedInteger(Evaluator &evaluator, Value value)
{
    const Value plain = Evaluator::plain(value);
    if (plain.isFloat()) {
        if (std::isnan(plain.number()))
            return evaluator.raise("ValueError", "cannot convert float NaN to integer");
        if (std::isinf(plain.number()))
            return evaluator.raise("OverflowError", "cannot convert float infinity to integer");
        return BigInteger::fromDouble(plain.number());
    }
    for (const std::string_view name : {"__int__", "__index__", "__trunc__"}) {
        if (bigInteger(plain))
            break;
        const auto converted = callSpecialMethod(evaluator, value, name);
        if (!converted)
            return std::unexpected(converted.error());
        if (!*converted)
            continue;
        if (std::optional<BigInteger> number = bigInteger(Evaluator::plain(**converted)))
            return *std::move(number);
        return evaluator.raise("TypeError", std::format("{} returned non-int (type {})", name,
                                                        typeNameOf(evaluator, **converted)));
    }
    return integerArgument(evaluator, value);
}

Outcome<double> floatArgument(Evaluator &evaluator, Value value)
{
    const Value plain = Evaluator::plain(value);
    if (plain.isFloat())
        return plain.number();
    if (plain.isInteger())
        return static_cast<double>(plain.integer());
    for (const std::string_view name : {"__float__", "__index__"}) {
        const auto converted = callSpecialMethod(evaluator, value, name);
        if (!converted)
            return std::unexpected(converted.error());
        if (*converted)
            return floatArgument(evaluator, **converted);
    }
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a number");
    const std::optional<BigInteger> number = bigInteger(plain);
    if (!number) {
        return evaluator.raise("TypeError",
                               std::format("must be real number, not {}", typeNameOf(evaluator, value)));
    }
    const double result = number->toDouble();
    if (std::isinf(result))
        return evaluator.raise("OverflowError", "int too large to convert to float");
    return result;
}

bool hasRaised(Evaluator &evaluator, const Raised &raised, std::string_view type)
{
    if (raised.isStop())
        return false;
    for (const ClassObject *base : evaluator.typeOf(raised.exception)->order) {
        if (base->name == type && base->native != nullptr)
            return true;
    }
    return false;
}

} // namespace athanor::python
