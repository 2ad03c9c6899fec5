// SPDX-License-Identifier: GPL-3.0-or-later
// Atoms, displays in brackets, and what follows a value: attribute, call, subscript.
#include "core/python/grammar.h"
#include "core/python/number.h"
#include "core/python/parsecomprehension.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

const Expression *Grammar::primary()
{
    return kind() == TokenKind::Await ? awaited() : trailers(atom());
}

const Expression *Grammar::awaited()
{
    auto *node = make<Await>(take().begin);
    node->value = trailers(atom());
    closed(node);
    if (m_scope.function == FunctionKind::None)
        misplaced(SyntaxCode::Placement, u"'await' outside function"_s, node->begin, node->end);
    else if (m_scope.function == FunctionKind::Plain)
        misplaced(SyntaxCode::Placement, u"'await' outside async function"_s, node->begin, node->end);
    return node;
}

const Expression *Grammar::trailers(const Expression *value)
{
    for (;;) {
        switch (kind()) {
        case TokenKind::Dot: {
            take();
            auto *node = make<Attribute>(value->begin);
            node->value = value;
            node->name = identifier();
            value = closed(node);
            break;
        }
        case TokenKind::LeftParen:
            value = call(value);
            break;
        case TokenKind::LeftBracket:
            value = subscript(value);
            break;
        default:
            return value;
        }
    }
}

const Expression *Grammar::atom()
{
    switch (kind()) {
    case TokenKind::Name:
        return name();
    case TokenKind::String:
    case TokenKind::FStringStart:
        return strings();
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::Imaginary:
        return number();
    case TokenKind::None:
        return singleton(SingletonValue::None);
    case TokenKind::True:
        return singleton(SingletonValue::True);
    case TokenKind::False:
        return singleton(SingletonValue::False);
    case TokenKind::Ellipsis:
        return singleton(SingletonValue::Ellipsis);
    case TokenKind::LeftParen:
        return parenthesized();
    case TokenKind::LeftBracket:
        return listDisplay();
    case TokenKind::LeftBrace:
        return braceDisplay();
    default:
        invalidSyntax();
        return placeholder();
    }
}

const Expression *Grammar::name()
{
    const Token &token = take();
    auto *node = make<Name>(token.begin);
    node->end = token.end;
    node->id = nameText(token);
    return node;
}

const Expression *Grammar::singleton(SingletonValue value)
{
    auto *node = make<Singleton>(take().begin);
    node->value = value;
    return closed(node);
}

const Expression *Grammar::number()
{
    const Token &token = take();
    if (token.kind == TokenKind::Integer)
        return integer(token);
    if (token.kind == TokenKind::Float) {
        auto *node = make<Float>(token.begin);
        node->value = floatValue(text(token));
        return closed(node);
    }
    auto *node = make<Imaginary>(token.begin);
    std::string_view digits = text(token);
    digits.remove_suffix(1);
    node->value = floatValue(digits);
    return closed(node);
}

const Expression *Grammar::integer(const Token &token)
{
    static constexpr std::size_t MaximumDigits = 4300;
    auto *node = make<Integer>(token.begin);
    node->text = text(token);
    node->value = integerValue(node->text);
    closed(node);
    if (node->text.size() > MaximumDigits && (node->text[1] | 0x20) != 'x' && (node->text[1] | 0x20) != 'o'
        && (node->text[1] | 0x20) != 'b') {
        const auto digits = std::ranges::count_if(node->text, [](char c) { return c != '_'; });
        if (digits > static_cast<std::ptrdiff_t>(MaximumDigits))
            failAt(SyntaxCode::Number,
                   u"Exceeds the limit (4300 digits) for integer string conversion: value has %1 digits; use "
                   "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
                   "integer literals "
                   "to avoid decimal conversion limits."_s.arg(digits),
                   *node);
    }
    return node;
}

