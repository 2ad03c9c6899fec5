// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/specialmembers.h"

#include "core/evaluator/builtins/arguments.h"

#include <format>

namespace athanor::python {

namespace {

/// The object and `count` arguments, or CPython's complaint about a slot called by hand.
Outcome<Values> slotArguments(Evaluator &evaluator, const Arguments &arguments, std::size_t count)
{
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "unbound method needs an argument");
    const Values rest = arguments.positional.subspan(1);
    if (!arguments.keywords.empty())
        return evaluator.raise("TypeError", "wrapper takes no keyword arguments");
    if (rest.size() != count) {
        return evaluator.raise("TypeError", std::format("expected {} argument{}, got {}", count,
                                                        count == 1 ? "" : "s", rest.size()));
    }
    return arguments.positional;
}

Value plainSelf(Values arguments)
{
    return Evaluator::plain(arguments[0]);
}

Evaluated textOf(Evaluator &evaluator, const Outcome<std::string> &text)
{
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

template<BinaryOperator Op>
Evaluated binary(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    return evaluator.binary(Op, plainSelf(*values), (*values)[1]);
}

template<ComparisonOperator Op>
Evaluated compared(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    return evaluator.compare(Op, plainSelf(*values), (*values)[1]);
}

template<UnaryOperator Op>
Evaluated unary(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    return evaluator.unary(Op, plainSelf(*values));
}

} // namespace

Evaluated specialStr(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    return textOf(evaluator, evaluator.str(plainSelf(*values)));
}

Evaluated specialRepr(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    return textOf(evaluator, evaluator.repr(plainSelf(*values)));
}

Evaluated specialFormat(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    const auto *specification = Evaluator::plain((*values)[1]).as<StringObject>();
    if (specification == nullptr) {
        return evaluator.raise("TypeError", std::format("__format__() argument must be str, not {}",
                                                        typeNameOf(evaluator, (*values)[1])));
    }
    return textOf(evaluator, evaluator.format(plainSelf(*values), specification->utf8));
}

Evaluated specialHash(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    const auto hash = evaluator.hash(plainSelf(*values));
    if (!hash)
        return std::unexpected(hash.error());
    return Value(static_cast<std::int64_t>(*hash));
}

Evaluated specialLength(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    const auto length = evaluator.length(plainSelf(*values));
    if (!length)
        return std::unexpected(length.error());
    return Value(*length);
}

Evaluated specialIterator(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    return evaluator.iterator(plainSelf(*values));
}

Evaluated specialContains(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    const Outcome<bool> contains = evaluator.contains(plainSelf(*values), (*values)[1]);
    if (!contains)
        return std::unexpected(contains.error());
    return Value(*contains);
}

Evaluated specialItem(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    return evaluator.item(plainSelf(*values), (*values)[1]);
}

Evaluated specialSetItem(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 2);
    if (!values)
        return std::unexpected(values.error());
    if (const Done done = evaluator.setItem(plainSelf(*values), (*values)[1], (*values)[2]); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated specialDeleteItem(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 1);
    if (!values)
        return std::unexpected(values.error());
    if (const Done done = evaluator.deleteItem(plainSelf(*values), (*values)[1]); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated specialBool(Evaluator &evaluator, const Arguments &arguments)
{
    const auto values = slotArguments(evaluator, arguments, 0);
    if (!values)
        return std::unexpected(values.error());
    const Outcome<bool> truth = evaluator.truth(plainSelf(*values));
    if (!truth)
        return std::unexpected(truth.error());
    return Value(*truth);
}

Evaluated specialAdd(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Add>(evaluator, arguments);
}

Evaluated specialSubtract(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Subtract>(evaluator, arguments);
}

Evaluated specialMultiply(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Multiply>(evaluator, arguments);
}

Evaluated specialDivide(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Divide>(evaluator, arguments);
}

Evaluated specialFloorDivide(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::FloorDivide>(evaluator, arguments);
}

Evaluated specialRemainder(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Modulo>(evaluator, arguments);
}

Evaluated specialPower(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::Power>(evaluator, arguments);
}

Evaluated specialAnd(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::BitAnd>(evaluator, arguments);
}

Evaluated specialOr(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::BitOr>(evaluator, arguments);
}

Evaluated specialXor(Evaluator &evaluator, const Arguments &arguments)
{
    return binary<BinaryOperator::BitXor>(evaluator, arguments);
}

Evaluated specialEqual(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::Equal>(evaluator, arguments);
}

Evaluated specialNotEqual(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::NotEqual>(evaluator, arguments);
}

Evaluated specialLess(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::Less>(evaluator, arguments);
}

Evaluated specialLessEqual(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::LessEqual>(evaluator, arguments);
}

Evaluated specialGreater(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::Greater>(evaluator, arguments);
}

Evaluated specialGreaterEqual(Evaluator &evaluator, const Arguments &arguments)
{
    return compared<ComparisonOperator::GreaterEqual>(evaluator, arguments);
}

Evaluated specialNegative(Evaluator &evaluator, const Arguments &arguments)
{
    return unary<UnaryOperator::Minus>(evaluator, arguments);
}

Evaluated specialPositive(Evaluator &evaluator, const Arguments &arguments)
{
    return unary<UnaryOperator::Plus>(evaluator, arguments);
}

Evaluated specialInvert(Evaluator &evaluator, const Arguments &arguments)
{
    return unary<UnaryOperator::Invert>(evaluator, arguments);
}

} // namespace athanor::python
