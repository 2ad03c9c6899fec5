// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks, and the statements that steer: if, while, for, with.
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// The statement at hand when it is a compound one, or nullptr.
const Statement *Grammar::compoundStatement()
{
    switch (kind()) {
    case TokenKind::If:
        return ifStatement();
    case TokenKind::While:
        return whileStatement();
    case TokenKind::For:
        return forStatement(here(), false);
    case TokenKind::With:
        return withStatement(here(), false);
    case TokenKind::Try:
        return tryStatement();
    case TokenKind::Def:
        return function(here(), false, {});
    case TokenKind::Class:
        return classDefinition({});
    case TokenKind::At:
        return decorated();
    case TokenKind::Async:
        return asyncStatement();
    case TokenKind::Name:
        return isWord(*m_at, "match") && atMatchStatement() ? matchStatement() : nullptr;
    default:
        return nullptr;
    }
}

const Statement *Grammar::asyncStatement()
{
    const Token &async = take();
    const bool isLoopOrWith = kind() == TokenKind::For || kind() == TokenKind::With;
    if (isLoopOrWith && m_scope.function != FunctionKind::Async)
        misplaced(SyntaxCode::Placement,
                  (kind() == TokenKind::For ? u"'async for' outside async function"_s
                                            : u"'async with' outside async function"_s),
                  async.begin, async.end);
    if (kind() == TokenKind::For)
        return forStatement(async.begin, true);
    if (kind() == TokenKind::With)
        return withStatement(async.begin, true);
    if (kind() == TokenKind::Def)
        return function(async.begin, true, {});
    invalidSyntax();
    return closed(make<Pass>(async.begin));
}

/// What a colon ends in: the rest of the line, or an indented block. `after` and `keyword` are for the
/// message.
Block Grammar::block(const QString &after, std::uint32_t keyword)
{
    Collector<Statement> statements(*this);
    if (!accept(TokenKind::Newline)) {
        if (!failed())
            simpleStatements();
        return statements.list();
    }
    if (!accept(TokenKind::Indent)) {
        failHere(SyntaxCode::Indentation, u"expected an indented block after %1 on line %2"_s.arg(after).arg(
                                              m_source.lineAt(keyword)));
        return {};
    }
    while (kind() != TokenKind::Dedent && kind() != TokenKind::End)
        statement();
    accept(TokenKind::Dedent);
    return statements.list();
}

Block Grammar::loopBody(const QString &after, std::uint32_t keyword)
{
    const bool outer = m_scope.inLoop;
    m_scope.inLoop = true;
    const Block body = block(after, keyword);
    m_scope.inLoop = outer;
    return body;
}

Block Grammar::elseBlock()
{
    if (kind() != TokenKind::Else)
        return {};
    const std::uint32_t begin = take().begin;
    expectColon(ColonRule::Always);
    return block(u"'else' statement"_s, begin);
}

/// A chain of elifs is read in a loop: it may be long.
const Statement *Grammar::ifStatement()
{
    std::vector<If *> chain;
    do {
        const bool isElif = kind() == TokenKind::Elif;
        auto *node = make<If>(take().begin);
        node->condition = namedExpression();
        checkConditionAssignment(node->condition);
        expectColon(ColonRule::BeforeLineEnd);
        node->body = block(isElif ? u"'elif' statement"_s : u"'if' statement"_s, node->begin);
        chain.push_back(node);
    } while (kind() == TokenKind::Elif);
    chain.back()->orElse = elseBlock();
    const Block last = chain.back()->orElse.empty() ? chain.back()->body : chain.back()->orElse;
    const std::uint32_t end = last.empty() ? 0 : last.back()->end;
    for (std::size_t i = chain.size(); i-- > 0;) {
        chain[i]->end = end;
        if (i > 0) {
            const Statement *arm = chain[i];
            chain[i - 1]->orElse = m_arena.copy(&arm, 1);
        }
    }
    return chain.front();
}

/// Statements end with their last line, not with the dedent behind it.
template<typename T>
static const T *endingWith(T *node, Block last)
{
    node->end = last.empty() ? node->begin : last.back()->end;
    return node;
}

const Statement *Grammar::whileStatement()
{
    auto *node = make<While>(take().begin);
    node->condition = namedExpression();
    checkConditionAssignment(node->condition);
    expectColon(ColonRule::BeforeLineEnd);
    node->body = loopBody(u"'while' statement"_s, node->begin);
    node->orElse = elseBlock();
    return endingWith(node, node->orElse.empty() ? node->body : node->orElse);
}

const Statement *Grammar::forStatement(std::uint32_t begin, bool isAsync)
{
    auto *node = make<For>(begin);
    const std::uint32_t keyword = take().begin;
    node->isAsync = isAsync;
    node->target = starTargets();
    checkTarget(node->target, TargetUse::For);
    expect(TokenKind::In);
    node->iterable = starExpressions();
    expectColon(ColonRule::BeforeLineEnd);
    node->body = loopBody(u"'for' statement"_s, keyword);
    node->orElse = elseBlock();
    return endingWith(node, node->orElse.empty() ? node->body : node->orElse);
}

/// At a parenthesis behind `with`: whether it encloses the items ("with (a as b, c):") and is not part of an
/// expression.
bool Grammar::withItemsInParentheses() const
{
    int depth = 0;
    bool hasAs = false;
    bool isExpression = nextKind() == TokenKind::RightParen || nextKind() == TokenKind::Yield
                        || nextKind() == TokenKind::Star;
    for (const Token *at = m_at; at->kind != TokenKind::End && at->kind != TokenKind::Newline; ++at) {
        switch (at->kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
            ++depth;
            break;
        case TokenKind::RightParen:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace:
            if (--depth == 0)
                return hasAs || (at[1].kind == TokenKind::Colon && !isExpression);
            break;
        case TokenKind::As:
            hasAs = hasAs || depth == 1;
            break;
        case TokenKind::For:
        case TokenKind::ColonEqual:
            isExpression = isExpression || depth == 1;
            break;
        case TokenKind::Star:
            isExpression = isExpression || (depth == 1 && at[-1].kind == TokenKind::Comma);
            break;
        default:
            break;
        }
    }
    return false;
}

const WithItem *Grammar::withItem()
{
    auto *item = make<WithItem>(here());
    item->context = expression();
    if (accept(TokenKind::As)) {
        item->target = kind() == TokenKind::Star ? starExpression() : trailers(atom());
        checkTarget(item->target, TargetUse::Assign);
    }
    return closed(item);
}

const Statement *Grammar::withStatement(std::uint32_t begin, bool isAsync)
{
    auto *node = make<With>(begin);
    const std::uint32_t keyword = take().begin;
    node->isAsync = isAsync;
    Collector<WithItem> items(*this);
    if (kind() == TokenKind::LeftParen && withItemsInParentheses()) {
        take();
        do {
            items.add(withItem());
        } while (accept(TokenKind::Comma) && kind() != TokenKind::RightParen);
        expectClosing(TokenKind::RightParen,
                      items.at(items.size() - 1)->target ? nullptr : items.at(items.size() - 1)->context);
    } else {
        do {
            items.add(withItem());
        } while (accept(TokenKind::Comma));
    }
    expectColon(ColonRule::BeforeLineEnd);
    node->items = items.list();
    node->body = block(u"'with' statement"_s, keyword);
    return endingWith(node, node->body);
}

} // namespace athanor::python
