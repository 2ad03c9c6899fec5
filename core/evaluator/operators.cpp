// SPDX-License-Identifier: GPL-3.0-or-later
// Operators: which side's method answers.
#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/operatornames.h"
#include "core/evaluator/runtime.h"

namespace athanor::python {

namespace {

/// One side's special method: NotImplemented when it has none.
Evaluated ask(Evaluator::Runtime &runtime, Value object, std::string_view method, Value other)
{
    const auto answer = runtime.callSpecial(object, method, {other});
    if (!answer)
        return std::unexpected(answer.error());
    return answer->value_or(Value::notImplemented());
}

/// Both sides in the language's order: the right one first where its class derives from the left one's.
Evaluated askBoth(Evaluator::Runtime &runtime, Value left, Value right, std::string_view method,
                  std::string_view reflected)
{
    const ClassObject *leftType = runtime.evaluator.typeOf(left);
    const ClassObject *rightType = runtime.evaluator.typeOf(right);
    const bool hasLeft = !runtime.isPlainObject(left);
    const bool hasRight = !runtime.isPlainObject(right);
    const bool isRightFirst = hasRight && leftType != rightType && rightType->isSubclassOf(leftType);
    if (isRightFirst) {
        const Evaluated result = ask(runtime, right, reflected, left);
        if (!result || !result->isNotImplemented())
            return result;
    }
    if (hasLeft) {
        const Evaluated result = ask(runtime, left, method, right);
        if (!result || !result->isNotImplemented())
            return result;
    }
    if (hasRight && !isRightFirst && leftType != rightType)
        return ask(runtime, right, reflected, left);
    return Value::notImplemented();
}

std::unexpected<Raised> refuseEither(Evaluator &evaluator, Value left, Value right, std::string_view purpose)
{
    const auto *unknown = left.as<OpaqueObject>();
    return evaluator.refuseOpaque(unknown ? *unknown : *right.as<OpaqueObject>(), purpose);
}

bool isOpaque(Value value)
{
    return value.isObject() && value.object()->kind() == ObjectKind::Opaque;
}

/// What Python says of operands that do not fit.
std::unexpected<Raised> unsupported(Evaluator &evaluator, std::string_view sign, Value left, Value right)
{
    const std::string leftName = typeName(evaluator, left);
    const std::string rightName = typeName(evaluator, right);
    const bool isSequence = left.as<StringObject>() || left.as<ListObject>() || left.as<TupleObject>();
    if (sign == "+" && isSequence)
        return evaluator.raise("TypeError", "can only concatenate " + leftName + " (not \"" + rightName
                                                + "\") to " + leftName);
    if (sign == "+" && left.as<BytesObject>())
        return evaluator.raise("TypeError", "can't concat " + rightName + " to " + leftName);
    const auto isRepeatable = [](Value value) {
        return value.as<StringObject>() || value.as<ListObject>() || value.as<TupleObject>()
               || value.as<BytesObject>();
    };
    if (sign == "*" && (isRepeatable(left) || isRepeatable(right)))
        return evaluator.raise("TypeError", "can't multiply sequence by non-int of type '"
                                                + (isRepeatable(left) ? rightName : leftName) + '\'');
    return evaluator.raise("TypeError", "unsupported operand type(s) for " + std::string(sign) + ": '"
                                            + leftName + "' and '" + rightName + '\'');
}

} // namespace

Evaluated Evaluator::binary(BinaryOperator op, Value left, Value right)
{
    if (isOpaque(left) || isOpaque(right))
        return refuseEither(*this, left, right, "an operator");
    Evaluated result = Value::notImplemented();
    const bool isPlain = m_runtime->isPlainObject(left) && m_runtime->isPlainObject(right);
    const BinaryNames &names = python::namesOf(op);
    if (!isPlain) {
        // A text on the left of % formats whatever is on its right.
        if (op != BinaryOperator::Modulo || !left.as<StringObject>() || !m_runtime->isPlainObject(left))
            result = askBoth(*m_runtime, left, right, names.method, names.reflected);
        if (!result || !result->isNotImplemented())
            return result;
    }
    // What % writes into a text is what the value's own class says of it.
    const bool isFormat = op == BinaryOperator::Modulo && left.as<StringObject>();
    result = m_runtime->builtinBinary(op, plain(left), isFormat ? right : plain(right));
    if (!result || !result->isNotImplemented())
        return result;
    return unsupported(*this, names.sign, left, right);
}

Evaluated Evaluator::augmented(BinaryOperator op, Value left, Value right)
{
    const BinaryNames &names = python::namesOf(op);
    if (!m_runtime->isPlainObject(left) && !isOpaque(left)) {
        const Evaluated result = ask(*m_runtime, left, names.inPlace, right);
        if (!result || !result->isNotImplemented())
            return result;
    }
    if (auto *list = left.as<ListObject>(); list && op == BinaryOperator::Add) {
        const auto added = items(right);
        if (!added)
            return std::unexpected(added.error());
        heap().count(added->size() * sizeof(Value));
        list->items.insert(list->items.end(), added->begin(), added->end());
        return left;
    }
    if (auto *dictionary = left.as<DictionaryObject>();
        dictionary && op == BinaryOperator::BitOr && right.as<DictionaryObject>()) {
        const HashTable &other = right.as<DictionaryObject>()->table;
        for (std::size_t at = 0; const auto *entry = other.next(at);) {
            if (Done done = dictionary->table.set(*this, entry->key, entry->value); !done)
                return std::unexpected(done.error());
        }
        return left;
    }
    Evaluated result = binary(op, left, right);
    if (result && left.as<SetObject>() && result->as<SetObject>()) {
        left.as<SetObject>()->table = result->as<SetObject>()->table;
        return left;
    }
    return result;
}

Outcome<bool> Evaluator::Runtime::identical(Value left, Value right)
{
    if (left.isSame(right))
        return true;
    if (isOpaque(left) || isOpaque(right))
        return refuseEither(evaluator, left, right, "a comparison");
    return false;
}

Evaluated Evaluator::compare(ComparisonOperator op, Value left, Value right)
{
    switch (op) {
    case ComparisonOperator::Is:
    case ComparisonOperator::IsNot: {
        const auto same = m_runtime->identical(left, right);
        if (!same)
            return std::unexpected(same.error());
        return Value(*same == (op == ComparisonOperator::Is));
    }
    case ComparisonOperator::In:
    case ComparisonOperator::NotIn: {
        const auto found = contains(right, left);
        if (!found)
            return std::unexpected(found.error());
        return Value(*found == (op == ComparisonOperator::In));
    }
    default:
        break;
    }
    if (isOpaque(left) || isOpaque(right))
        return refuseEither(*this, left, right, "a comparison");
    Evaluated result = Value::notImplemented();
    const ComparisonNames &names = python::namesOf(op);
    if (!m_runtime->isPlainObject(left) || !m_runtime->isPlainObject(right)) {
        result = m_runtime->compareObjects(op, left, right);
        if (!result || !result->isNotImplemented())
            return result;
    }
    result = m_runtime->builtinCompare(op, plain(left), plain(right));
    if (!result || !result->isNotImplemented())
        return result;
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual)
        return Value(left.isSame(right) == (op == ComparisonOperator::Equal));
    return raise("TypeError", '\'' + std::string(names.sign) + "' not supported between instances of '"
                                  + typeName(*this, left) + "' and '" + typeName(*this, right) + '\'');
}