/// Two values side by side in brackets: a comma was forgotten. Only looked for once, at the first error.
bool Grammar::suggestComma(const Expression *last)
{
    if (m_guessing || failed() || !last || !startsExpression(*m_at))
        return false;
    const Token *place = m_at;
    if (last->kind == ExpressionKind::Name
        && (place->kind == TokenKind::String || place->kind == TokenKind::FStringStart))
        return false;
    m_guessing = true;
    const std::optional<SyntaxError> misplacedBefore = m_misplaced;
    const Expression *next = expression();
    const bool fits = !failed();
    const std::uint32_t end = fits ? next->end : 0;
    m_guessing = false;
    m_error.reset();
    m_misplaced = misplacedBefore;
    m_at = place;
    if (!fits)
        return false;
    fail(SyntaxCode::Syntax, u"invalid syntax. Perhaps you forgot a comma?"_s, last->begin, end);
    return true;
}

/// The bracket's end behind its last element.
void Grammar::expectClosing(TokenKind closing, const Expression *last)
{
    if (accept(closing) || suggestComma(last))
        return;
    if (last && kind() == TokenKind::Equal)
        return suggestComparison(last);
    invalidSyntax();
}

const Expression *Grammar::parenthesized()
{
    const std::uint32_t begin = take().begin;
    if (accept(TokenKind::RightParen))
        return closed(make<Tuple>(begin));
    if (kind() == TokenKind::Yield) {
        const Expression *value = yield();
        expect(TokenKind::RightParen);
        return value;
    }
    if (kind() == TokenKind::DoubleStar) {
        failHere(SyntaxCode::Syntax, u"cannot use double starred expression here"_s);
        return closed(make<Tuple>(begin));
    }
    const Expression *first = starNamedExpression();
    if (atComprehension())
        return comprehension<Generator>(begin, first, TokenKind::RightParen);
    if (kind() != TokenKind::Comma) {
        if (first->kind == ExpressionKind::Starred && kind() == TokenKind::RightParen)
            failAt(SyntaxCode::Syntax, u"cannot use starred expression here"_s, *first);
        expectClosing(TokenKind::RightParen, first);
        return first;
    }
    Collector<Expression> elements(*this);
    elements.add(first);
    const Expression *last = first;
    while (accept(TokenKind::Comma) && kind() != TokenKind::RightParen)
        elements.add(last = starNamedExpression());
    expectClosing(TokenKind::RightParen, last);
    auto *tuple = make<Tuple>(begin);
    tuple->elements = elements.list();
    return closed(tuple);
}

const Expression *Grammar::listDisplay()
{
    const std::uint32_t begin = take().begin;
    Collector<Expression> elements(*this);
    const Expression *last = nullptr;
    if (kind() != TokenKind::RightBracket) {
        last = starNamedExpression();
        if (atComprehension())
            return comprehension<ListComprehension>(begin, last, TokenKind::RightBracket);
        elements.add(last);
        while (accept(TokenKind::Comma) && kind() != TokenKind::RightBracket) {
            elements.add(last = starNamedExpression());
            if (elements.size() == 2 && atComprehension())
                fail(SyntaxCode::Syntax, u"did you forget parentheses around the comprehension target?"_s,
                     elements.at(0)->begin, last->end);
        }
    }
    expectClosing(TokenKind::RightBracket, last);
    auto *list = make<List>(begin);
    list->elements = elements.list();
    return closed(list);
}

const Expression *Grammar::braceDisplay()
{
    const std::uint32_t begin = take().begin;
    if (accept(TokenKind::RightBrace))
        return closed(make<Dictionary>(begin));
    if (kind() == TokenKind::DoubleStar)
        return dictionary(begin, nullptr);
    const Expression *first = starNamedExpression();
    if (kind() == TokenKind::Colon && first->kind != ExpressionKind::Starred)
        return dictionary(begin, first);
    if (atComprehension())
        return comprehension<SetComprehension>(begin, first, TokenKind::RightBrace);
    return setDisplay(begin, first);
}

