// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions down to the operands of operators.
#include "core/python/describe.h"
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

bool Grammar::endsList() const
{
    switch (kind()) {
    case TokenKind::End:
    case TokenKind::Newline:
    case TokenKind::RightParen:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
    case TokenKind::Equal:
    case TokenKind::Colon:
    case TokenKind::Semicolon:
    case TokenKind::In:
    case TokenKind::Exclamation:
        return true;
    default:
        return kind() >= TokenKind::PlusEqual && kind() <= TokenKind::DoubleSlashEqual;
    }
}

/// One element, or a tuple without parentheses when a comma follows.
template<typename Rule>
const Expression *Grammar::tupleOf(Rule rule)
{
    const Expression *first = (this->*rule)();
    if (kind() != TokenKind::Comma)
        return first;
    Collector<Expression> elements(*this);
    elements.add(first);
    while (accept(TokenKind::Comma) && !endsList())
        elements.add((this->*rule)());
    auto *tuple = make<Tuple>(first->begin);
    tuple->elements = elements.list();
    return closed(tuple);
}

const Expression *Grammar::starExpressions()
{
    return tupleOf(&Grammar::starExpression);
}

const Expression *Grammar::starNamedExpressions()
{
    return tupleOf(&Grammar::starNamedExpression);
}

const Expression *Grammar::yieldOrStarExpressions()
{
    return kind() == TokenKind::Yield ? yield() : starExpressions();
}

const Expression *Grammar::starExpression()
{
    if (kind() != TokenKind::Star)
        return expression();
    auto *star = make<Starred>(take().begin);
    star->value = bitwiseOr();
    return closed(star);
}

const Expression *Grammar::starNamedExpression()
{
    return kind() == TokenKind::Star ? starExpression() : namedExpression();
}

const Expression *Grammar::namedExpression()
{
    if (kind() == TokenKind::Name && nextKind() == TokenKind::ColonEqual)
        return named(take());
    const Expression *value = expression();
    if (kind() == TokenKind::ColonEqual)
        failAt(SyntaxCode::Target,
               u"cannot use assignment expressions with %1"_s.arg(describeExpression(*value)), *value);
    return value;
}

const Expression *Grammar::named(const Token &name)
{
    auto *target = make<Name>(name.begin);
    target->id = nameText(name);
    target->end = name.end;
    take();
    auto *node = make<Named>(name.begin);
    node->target = target;
    node->value = expression();
    return closed(node);
}

const Expression *Grammar::expression()
{
    const DepthGuard guard(*this);
    if (kind() == TokenKind::Lambda)
        return lambda();
    const Expression *value = disjunction();
    if (kind() != TokenKind::If)
        return value;
    auto *node = make<Conditional>(value->begin);
    take();
    node->whenTrue = value;
    node->condition = disjunction();
    if (kind() != TokenKind::Else) {
        if (kind() == TokenKind::Colon)
            invalidSyntax();
        else
            fail(SyntaxCode::Expected, u"expected 'else' after 'if' expression"_s, value->begin,
                 node->condition->end);
        return value;
    }
    take();
    node->whenFalse = expression();
    return closed(node);
}

const Expression *Grammar::disjunction()
{
    const Expression *first = conjunction();
    if (kind() != TokenKind::Or)
        return first;
    auto *node = make<Boolean>(first->begin);
    node->op = BooleanOperator::Or;
    Collector<Expression> operands(*this);
    operands.add(first);
    while (accept(TokenKind::Or))
        operands.add(conjunction());
    node->operands = operands.list();
    return closed(node);
}

const Expression *Grammar::conjunction()
{
    const Expression *first = inversion();
    if (kind() != TokenKind::And)
        return first;
    auto *node = make<Boolean>(first->begin);
    node->op = BooleanOperator::And;
    Collector<Expression> operands(*this);
    operands.add(first);
    while (accept(TokenKind::And))
        operands.add(inversion());
    node->operands = operands.list();
    return closed(node);
}

