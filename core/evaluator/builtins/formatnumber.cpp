// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/floatformat.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/evaluator.h"

#include <cmath>
#include <format>
#include <limits>

using namespace std::string_view_literals;

namespace athanor::python {

namespace {

/// A number taken apart: "-", "0x", "ff", ".5e+10".
struct NumberText
{
    bool isNegative = false;
    std::string prefix = {};
    std::string digits = {};
    std::string rest = {}; ///< what stands behind the integer digits
    std::size_t groupSize = 3;
};

std::string signOf(const NumberText &number, const FormatSpecification &specification)
{
    if (number.isNegative)
        return "-";
    return specification.sign == U'+' || specification.sign == U' ' ? textOf(specification.sign)
                                                                    : std::string();
}

std::string assembled(NumberText number, const FormatSpecification &specification)
{
    const std::string head = signOf(number, specification) + number.prefix;
    const char32_t align = specification.align == 0 ? U'>' : specification.align;
    const auto besideDigits = static_cast<std::int64_t>(head.size() + number.rest.size());
    if (specification.grouping != 0 && !number.digits.empty()) {
        // Zeros that fill are grouped too.
        const bool fillsWithZeros = align == U'=' && specification.fill == U'0';
        number.digits = groupedDigits(number.digits, number.groupSize, textOf(specification.grouping),
                                      fillsWithZeros ? specification.width - besideDigits : 0);
    }
    const std::string body = number.digits + number.rest;
    const auto length = static_cast<std::int64_t>(head.size() + body.size());
    if (align == U'=')
        return head
               + padded(body, static_cast<std::int64_t>(body.size()),
                        specification.width - static_cast<std::int64_t>(head.size()), specification.fill,
                        U'>');
    return padded(head + body, length, specification.width, specification.fill, align);
}

struct Base
{
    unsigned base = 10;
    std::string_view prefix = {};
    std::size_t groupSize = 3;
};

Base baseOf(char32_t type)
{
    switch (type) {
    case U'b':
        return {2, "0b", 4};
    case U'o':
        return {8, "0o", 4};
    case U'x':
        return {16, "0x", 4};
    case U'X':
        return {16, "0X", 4};
    default:
        return {};
    }
}

std::unexpected<Raised> unknownCode(Evaluator &evaluator, char32_t type, std::string_view typeName)
{
    const std::string code =
        type > U' ' && type < 128 ? textOf(type) : std::format("\\x{:x}", static_cast<unsigned>(type));
    return evaluator.raise("ValueError",
                           std::format("Unknown format code '{}' for object of type '{}'", code, typeName));
}

Outcome<std::string> formatCharacter(Evaluator &evaluator, const BigInteger &number,
                                     const FormatSpecification &specification)
{
    if (specification.sign != 0)
        return evaluator.raise("ValueError", "Sign not allowed with integer format specifier 'c'");
    if (specification.isAlternate)
        return evaluator.raise("ValueError",
                               "Alternate form (#) not allowed with integer format specifier 'c'");
    const std::optional<std::int64_t> c = number.toInt64();
    if (!c)
        return evaluator.raise("OverflowError", "Python int too large to convert to C long");
    if (*c < 0 || *c > 0x10FFFF)
        return evaluator.raise("OverflowError", "%c arg not in range(0x110000)");
    return padded(textOf(static_cast<char32_t>(*c)), 1, specification.width, specification.fill,
                  specification.align == 0 ? U'<' : specification.align);
}

std::string upper(std::string text)
{
    for (char &c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

NumberText floatText(double number, const FormatSpecification &specification)
{
    const char32_t type = specification.type;
    const FloatPoint point = specification.isAlternate ? FloatPoint::Always : FloatPoint::WhereNeeded;
    const int precision = specification.precision < 0 ? 6 : static_cast<int>(specification.precision);
    std::string text;
    if (type == U'e' || type == U'E')
        text = formattedFloat(number, FloatNotation::Scientific, precision, point);
    else if (type == U'f' || type == U'F')
        text = formattedFloat(number, FloatNotation::Fixed, precision, point);
    else if (type == U'%')
        text = formattedFloat(number * 100, FloatNotation::Fixed, precision, point);
    else if (type == U'g' || type == U'G' || type == U'n')
        text = formattedFloat(number, FloatNotation::General, precision, point);
    else if (specification.precision < 0)
        text = formattedFloat(number, FloatNotation::Shortest, 0, point);
    else
        text = formattedFloat(number, FloatNotation::WithPoint, precision, point);
    NumberText result;
    result.isNegative = text.starts_with('-');
    if (result.isNegative)
        text.erase(0, 1);
    const std::string_view mantissa = std::string_view(text).substr(0, text.find('e'));
    const bool isZero = mantissa.find_first_of("123456789in") == std::string_view::npos;
    if (specification.coercesNegativeZero && isZero)
        result.isNegative = false;
    if (type == U'E' || type == U'F' || type == U'G')
        text = upper(text);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    result.digits = text.substr(0, digits);
    result.rest = text.substr(digits) + (type == U'%' ? "%" : "");
    return result;
}

} // namespace

Outcome<std::string> formatInteger(Evaluator &evaluator, const BigInteger &number,
                                   std::string_view specification, std::string_view typeName)
{
    if (specification.empty())
        return number.text();
    const auto parsed = parseFormatSpecification(evaluator, specification, {typeName, U'd'});
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->type != 0 && U"eEfFgG%"sv.contains(parsed->type)) {
        if (std::isinf(number.toDouble()))
            return evaluator.raise("OverflowError", "int too large to convert to float");
        return formatFloat(evaluator, number.toDouble(), specification, typeName);
    }
    if (parsed->type != 0 && !U"bcdoxXn"sv.contains(parsed->type))
        return unknownCode(evaluator, parsed->type, typeName);
    if (parsed->precision >= 0)
        return evaluator.raise("ValueError", "Precision not allowed in integer format specifier");
    if (parsed->coercesNegativeZero)
        return evaluator.raise("ValueError",
                               "Negative zero coercion (z) not allowed in integer format specifier");
    if (const Done done = checkTextSize(evaluator, parsed->width); !done)
        return std::unexpected(done.error());
    if (parsed->type == U'c')
        return formatCharacter(evaluator, number, *parsed);
    const Base base = baseOf(parsed->type);
    NumberText text;
    text.digits = number.text(base.base);
    text.isNegative = number.isNegative();
    if (text.isNegative)
        text.digits.erase(0, 1);
    if (parsed->type == U'X')
        text.digits = upper(text.digits);
    if (parsed->isAlternate)
        text.prefix = base.prefix;
    text.groupSize = base.groupSize;
    return assembled(std::move(text), *parsed);
}

Outcome<std::string> formatFloat(Evaluator &evaluator, double number, std::string_view specification,
                                 std::string_view typeName)
{
    const auto parsed = parseFormatSpecification(evaluator, specification, {typeName});
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->type != 0 && !U"eEfFgGn%"sv.contains(parsed->type))
        return unknownCode(evaluator, parsed->type, typeName);
    if (parsed->precision > std::numeric_limits<int>::max())
        return evaluator.raise("ValueError", "precision too big");
    if (const Done done = checkTextSize(evaluator, std::max(parsed->width, parsed->precision)); !done)
        return std::unexpected(done.error());
    return assembled(floatText(number, *parsed), *parsed);
}

} // namespace athanor::python
