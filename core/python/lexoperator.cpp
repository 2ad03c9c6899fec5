// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/scanner.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

void Scanner::operatorToken(TokenKind kind, int length)
{
    add(kind, m_at, m_at + length);
    m_at += length;
}

void Scanner::punctuation()
{
    const char second = m_at[1];
    /// One character, or two with '=' behind.
    const auto withEqual = [&](TokenKind plain, TokenKind assigned) {
        operatorToken(second == '=' ? assigned : plain, second == '=' ? 2 : 1);
    };
    /// The doubled character, each form with or without '='.
    const auto doubled = [&](TokenKind twice, TokenKind twiceEqual) {
        operatorToken(m_at[2] == '=' ? twiceEqual : twice, m_at[2] == '=' ? 3 : 2);
    };
    const char c = *m_at;
    switch (c) {
    case '(':
        return openBracket(TokenKind::LeftParen);
    case '[':
        return openBracket(TokenKind::LeftBracket);
    case '{':
        return openBracket(TokenKind::LeftBrace);
    case ')':
        return closeBracket(TokenKind::RightParen);
    case ']':
        return closeBracket(TokenKind::RightBracket);
    case '}':
        return closeBracket(TokenKind::RightBrace);
    case ':':
        return replacementFieldColon() ? void() : withEqual(TokenKind::Colon, TokenKind::ColonEqual);
    case ',':
        return operatorToken(TokenKind::Comma, 1);
    case ';':
        return operatorToken(TokenKind::Semicolon, 1);
    case '~':
        return operatorToken(TokenKind::Tilde, 1);
    case '.':
        return second == '.' && m_at[2] == '.' ? operatorToken(TokenKind::Ellipsis, 3)
                                               : operatorToken(TokenKind::Dot, 1);
    case '-':
        return second == '>' ? operatorToken(TokenKind::Arrow, 2)
                             : withEqual(TokenKind::Minus, TokenKind::MinusEqual);
    case '+':
        return withEqual(TokenKind::Plus, TokenKind::PlusEqual);
    case '@':
        return withEqual(TokenKind::At, TokenKind::AtEqual);
    case '%':
        return withEqual(TokenKind::Percent, TokenKind::PercentEqual);
    case '|':
        return withEqual(TokenKind::Pipe, TokenKind::PipeEqual);
    case '&':
        return withEqual(TokenKind::Ampersand, TokenKind::AmpersandEqual);
    case '^':
        return withEqual(TokenKind::Caret, TokenKind::CaretEqual);
    case '=':
        return withEqual(TokenKind::Equal, TokenKind::EqualEqual);
    case '!':
        return withEqual(TokenKind::Exclamation, TokenKind::NotEqual);
    case '*':
        return second == '*' ? doubled(TokenKind::DoubleStar, TokenKind::DoubleStarEqual)
                             : withEqual(TokenKind::Star, TokenKind::StarEqual);
    case '/':
        return second == '/' ? doubled(TokenKind::DoubleSlash, TokenKind::DoubleSlashEqual)
                             : withEqual(TokenKind::Slash, TokenKind::SlashEqual);
    case '<':
        if (second == '>')
            return operatorToken(TokenKind::Unknown, 2);
        return second == '<' ? doubled(TokenKind::LeftShift, TokenKind::LeftShiftEqual)
                             : withEqual(TokenKind::Less, TokenKind::LessEqual);
    case '>':
        return second == '>' ? doubled(TokenKind::RightShift, TokenKind::RightShiftEqual)
                             : withEqual(TokenKind::Greater, TokenKind::GreaterEqual);
    case '$':
    case '?':
    case '`':
        return operatorToken(TokenKind::Unknown, 1);
    default:
        return invalidCharacter(m_at);
    }
}

void Scanner::openBracket(TokenKind kind)
{
    if (m_bracketCount == MaximumBrackets)
        return fail(SyntaxCode::TooDeep, u"too many nested parentheses"_s, m_at, m_at + 1);
    m_brackets[m_bracketCount++] = {*m_at, offset(m_at)};
    if (!m_fstrings.empty())
        ++m_fstrings.back().depth;
    operatorToken(kind, 1);
}

static bool matches(char opening, char closing)
{
    return (opening == '(' && closing == ')') || (opening == '[' && closing == ']')
           || (opening == '{' && closing == '}');
}

void Scanner::closeBracket(TokenKind kind)
{
    const char c = *m_at;
    FString *outer = m_fstrings.empty() ? nullptr : &m_fstrings.back();
    if (outer && outer->depth == 0 && c == '}')
        return fail(SyntaxCode::FormattedString, u"f-string: single '}' is not allowed"_s, m_at, m_at + 1);
    if (m_bracketCount == 0)
        return fail(SyntaxCode::Bracket, u"unmatched '%1'"_s.arg(QLatin1Char(c)), m_at, m_at + 1);
    const Bracket opening = m_brackets[--m_bracketCount];
    if (!matches(opening.opening, c))
        return mismatchedBracket(opening);
    if (outer) {
        --outer->depth;
        if (outer->depth < 0)
            return fail(SyntaxCode::FormattedString, u"f-string: unmatched '%1'"_s.arg(QLatin1Char(c)), m_at,
                        m_at + 1);
        if (c == '}' && outer->depth == outer->expressionDepth) {
            --outer->expressionDepth;
            outer->inLiteral = true;
            // The next text belongs to the format specification that this field stands in, if any.
            outer->inFormatSpec = outer->expressionDepth >= 0;
        }
    }
    operatorToken(kind, 1);
}

void Scanner::mismatchedBracket(const Bracket &opening)
{
    const QLatin1Char c(*m_at);
    if (!m_fstrings.empty() && opening.opening == '{'
        && m_fstrings.back().depth - 1 == m_fstrings.back().expressionDepth)
        return fail(SyntaxCode::FormattedString, u"f-string: unmatched '%1'"_s.arg(c), m_at, m_at + 1);
    QString message = u"closing parenthesis '%1' does not match opening parenthesis '%2'"_s.arg(c).arg(
        QLatin1Char(opening.opening));
    const int line = m_source.lineAt(opening.offset);
    if (line != m_source.lineAt(offset(m_at)))
        message += u" on line %1"_s.arg(line);
    fail(SyntaxCode::Bracket, message, m_at, m_at + 1);
}

/// A colon directly in a replacement field begins the format specification, even before '='.
bool Scanner::replacementFieldColon()
{
    if (m_fstrings.empty() || m_fstrings.back().depth - 1 != m_fstrings.back().expressionDepth)
        return false;
    m_fstrings.back().inLiteral = true;
    m_fstrings.back().inFormatSpec = true;
    operatorToken(TokenKind::Colon, 1);
    return true;
}

} // namespace athanor::python
