// SPDX-License-Identifier: GPL-3.0-or-later
// printf's way of formatting: "…" % arguments.
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/floatformat.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/dictionary.h"

#include <format>

namespace athanor::python {

namespace {

struct Conversion
{
    bool isLeft = false;
    bool hasPlus = false;
    bool hasSpace = false;
    bool isAlternate = false;
    bool hasZeros = false;
    std::int64_t width = -1;
    std::int64_t precision = -1;
    char32_t type = 0;
};

/// What a conversion has made: only numbers are filled with zeros, between sign and digits.
struct Converted
{
    std::string sign = {};
    std::string prefix = {};
    std::string text = {};
    bool isNumber = false;
};

enum class TextKind : std::uint8_t { String, Bytes };

class PercentFormatter
{
public:
    PercentFormatter(Evaluator &evaluator, std::u32string format, TextKind kind, Value arguments)
        : m_evaluator(evaluator)
        , m_format(std::move(format))
        , m_kind(kind)
        , m_arguments(arguments)
    {
        const Value plain = Evaluator::plain(arguments);
        if (const auto *tuple = plain.as<TupleObject>()) {
            m_values = tuple->items;
        } else {
            m_single = arguments;
            m_isMapping = isMapping(plain);
        }
    }

    Outcome<std::string> run()
    {
        while (m_at < m_format.size()) {
            const char32_t c = m_format[m_at++];
            if (c != U'%') {
                append(c);
                continue;
            }
            if (const Done done = convert(); !done)
                return std::unexpected(done.error());
        }
        const bool isAnyLeft = m_single ? !m_isSingleUsed : m_next < m_values.size();
        if (isAnyLeft && !m_isMapping) {
            return m_evaluator.raise("TypeError",
                                     m_kind == TextKind::String
                                         ? "not all arguments converted during string formatting"
                                         : "not all arguments converted during bytes formatting");
        }
        return std::move(m_result);
    }

private:
    /// Bytes are carried as code points below 256.
    void append(char32_t c)
    {
        if (m_kind == TextKind::Bytes)
            m_result += static_cast<char>(c);
        else
            m_result += textOf(c);
    }

    static bool isMapping(Value plain)
    {
        return plain.as<DictionaryObject>() != nullptr || plain.as<ListObject>() != nullptr
               || plain.as<BytesObject>() != nullptr || plain.as<RangeObject>() != nullptr
               || (plain.as<Instance>() != nullptr && plain.as<ValueInstance>() == nullptr);
    }

    std::unexpected<Raised> incomplete() { return m_evaluator.raise("ValueError", "incomplete format"); }

    Evaluated nextArgument()
    {
        if (m_single && !m_isSingleUsed) {
            m_isSingleUsed = true;
            return *m_single;
        }
        if (!m_single && m_next < m_values.size())
            return m_values[m_next++];
        return m_evaluator.raise("TypeError", "not enough arguments for format string");
    }

    Done readKey()
    {
        if (m_at >= m_format.size() || m_format[m_at] != U'(')
            return {};
        if (!m_isMapping)
            return m_evaluator.raise("TypeError", "format requires a mapping");
        int open = 1;
        const std::size_t begin = ++m_at;
        while (open > 0 && m_at < m_format.size()) {
            const char32_t c = m_format[m_at++];
            open += c == U'(' ? 1 : c == U')' ? -1 : 0;
        }
        if (open > 0 || m_at > m_format.size())
            return m_evaluator.raise("ValueError", "incomplete format key");
        const auto key = std::u32string_view(m_format).substr(begin, m_at - begin - 1);
        const Evaluated found = m_evaluator.item(m_arguments, keyValue(key));
        if (!found)
            return std::unexpected(found.error());
        m_single = *found;
        m_isSingleUsed = false;
        return {};
    }

    Value keyValue(std::u32string_view key)
    {
        if (m_kind == TextKind::String)
            return newText(m_evaluator, textOf(key));
        return newBytes(m_evaluator, std::string(key.begin(), key.end()));
    }

    void readFlags(Conversion &conversion)
    {
        for (; m_at < m_format.size(); ++m_at) {
            switch (m_format[m_at]) {
            case U'-':
                conversion.isLeft = true;
                continue;
            case U'+':
                conversion.hasPlus = true;
                continue;
            case U' ':
                conversion.hasSpace = true;
                continue;
            case U'#':
                conversion.isAlternate = true;
                continue;
            case U'0':
                conversion.hasZeros = true;
                continue;
            default:
                return;
            }
        }
    }