Evaluated Evaluator::Runtime::compareObjects(ComparisonOperator op, Value left, Value right)
{
    const ComparisonNames &names = python::namesOf(op);
    const ClassObject *leftType = evaluator.typeOf(left);
    const ClassObject *rightType = evaluator.typeOf(right);
    const auto askOne = [&](Value object, std::string_view method, Value other) -> Evaluated {
        if (isPlainObject(object))
            return Value::notImplemented();
        const Evaluated answer = ask(*this, object, method, other);
        if (op != ComparisonOperator::NotEqual || !answer || !answer->isNotImplemented())
            return answer;
        // object.__ne__ turns the answer of __eq__ round.
        const Evaluated equal = ask(*this, object, "__eq__", other);
        if (!equal || equal->isNotImplemented())
            return equal;
        const auto truth = evaluator.truth(*equal);
        if (!truth)
            return std::unexpected(truth.error());
        return Value(!*truth);
    };
    const bool isRightFirst = leftType != rightType && rightType->isSubclassOf(leftType);
    const Evaluated first =
        isRightFirst ? askOne(right, names.reflected, left) : askOne(left, names.method, right);
    if (!first || !first->isNotImplemented())
        return first;
    return isRightFirst ? askOne(left, names.method, right) : askOne(right, names.reflected, left);
}

Outcome<bool> Evaluator::equal(Value left, Value right)
{
    if (left.isSame(right) && !left.isFloat())
        return true;
    const Evaluated result = compare(ComparisonOperator::Equal, left, right);
    if (!result)
        return std::unexpected(result.error());
    return truth(*result);
}

Evaluated Evaluator::unary(UnaryOperator op, Value operand)
{
    if (op == UnaryOperator::Not) {
        const auto answer = truth(operand);
        if (!answer)
            return std::unexpected(answer.error());
        return Value(!*answer);
    }
    if (const auto *unknown = operand.as<OpaqueObject>())
        return refuseOpaque(*unknown, "an operator");
    const std::string_view method = op == UnaryOperator::Minus  ? "__neg__"
                                    : op == UnaryOperator::Plus ? "__pos__"
                                                                : "__invert__";
    if (!m_runtime->isPlainObject(operand)) {
        const auto answer = m_runtime->callSpecial(operand, method);
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return **answer;
    }
    const Value value = plain(operand);
    if (value.isFloat() && op != UnaryOperator::Invert)
        return op == UnaryOperator::Minus ? Value(-value.number()) : value;
    if (const auto number = bigInteger(value)) {
        if (op == UnaryOperator::Plus)
            return integerValue(heap(), *number);
        return integerValue(heap(), op == UnaryOperator::Minus ? -*number : -*number - BigInteger(1));
    }
    const std::string_view sign = op == UnaryOperator::Minus ? "-" : op == UnaryOperator::Plus ? "+" : "~";
    return raise("TypeError",
                 "bad operand type for unary " + std::string(sign) + ": '" + typeName(*this, operand) + '\'');
}

} // namespace athanor::python
