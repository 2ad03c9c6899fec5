// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/formatspec.h"

#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/evaluator.h"

#include <format>
#include <limits>

using namespace std::string_view_literals;

namespace athanor::python {

namespace {

constexpr std::u32string_view Alignments = U"<>=^";

class SpecificationReader
{
public:
    SpecificationReader(Evaluator &evaluator, std::string_view text, const FormatDefaults &defaults)
        : m_evaluator(evaluator)
        , m_source(text)
        , m_defaults(defaults)
        , m_text(codePoints(text))
    {
    }

    Outcome<FormatSpecification> read()
    {
        readAlignment();
        if (isAt(U"+- "))
            m_result.sign = m_text[m_at++];
        m_result.coercesNegativeZero = takes(U'z');
        m_result.isAlternate = takes(U'#');
        if (!m_hasFill && isAt(U"0")) {
            m_result.fill = U'0';
            if (m_result.align == 0 && m_defaults.align == U'>')
                m_result.align = U'=';
            ++m_at;
        }
        if (const Done done = readNumber(m_result.width); !done)
            return std::unexpected(done.error());
        if (const Done done = readGrouping(); !done)
            return std::unexpected(done.error());
        if (takes(U'.')) {
            if (!isDigit())
                return m_evaluator.raise("ValueError", "Format specifier missing precision");
            if (const Done done = readNumber(m_result.precision); !done)
                return std::unexpected(done.error());
        }
        return readType();
    }

private:
    bool isAt(std::u32string_view characters) const
    {
        return m_at < m_text.size() && characters.contains(m_text[m_at]);
    }
    bool isDigit() const { return isAt(U"0123456789"); }
    bool takes(char32_t c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void readAlignment()
    {
        if (m_text.size() >= 2 && Alignments.contains(m_text[1])) {
            m_result.fill = m_text[0];
            m_result.align = m_text[1];
            m_hasFill = true;
            m_at = 2;
        } else if (isAt(Alignments)) {
            m_result.align = m_text[m_at++];
        }
    }

    Done readNumber(std::int64_t &number)
    {
        while (isDigit()) {
            const std::int64_t digit = m_text[m_at++] - U'0';
            number = std::max<std::int64_t>(number, 0);
            if (number > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
                return m_evaluator.raise("ValueError", "Too many decimal digits in format string");
            number = number * 10 + digit;
        }
        return {};
    }

    Done readGrouping()
    {
        if (takes(U','))
            m_result.grouping = U',';
        if (isAt(U"_")) {
            if (m_result.grouping != 0)
                return m_evaluator.raise("ValueError", "Cannot specify both ',' and '_'.");
            m_result.grouping = U'_';
            ++m_at;
        }
        if (m_result.grouping == U'_' && isAt(U","))
            return m_evaluator.raise("ValueError", "Cannot specify both ',' and '_'.");
        return {};
    }

    Outcome<FormatSpecification> readType()
    {
        if (m_text.size() - m_at > 1) {
            return m_evaluator.raise("ValueError",
                                     std::format("Invalid format specifier '{}' for object of type '{}'",
                                                 m_source, m_defaults.typeName));
        }
        if (m_at < m_text.size())
            m_result.type = m_text[m_at];
        if (m_result.grouping == 0)
            return m_result;
        // Decimal numbers may have both separators, other bases only '_'.
        const char32_t type = m_result.type == 0 ? m_defaults.type : m_result.type;
        const bool fits = type == 0 || U"defgEFG%"sv.contains(type)
                          || (m_result.grouping == U'_' && U"boxX"sv.contains(type));
        if (!fits) {
            return m_evaluator.raise("ValueError", std::format("Cannot specify '{}' with '{}'.",
                                                               textOf(m_result.grouping), formatCode(type)));
        }
        return m_result;
    }

    Evaluator &m_evaluator;
    std::string_view m_source;
    const FormatDefaults &m_defaults;
    std::u32string m_text;
    std::size_t m_at = 0;
    bool m_hasFill = false;
    FormatSpecification m_result;
};

} // namespace

Outcome<FormatSpecification> parseFormatSpecification(Evaluator &evaluator, std::string_view text,
                                                      const FormatDefaults &defaults)
{
    return SpecificationReader(evaluator, text, defaults).read();
}

std::string formatCode(char32_t type)
{
    if (type > U' ' && type < 128)
        return textOf(type);
    return std::format("\\x{:x}", static_cast<unsigned>(type));
}

Done checkTextSize(Evaluator &evaluator, std::int64_t characters)
{
    constexpr std::int64_t FreeOfCharge = 1024;
    if (characters <= FreeOfCharge)
        return {};
    return evaluator.step(static_cast<std::uint64_t>(characters));
}

static std::string repeated(char32_t c, std::int64_t count)
{
    if (count <= 0)
        return {};
    if (c < 0x80)
        return std::string(static_cast<std::size_t>(count), static_cast<char>(c));
    const std::string one = textOf(c);
    std::string result;
    for (std::int64_t i = 0; i < count; ++i)
        result += one;
    return result;
}

std::string padded(std::string_view text, std::int64_t length, std::int64_t width, char32_t fill,
                   char32_t align)
{
    const std::int64_t missing = std::max<std::int64_t>(0, width - length);
    const std::int64_t left = align == U'>' ? missing : align == U'^' ? missing / 2 : 0;
    return repeated(fill, left).append(text) + repeated(fill, missing - left);
}

std::string groupedDigits(std::string_view digits, std::size_t groupSize, std::string_view separator,
                          std::int64_t width)
{
    std::string reversed;
    std::size_t inGroup = 0;
    auto at = digits.rbegin();
    while (at != digits.rend() || std::cmp_less(reversed.size(), width)) {
        if (inGroup == groupSize) {
            reversed.append(separator);
            inGroup = 0;
        }
        reversed += at == digits.rend() ? '0' : *at++;
        ++inGroup;
    }
    return {reversed.rbegin(), reversed.rend()};
}

Outcome<std::string> formatText(Evaluator &evaluator, std::string_view text, std::string_view specification,
                                std::string_view typeName)
{
    if (specification.empty())
        return std::string(text);
    const auto parsed = parseFormatSpecification(evaluator, specification, {typeName, U's', U'<'});
    if (!parsed)
        return std::unexpected(parsed.error());
    if (parsed->type != 0 && parsed->type != U's') {
        return evaluator.raise("ValueError", std::format("Unknown format code '{}' for object of type '{}'",
                                                         formatCode(parsed->type), typeName));
    }
    if (parsed->sign == U' ')
        return evaluator.raise("ValueError", "Space not allowed in string format specifier");
    if (parsed->sign != 0)
        return evaluator.raise("ValueError", "Sign not allowed in string format specifier");
    if (parsed->coercesNegativeZero)
        return evaluator.raise("ValueError",
                               "Negative zero coercion (z) not allowed in string format specifier");
    if (parsed->isAlternate)
        return evaluator.raise("ValueError", "Alternate form (#) not allowed in string format specifier");
    if (parsed->align == U'=')
        return evaluator.raise("ValueError", "'=' alignment not allowed in string format specifier");
    if (const Done done = checkTextSize(evaluator, parsed->width); !done)
        return std::unexpected(done.error());
    if (parsed->precision >= 0)
        text = text.substr(0, codePointOffset(text, static_cast<std::size_t>(parsed->precision)));
    return padded(text, static_cast<std::int64_t>(codePointCount(text)), parsed->width, parsed->fill,
                  parsed->align == 0 ? U'<' : parsed->align);
}

} // namespace athanor::python
