// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/percentconversion.h"

#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/floatformat.h"

#include <format>

namespace athanor::python {

namespace {

std::unexpected<Raised> unsupported(Evaluator &evaluator, const Conversion &conversion)
{
    const char32_t type = conversion.type;
    const std::string shown = type >= 32 && type < 127 ? textOf(type) : "?";
    return evaluator.raise("ValueError",
                           std::format("unsupported format character '{}' (0x{:x}) at index {}", shown,
                                       static_cast<unsigned>(type), conversion.position));
}

std::string signOf(const Conversion &conversion, bool isNegative)
{
    return isNegative ? "-" : conversion.hasPlus ? "+" : conversion.hasSpace ? " " : "";
}

Outcome<Converted> text(Evaluator &evaluator, TextKind kind, const Conversion &conversion, Value argument)
{
    if (conversion.type == U'b' && kind == TextKind::String)
        return unsupported(evaluator, conversion);
    std::string result;
    if (kind == TextKind::Bytes && (conversion.type == U's' || conversion.type == U'b')) {
        const auto *bytes = Evaluator::plain(argument).as<BytesObject>();
        if (bytes == nullptr) {
            return evaluator.raise("TypeError",
                                   std::format("%b requires a bytes-like object, or an object that "
                                               "implements __bytes__, not '{}'",
                                               typeNameOf(evaluator, argument)));
        }
        result = bytes->bytes;
        if (conversion.precision >= 0)
            result.resize(std::min(result.size(), static_cast<std::size_t>(conversion.precision)));
        return Converted{.text = std::move(result)};
    }
    Outcome<std::string> shown = conversion.type == U's' ? evaluator.str(argument) : evaluator.repr(argument);
    if (!shown)
        return std::unexpected(shown.error());
    result = conversion.type == U'a' || kind == TextKind::Bytes ? asciiEscaped(*shown) : *shown;
    if (conversion.precision >= 0)
        result.resize(codePointOffset(result, static_cast<std::size_t>(conversion.precision)));
    return Converted{.text = std::move(result)};
}

Outcome<Converted> integer(Evaluator &evaluator, const Conversion &conversion, Value argument)
{
    const bool isDecimal = conversion.type == U'd' || conversion.type == U'i' || conversion.type == U'u';
    Outcome<BigInteger> number =
        isDecimal ? truncatedInteger(evaluator, argument) : integerArgument(evaluator, argument);
    if (!number) {
        if (number.error().isStop() || !hasRaised(evaluator, number.error(), "TypeError"))
            return std::unexpected(number.error());
        return evaluator.raise("TypeError", std::format("%{} format: {} is required, not {}",
                                                        static_cast<char>(conversion.type),
                                                        isDecimal ? "a real number" : "an integer",
                                                        typeNameOf(evaluator, argument)));
    }
    const bool isHex = conversion.type == U'x' || conversion.type == U'X';
    Converted result{.isNumber = true};
    result.text = number->text(isHex ? 16 : conversion.type == U'o' ? 8 : 10);
    if (number->isNegative())
        result.text.erase(0, 1);
    const std::int64_t missing = conversion.precision - static_cast<std::int64_t>(result.text.size());
    if (missing > 0)
        result.text.insert(0, static_cast<std::size_t>(missing), '0');
    if (conversion.type == U'X')
        std::ranges::transform(result.text, result.text.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
    if (conversion.isAlternate && !isDecimal)
        result.prefix = {'0', static_cast<char>(conversion.type)};
    result.sign = signOf(conversion, number->isNegative());
    return result;
}

Outcome<Converted> number(Evaluator &evaluator, const Conversion &conversion, Value argument)
{
    const Outcome<double> value = floatArgument(evaluator, argument);
    if (!value)
        return std::unexpected(value.error());
    const char32_t kind = conversion.type | 0x20; // lower case
    const FloatNotation notation = kind == U'e'   ? FloatNotation::Scientific
                                   : kind == U'f' ? FloatNotation::Fixed
                                                  : FloatNotation::General;
    const auto precision = static_cast<int>(conversion.precision < 0 ? 6 : conversion.precision);
    Converted result{.isNumber = true};
    result.text = formattedFloat(*value, notation, precision,
                                 conversion.isAlternate ? FloatPoint::Always : FloatPoint::WhereNeeded);
    const bool isNegative = result.text.starts_with('-');
    if (isNegative)
        result.text.erase(0, 1);
    if (kind != conversion.type)
        std::ranges::transform(result.text, result.text.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
    result.sign = signOf(conversion, isNegative);
    return result;
}

Outcome<Converted> character(Evaluator &evaluator, TextKind kind, Value argument)
{
    const Value plain = Evaluator::plain(argument);
    if (const auto *text = plain.as<StringObject>(); text != nullptr && kind == TextKind::String) {
        if (codePointCount(text->utf8) == 1)
            return Converted{.text = text->utf8};
    } else if (const auto *bytes = plain.as<BytesObject>(); bytes != nullptr && kind == TextKind::Bytes) {
        if (bytes->bytes.size() == 1)
            return Converted{.text = bytes->bytes};
    } else if (bigInteger(plain)) {
        const Outcome<std::int64_t> c = indexArgument(evaluator, plain);
        const std::int64_t limit = kind == TextKind::String ? 0x10FFFF : 255;
        if (!c || *c < 0 || *c > limit) {
            return evaluator.raise("OverflowError", kind == TextKind::String ? "%c arg not in range(0x110000)"
                                                                             : "%c arg not in range(256)");
        }
        return Converted{.text = kind == TextKind::String ? textOf(static_cast<char32_t>(*c))
                                                          : std::string(1, static_cast<char>(*c))};
    }
    return evaluator.raise("TypeError", kind == TextKind::String
                                            ? "%c requires int or char"
                                            : "%c requires an integer in range(256) or a single byte");
}

} // namespace

Outcome<Converted> converted(Evaluator &evaluator, TextKind kind, const Conversion &conversion,
                             Value argument)
{
    switch (conversion.type) {
    case U's':
    case U'r':
    case U'a':
    case U'b':
        return text(evaluator, kind, conversion, argument);
    case U'd':
    case U'i':
    case U'u':
    case U'o':
    case U'x':
    case U'X':
        return integer(evaluator, conversion, argument);
    case U'e':
    case U'E':
    case U'f':
    case U'F':
    case U'g':
    case U'G':
        return number(evaluator, conversion, argument);
    case U'c':
        return character(evaluator, kind, argument);
    default:
        return unsupported(evaluator, conversion);
    }
}

} // namespace athanor::python
