// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/native.h"

#include "core/evaluator/biginteger.h"

namespace athanor::python {

bool Order::answers(ComparisonOperator op) const
{
    switch (op) {
    case ComparisonOperator::Equal:
        return kind == Kind::Equal;
    case ComparisonOperator::NotEqual:
        return kind != Kind::Equal;
    case ComparisonOperator::Less:
        return kind == Kind::Less;
    case ComparisonOperator::LessEqual:
        return kind == Kind::Less || kind == Kind::Equal;
    case ComparisonOperator::Greater:
        return kind == Kind::Greater;
    case ComparisonOperator::GreaterEqual:
        return kind == Kind::Greater || kind == Kind::Equal;
    default:
        return false;
    }
}

Outcome<std::int64_t> integerOf(Evaluator &evaluator, Value value)
{
    value = Evaluator::plain(value);
    if (value.isInteger())
        return value.integer();
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    if (value.as<BigIntegerObject>() != nullptr)
        return evaluator.raise("OverflowError", "Python int too large to convert to C int");
    return evaluator.raise("TypeError", "'" + className(evaluator, value)
                                            + "' object cannot be interpreted as an integer");
}

Evaluated onlyArgument(Evaluator &evaluator, std::string_view function, const Arguments &arguments)
{
    if (arguments.positional.size() == 1 && arguments.keywords.empty())
        return arguments.positional.front();
    const std::size_t given = arguments.positional.size() + arguments.keywords.size();
    return evaluator.raise("TypeError", std::string(function) + "() takes exactly one argument ("
                                            + std::to_string(given) + " given)");
}

Value string(Evaluator &evaluator, std::string_view utf8)
{
    return evaluator.heap().string(utf8);
}

Value bytes(Evaluator &evaluator, std::string bytes)
{
    evaluator.heap().count(bytes.size());
    return evaluator.heap().make<BytesObject>(std::move(bytes));
}

Value tuple(Evaluator &evaluator, std::initializer_list<Value> items)
{
    return evaluator.heap().tuple(std::vector<Value>(items));
}

std::string className(Evaluator &evaluator, Value value)
{
    return evaluator.typeOf(value)->name;
}

void noteNotReproducible(Evaluator &evaluator, std::string_view what)
{
    evaluator.note("ATH-EVAL-040",
                   "not reproducible: " + std::string(what) + " gives another value each time");
}

} // namespace athanor::python
