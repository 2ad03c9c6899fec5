// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/grammar.h"

#include "core/python/unicode.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// What the parser stands on after an error. The token in front is for previousEnd().
static constexpr Token Stopped[2] = {};

Grammar::Grammar(const Source &source, const TokenList &tokens, Arena &arena)
    : m_source(source)
    , m_tokens(tokens)
    , m_arena(arena)
    , m_at(tokens.tokens.data())
{
    m_scratch.reserve(64);
}

const Module *Grammar::module()
{
    auto *module = make<Module>(0);
    module->end = static_cast<std::uint32_t>(m_source.text.size());
    Collector<Statement> body(*this);
    while (kind() != TokenKind::End)
        statement();
    settleError();
    module->body = body.list();
    return m_error ? nullptr : module;
}

const Expression *Grammar::evaluated()
{
    const Expression *value = starExpressions();
    accept(TokenKind::Newline);
    if (kind() != TokenKind::End)
        invalidSyntax();
    settleError();
    return m_error ? nullptr : value;
}

/// Chooses among the parser's, the lexer's and the compiler's error as CPython does.
void Grammar::settleError()
{
    const bool lexerStopped = m_tokens.error.has_value();
    if (lexerStopped) {
        const bool reachedEnd = !m_error || m_reached >= m_tokens.tokens.back().begin;
        const bool unclosed = m_tokens.error->code == SyntaxCode::Bracket && !m_tokens.errorComesFirst;
        const bool unclosedBefore =
            unclosed && m_error && m_source.lineAt(m_reached) > m_source.lineAt(m_tokens.error->begin);
        if (m_tokens.errorComesFirst || reachedEnd || unclosedBefore)
            m_error = m_tokens.error;
    }
    if (!m_error)
        m_error = m_misplaced;
}

const Expression *Grammar::placeholder()
{
    static constexpr Singleton None;
    return &None;
}

void Grammar::fail(SyntaxCode code, const QString &message, std::uint32_t begin, std::uint32_t end)
{
    if (!m_error) {
        m_error = SyntaxError{code, message, begin, end};
        m_reached = m_at->begin;
    }
    m_at = &Stopped[1];
}

void Grammar::failHere(SyntaxCode code, const QString &message)
{
    fail(code, message, m_at->begin, m_at->end);
}

void Grammar::misplaced(SyntaxCode code, const QString &message, std::uint32_t begin, std::uint32_t end)
{
    if (!m_misplaced && !m_error)
        m_misplaced = SyntaxError{code, message, begin, end};
}

void Grammar::invalidSyntax()
{
    if (kind() == TokenKind::Indent)
        return fail(SyntaxCode::Indentation, u"unexpected indent"_s, here() - 1, here());
    if (kind() == TokenKind::Dedent)
        return failHere(SyntaxCode::Indentation, u"unexpected unindent"_s);
    if (kind() == TokenKind::Not) // behind an operand: it is the `in` that is missing
        ++m_at;
    failHere(SyntaxCode::Syntax, u"invalid syntax"_s);
}

void Grammar::tooDeep()
{
    failHere(SyntaxCode::TooDeep, u"the code is nested more than %1 levels deep"_s.arg(MaximumDepth));
}

void Grammar::expect(TokenKind kind)
{
    if (!accept(kind))
        invalidSyntax();
}

void Grammar::expectColon(ColonRule rule)
{
    if (accept(TokenKind::Colon))
        return;
    if (rule == ColonRule::Always || kind() == TokenKind::Newline)
        return failHere(SyntaxCode::Expected, u"expected ':'"_s);
    invalidSyntax();
}

std::string_view Grammar::nameText(const Token &token)
{
    if (!token.has(NonAscii))
        return text(token);
    return m_arena.copy(normalizedName(text(token)));
}

std::string_view Grammar::identifier()
{
    if (kind() == TokenKind::Name)
        return nameText(take());
    invalidSyntax();
    return {};
}

bool Grammar::startsExpression(const Token &token) const
{
    switch (token.kind) {
    case TokenKind::Name:
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::Imaginary:
    case TokenKind::String:
    case TokenKind::FStringStart:
    case TokenKind::LeftParen:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Ellipsis:
    case TokenKind::Tilde:
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::False:
    case TokenKind::None:
    case TokenKind::True:
    case TokenKind::Await:
    case TokenKind::Lambda:
    case TokenKind::Not:
        return true;
    default:
        return false;
    }
}

} // namespace athanor::python
