// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/scanner.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

void Scanner::invalidNumber(const QString &message, const char *at)
{
    fail(SyntaxCode::Number, message, at, at + 1);
}

void Scanner::number()
{
    const char *begin = m_at;
    if (*m_at == '0')
        return zeroNumber(begin);
    if (*m_at != '.' && !decimalDigits())
        return;
    fractionAndExponent(begin, TokenKind::Integer);
}

static bool isDigitOf(char c, char base)
{
    switch (base) {
    case 'x':
        return characters::is(c, characters::HexDigit);
    case 'o':
        return c >= '0' && c <= '7';
    default:
        return c == '0' || c == '1';
    }
}

static const char *baseName(char base)
{
    return base == 'x' ? "hexadecimal" : base == 'o' ? "octal" : "binary";
}

/// The digits behind 0x, 0o or 0b.
bool Scanner::digitsWithBase(char base)
{
    const auto wrong = [&](const char *at) {
        const QLatin1StringView name(baseName(base));
        if (characters::is(*at, characters::Digit))
            invalidNumber(u"invalid digit '%1' in %2 literal"_s.arg(QLatin1Char(*at)).arg(name), at);
        else
            invalidNumber(u"invalid %1 literal"_s.arg(name), at - 1);
        return false;
    };
    do {
        if (*m_at == '_')
            ++m_at;
        if (!isDigitOf(*m_at, base))
            return wrong(m_at);
        while (isDigitOf(*m_at, base))
            ++m_at;
    } while (*m_at == '_');
    if (base != 'x' && characters::is(*m_at, characters::Digit))
        return wrong(m_at);
    return endOfNumber(baseName(base));
}

/// Digits with single underscores between them; moves behind them.
bool Scanner::decimalDigits()
{
    for (;;) {
        while (characters::is(*m_at, characters::Digit))
            ++m_at;
        if (*m_at != '_')
            return true;
        ++m_at;
        if (!characters::is(*m_at, characters::Digit)) {
            invalidNumber(u"invalid decimal literal"_s, m_at - 1);
            return false;
        }
    }
}

void Scanner::zeroNumber(const char *begin)
{
    const char base = static_cast<char>(m_at[1] | 0x20);
    if (base == 'x' || base == 'o' || base == 'b') {
        m_at += 2;
        if (digitsWithBase(base))
            add(TokenKind::Integer, begin, m_at);
        return;
    }
    if (!decimalDigits())
        return;
    const char *digitsEnd = m_at;
    bool onlyZeros = true;
    for (const char *at = begin; at < digitsEnd; ++at)
        onlyZeros = onlyZeros && (*at == '0' || *at == '_');
    const char c = *m_at;
    if (!onlyZeros && c != '.' && (c | 0x20) != 'e' && (c | 0x20) != 'j') {
        const char *zeros = begin;
        while (*zeros == '0' || *zeros == '_')
            ++zeros;
        return fail(
            SyntaxCode::Number,
            u"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"_s,
            begin, zeros);
    }
    fractionAndExponent(begin, TokenKind::Integer);
}

void Scanner::fractionAndExponent(const char *begin, TokenKind kind)
{
    if (*m_at == '.') {
        kind = TokenKind::Float;
        ++m_at;
        if (characters::is(*m_at, characters::Digit) && !decimalDigits())
            return;
    }
    if (*m_at == 'e' || *m_at == 'E') {
        const char *exponent = m_at + 1;
        const bool isSigned = *exponent == '+' || *exponent == '-';
        if (characters::is(exponent[isSigned ? 1 : 0], characters::Digit)) {
            kind = TokenKind::Float;
            m_at = exponent + (isSigned ? 1 : 0);
            if (!decimalDigits())
                return;
        } else if (isSigned) {
            return invalidNumber(u"invalid decimal literal"_s, exponent);
        }
    }
    if (*m_at == 'j' || *m_at == 'J') {
        ++m_at;
        if (endOfNumber("imaginary"))
            add(TokenKind::Imaginary, begin, m_at);
        return;
    }
    if (endOfNumber("decimal"))
        add(kind, begin, m_at);
}

/// A name may not follow a number, but these keywords may ("1if x else 2").
bool Scanner::endOfNumber(const char *kind)
{
    const char c = *m_at;
    if (!characters::is(c, characters::NameContinue))
        return true;
    for (const std::string_view word : {"and", "else", "for", "if", "in", "is", "not", "or"}) {
        if (std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word))
            return true;
    }
    if (static_cast<unsigned char>(c) >= 0x80) {
        const char *end = m_at;
        while (characters::is(*end, characters::NameContinue))
            ++end;
        if (!isIdentifier(m_at, end))
            return false;
    }
    invalidNumber(u"invalid %1 literal"_s.arg(QLatin1StringView(kind)), m_at - 1);
    return false;
}

} // namespace athanor::python