const Expression *Grammar::inversion()
{
    if (kind() != TokenKind::Not)
        return comparison();
    const DepthGuard guard(*this);
    if (failed())
        return bitwiseOr();
    auto *node = make<Unary>(take().begin);
    node->operand = inversion();
    return closed(node);
}

/// Takes a comparison's operator, which may be two words.
bool Grammar::comparisonOperator(ComparisonOperator &op)
{
    switch (kind()) {
    case TokenKind::EqualEqual:
        op = ComparisonOperator::Equal;
        break;
    case TokenKind::NotEqual:
        op = ComparisonOperator::NotEqual;
        break;
    case TokenKind::Less:
        op = ComparisonOperator::Less;
        break;
    case TokenKind::LessEqual:
        op = ComparisonOperator::LessEqual;
        break;
    case TokenKind::Greater:
        op = ComparisonOperator::Greater;
        break;
    case TokenKind::GreaterEqual:
        op = ComparisonOperator::GreaterEqual;
        break;
    case TokenKind::In:
        op = ComparisonOperator::In;
        break;
    case TokenKind::Is:
        op = nextKind() == TokenKind::Not ? ComparisonOperator::IsNot : ComparisonOperator::Is;
        break;
    case TokenKind::Not:
        if (nextKind() != TokenKind::In)
            return false;
        op = ComparisonOperator::NotIn;
        break;
    default:
        return false;
    }
    m_at += op == ComparisonOperator::IsNot || op == ComparisonOperator::NotIn ? 2 : 1;
    return true;
}

const Expression *Grammar::comparison()
{
    const Expression *left = bitwiseOr();
    ComparisonOperator op = ComparisonOperator::Equal;
    if (!comparisonOperator(op))
        return left;
    auto *node = make<Comparison>(left->begin);
    node->left = left;
    std::vector<ComparisonOperator> operators;
    Collector<Expression> operands(*this);
    do {
        operators.push_back(op);
        operands.add(bitwiseOr());
    } while (comparisonOperator(op));
    node->operators = m_arena.copy(operators.data(), operators.size());
    node->operands = operands.list();
    return closed(node);
}

namespace {

struct BinaryRule
{
    int precedence = 0;
    BinaryOperator op = BinaryOperator::Add;
};

BinaryRule binaryRule(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Pipe:
        return {1, BinaryOperator::BitOr};
    case TokenKind::Caret:
        return {2, BinaryOperator::BitXor};
    case TokenKind::Ampersand:
        return {3, BinaryOperator::BitAnd};
    case TokenKind::LeftShift:
        return {4, BinaryOperator::LeftShift};
    case TokenKind::RightShift:
        return {4, BinaryOperator::RightShift};
    case TokenKind::Plus:
        return {5, BinaryOperator::Add};
    case TokenKind::Minus:
        return {5, BinaryOperator::Subtract};
    case TokenKind::Star:
        return {6, BinaryOperator::Multiply};
    case TokenKind::Slash:
        return {6, BinaryOperator::Divide};
    case TokenKind::DoubleSlash:
        return {6, BinaryOperator::FloorDivide};
    case TokenKind::Percent:
        return {6, BinaryOperator::Modulo};
    case TokenKind::At:
        return {6, BinaryOperator::MatrixMultiply};
    default:
        return {};
    }
}

} // namespace

const Expression *Grammar::bitwiseOr()
{
    return binary(1);
}

const Expression *Grammar::binary(int minimum)
{
    const Expression *left = unary();
    for (;;) {
        const BinaryRule rule = binaryRule(kind());
        if (rule.precedence < minimum || rule.precedence == 0)
            return left;
        take();
        auto *node = make<Binary>(left->begin);
        node->op = rule.op;
        node->left = left;
        node->right = binary(rule.precedence + 1);
        left = closed(node);
    }
}

