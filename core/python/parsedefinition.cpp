// SPDX-License-Identifier: GPL-3.0-or-later
// Functions, classes, their decorators and type parameters.
#include "core/python/grammar.h"

#include <unordered_set>

namespace athanor::python {

using namespace Qt::StringLiterals;

const Statement *Grammar::decorated()
{
    NodeList<Expression> decorators;
    {
        Collector<Expression> collected(*this);
        while (accept(TokenKind::At)) {
            collected.add(namedExpression());
            expect(TokenKind::Newline);
        }
        decorators = collected.list();
    }
    const Token &keyword = *m_at;
    if (kind() == TokenKind::Class)
        return classDefinition(decorators);
    const bool isAsync =
        kind() == TokenKind::Async && nextKind() == TokenKind::Def && accept(TokenKind::Async);
    if (kind() == TokenKind::Def)
        return function(keyword.begin, isAsync, decorators);
    invalidSyntax();
    return make<Pass>(0);
}

const Statement *Grammar::function(std::uint32_t begin, bool isAsync, NodeList<Expression> decorators)
{
    auto *node = make<Function>(begin);
    const std::uint32_t keyword = take().begin;
    node->isAsync = isAsync;
    node->decorators = decorators;
    node->name = identifier();
    node->typeParameters = typeParameters();
    if (!accept(TokenKind::LeftParen)) {
        failHere(SyntaxCode::Expected, u"expected '('"_s);
        return node;
    }
    node->parameters = parameters(ParameterStyle::Function, TokenKind::RightParen);
    expect(TokenKind::RightParen);
    if (accept(TokenKind::Arrow))
        node->returns = expression();
    expectColon(ColonRule::Always);
    const Scope outer = m_scope;
    m_scope = {.function = isAsync ? FunctionKind::Async : FunctionKind::Plain};
    node->body = block(u"function definition"_s, keyword);
    m_scope = outer;
    node->end = node->body.empty() ? node->begin : node->body.back()->end;
    return node;
}

const Statement *Grammar::classDefinition(NodeList<Expression> decorators)
{
    auto *node = make<Class>(take().begin);
    node->decorators = decorators;
    node->name = identifier();
    node->typeParameters = typeParameters();
    if (kind() == TokenKind::LeftParen) {
        const std::uint32_t open = take().begin;
        const Arguments given = arguments(open);
        node->bases = given.positional;
        node->keywords = given.keywords;
    }
    expectColon(ColonRule::BeforeLineEnd);
    const Scope outer = m_scope;
    m_scope = {.inClass = true};
    node->body = block(u"class definition"_s, node->begin);
    m_scope = outer;
    node->end = node->body.empty() ? node->begin : node->body.back()->end;
    return node;
}

/// [T, *Ts, **P] when a bracket follows.
NodeList<TypeParameter> Grammar::typeParameters()
{
    if (!accept(TokenKind::LeftBracket))
        return {};
    if (kind() == TokenKind::RightBracket)
        failHere(SyntaxCode::Parameters, u"Type parameter list cannot be empty"_s);
    Collector<TypeParameter> collected(*this);
    std::unordered_set<std::string_view> names;
    do {
        const TypeParameter *parameter = typeParameter();
        if (!names.insert(parameter->name).second) {
            misplaced(SyntaxCode::Parameters,
                      u"duplicate type parameter '%1'"_s.arg(QString::fromUtf8(
                          parameter->name.data(), static_cast<qsizetype>(parameter->name.size()))),
                      parameter->begin, parameter->end);
        }
        collected.add(parameter);
    } while (accept(TokenKind::Comma) && kind() != TokenKind::RightBracket);
    expect(TokenKind::RightBracket);
    return collected.list();
}

const TypeParameter *Grammar::typeParameter()
{
    auto *node = make<TypeParameter>(here());
    if (accept(TokenKind::Star))
        node->kind = TypeParameterKind::Variadic;
    else if (accept(TokenKind::DoubleStar))
        node->kind = TypeParameterKind::ParameterSpecification;
    node->name = identifier();
    if (kind() == TokenKind::Colon) {
        const Token &colon = take();
        const Expression *bound = expression();
        const QString with = bound->kind == ExpressionKind::Tuple ? u"constraints"_s : u"bound"_s;
        if (node->kind == TypeParameterKind::Type)
            node->bound = bound;
        else if (node->kind == TypeParameterKind::Variadic)
            fail(SyntaxCode::Parameters, u"cannot use %1 with TypeVarTuple"_s.arg(with), colon.begin,
                 colon.end);
        else
            fail(SyntaxCode::Parameters, u"cannot use %1 with ParamSpec"_s.arg(with), colon.begin, colon.end);
    }
    if (accept(TokenKind::Equal))
        node->defaultValue = node->kind == TypeParameterKind::Variadic ? starExpression() : expression();
    return closed(node);
}

} // namespace athanor::python
