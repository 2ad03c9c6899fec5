// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/biginteger.h"
#include "core/evaluator/frame.h"
#include "core/evaluator/iteration.h"

#include <algorithm>

namespace athanor::python {

Evaluated Frame::evaluate(const Expression &expression)
{
    if (Done done = m_runtime.step(); !done)
        return std::unexpected(done.error());
    switch (expression.kind) {
    case ExpressionKind::Name:
        at = &expression;
        return load(static_cast<const Name &>(expression).id);
    case ExpressionKind::Singleton:
    case ExpressionKind::Integer:
    case ExpressionKind::Float:
    case ExpressionKind::Imaginary:
    case ExpressionKind::String:
    case ExpressionKind::Bytes:
        return constant(expression);
    case ExpressionKind::Call:
        return call(static_cast<const Call &>(expression));
    case ExpressionKind::Attribute: {
        const auto &node = static_cast<const Attribute &>(expression);
        const Evaluated object = evaluate(*node.value);
        if (!object)
            return object;
        at = &expression;
        return m_evaluator.attribute(*object, node.name);
    }
    case ExpressionKind::Tuple:
    case ExpressionKind::List: {
        const bool isTuple = expression.kind == ExpressionKind::Tuple;
        auto items = elements(isTuple ? static_cast<const Tuple &>(expression).elements
                                      : static_cast<const List &>(expression).elements);
        if (!items)
            return std::unexpected(items.error());
        return isTuple ? Value(m_runtime.heap.tuple(std::move(*items)))
                       : Value(m_runtime.heap.list(std::move(*items)));
    }
    default:
        return compound(expression);
    }
}

Evaluated Frame::compound(const Expression &expression)
{
    switch (expression.kind) {
    case ExpressionKind::FormattedString:
        return formatted(static_cast<const FormattedString &>(expression));
    case ExpressionKind::Set:
        return set(static_cast<const Set &>(expression));
    case ExpressionKind::Dictionary:
        return dictionary(static_cast<const Dictionary &>(expression));
    case ExpressionKind::Unary: {
        const auto &node = static_cast<const Unary &>(expression);
        const Evaluated operand = evaluate(*node.operand);
        if (!operand)
            return operand;
        at = &expression;
        return m_evaluator.unary(node.op, *operand);
    }
    case ExpressionKind::Binary:
        return binary(static_cast<const Binary &>(expression));
    case ExpressionKind::Boolean:
        return boolean(static_cast<const Boolean &>(expression));
    case ExpressionKind::Comparison:
        return comparison(static_cast<const Comparison &>(expression));
    case ExpressionKind::Conditional:
        return conditional(static_cast<const Conditional &>(expression));
    case ExpressionKind::Lambda:
        return lambda(static_cast<const Lambda &>(expression));
    case ExpressionKind::Subscript:
        return subscript(static_cast<const Subscript &>(expression));
    case ExpressionKind::Slice:
        return slice(static_cast<const Slice &>(expression));
    case ExpressionKind::Named:
        return named(static_cast<const Named &>(expression));
    case ExpressionKind::Await:
        return await(static_cast<const Await &>(expression));
    case ExpressionKind::Yield:
        return yield(static_cast<const Yield &>(expression));
    case ExpressionKind::YieldFrom:
        return yieldFrom(static_cast<const YieldFrom &>(expression));
    case ExpressionKind::Generator:
        return generatorExpression(static_cast<const Generator &>(expression));
    case ExpressionKind::ListComprehension:
    case ExpressionKind::SetComprehension:
    case ExpressionKind::DictionaryComprehension:
        return comprehension(expression);
    default:
        at = &expression;
        return m_evaluator.refuse("this expression", "another one");
    }
}

Evaluated Frame::constant(const Expression &expression)
{
    switch (expression.kind) {
    case ExpressionKind::Singleton:
        switch (static_cast<const Singleton &>(expression).value) {
        case SingletonValue::None:
            return Value();
        case SingletonValue::True:
            return Value(true);
        case SingletonValue::False:
            return Value(false);
        case SingletonValue::Ellipsis:
            return Value::ellipsis();
        }
        return Value();
    case ExpressionKind::Integer:
        return integer(static_cast<const Integer &>(expression));
    case ExpressionKind::Float:
        return Value(static_cast<const Float &>(expression).value);
    case ExpressionKind::String: {
        const auto &node = static_cast<const String &>(expression);
        if (node.hasNamedCharacters) {
            at = &expression;
            return m_evaluator.refuse("a character by its name (\\N{…})", "the character itself");
        }
        return m_runtime.heap.string(node.text);
    }
    case ExpressionKind::Bytes: {
        const std::string_view bytes = static_cast<const Bytes &>(expression).bytes;
        m_runtime.heap.count(bytes.size());
        return m_runtime.heap.make<BytesObject>(std::string(bytes));
    }
    default:
        at = &expression;
        return m_evaluator.refuse("a complex number", "a number without an imaginary part");
    }
}

Evaluated Frame::integer(const Integer &node)
{
    if (node.value)
        return Value(*node.value);
    std::string digits;
    std::ranges::copy_if(node.text, std::back_inserter(digits), [](char c) { return c != '_'; });
    unsigned base = 10;
    if (digits.size() > 1 && digits[0] == '0' && !std::isdigit(static_cast<unsigned char>(digits[1]))) {
        const char prefix = static_cast<char>(std::tolower(static_cast<unsigned char>(digits[1])));
        base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : 2;
        digits.erase(0, 2);
    }
    at = &node;
    if (digits.size() > 4300)
        return m_evaluator.refuse("an integer of more than 4300 digits", "a smaller one");
    auto number = BigInteger::fromDigits(digits, base);
    if (!number)
        return m_evaluator.refuse("this number", "digits");
    return integerValue(m_runtime.heap, std::move(*number));
}

/// A chain of operators is as deep as it is long: its left sides are walked with a loop.
Evaluated Frame::binary(const Binary &node)
{
    QVarLengthArray<const Binary *, 8> chain;
    const Expression *left = &node;
    while (const auto *inner = left->as<Binary>()) {
        chain.append(inner);
        left = inner->left;
    }
    Evaluated result = evaluate(*left);
    for (qsizetype i = chain.size(); result && i > 0; --i) {
        const Binary *each = chain[i - 1];
        const Evaluated right = evaluate(*each->right);
        if (!right)
            return right;
        at = each;
        result = m_evaluator.binary(each->op, *result, *right);
    }
    return result;
}

Evaluated Frame::boolean(const Boolean &node)
{
    Evaluated result;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        result = evaluate(*node.operands[i]);
        if (!result || i + 1 == node.operands.size())
            return result;
        at = node.operands[i];
        const auto truth = m_evaluator.truth(*result);
        if (!truth)
            return std::unexpected(truth.error());
        if (*truth == (node.op == BooleanOperator::Or))
            return result;
    }
    return result;
}

