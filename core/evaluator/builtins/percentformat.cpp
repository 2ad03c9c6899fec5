// SPDX-License-Identifier: GPL-3.0-or-later
// printf's way of formatting: "…" % arguments.
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/percentconversion.h"
#include "core/evaluator/dictionary.h"

#include <format>

namespace athanor::python {

namespace {

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
        conversion.position = m_at;
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
        const Outcome<Converted> result = converted(m_evaluator, m_kind, *conversion, *argument);
        if (!result)
            return std::unexpected(result.error());
        output(*conversion, *result);
        return {};
    }

    void output(const Conversion &conversion, const Converted &result)
    {
        const std::string head = result.sign + result.prefix;
        const std::size_t length =
            head.size() + (m_kind == TextKind::String ? codePointCount(result.text) : result.text.size());
        const auto missing = static_cast<std::size_t>(
            std::max<std::int64_t>(0, conversion.width - static_cast<std::int64_t>(length)));
        if (conversion.isLeft)
            m_result += head + result.text + std::string(missing, ' ');
        else if (conversion.hasZeros && result.isNumber)
            m_result += head + std::string(missing, '0') + result.text;
        else
            m_result += std::string(missing, ' ') + head + result.text;
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