const Expression *Grammar::unary()
{
    UnaryOperator op = UnaryOperator::Plus;
    switch (kind()) {
    case TokenKind::Plus:
        break;
    case TokenKind::Minus:
        op = UnaryOperator::Minus;
        break;
    case TokenKind::Tilde:
        op = UnaryOperator::Invert;
        break;
    default:
        return power();
    }
    const DepthGuard guard(*this);
    if (failed())
        return power();
    auto *node = make<Unary>(take().begin);
    node->op = op;
    node->operand = unary();
    return closed(node);
}

const Expression *Grammar::power()
{
    const Expression *left = primary();
    if (kind() != TokenKind::DoubleStar)
        return left;
    const DepthGuard guard(*this);
    if (failed())
        return left;
    take();
    auto *node = make<Binary>(left->begin);
    node->op = BinaryOperator::Power;
    node->left = left;
    node->right = unary();
    return closed(node);
}

const Expression *Grammar::lambda()
{
    auto *node = make<Lambda>(take().begin);
    const bool hasParameters = kind() != TokenKind::Colon && kind() != TokenKind::Newline;
    node->parameters = parameters(ParameterStyle::Lambda, TokenKind::Colon);
    if (hasParameters)
        expect(TokenKind::Colon);
    else
        expectColon(ColonRule::Always);
    if (kind() == TokenKind::FStringMiddle)
        fail(SyntaxCode::FormattedString,
             u"f-string: lambda expressions are not allowed without parentheses"_s, node->begin,
             previousEnd());
    const Scope outer = m_scope;
    m_scope = {.function = FunctionKind::Plain};
    node->body = expression();
    m_scope = outer;
    return closed(node);
}

const Expression *Grammar::yield()
{
    const std::uint32_t begin = take().begin;
    const Expression *node = nullptr;
    if (accept(TokenKind::From)) {
        auto *from = make<YieldFrom>(begin);
        from->value = expression();
        node = closed(from);
    } else {
        auto *plain = make<Yield>(begin);
        if (!endsList())
            plain->value = starExpressions();
        node = closed(plain);
    }
    if (m_scope.function == FunctionKind::None)
        misplaced(SyntaxCode::Placement, u"'yield' outside function"_s, node->begin, node->end);
    return node;
}

/// "if x = 1": a comparison or := was meant.
void Grammar::checkConditionAssignment(const Expression *left)
{
    if (kind() == TokenKind::Equal && !failed())
        suggestComparison(left);
}

/// Whether Python guesses at a comparison when this stands in front of a wrong '='.
bool Grammar::mayBeComparison(const Expression &left) const
{
    switch (left.kind) {
    case ExpressionKind::List:
    case ExpressionKind::Tuple:
    case ExpressionKind::Generator:
    case ExpressionKind::Comparison:
    case ExpressionKind::Boolean:
    case ExpressionKind::Conditional:
    case ExpressionKind::Lambda:
        return false;
    case ExpressionKind::Singleton:
        return left.as<Singleton>()->value == SingletonValue::Ellipsis;
    case ExpressionKind::Unary:
        return left.as<Unary>()->op != UnaryOperator::Not;
    default:
        return true;
    }
}

/// At the '=' behind an expression where no assignment can stand.
void Grammar::suggestComparison(const Expression *left)
{
    const Token &equal = *m_at;
    if (!mayBeComparison(*left))
        return fail(SyntaxCode::Syntax, u"invalid syntax"_s, equal.begin, equal.end);
    take();
    const Expression *right = bitwiseOr();
    if (failed())
        return;
    if (kind() == TokenKind::Equal || kind() == TokenKind::ColonEqual)
        return fail(SyntaxCode::Syntax, u"invalid syntax"_s, equal.begin, equal.end);
    if (left->kind == ExpressionKind::Name)
        return fail(SyntaxCode::Syntax, u"invalid syntax. Maybe you meant '==' or ':=' instead of '='?"_s,
                    left->begin, right->end);
    failAt(SyntaxCode::Target,
           u"cannot assign to %1 here. Maybe you meant '==' instead of '='?"_s.arg(describeExpression(*left)),
           *left);
}

} // namespace athanor::python
