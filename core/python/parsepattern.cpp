// SPDX-License-Identifier: GPL-3.0-or-later
// The match statement and its patterns.
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// At the name "match": whether a statement begins here. What follows tells, or else the colon at the line's
/// end.
bool Grammar::atMatchStatement() const
{
    const Token &next = m_at[1];
    const bool mayBeOperator = next.kind == TokenKind::LeftParen || next.kind == TokenKind::LeftBracket
                               || next.kind == TokenKind::Minus || next.kind == TokenKind::Plus
                               || next.kind == TokenKind::Star;
    if (!mayBeOperator
        && (!startsExpression(next) || (next.kind == TokenKind::Not && m_at[2].kind == TokenKind::In)))
        return false;
    const Token *at = &next;
    while (at->kind != TokenKind::Newline && at->kind != TokenKind::End)
        ++at;
    if (at->kind == TokenKind::Newline && at[-1].kind == TokenKind::Colon)
        return true;
    return !mayBeOperator && at->kind == TokenKind::Newline && next.kind == TokenKind::Name;
}

const Statement *Grammar::matchStatement()
{
    auto *node = make<Match>(take().begin);
    node->subject = starNamedExpressions();
    expectColon(ColonRule::BeforeLineEnd);
    expect(TokenKind::Newline);
    if (!failed() && !accept(TokenKind::Indent))
        failHere(SyntaxCode::Indentation,
                 u"expected an indented block after 'match' statement on line %1"_s.arg(
                     m_source.lineAt(node->begin)));
    Collector<Case> cases(*this);
    while (isWord(*m_at, "case"))
        cases.add(caseBlock());
    if (!accept(TokenKind::Dedent))
        invalidSyntax();
    node->cases = cases.list();
    node->end = node->cases.empty() ? node->begin : node->cases.back()->end;
    return node;
}

const Case *Grammar::caseBlock()
{
    auto *node = make<Case>(take().begin);
    node->pattern = openPattern();
    if (accept(TokenKind::If)) {
        node->guard = namedExpression();
        checkConditionAssignment(node->guard);
    }
    expectColon(ColonRule::BeforeLineEnd);
    node->body = block(u"'case' statement"_s, node->begin);
    node->end = node->body.empty() ? node->begin : node->body.back()->end;
    return node;
}

/// A pattern, or a sequence without brackets.
const Pattern *Grammar::openPattern()
{
    const Pattern *first = starOrPattern();
    if (kind() != TokenKind::Comma) {
        if (first->kind == PatternKind::Star)
            invalidSyntax();
        return first;
    }
    Collector<Pattern> patterns(*this);
    patterns.add(first);
    while (accept(TokenKind::Comma) && kind() != TokenKind::Colon && kind() != TokenKind::If)
        patterns.add(starOrPattern());
    auto *node = make<SequencePattern>(first->begin);
    node->patterns = patterns.list();
    return closed(node);
}

const Pattern *Grammar::starOrPattern()
{
    if (kind() != TokenKind::Star)
        return pattern();
    auto *node = make<StarPattern>(take().begin);
    node->name = identifier();
    if (node->name == "_")
        node->name = {};
    return closed(node);
}

const Pattern *Grammar::pattern()
{
    const DepthGuard guard(*this);
    const Pattern *inner = alternatives();
    if (!accept(TokenKind::As))
        return inner;
    auto *node = make<CapturePattern>(inner->begin);
    node->pattern = inner;
    if (kind() == TokenKind::Name && nextKind() != TokenKind::Dot && nextKind() != TokenKind::LeftParen) {
        if (isWord(*m_at, "_"))
            failHere(SyntaxCode::Pattern, u"cannot use '_' as a target"_s);
        else
            node->name = identifier();
    } else {
        failHere(SyntaxCode::Pattern, u"invalid pattern target"_s);
    }
    return closed(node);
}

const Pattern *Grammar::alternatives()
{
    const Pattern *first = closedPattern();
    if (kind() != TokenKind::Pipe)
        return first;
    Collector<Pattern> patterns(*this);
    patterns.add(first);
    while (accept(TokenKind::Pipe))
        patterns.add(closedPattern());
    auto *node = make<AlternativesPattern>(first->begin);
    node->patterns = patterns.list();
    return closed(node);
}

const Pattern *Grammar::closedPattern()
{
    const auto singletonPattern = [this](SingletonValue value) {
        auto *node = make<SingletonPattern>(take().begin);
        node->value = value;
        return closed(node);
    };
    switch (kind()) {
    case TokenKind::None:
        return singletonPattern(SingletonValue::None);
    case TokenKind::True:
        return singletonPattern(SingletonValue::True);
    case TokenKind::False:
        return singletonPattern(SingletonValue::False);
    case TokenKind::Name:
        return nameOrClassPattern();
    case TokenKind::LeftParen:
        return sequencePattern(TokenKind::RightParen);
    case TokenKind::LeftBracket:
        return sequencePattern(TokenKind::RightBracket);
    case TokenKind::LeftBrace:
        return mappingPattern();
    default:
        return valuePattern();
    }
}

const Pattern *Grammar::valuePattern()
{
    auto *node = make<ValuePattern>(here());
    if (kind() == TokenKind::String || kind() == TokenKind::FStringStart) {
        node->value = strings();
        if (node->value->kind == ExpressionKind::FormattedString)
            failAt(SyntaxCode::Pattern, u"patterns may only match literals and attribute lookups"_s,
                   *node->value);
    } else {
        node->value = signedNumber();
    }
    return closed(node);
}