const Expression *Grammar::setDisplay(std::uint32_t begin, const Expression *first)
{
    Collector<Expression> elements(*this);
    elements.add(first);
    const Expression *last = first;
    while (accept(TokenKind::Comma) && kind() != TokenKind::RightBrace)
        elements.add(last = starNamedExpression());
    expectClosing(TokenKind::RightBrace, last);
    auto *set = make<Set>(begin);
    set->elements = elements.list();
    return closed(set);
}

/// After the colon of a dictionary's item.
const Expression *Grammar::dictionaryValue()
{
    const Token &colon = take();
    if (kind() == TokenKind::Star)
        failHere(SyntaxCode::Syntax, u"cannot use a starred expression in a dictionary value"_s);
    else if (kind() == TokenKind::Comma || kind() == TokenKind::RightBrace)
        fail(SyntaxCode::Expected, u"expression expected after dictionary key and ':'"_s, colon.begin,
             colon.end);
    return expression();
}

/// A dictionary whose first key is read; without one it begins with "**".
const Expression *Grammar::dictionary(std::uint32_t begin, const Expression *firstKey)
{
    Collector<Expression> items(*this); // key, value, key, value …
    const Expression *key = firstKey;
    for (;;) {
        if (!key && accept(TokenKind::DoubleStar)) {
            items.add(nullptr);
            items.add(bitwiseOr());
            if (items.size() == 2 && atComprehension())
                failAt(SyntaxCode::Syntax, u"dict unpacking cannot be used in dict comprehension"_s,
                       Node{items.at(1)->begin - 2, items.at(1)->begin});
        } else {
            items.add(key ? key : key = expression());
            if (kind() != TokenKind::Colon) {
                fail(SyntaxCode::Expected, u"':' expected after dictionary key"_s, key->end - 1, key->end);
                return key;
            }
            items.add(dictionaryValue());
            if (items.size() == 2 && atComprehension()) {
                auto *node = make<DictionaryComprehension>(begin);
                node->key = items.at(0);
                node->value = items.at(1);
                node->clauses = comprehensionClauses();
                expectClosing(TokenKind::RightBrace, nullptr);
                return closed(node);
            }
        }
        if (!accept(TokenKind::Comma) || kind() == TokenKind::RightBrace)
            break;
        key = nullptr;
    }
    expectClosing(TokenKind::RightBrace, items.at(items.size() - 1));
    Collector<Expression> keys(*this);
    for (std::size_t i = 0; i < items.size() - keys.size(); i += 2)
        keys.add(items.at(i));
    auto *node = make<Dictionary>(begin);
    node->keys = keys.list();
    Collector<Expression> values(*this);
    for (std::size_t i = 0; i < node->keys.size(); ++i)
        values.add(items.at(2 * i + 1));
    node->values = values.list();
    return closed(node);
}

const Expression *Grammar::subscript(const Expression *value)
{
    take();
    auto *node = make<Subscript>(value->begin);
    node->value = value;
    const Expression *first = sliceElement();
    const Expression *last = first;
    if (kind() == TokenKind::Comma || first->kind == ExpressionKind::Starred) {
        Collector<Expression> elements(*this);
        elements.add(first);
        while (accept(TokenKind::Comma) && kind() != TokenKind::RightBracket)
            elements.add(last = sliceElement());
        auto *tuple = make<Tuple>(first->begin);
        tuple->elements = elements.list();
        first = closed(tuple);
    }
    node->index = first;
    expectClosing(TokenKind::RightBracket, last);
    return closed(node);
}

const Expression *Grammar::sliceElement()
{
    const auto ends = [this] {
        return kind() == TokenKind::Colon || kind() == TokenKind::Comma || kind() == TokenKind::RightBracket;
    };
    const std::uint32_t begin = here();
    if (kind() == TokenKind::Star)
        return starExpression();
    const Expression *lower = kind() == TokenKind::Colon ? nullptr : namedExpression();
    if (kind() != TokenKind::Colon)
        return lower;
    take();
    auto *slice = make<Slice>(begin);
    slice->lower = lower;
    if (!ends())
        slice->upper = expression();
    if (accept(TokenKind::Colon) && !ends())
        slice->step = expression();
    return closed(slice);
}

} // namespace athanor::python
