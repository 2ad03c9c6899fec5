// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/python/parser.h"
#include "core/stdlib/native.h"
#include "core/stdlib/textmodules.h"

namespace athanor::python {

namespace {

constexpr int DeepestNesting = 200;

Evaluated evaluateLiteral(Evaluator &evaluator, const Expression &node, int depth);

std::unexpected<Raised> malformed(Evaluator &evaluator)
{
    return evaluator.raise("ValueError", "malformed node or string");
}

Outcome<std::vector<Value>> evaluateAll(Evaluator &evaluator, NodeList<Expression> nodes, int depth)
{
    std::vector<Value> values;
    for (const Expression *node : nodes) {
        if (node == nullptr)
            return malformed(evaluator);
        const Evaluated value = evaluateLiteral(evaluator, *node, depth + 1);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(*value);
    }
    return values;
}

Evaluated evaluateDictionary(Evaluator &evaluator, const Dictionary &node, int depth)
{
    const auto keys = evaluateAll(evaluator, node.keys, depth);
    const auto values = evaluateAll(evaluator, node.values, depth);
    if (!keys || !values)
        return std::unexpected(keys ? values.error() : keys.error());
    auto *made = evaluator.heap().make<DictionaryObject>();
    for (std::size_t i = 0; i < keys->size(); ++i) {
        if (const Done done = made->table.set(evaluator, (*keys)[i], (*values)[i]); !done)
            return std::unexpected(done.error());
    }
    return made;
}

Evaluated evaluateContainer(Evaluator &evaluator, const Expression &node, int depth)
{
    if (const auto *dictionary = node.as<Dictionary>())
        return evaluateDictionary(evaluator, *dictionary, depth);
    const auto *sequence = node.as<Tuple>();
    const auto *list = node.as<List>();
    const auto *set = node.as<Set>();
    if (sequence == nullptr && list == nullptr && set == nullptr)
        return malformed(evaluator);
    auto items = evaluateAll(evaluator,
                             sequence != nullptr ? sequence->elements
                             : list != nullptr   ? list->elements
                                                 : set->elements,
                             depth);
    if (!items)
        return std::unexpected(items.error());
    if (sequence != nullptr)
        return evaluator.heap().tuple(std::move(*items));
    if (list != nullptr)
        return evaluator.heap().list(std::move(*items));
    auto *made = evaluator.heap().make<SetObject>();
    for (const Value &item : *items) {
        if (const Done done = made->table.set(evaluator, item, {}); !done)
            return std::unexpected(done.error());
    }
    return made;
}

Value integerOf(Evaluator &evaluator, const Integer &node)
{
    if (node.value)
        return Value(*node.value);
    std::string digits;
    for (const char c : node.text) {
        if (c != '_')
            digits += c;
    }
    const char prefix = digits.size() > 2 && digits[0] == '0' ? digits[1] : '\0';
    const unsigned base = prefix == 'x' || prefix == 'X'   ? 16
                          : prefix == 'o' || prefix == 'O' ? 8
                          : prefix == 'b' || prefix == 'B' ? 2
                                                           : 10;
    const auto number = BigInteger::fromDigits(std::string_view(digits).substr(base == 10 ? 0 : 2), base);
    return integerValue(evaluator.heap(), number.value_or(BigInteger()));
}

Evaluated evaluateSigned(Evaluator &evaluator, const Unary &node)
{
    const bool isNumber = node.operand->as<Integer>() != nullptr || node.operand->as<Float>() != nullptr;
    if (!isNumber || (node.op != UnaryOperator::Minus && node.op != UnaryOperator::Plus))
        return malformed(evaluator);
    const Evaluated number = evaluateLiteral(evaluator, *node.operand, 0);
    return number && node.op == UnaryOperator::Minus ? evaluator.unary(UnaryOperator::Minus, *number)
                                                     : number;
}

Evaluated evaluateLiteral(Evaluator &evaluator, const Expression &node, int depth)
{
    if (depth > DeepestNesting)
        return evaluator.raise("RecursionError", "maximum recursion depth exceeded during compilation");
    if (const Done done = evaluator.step(); !done)
        return std::unexpected(done.error());
    if (const auto *singleton = node.as<Singleton>()) {
        switch (singleton->value) {
        case SingletonValue::None:
            return Value();
        case SingletonValue::False:
        case SingletonValue::True:
            return Value(singleton->value == SingletonValue::True);
        case SingletonValue::Ellipsis:
            return Value::ellipsis();
        }
    }
    if (const auto *integer = node.as<Integer>())
        return integerOf(evaluator, *integer);
    if (const auto *number = node.as<Float>())
        return Value(number->value);
    if (const auto *text = node.as<String>()) {
        if (text->hasNamedCharacters)
            return evaluator.refuse("\\N{…} in ast.literal_eval()", "the character itself");
        return string(evaluator, text->text);
    }
    if (const auto *data = node.as<Bytes>())
        return bytes(evaluator, std::string(data->bytes));
    if (const auto *unary = node.as<Unary>())
        return evaluateSigned(evaluator, *unary);
    return evaluateContainer(evaluator, node, depth);
}

Evaluated literalEvaluation(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "literal_eval", arguments);
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.refuse("ast.literal_eval() of a tree", "a str");
    const std::size_t start = text->find_first_not_of(" \t");
    const std::string_view stripped =
        start == std::string::npos ? std::string_view() : std::string_view(*text).substr(start);
    const ParsedExpression parsed = parseExpression(
        QByteArrayView(stripped.data(), qsizetype(stripped.size())), QStringLiteral("<unknown>"));
    if (parsed.expression == nullptr) {
        return evaluator.raise("SyntaxError", parsed.diagnostics.isEmpty()
                                                  ? std::string("invalid syntax")
                                                  : parsed.diagnostics.first().message.toStdString());
    }
    return evaluateLiteral(evaluator, *parsed.expression, 0);
}

constexpr NativeName Names[] = {{.name = "literal_eval", .call = literalEvaluation}};

} // namespace

const NativeModule literalModule = {"ast", Names};

} // namespace athanor::python