    /// A number, or '*' for the next argument; `tooBig` names what it is.
    Outcome<std::int64_t> readNumber(std::string_view tooBig, std::int64_t most, std::int64_t whenMissing)
    {
        if (m_at < m_format.size() && m_format[m_at] == U'*') {
            ++m_at;
            const Evaluated argument = nextArgument();
            if (!argument)
                return std::unexpected(argument.error());
            const Value plain = Evaluator::plain(*argument);
            if (!bigInteger(plain))
                return m_evaluator.raise("TypeError", "* wants int");
            return indexArgument(m_evaluator, plain);
        }
        std::int64_t number = whenMissing;
        for (; m_at < m_format.size() && m_format[m_at] >= U'0' && m_format[m_at] <= U'9'; ++m_at) {
            number = std::max<std::int64_t>(number, 0) * 10 + (m_format[m_at] - U'0');
            if (number > most)
                return m_evaluator.raise("ValueError", std::format("{} too big", tooBig));
        }
        return number;
    }

    Outcome<Conversion> readConversion()
    {
        Conversion conversion;
        readFlags(conversion);
        const auto width = readNumber("width", std::numeric_limits<std::int64_t>::max() / 16, -1);
        if (!width)
            return std::unexpected(width.error());
        conversion.isLeft = conversion.isLeft || *width < -1;
        conversion.width = *width < -1 ? -*width : *width;
        if (m_at < m_format.size() && m_format[m_at] == U'.') {
            ++m_at;
            const auto precision = readNumber("precision", std::numeric_limits<int>::max(), 0);
            if (!precision)
                return std::unexpected(precision.error());
            conversion.precision = std::max<std::int64_t>(0, *precision);
        }
        if (m_at < m_format.size() && std::u32string_view(U"hlL").contains(m_format[m_at]))
            ++m_at;
        if (m_at >= m_format.size())
            return incomplete();
        conversion.type = m_format[m_at++];
        if (const Done done = checkTextSize(m_evaluator, std::max(conversion.width, conversion.precision));
            !done)
            return std::unexpected(done.error());
        return conversion;
    }

    Done convert()
    {
        if (m_at < m_format.size() && m_format[m_at] == U'%') {
            m_result += '%';
            ++m_at;
            return {};
        }
        if (const Done done = readKey(); !done)
            return done;
        const Outcome<Conversion> conversion = readConversion();
        if (!conversion)
            return std::unexpected(conversion.error());
        const Evaluated argument = nextArgument();
        if (!argument)
            return std::unexpected(argument.error());
        const Outcome<Converted> converted = makeText(*conversion, *argument);
        if (!converted)
            return std::unexpected(converted.error());
        output(*conversion, *converted);
        return {};
    }

    Outcome<Converted> makeText(const Conversion &conversion, Value argument)
    {
        switch (conversion.type) {
        case U's':
        case U'r':
        case U'a':
        case U'b':
            return text(conversion, argument);
        case U'd':
        case U'i':
        case U'u':
        case U'o':
        case U'x':
        case U'X':
            return integer(conversion, argument);
        case U'e':
        case U'E':
        case U'f':
        case U'F':
        case U'g':
        case U'G':
            return number(conversion, argument);
        case U'c':
            return character(argument);
        default:
            return unsupported(conversion.type);
        }
    }

    std::unexpected<Raised> unsupported(char32_t type)
    {
        const std::string shown = type >= 32 && type < 127 ? textOf(type) : "?";
        return m_evaluator.raise("ValueError",
                                 std::format("unsupported format character '{}' (0x{:x}) at index {}", shown,
                                             static_cast<unsigned>(type), m_at - 1));
    }

    Outcome<Converted> text(const Conversion &conversion, Value argument)
    {
        if (conversion.type == U'b' && m_kind == TextKind::String)
            return unsupported(U'b');
        std::string result;
        if (m_kind == TextKind::Bytes && (conversion.type == U's' || conversion.type == U'b')) {
            const auto *bytes = Evaluator::plain(argument).as<BytesObject>();
            if (bytes == nullptr) {
                return m_evaluator.raise("TypeError",
                                         std::format("%b requires a bytes-like object, or an object that "
                                                     "implements __bytes__, not '{}'",
                                                     typeNameOf(m_evaluator, argument)));
            }
            result = bytes->bytes;
            if (conversion.precision >= 0)
                result.resize(std::min(result.size(), static_cast<std::size_t>(conversion.precision)));
            return Converted{.text = std::move(result)};
        }
        Outcome<std::string> shown =
            conversion.type == U's' ? m_evaluator.str(argument) : m_evaluator.repr(argument);
        if (!shown)
            return std::unexpected(shown.error());
        result = conversion.type == U'a' || m_kind == TextKind::Bytes ? asciiEscaped(*shown) : *shown;
        if (conversion.precision >= 0)
            result.resize(codePointOffset(result, static_cast<std::size_t>(conversion.precision)));
        return Converted{.text = std::move(result)};
    }

