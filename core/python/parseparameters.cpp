// SPDX-License-Identifier: GPL-3.0-or-later
// The parameters of functions and lambdas.
#include "core/python/grammar.h"

#include <unordered_set>

namespace athanor::python {

using namespace Qt::StringLiterals;

/// Where in a parameter list the parser is.
struct Grammar::ParameterState
{
    ParameterStyle style = ParameterStyle::Function;
    TokenKind closing = TokenKind::RightParen;
    Parameters *result = nullptr;
    std::vector<const Parameter *> positional = {};
    std::vector<const Parameter *> keywordOnly = {};
    bool afterSlash = false;
    bool afterStar = false;
    bool afterDefault = false;
};

const Parameters *Grammar::parameters(ParameterStyle style, TokenKind closing)
{
    auto *result = make<Parameters>(here());
    result->end = here();
    if (kind() == closing)
        return result;
    ParameterState state{.style = style, .closing = closing, .result = result};
    do {
        if (result->variadicKeyword) {
            failHere(SyntaxCode::Parameters, u"arguments cannot follow var-keyword argument"_s);
            break;
        }
        parameterItem(state);
    } while (accept(TokenKind::Comma) && kind() != closing);
    result->positional = m_arena.copy(state.positional.data(), state.positional.size());
    result->keywordOnly = m_arena.copy(state.keywordOnly.data(), state.keywordOnly.size());
    checkParameterNames(*result);
    return closed(result);
}

void Grammar::parameterItem(ParameterState &state)
{
    switch (kind()) {
    case TokenKind::Star:
        return starItem(state);
    case TokenKind::Slash:
        return slashItem(state);
    case TokenKind::DoubleStar:
        take();
        state.result->variadicKeyword = parameter(state, false);
        if (kind() == TokenKind::Equal)
            failHere(SyntaxCode::Parameters, u"var-keyword argument cannot have default value"_s);
        return;
    case TokenKind::LeftParen:
        return failHere(SyntaxCode::Parameters,
                        state.style == ParameterStyle::Lambda
                            ? u"Lambda expression parameters cannot be parenthesized"_s
                            : u"Function parameters cannot be parenthesized"_s);
    default:
        break;
    }
    auto *item = const_cast<Parameter *>(parameter(state, false));
    if (accept(TokenKind::Equal)) {
        if (kind() == state.closing || kind() == TokenKind::Comma)
            fail(SyntaxCode::Expected, u"expected default value expression"_s, m_at[-1].begin, previousEnd());
        item->defaultValue = expression();
        state.afterDefault = state.afterDefault || !state.afterStar;
    } else if (state.afterDefault && !state.afterStar) {
        failAt(SyntaxCode::Parameters, u"parameter without a default follows parameter with a default"_s,
               *item);
    }
    (state.afterStar ? state.keywordOnly : state.positional).push_back(item);
}

/// "*" alone, or "*args".
void Grammar::starItem(ParameterState &state)
{
    const Token &star = take();
    if (state.afterStar)
        return fail(SyntaxCode::Parameters, u"* argument may appear only once"_s, star.begin, star.end);
    state.afterStar = true;
    if (kind() == TokenKind::Comma) {
        if (nextKind() == state.closing || nextKind() == TokenKind::DoubleStar)
            fail(SyntaxCode::Parameters, u"named arguments must follow bare *"_s, star.begin, star.end);
        return;
    }
    if (kind() == state.closing)
        return fail(SyntaxCode::Parameters, u"named arguments must follow bare *"_s, star.begin, star.end);
    state.result->variadic = parameter(state, true);
    if (kind() == TokenKind::Equal)
        failHere(SyntaxCode::Parameters, u"var-positional argument cannot have default value"_s);
}

void Grammar::slashItem(ParameterState &state)
{
    const Token &slash = take();
    if (state.afterSlash)
        return fail(SyntaxCode::Parameters, u"/ may appear only once"_s, slash.begin, slash.end);
    if (state.afterStar)
        return fail(SyntaxCode::Parameters, u"/ must be ahead of *"_s, slash.begin, slash.end);
    if (state.positional.empty())
        return fail(SyntaxCode::Parameters,
                    kind() == TokenKind::Comma ? u"at least one argument must precede /"_s
                                               : u"invalid syntax"_s,
                    slash.begin, slash.end);
    state.afterSlash = true;
    state.result->positionalOnly = m_arena.copy(state.positional.data(), state.positional.size());
    state.positional.clear();
}

/// A name, with its annotation in a function's list; "*args: *Ts" may be starred.
const Parameter *Grammar::parameter(ParameterState &state, bool variadic)
{
    auto *node = make<Parameter>(here());
    node->name = identifier();
    if (state.style == ParameterStyle::Function && accept(TokenKind::Colon))
        node->annotation = variadic ? starExpression() : expression();
    return closed(node);
}

void Grammar::checkParameterNames(const Parameters &parameters)
{
    std::vector<const Parameter *> all;
    all.insert(all.end(), parameters.positionalOnly.begin(), parameters.positionalOnly.end());
    all.insert(all.end(), parameters.positional.begin(), parameters.positional.end());
    all.insert(all.end(), parameters.keywordOnly.begin(), parameters.keywordOnly.end());
    for (const Parameter *variadic : {parameters.variadic, parameters.variadicKeyword}) {
        if (variadic)
            all.push_back(variadic);
    }
    if (all.size() < 2)
        return;
    std::unordered_set<std::string_view> seen;
    for (const Parameter *parameter : all) {
        if (!seen.insert(parameter->name).second)
            misplaced(SyntaxCode::Parameters,
                      u"duplicate argument '%1' in function definition"_s.arg(QString::fromUtf8(
                          parameter->name.data(), static_cast<qsizetype>(parameter->name.size()))),
                      parameter->begin, parameter->end);
    }
}

} // namespace athanor::python
