// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/lexer.h"

#include "core/python/scanner.h"
#include "core/python/unicode.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

const std::array<std::uint8_t, 256> characters::classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'a' + 'A')] =
            NameStart | NameContinue;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = NameContinue | Digit | HexDigit;
    for (int c = 'a'; c <= 'f'; ++c) {
        table[static_cast<std::size_t>(c)] |= HexDigit;
        table[static_cast<std::size_t>(c - 'a' + 'A')] |= HexDigit;
    }
    table['_'] = NameStart | NameContinue;
    for (std::size_t c = 0x80; c < 0x100; ++c)
        table[c] = NameStart | NameContinue;
    return table;
}();

Scanner::Scanner(const Source &source)
    : m_source(source)
    , m_begin(source.text.data())
    , m_end(source.text.data() + source.text.size())
    , m_at(m_begin)
{
    m_result.tokens.reserve(source.text.size() / 4 + 16);
}

TokenList Scanner::run()
{
    while (!m_result.error && !(m_at >= m_end && m_fstrings.empty()))
        token();
    if (!m_result.error)
        finish();
    const auto end = offset(std::min(m_at, m_end));
    m_result.tokens.push_back({TokenKind::End, 0, end, end});
    return std::move(m_result);
}

void Scanner::add(TokenKind kind, const char *begin, const char *end, unsigned flags)
{
    m_result.tokens.push_back({kind, static_cast<std::uint8_t>(flags), offset(begin), offset(end)});
}

void Scanner::fail(SyntaxCode code, const QString &message, const char *begin, const char *end,
                   Precedence precedence)
{
    m_result.error = SyntaxError{code, message, offset(begin), offset(end)};
    m_result.errorComesFirst = precedence == Precedence::OverParser;
}

void Scanner::token()
{
    if (!m_fstrings.empty() && m_fstrings.back().inLiteral)
        return fstringLiteral();
    if (m_atLineStart) {
        indentation();
        if (m_atLineStart || m_result.error)
            return;
    }
    while (*m_at == ' ' || *m_at == '\t' || *m_at == '\f')
        ++m_at;
    const char c = *m_at;
    if (characters::is(c, characters::NameStart))
        return name();
    if (characters::is(c, characters::Digit) || (c == '.' && characters::is(m_at[1], characters::Digit)))
        return number();
    switch (c) {
    case '\n':
        return newline();
    case '#':
        return comment();
    case '"':
    case '\'':
        return string(m_at, 0);
    case '\\':
        ++m_at;
        continuationLine();
        return;
    case '\0':
        if (!m_fstrings.empty())
            m_fstrings.clear(); // the open brace is reported by finish()
        return;
    default:
        return punctuation();
    }
}

void Scanner::newline()
{
    if (m_bracketCount == 0) {
        add(TokenKind::Newline, m_at, m_at + 1);
        m_atLineStart = true;
    }
    ++m_at;
}

void Scanner::comment()
{
    m_at = static_cast<const char *>(std::memchr(m_at, '\n', static_cast<std::size_t>(m_end - m_at)));
    if (!m_at)
        m_at = m_end;
}

void Scanner::name()
{
    const char *begin = m_at;
    const char *at = m_at;
    unsigned char all = 0;
    while (characters::is(*at, characters::NameContinue))
        all |= static_cast<unsigned char>(*at++);
    if ((*at == '"' || *at == '\'') && at - begin <= 2 && stringPrefix(at))
        return;
    m_at = at;
    if (all & 0x80) {
        if (isIdentifier(begin, at))
            add(TokenKind::Name, begin, at, NonAscii);
        return;
    }
    add(keywordKind({begin, static_cast<std::size_t>(at - begin)}), begin, at);
}

bool Scanner::stringPrefix(const char *nameEnd)
{
    unsigned flags = 0;
    bool formatted = false;
    for (const char *at = m_at; at < nameEnd; ++at) {
        unsigned flag = 0;
        switch (*at | 0x20) {
        case 'r':
            flag = RawString;
            break;
        case 'b':
            flag = BytesString;
            break;
        case 'u':
            flag = UnicodeString;
            break;
        case 'f':
            if (formatted)
                return false;
            formatted = true;
            continue;
        default:
            return false;
        }
        if (flags & flag)
            return false;
        flags |= flag;
    }
    if (((flags & UnicodeString) && nameEnd - m_at > 1) || (formatted && (flags & BytesString)))
        return false;
    const char *begin = m_at;
    m_at = nameEnd;
    if (formatted)
        startFString(begin, flags);
    else
        string(begin, flags);
    return true;
}

bool Scanner::isIdentifier(const char *begin, const char *end)
{
    for (const char *at = begin; at < end;) {
        const char *next = at;
        const char32_t c = decodeCodePoint(next);
        const bool fits = at == begin ? isIdentifierStart(c) : isIdentifierContinue(c);
        if (!fits) {
            invalidCharacter(at);
            return false;
        }
        at = next;
    }
    return true;
}

void Scanner::invalidCharacter(const char *at)
{
    const char *next = at;
    const char32_t c = decodeCodePoint(next);
    const QString number = QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0');
    if (isPrintable(c))
        fail(SyntaxCode::Character, u"invalid character '%1' (U+%2)"_s.arg(QString::fromUcs4(&c, 1), number),
             at, next);
    else
        fail(SyntaxCode::Character, u"invalid non-printable character U+%1"_s.arg(number), at, next);
}

TokenList tokenize(const Source &source)
{
    return Scanner(source).run();
}

} // namespace athanor::python