    Outcome<Converted> integer(const Conversion &conversion, Value argument)
    {
        const bool isDecimal = conversion.type == U'd' || conversion.type == U'i' || conversion.type == U'u';
        Outcome<BigInteger> number =
            isDecimal ? truncatedInteger(m_evaluator, argument) : integerArgument(m_evaluator, argument);
        if (!number) {
            if (number.error().isStop() || !hasRaised(m_evaluator, number.error(), "TypeError"))
                return std::unexpected(number.error());
            return m_evaluator.raise("TypeError", std::format("%{} format: {} is required, not {}",
                                                              static_cast<char>(conversion.type),
                                                              isDecimal ? "a real number" : "an integer",
                                                              typeNameOf(m_evaluator, argument)));
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

    static std::string signOf(const Conversion &conversion, bool isNegative)
    {
        return isNegative ? "-" : conversion.hasPlus ? "+" : conversion.hasSpace ? " " : "";
    }

    Outcome<Converted> number(const Conversion &conversion, Value argument)
    {
        const Outcome<double> value = floatArgument(m_evaluator, argument);
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

    Outcome<Converted> character(Value argument)
    {
        const Value plain = Evaluator::plain(argument);
        if (const auto *text = plain.as<StringObject>(); text != nullptr && m_kind == TextKind::String) {
            if (codePointCount(text->utf8) == 1)
                return Converted{.text = text->utf8};
        } else if (const auto *bytes = plain.as<BytesObject>();
                   bytes != nullptr && m_kind == TextKind::Bytes) {
            if (bytes->bytes.size() == 1)
                return Converted{.text = bytes->bytes};
        } else if (bigInteger(plain)) {
            const Outcome<std::int64_t> c = indexArgument(m_evaluator, plain);
            const std::int64_t limit = m_kind == TextKind::String ? 0x10FFFF : 255;
            if (!c || *c < 0 || *c > limit) {
                return m_evaluator.raise("OverflowError", m_kind == TextKind::String
                                                              ? "%c arg not in range(0x110000)"
                                                              : "%c arg not in range(256)");
            }
            return Converted{.text = m_kind == TextKind::String ? textOf(static_cast<char32_t>(*c))
                                                                : std::string(1, static_cast<char>(*c))};
        }
        return m_evaluator.raise("TypeError", m_kind == TextKind::String
                                                  ? "%c requires int or char"
                                                  : "%c requires an integer in range(256) or a single byte");
    }

    void output(const Conversion &conversion, const Converted &converted)
    {
        const std::string head = converted.sign + converted.prefix;
        const std::size_t length =
            head.size()
            + (m_kind == TextKind::String ? codePointCount(converted.text) : converted.text.size());
        const auto missing = static_cast<std::size_t>(
            std::max<std::int64_t>(0, conversion.width - static_cast<std::int64_t>(length)));
        if (conversion.isLeft)
            m_result += head + converted.text + std::string(missing, ' ');
        else if (conversion.hasZeros && converted.isNumber)
            m_result += head + std::string(missing, '0') + converted.text;
        else
            m_result += std::string(missing, ' ') + head + converted.text;
    }

    Evaluator &m_evaluator;
    const std::u32string m_format;
    const TextKind m_kind;
    const Value m_arguments;
    std::vector<Value> m_values;
    std::size_t m_next = 0;
    std::optional<Value> m_single; ///< what is no tuple, or what a key has found
    bool m_isSingleUsed = false;
    bool m_isMapping = false;
    std::size_t m_at = 0;
    std::string m_result;
};

} // namespace

Evaluated percentFormat(Evaluator &evaluator, Value text, Value arguments)
{
    const Value plain = Evaluator::plain(text);
    if (const auto *bytes = plain.as<BytesObject>()) {
        std::u32string format;
        for (const char c : bytes->bytes)
            format += static_cast<unsigned char>(c);
        Outcome<std::string> result =
            PercentFormatter(evaluator, std::move(format), TextKind::Bytes, arguments).run();
        if (!result)
            return std::unexpected(result.error());
        return newBytes(evaluator, *std::move(result));
    }
    const auto *string = plain.as<StringObject>();
    if (string == nullptr)
        return Value::notImplemented();
    const Outcome<std::string> result =
        PercentFormatter(evaluator, codePoints(string->utf8), TextKind::String, arguments).run();
    if (!result)
        return std::unexpected(result.error());
    return newText(evaluator, *result);
}

} // namespace athanor::python
