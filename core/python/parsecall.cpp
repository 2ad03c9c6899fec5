// SPDX-License-Identifier: GPL-3.0-or-later
// Calls, and the arguments of a class statement.
#include "core/python/describe.h"
#include "core/python/parsecomprehension.h"

#include <unordered_set>

namespace athanor::python {

using namespace Qt::StringLiterals;

const Expression *Grammar::call(const Expression *function)
{
    const std::uint32_t open = take().begin;
    auto *node = make<Call>(function->begin);
    node->function = function;
    const Arguments given = arguments(open);
    node->arguments = given.positional;
    node->keywords = given.keywords;
    return closed(node);
}

/// Up to and with the closing parenthesis; `open` is where the opening one stands.
Grammar::Arguments Grammar::arguments(std::uint32_t open)
{
    // Keywords and positional arguments may alternate, and both lists grow on one stack: keywords wait in a
    // small one.
    std::vector<const Keyword *> keywords;
    Collector<Expression> positional(*this);
    const Expression *last = nullptr;
    bool hasUnpacking = false;
    while (kind() != TokenKind::RightParen && !failed()) {
        const bool isKeyword =
            kind() == TokenKind::DoubleStar || (kind() == TokenKind::Name && nextKind() == TokenKind::Equal);
        if (isKeyword) {
            keywords.push_back(keywordArgument());
            last = keywords.back()->value;
            hasUnpacking = hasUnpacking || keywords.back()->name.empty();
        } else {
            last = positionalArgument(open, positional.size() == 0 && keywords.empty());
            positional.add(last);
            if (!keywords.empty())
                checkArgumentOrder(last, hasUnpacking);
        }
        if (!accept(TokenKind::Comma))
            break;
    }
    expectClosing(TokenKind::RightParen, last);
    const auto copied = m_arena.copy(keywords.data(), keywords.size());
    checkRepeatedKeywords(copied);
    return {positional.list(), copied};
}

const Keyword *Grammar::keywordArgument()
{
    auto *keyword = make<Keyword>(here());
    if (accept(TokenKind::DoubleStar)) {
        keyword->value = expression();
        return closed(keyword);
    }
    const Token &name = take();
    keyword->name = nameText(name);
    take();
    if (kind() == TokenKind::Comma || kind() == TokenKind::RightParen)
        fail(SyntaxCode::Expected, u"expected argument value expression"_s, name.begin, previousEnd());
    keyword->value = expression();
    if (atComprehension())
        fail(SyntaxCode::Arguments, u"invalid syntax. Maybe you meant '==' or ':=' instead of '='?"_s,
             name.begin, keyword->value->begin - 1);
    return closed(keyword);
}

const Expression *Grammar::positionalArgument(std::uint32_t open, bool isFirst)
{
    if (kind() == TokenKind::Star) {
        auto *star = make<Starred>(take().begin);
        if (kind() == TokenKind::RightParen || kind() == TokenKind::Comma)
            failHere(SyntaxCode::Arguments, u"Invalid star expression"_s);
        star->value = expression();
        return closed(star);
    }
    const Expression *value = namedExpression();
    if (atComprehension()) {
        auto *generator = make<Generator>(open);
        generator->element = value;
        generator->clauses = comprehensionClauses();
        forgiveAwait(value->begin);
        const std::uint32_t end = previousEnd();
        const bool alone = isFirst && kind() == TokenKind::RightParen;
        if (!alone && kind() == TokenKind::Comma)
            fail(SyntaxCode::Arguments, u"Generator expression must be parenthesized"_s, value->begin, end);
        else if (!alone && kind() == TokenKind::RightParen)
            fail(SyntaxCode::Arguments, u"Generator expression must be parenthesized"_s, value->begin, end);
        generator->end = m_at->end;
        return generator;
    }
    if (kind() == TokenKind::Equal) {
        const std::uint32_t end = m_at->end;
        const auto *constant = value->as<Singleton>();
        if (constant && constant->value != SingletonValue::Ellipsis)
            fail(SyntaxCode::Target, u"cannot assign to %1"_s.arg(describeExpression(*value)), value->begin,
                 end);
        else
            fail(SyntaxCode::Arguments, u"expression cannot contain assignment, perhaps you meant \"==\"?"_s,
                 value->begin, end);
    }
    return value;
}

/// For a positional argument behind keywords; `afterUnpacking` when one of them is "**…".
void Grammar::checkArgumentOrder(const Expression *argument, bool afterUnpacking)
{
    if (failed())
        return;
    if (argument->kind != ExpressionKind::Starred)
        return failHere(SyntaxCode::Arguments,
                        afterUnpacking ? u"positional argument follows keyword argument unpacking"_s
                                       : u"positional argument follows keyword argument"_s);
    if (afterUnpacking)
        failAt(SyntaxCode::Arguments, u"iterable argument unpacking follows keyword argument unpacking"_s,
               *argument);
}

void Grammar::checkRepeatedKeywords(NodeList<Keyword> keywords)
{
    if (keywords.size() < 2)
        return;
    static constexpr std::size_t FewNames = 16;
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const std::string_view name = keywords[i]->name;
        bool repeated = false;
        if (keywords.size() > FewNames) {
            repeated = !seen.insert(name).second;
        } else {
            for (std::size_t j = 0; j < i; ++j)
                repeated = repeated || keywords[j]->name == name;
        }
        if (repeated && !name.empty())
            misplaced(SyntaxCode::Arguments,
                      u"keyword argument repeated: %1"_s.arg(
                          QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))),
                      keywords[i]->begin, keywords[i]->end);
    }
}

} // namespace athanor::python
