// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"

#include <format>

namespace athanor::python {

static std::string_view unqualified(std::string_view name)
{
    return name.substr(name.rfind('.') + 1);
}

static std::string wrongCount(std::string_view name, const CallShape &shape, std::size_t given)
{
    if (shape.wording == CallWording::Takes) {
        if (shape.most == 0)
            return std::format("{}() takes no arguments ({} given)", name, given);
        return std::format("{}() takes exactly one argument ({} given)", name, given);
    }
    const bool isTooFew = given < shape.least;
    const std::size_t limit = isTooFew ? shape.least : shape.most;
    const std::string_view relation = shape.least == shape.most ? "" : isTooFew ? "at least " : "at most ";
    return std::format("{} expected {}{} argument{}, got {}", unqualified(name), relation, limit,
                       limit == 1 ? "" : "s", given);
}

Done checkCall(Evaluator &evaluator, std::string_view name, const CallShape &shape, std::size_t given,
               const Arguments &arguments)
{
    if (!arguments.keywords.empty())
        return evaluator.raise("TypeError", std::format("{}() takes no keyword arguments", name));
    if (given < shape.least || given > shape.most)
        return evaluator.raise("TypeError", wrongCount(name, shape, given));
    return {};
}

Done checkKeywordCall(Evaluator &evaluator, std::string_view name, std::size_t most,
                      std::initializer_list<std::string_view> required, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size() + arguments.keywords.size();
    if (given > most) {
        return evaluator.raise("TypeError", std::format("{}() takes at most {} argument{} ({} given)", name,
                                                        most, most == 1 ? "" : "s", given));
    }
    std::size_t position = 0;
    for (const std::string_view parameter : required) {
        ++position;
        if (position <= arguments.positional.size()
            || std::ranges::contains(arguments.keywords, parameter, &NamedValue::name))
            continue;
        return evaluator.raise("TypeError", std::format("{}() missing required argument '{}' (pos {})", name,
                                                        parameter, position));
    }
    return {};
}

std::unexpected<Raised> wrongReceiver(Evaluator &evaluator, std::string_view qualifiedName,
                                      const Arguments &arguments)
{
    if (arguments.positional.empty()) {
        return evaluator.raise("TypeError",
                               std::format("unbound method {}() needs an argument", qualifiedName));
    }
    const Value given = arguments.positional.front();
    if (const auto *opaque = given.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, qualifiedName);
    return evaluator.raise("TypeError",
                           std::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                                       unqualified(qualifiedName),
                                       qualifiedName.substr(0, qualifiedName.rfind('.')),
                                       typeNameOf(evaluator, given)));
}

std::string_view typeNameOf(Evaluator &evaluator, Value value)
{
    return evaluator.typeOf(value)->name;
}

Value newBytes(Evaluator &evaluator, std::string bytes)
{
    evaluator.heap().count(bytes.size());
    return evaluator.heap().make<BytesObject>(std::move(bytes));
}

Outcome<std::optional<Value>> callSpecialMethod(Evaluator &evaluator, Value object, std::string_view name,
                                                std::initializer_list<Value> arguments)
{
    const bool hasOwnClass = object.as<Instance>() != nullptr || object.as<ClassObject>() != nullptr;
    if (!hasOwnClass)
        return std::nullopt;
    const auto method = evaluator.findAttribute(evaluator.typeOf(object), name);
    if (!method)
        return std::unexpected(method.error());
    if (!*method)
        return std::nullopt;
    std::vector<Value> values{object};
    values.insert(values.end(), arguments.begin(), arguments.end());
    const Evaluated result = evaluator.call(**method, {values, {}});
    if (!result)
        return std::unexpected(result.error());
    return *result;
}

Outcome<BigInteger> integerArgument(Evaluator &evaluator, Value value)
{
    if (std::optional<BigInteger> number = bigInteger(Evaluator::plain(value)))
        return *std::move(number);
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "an integer");
    const auto converted = callSpecialMethod(evaluator, value, "__index__");
    if (!converted)
        return std::unexpected(converted.error());
    if (*converted) {
        if (std::optional<BigInteger> number = bigInteger(**converted))
            return *std::move(number);
        return evaluator.raise("TypeError", std::format("__index__ returned non-int (type {})",
                                                        typeNameOf(evaluator, **converted)));
    }
    return evaluator.raise("TypeError", std::format("'{}' object cannot be interpreted as an integer",
                                                    typeNameOf(evaluator, value)));
}

Outcome<std::int64_t> indexArgument(Evaluator &evaluator, Value value)
{
    if (value.isInteger())
        return value.integer();
    const Outcome<BigInteger> number = integerArgument(evaluator, value);
    if (!number)
        return std::unexpected(number.error());
    if (const std::optional<std::int64_t> small = number->toInt64())
        return *small;
    return evaluator.raise("OverflowError", "Python int too large to convert to C ssize_t");
}

Outcome<std::optional<std::int64_t>> boundArgument(Evaluator &evaluator, Value value)
{
    using Limits64 = std::numeric_limits<std::int64_t>;
    if (value.isNone())
        return std::nullopt;
    if (value.isInteger())
        return value.integer();
    const Value plain = Evaluator::plain(value);
    if (value.as<Instance>() == nullptr && !bigInteger(plain) && value.as<OpaqueObject>() == nullptr) {
        return evaluator.raise("TypeError",
                               "slice indices must be integers or None or have an __index__ method");
    }
    const Outcome<BigInteger> number = integerArgument(evaluator, value);
    if (!number)
        return std::unexpected(number.error());
    return number->toInt64().value_or(number->isNegative() ? Limits64::min() : Limits64::max());
}

Outcome<const StringObject *> textArgument(Evaluator &evaluator, Value value, std::string_view method,
                                           int number)
{
    if (const auto *text = Evaluator::plain(value).as<StringObject>())
        return text;
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a string");
    const std::string which = number == 0 ? "argument" : std::format("argument {}", number);
    return evaluator.raise("TypeError", std::format("{}() {} must be str, not {}", method, which,
                                                    value.isNone() ? "None" : typeNameOf(evaluator, value)));
}

} // namespace athanor::python
