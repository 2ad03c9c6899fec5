// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/stringliteral.h"

#include "core/python/unicode.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The character of an escape that stands for one: \n, \t, \\ …; -1 for the others.
int simpleEscape(char c)
{
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return -1;
    }
}

/// Up to three octal digits at `at`, which is moved behind them.
char32_t octalEscape(std::string_view body, std::size_t &at)
{
    char32_t value = 0;
    for (int digits = 0; digits < 3 && at < body.size() && body[at] >= '0' && body[at] <= '7'; ++digits, ++at)
        value = value * 8 + static_cast<char32_t>(body[at] - '0');
    return value;
}

class TextDecoder
{
public:
    explicit TextDecoder(std::string_view body)
        : m_body(body)
    {
    }

    DecodedLiteral run()
    {
        while (m_at < m_body.size() && m_result.error.isEmpty()) {
            const std::size_t escape = std::min(m_body.find('\\', m_at), m_body.size());
            m_result.text.append(m_body, m_at, escape - m_at);
            m_at = escape;
            if (m_at < m_body.size())
                escaped();
        }
        return std::move(m_result);
    }

private:
    void escaped()
    {
        const std::size_t begin = m_at++;
        if (m_at == m_body.size()) { // only in front of a brace of an f-string
            m_result.text += '\\';
            return;
        }
        const char c = m_body[m_at];
        if (const int simple = simpleEscape(c); simple >= 0) {
            m_result.text += static_cast<char>(simple);
            ++m_at;
        } else if (c >= '0' && c <= '7') {
            appendCodePoint(m_result.text, octalEscape(m_body, m_at));
        } else if (c == '\n') {
            ++m_at;
        } else if (c == 'x') {
            hexEscape(begin, 2, u"truncated \\xXX escape"_s);
        } else if (c == 'u') {
            hexEscape(begin, 4, u"truncated \\uXXXX escape"_s);
        } else if (c == 'U') {
            hexEscape(begin, 8, u"truncated \\UXXXXXXXX escape"_s);
        } else if (c == 'N') {
            namedEscape(begin);
        } else {
            m_result.text += '\\';
        }
    }

    void hexEscape(std::size_t begin, std::size_t digits, const QString &truncated)
    {
        char32_t value = 0;
        std::size_t read = 0;
        for (++m_at; read < digits && m_at < m_body.size() && hexValue(m_body[m_at]) >= 0; ++read, ++m_at)
            value = value * 16 + static_cast<char32_t>(hexValue(m_body[m_at]));
        if (read < digits)
            fail(begin, truncated);
        else if (value > 0x10FFFF)
            fail(begin, u"illegal Unicode character"_s);
        else
            appendCodePoint(m_result.text, value);
    }

    void namedEscape(std::size_t begin)
    {
        const std::size_t close = m_body.find('}', m_at);
        ++m_at;
        const bool isOpened = m_at < m_body.size() && m_body[m_at] == '{';
        if (isOpened && close == std::string_view::npos)
            m_at = m_body.size();
        if (!isOpened || close == std::string_view::npos || close == m_at + 1)
            return fail(begin, u"malformed \\N character escape"_s);
        m_result.hasNamedCharacters = true;
        m_result.text.append(m_body, begin, close + 1 - begin);
        m_at = close + 1;
    }

    /// Python counts a character outside ASCII as the ten of its \U escape.
    std::size_t position(std::size_t offset) const
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < offset; ++i) {
            const auto byte = static_cast<unsigned char>(m_body[i]);
            count += byte < 0x80 ? 1 : byte >= 0xC0 ? 10 : 0;
        }
        return count;
    }

    void fail(std::size_t begin, const QString &reason)
    {
        const std::size_t first = position(begin);
        const std::size_t last = position(std::min(m_at, m_body.size())) - 1;
        const QString where = last > first ? u"bytes in position %1-%2"_s.arg(first).arg(last)
                                           : u"byte 0x5c in position %1"_s.arg(first);
        m_result.error = u"(unicode error) 'unicodeescape' codec can't decode %1: %2"_s.arg(where, reason);
    }

    std::string_view m_body;
    std::size_t m_at = 0;
    DecodedLiteral m_result;
};

} // namespace

DecodedLiteral decodeText(std::string_view body)
{
    return TextDecoder(body).run();
}

DecodedLiteral decodeBytes(std::string_view body)
{
    DecodedLiteral result;
    for (std::size_t at = 0; at < body.size();) {
        const char c = body[at++];
        if (c != '\\' || at == body.size()) {
            result.text += c;
            continue;
        }
        const char escape = body[at];
        if (const int simple = simpleEscape(escape); simple >= 0) {
            result.text += static_cast<char>(simple);
            ++at;
        } else if (escape >= '0' && escape <= '7') {
            result.text += static_cast<char>(octalEscape(body, at) & 0xFF);
        } else if (escape == '\n') {
            ++at;
        } else if (escape == 'x') {
            const int high = at + 1 < body.size() ? hexValue(body[at + 1]) : -1;
            const int low = at + 2 < body.size() ? hexValue(body[at + 2]) : -1;
            if (high < 0 || low < 0) {
                result.error = u"(value error) invalid \\x escape at position %1"_s.arg(at - 1);
                return result;
            }
            result.text += static_cast<char>(high * 16 + low);
            at += 3;
        } else {
            result.text += '\\';
        }
    }
    return result;
}

} // namespace athanor::python