/// 1, -1, or a complex number such as -1+2j.
const Expression *Grammar::signedNumber()
{
    const auto isNumber = [this] { return kind() >= TokenKind::Integer && kind() <= TokenKind::Imaginary; };
    const std::uint32_t begin = here();
    const bool isNegative = accept(TokenKind::Minus);
    if (!isNumber()) {
        invalidSyntax();
        return atom();
    }
    const Expression *value = number();
    if (isNegative) {
        auto *minus = make<Unary>(begin);
        minus->op = UnaryOperator::Minus;
        minus->operand = value;
        value = closed(minus);
    }
    if (kind() != TokenKind::Plus && kind() != TokenKind::Minus)
        return value;
    auto *sum = make<Binary>(begin);
    sum->op = take().kind == TokenKind::Plus ? BinaryOperator::Add : BinaryOperator::Subtract;
    sum->left = value;
    if (kind() != TokenKind::Imaginary) {
        failHere(SyntaxCode::Pattern, u"imaginary number required in complex literal"_s);
        return value;
    }
    sum->right = number();
    return closed(sum);
}

/// a.b.c
const Expression *Grammar::attributeChain()
{
    const Expression *value = name();
    while (accept(TokenKind::Dot)) {
        auto *node = make<Attribute>(value->begin);
        node->value = value;
        node->name = identifier();
        value = closed(node);
    }
    return value;
}

const Pattern *Grammar::nameOrClassPattern()
{
    const Token &first = *m_at;
    const Expression *value = attributeChain();
    if (kind() == TokenKind::LeftParen)
        return classPattern(first.begin, value);
    if (value->kind == ExpressionKind::Attribute) {
        auto *node = make<ValuePattern>(first.begin);
        node->value = value;
        return closed(node);
    }
    auto *node = make<CapturePattern>(first.begin);
    const std::string_view id = static_cast<const Name *>(value)->id;
    node->name = id == "_" ? std::string_view() : id;
    return closed(node);
}

const Pattern *Grammar::classPattern(std::uint32_t begin, const Expression *type)
{
    take();
    std::vector<std::string_view> names;
    Collector<Pattern> patterns(*this); // the keywords' ones behind the others
    while (kind() != TokenKind::RightParen && !failed()) {
        if (kind() == TokenKind::Name && nextKind() == TokenKind::Equal) {
            names.push_back(identifier());
            take();
        } else if (!names.empty()) {
            const Pattern *misplacedPattern = pattern();
            failAt(SyntaxCode::Pattern, u"positional patterns follow keyword patterns"_s, *misplacedPattern);
        }
        patterns.add(pattern());
        if (!accept(TokenKind::Comma))
            break;
    }
    expect(TokenKind::RightParen);
    auto *node = make<ClassPattern>(begin);
    node->type = type;
    const NodeList<Pattern> all = patterns.list();
    if (names.size() <= all.size()) {
        node->patterns = all.first(all.size() - names.size());
        node->keywordPatterns = all.last(names.size());
    }
    node->keywordNames = m_arena.copy(names.data(), names.size());
    return closed(node);
}

/// [a, b], (a, b), or a group in parentheses.
const Pattern *Grammar::sequencePattern(TokenKind closing)
{
    const std::uint32_t begin = take().begin;
    Collector<Pattern> patterns(*this);
    bool hasComma = false;
    while (kind() != closing && !failed()) {
        patterns.add(starOrPattern());
        if (!accept(TokenKind::Comma))
            break;
        hasComma = true;
    }
    expect(closing);
    if (closing == TokenKind::RightParen && patterns.size() == 1 && !hasComma
        && patterns.at(0)->kind != PatternKind::Star)
        return patterns.at(0);
    if (closing == TokenKind::RightParen && patterns.size() == 1 && !hasComma)
        failAt(SyntaxCode::Syntax, u"invalid syntax"_s, *patterns.at(0));
    auto *node = make<SequencePattern>(begin);
    node->patterns = patterns.list();
    return closed(node);
}

const Expression *Grammar::mappingKey()
{
    switch (kind()) {
    case TokenKind::None:
        return singleton(SingletonValue::None);
    case TokenKind::True:
        return singleton(SingletonValue::True);
    case TokenKind::False:
        return singleton(SingletonValue::False);
    case TokenKind::String:
    case TokenKind::FStringStart:
        return strings();
    case TokenKind::Name:
        if (nextKind() == TokenKind::Dot)
            return attributeChain();
        take();
        invalidSyntax();
        return atom();
    default:
        return signedNumber();
    }
}

const Pattern *Grammar::mappingPattern()
{
    auto *node = make<MappingPattern>(take().begin);
    std::vector<const Expression *> keys;
    Collector<Pattern> patterns(*this);
    while (kind() != TokenKind::RightBrace && !failed()) {
        if (!node->rest.empty())
            invalidSyntax();
        if (accept(TokenKind::DoubleStar)) {
            if (isWord(*m_at, "_"))
                invalidSyntax();
            node->rest = identifier();
        } else {
            keys.push_back(mappingKey());
            expect(TokenKind::Colon);
            patterns.add(pattern());
        }
        if (!accept(TokenKind::Comma))
            break;
    }
    expect(TokenKind::RightBrace);
    node->keys = m_arena.copy(keys.data(), keys.size());
    node->patterns = patterns.list();
    return closed(node);
}

} // namespace athanor::python
