// SPDX-License-Identifier: GPL-3.0-or-later
// Simple statements.
#include "core/python/describe.h"
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

void Grammar::statement()
{
    const DepthGuard guard(*this);
    if (failed())
        return;
    if (const Statement *compound = compoundStatement())
        m_scratch.push_back(compound);
    else
        simpleStatements();
}

void Grammar::simpleStatements()
{
    do {
        const Statement *statement = simpleStatement();
        m_scratch.push_back(statement);
    } while (accept(TokenKind::Semicolon) && kind() != TokenKind::Newline);
    expect(TokenKind::Newline);
}

const Statement *Grammar::simpleStatement()
{
    switch (kind()) {
    case TokenKind::Pass:
        return closed(make<Pass>(take().begin));
    case TokenKind::Break:
    case TokenKind::Continue:
        return loopExit();
    case TokenKind::Return:
        return returnStatement();
    case TokenKind::Raise:
        return raise();
    case TokenKind::Global:
    case TokenKind::Nonlocal:
        return scopeNames(kind() == TokenKind::Global);
    case TokenKind::Del:
        return deletion();
    case TokenKind::Assert:
        return assertion();
    case TokenKind::Import:
        return import();
    case TokenKind::From:
        return importFrom();
    case TokenKind::Name:
        if (nextKind() == TokenKind::Name && isWord(*m_at, "type"))
            return typeAlias();
        return expressionStatement();
    default:
        return expressionStatement();
    }
}

const Statement *Grammar::expressionStatement()
{
    const Token &first = *m_at;
    const Expression *value = yieldOrStarExpressions();
    if (kind() == TokenKind::Equal)
        return assignment(value);
    if (kind() >= TokenKind::PlusEqual && kind() <= TokenKind::DoubleSlashEqual)
        return augmented(value);
    if (kind() == TokenKind::Colon)
        return annotated(first, value);
    if (kind() != TokenKind::Newline && kind() != TokenKind::Semicolon)
        checkLegacyStatement(value);
    checkStarredValue(value);
    auto *node = make<ExpressionStatement>(first.begin);
    node->value = value;
    return closed(node);
}

/// Python 2's "print x".
void Grammar::checkLegacyStatement(const Expression *value)
{
    const auto *name = value->as<Name>();
    if (!name || (name->id != "print" && name->id != "exec") || !startsExpression(*m_at) || failed())
        return;
    const QString word = QString::fromLatin1(name->id.data(), static_cast<qsizetype>(name->id.size()));
    const Expression *printed = starExpressions();
    if (!failed())
        fail(SyntaxCode::Syntax, u"Missing parentheses in call to '%1'. Did you mean %1(...)?"_s.arg(word),
             name->begin, printed->end);
}

const Statement *Grammar::assignment(const Expression *first)
{
    auto *node = make<Assignment>(first->begin);
    Collector<Expression> targets(*this);
    const Expression *value = first;
    while (kind() == TokenKind::Equal) {
        const Token *equal = m_at;
        take();
        const Expression *target = value;
        value = yieldOrStarExpressions();
        if (failed())
            break;
        if (target->kind == ExpressionKind::Yield || target->kind == ExpressionKind::YieldFrom) {
            failAt(SyntaxCode::Target, u"assignment to yield expression not possible"_s, *target);
            break;
        }
        const Expression *invalid = invalidTarget(target, TargetUse::Assign);
        // Where one plain value stands in front of the last '=', a comparison was likely meant.
        if (invalid && targets.size() == 0 && kind() != TokenKind::Equal && invalid->end == target->end
            && mayBeComparison(*invalid)) {
            m_at = equal;
            suggestComparison(invalid);
        }
        if (invalid) {
            checkTarget(target, TargetUse::Assign);
            break;
        }
        checkStars(target);
        targets.add(target);
    }
    checkStarredValue(value);
    if (!failed() && kind() >= TokenKind::PlusEqual && kind() <= TokenKind::DoubleSlashEqual)
        invalidSyntax();
    node->targets = targets.list();
    node->value = value;
    return closed(node);
}