Evaluated Frame::comparison(const Comparison &node)
{
    Evaluated left = evaluate(*node.left);
    if (!left)
        return left;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        const Evaluated right = evaluate(*node.operands[i]);
        if (!right)
            return right;
        at = &node;
        Evaluated result = m_evaluator.compare(node.operators[i], *left, *right);
        if (!result || i + 1 == node.operands.size())
            return result;
        const auto truth = m_evaluator.truth(*result);
        if (!truth)
            return std::unexpected(truth.error());
        if (!*truth)
            return result;
        left = right;
    }
    return left;
}

Evaluated Frame::conditional(const Conditional &node)
{
    const Evaluated condition = evaluate(*node.condition);
    if (!condition)
        return condition;
    at = node.condition;
    const auto truth = m_evaluator.truth(*condition);
    if (!truth)
        return std::unexpected(truth.error());
    return evaluate(*truth ? *node.whenTrue : *node.whenFalse);
}

Evaluated Frame::subscript(const Subscript &node)
{
    const Evaluated object = evaluate(*node.value);
    if (!object)
        return object;
    const Evaluated index = evaluate(*node.index);
    if (!index)
        return index;
    at = &node;
    return m_evaluator.item(*object, *index);
}

Evaluated Frame::slice(const Slice &node)
{
    const auto part = [this](const Expression *expression) {
        return expression ? evaluate(*expression) : Evaluated(Value());
    };
    const Evaluated lower = part(node.lower);
    if (!lower)
        return lower;
    const Evaluated upper = part(node.upper);
    if (!upper)
        return upper;
    const Evaluated step = part(node.step);
    if (!step)
        return step;
    return m_runtime.heap.make<SliceObject>(*lower, *upper, *step);
}

/// name := value belongs to the function around a comprehension, not to the comprehension.
Evaluated Frame::named(const Named &node)
{
    const Evaluated value = evaluate(*node.value);
    if (!value)
        return value;
    Scope *const inner = m_scope;
    while (m_scope->kind == ScopeKind::Comprehension)
        m_scope = m_scope->parent;
    const Done done = store(node.target->id, *value);
    m_scope = inner;
    if (!done)
        return std::unexpected(done.error());
    return value;
}

} // namespace athanor::python
