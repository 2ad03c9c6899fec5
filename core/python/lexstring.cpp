// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/scanner.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// A string or bytes literal; m_at is at its quote.
void Scanner::string(const char *begin, unsigned flags)
{
    const char quote = *m_at;
    const bool triple = m_at[1] == quote && m_at[2] == quote;
    const char *at = m_at + (triple ? 3 : 1);
    if (triple)
        flags |= TripleQuoted;
    unsigned char all = 0;
    for (;;) {
        const char c = *at;
        all |= static_cast<unsigned char>(c);
        if (c == quote) {
            if (!triple || (at[1] == quote && at[2] == quote))
                break;
        } else if (c == '\\') {
            flags |= HasBackslash;
            ++at;
            all |= static_cast<unsigned char>(*at);
            if (atEnd(at))
                return unterminatedString(begin, quote, triple, at);
        } else if (c == '\n' ? !triple : (c == '\0' && atEnd(at))) {
            return unterminatedString(begin, quote, triple, at);
        }
        ++at;
    }
    m_at = at + (triple ? 3 : 1);
    add(TokenKind::String, begin, m_at, flags | (all & 0x80 ? NonAscii : 0));
}

void Scanner::unterminatedString(const char *begin, char quote, bool triple, const char *at)
{
    if (!m_fstrings.empty() && m_fstrings.back().quote == quote && m_fstrings.back().triple == triple)
        return fail(SyntaxCode::FormattedString, u"f-string: expecting '}'"_s, begin, begin + 1);
    const std::uint32_t last = triple && at > m_begin ? offset(at) - 1 : offset(at);
    fail(
        SyntaxCode::String,
        u"unterminated %1string literal (detected at line %2)"_s.arg(triple ? u"triple-quoted "_s : QString())
            .arg(m_source.lineAt(last)),
        begin, begin + 1);
}

void Scanner::startFString(const char *begin, unsigned flags)
{
    const char quote = *m_at;
    const bool triple = m_at[1] == quote && m_at[2] == quote;
    if (m_fstrings.size() == MaximumFStrings)
        return fail(SyntaxCode::TooDeep, u"too many nested f-strings"_s, begin, m_at);
    m_at += triple ? 3 : 1;
    FString fstring;
    fstring.quote = quote;
    fstring.triple = triple;
    fstring.raw = flags & RawString;
    fstring.begin = offset(begin);
    m_fstrings.push_back(fstring);
    add(TokenKind::FStringStart, begin, m_at, flags | (triple ? TripleQuoted : 0));
}

void Scanner::addLiteral(const char *begin, const char *end, unsigned flags)
{
    if (end > begin)
        add(TokenKind::FStringMiddle, begin, end, flags | (m_fstrings.back().raw ? RawString : 0));
}

/// Ends the innermost f-string when its quotes are at m_at.
bool Scanner::fstringEnd(const char *begin, unsigned flags)
{
    const FString &string = m_fstrings.back();
    const char *at = m_at;
    if (string.triple && (at[1] != string.quote || at[2] != string.quote))
        return false;
    addLiteral(begin, at, flags);
    m_at += string.triple ? 3 : 1;
    add(TokenKind::FStringEnd, at, m_at);
    m_fstrings.pop_back();
    return true;
}

/// The text of an f-string up to a replacement field, the field's end or the string's.
void Scanner::fstringLiteral()
{
    FString &string = m_fstrings.back();
    const char *begin = m_at;
    unsigned flags = 0;
    for (;; ++m_at) {
        const char c = *m_at;
        if (static_cast<unsigned char>(c) >= 0x80)
            flags |= NonAscii;
        if (c == string.quote) {
            if (fstringEnd(begin, flags))
                return;
        } else if (c == '{') {
            if (m_at[1] == '{' && !string.inFormatSpec) {
                addLiteral(begin, ++m_at, flags);
                begin = m_at + 1;
                flags = 0;
                continue;
            }
            addLiteral(begin, m_at, flags);
            if (string.expressionDepth + 1 >= MaximumReplacementDepth)
                return fail(SyntaxCode::FormattedString, u"f-string: expressions nested too deeply"_s, m_at,
                            m_at + 1);
            ++string.expressionDepth;
            string.inLiteral = false;
            return openBracket(TokenKind::LeftBrace);
        } else if (c == '}') {
            if (m_at[1] == '}' && !string.inFormatSpec) {
                addLiteral(begin, ++m_at, flags);
                begin = m_at + 1;
                flags = 0;
                continue;
            }
            addLiteral(begin, m_at, flags);
            string.inLiteral = false;
            return closeBracket(TokenKind::RightBrace);
        } else if (c == '\\') {
            flags |= HasBackslash;
            const char next = m_at[1];
            if (next == '{' || next == '}')
                continue;
            if (!string.raw && next == 'N' && m_at[2] == '{') {
                const char *close = m_at + 3;
                while (*close != '}' && *close != '\n' && *close != string.quote && !atEnd(close))
                    ++close;
                m_at = *close == '}' ? close : close - 1;
            } else if (!atEnd(m_at + 1)) {
                ++m_at;
            }
        } else if (c == '\n' ? !string.triple : (c == '\0' && atEnd(m_at))) {
            if (c != '\n' || !string.inFormatSpec)
                return unterminatedFString(m_at);
            // A line's end in a format specification ends only the specification.
            addLiteral(begin, m_at, flags);
            string.inLiteral = false;
            string.inFormatSpec = false;
            return;
        }
    }
}

void Scanner::unterminatedFString(const char *at)
{
    const FString &string = m_fstrings.back();
    const char *begin = m_begin + string.begin;
    const std::uint32_t last = string.triple && at > m_begin ? offset(at) - 1 : offset(at);
    fail(SyntaxCode::String,
         u"unterminated %1f-string literal (detected at line %2)"_s
             .arg(string.triple ? u"triple-quoted "_s : QString())
             .arg(m_source.lineAt(last)),
         begin, begin + 1);
}

} // namespace athanor::python
