// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/floatformat.h"

#include "core/python/dump.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace athanor::python {

namespace {

/// The longest number before the point, its sign and exponent.
constexpr std::size_t DigitsBesidePrecision = 330;

std::string converted(double value, std::chars_format format, int precision)
{
    std::string buffer(static_cast<std::size_t>(precision) + DigitsBesidePrecision, '\0');
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    buffer.resize(static_cast<std::size_t>(end.ptr - buffer.data()));
    return buffer;
}

std::string withPoint(std::string text)
{
    if (!text.contains('.'))
        text.insert(std::min(text.find('e'), text.size()), ".");
    return text;
}

/// Takes the zeros at the end of the digits behind the point away, and the point after them.
std::string withoutZeros(const std::string &text)
{
    const std::size_t exponent = std::min(text.find('e'), text.size());
    if (!text.substr(0, exponent).contains('.'))
        return text;
    std::size_t end = text.find_last_not_of('0', exponent - 1);
    if (text[end] == '.')
        --end;
    return text.substr(0, end + 1) + text.substr(exponent);
}

std::string general(double value, FloatNotation notation, int precision, FloatPoint point)
{
    const int digits = precision == 0 ? 1 : precision;
    std::string text = converted(value, std::chars_format::scientific, digits - 1);
    const int exponent = std::atoi(text.c_str() + text.find('e') + 1);
    const int limit = notation == FloatNotation::WithPoint ? digits - 1 : digits;
    const bool isScientific = exponent < -4 || exponent >= limit;
    if (!isScientific)
        text = converted(value, std::chars_format::fixed, digits - 1 - exponent);
    if (point == FloatPoint::Always)
        return withPoint(std::move(text));
    text = withoutZeros(text);
    if (notation == FloatNotation::WithPoint && !isScientific && !text.contains('.'))
        text += ".0";
    return text;
}

} // namespace

std::string formattedFloat(double value, FloatNotation notation, int precision, FloatPoint point)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    switch (notation) {
    case FloatNotation::Scientific:
    case FloatNotation::Fixed: {
        const auto format =
            notation == FloatNotation::Fixed ? std::chars_format::fixed : std::chars_format::scientific;
        std::string text = converted(value, format, precision);
        return point == FloatPoint::Always ? withPoint(std::move(text)) : text;
    }
    case FloatNotation::General:
    case FloatNotation::WithPoint:
        return general(value, notation, precision, point);
    case FloatNotation::Shortest:
        break;
    }
    std::string text = reprFloat(value);
    return point == FloatPoint::Always ? withPoint(std::move(text)) : text;
}

} // namespace athanor::python