const Statement *Grammar::annotated(const Token &first, const Expression *target)
{
    auto *node = make<AnnotatedAssignment>(first.begin);
    const bool parenthesized = first.kind == TokenKind::LeftParen && target->kind == ExpressionKind::Name;
    node->target = target;
    node->isSimple = target->kind == ExpressionKind::Name && !parenthesized;
    const Token *colon = m_at;
    take();
    node->annotation = expression();
    if (failed()) {
        // What stands before the colon is no statement that takes one ("else:" without "if", "x y:").
        const bool atColon = target->kind != ExpressionKind::Name && target->kind != ExpressionKind::Attribute
                             && target->kind != ExpressionKind::Subscript;
        if (atColon && m_error->code == SyntaxCode::Syntax && m_error->begin == colon[1].begin
            && colon[1].kind == TokenKind::Newline)
            m_error = SyntaxError{SyntaxCode::Syntax, u"invalid syntax"_s, colon->begin, colon->end};
        return node;
    }
    checkSingleTarget(target);
    if (accept(TokenKind::Equal))
        node->value = yieldOrStarExpressions();
    return closed(node);
}

const Statement *Grammar::augmented(const Expression *target)
{
    auto *node = make<AugmentedAssignment>(target->begin);
    const Token &token = *m_at;
    const bool fits = target->kind == ExpressionKind::Name || target->kind == ExpressionKind::Attribute
                      || target->kind == ExpressionKind::Subscript;
    take();
    node->target = target;
    node->op =
        static_cast<BinaryOperator>(static_cast<int>(token.kind) - static_cast<int>(TokenKind::PlusEqual));
    node->value = yieldOrStarExpressions();
    if (!fits && !failed())
        failAt(SyntaxCode::Target,
               u"'%1' is an illegal expression for augmented assignment"_s.arg(describeExpression(*target)),
               *target);
    return closed(node);
}

const Statement *Grammar::deletion()
{
    auto *node = make<Delete>(take().begin);
    Collector<Expression> targets(*this);
    do {
        const Expression *target = starExpression();
        checkTarget(target, TargetUse::Delete);
        targets.add(target);
    } while (accept(TokenKind::Comma) && kind() != TokenKind::Newline && kind() != TokenKind::Semicolon);
    node->targets = targets.list();
    return closed(node);
}

const Statement *Grammar::returnStatement()
{
    auto *node = make<Return>(take().begin);
    if (kind() != TokenKind::Newline && kind() != TokenKind::Semicolon)
        node->value = starExpressions();
    closed(node);
    if (m_scope.function == FunctionKind::None)
        misplaced(SyntaxCode::Placement, u"'return' outside function"_s, node->begin, node->end);
    if (node->value)
        checkStarredValue(node->value);
    return node;
}

const Statement *Grammar::raise()
{
    auto *node = make<Raise>(take().begin);
    if (kind() != TokenKind::Newline && kind() != TokenKind::Semicolon) {
        node->exception = expression();
        if (accept(TokenKind::From))
            node->cause = expression();
    }
    return closed(node);
}

const Statement *Grammar::scopeNames(bool global)
{
    const std::uint32_t begin = take().begin;
    std::vector<std::string_view> names;
    do {
        names.push_back(identifier());
    } while (accept(TokenKind::Comma));
    const auto copied = m_arena.copy(names.data(), names.size());
    if (global) {
        auto *node = make<Global>(begin);
        node->names = copied;
        return closed(node);
    }
    auto *node = make<Nonlocal>(begin);
    node->names = copied;
    closed(node);
    if (m_scope.function == FunctionKind::None && !m_scope.inClass)
        misplaced(SyntaxCode::Placement, u"nonlocal declaration not allowed at module level"_s, node->begin,
                  node->end);
    return node;
}

const Statement *Grammar::assertion()
{
    auto *node = make<Assert>(take().begin);
    node->condition = expression();
    if (accept(TokenKind::Comma))
        node->message = expression();
    return closed(node);
}

const Statement *Grammar::loopExit()
{
    const Token &token = take();
    const bool isBreak = token.kind == TokenKind::Break;
    if (!m_scope.inLoop)
        misplaced(SyntaxCode::Placement,
                  isBreak ? u"'break' outside loop"_s : u"'continue' not properly in loop"_s, token.begin,
                  token.end);
    if (isBreak)
        return closed(make<Break>(token.begin));
    return closed(make<Continue>(token.begin));
}

const Statement *Grammar::typeAlias()
{
    auto *node = make<TypeAlias>(take().begin);
    node->name = static_cast<const Name *>(name());
    node->typeParameters = typeParameters();
    expect(TokenKind::Equal);
    node->value = expression();
    return closed(node);
}

} // namespace athanor::python
