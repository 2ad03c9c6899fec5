// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of generators and iterators.
#include "core/evaluator/exception.h"
#include "core/evaluator/generator.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"

namespace athanor::python {

namespace {

Value argument(const Arguments &arguments, std::size_t index)
{
    return index < arguments.positional.size() ? arguments.positional[index] : Value();
}

/// What next() gives, with StopIteration at the end.
Evaluated orStop(Evaluator &evaluator, const Outcome<std::optional<Value>> &item, Value returned)
{
    if (!item)
        return std::unexpected(item.error());
    if (*item)
        return **item;
    if (returned.isNone())
        return evaluator.raiseWith("StopIteration", {});
    return evaluator.raiseWith("StopIteration", {returned});
}

std::unexpected<Raised> wrongSelf(Evaluator &evaluator)
{
    return evaluator.raise("TypeError", "this method needs a generator");
}

Evaluated self(Evaluator &, const Arguments &arguments)
{
    return argument(arguments, 0);
}

Evaluated nextOfIterator(Evaluator &evaluator, const Arguments &arguments)
{
    return orStop(evaluator, evaluator.next(argument(arguments, 0)), {});
}

Evaluated send(Evaluator &evaluator, const Arguments &arguments)
{
    auto *generator = argument(arguments, 0).as<GeneratorObject>();
    if (!generator)
        return wrongSelf(evaluator);
    const auto item = generator->send(evaluator, argument(arguments, 1));
    return orStop(evaluator, item, std::exchange(generator->returned, Value()));
}

Evaluated nextOfGenerator(Evaluator &evaluator, const Arguments &arguments)
{
    return send(
        evaluator,
        Arguments{arguments.positional.first(std::min<std::size_t>(1, arguments.positional.size())), {}});
}

/// throw(exception), or throw(type, value).
Evaluated throwInto(Evaluator &evaluator, const Arguments &arguments)
{
    auto *generator = argument(arguments, 0).as<GeneratorObject>();
    if (!generator)
        return wrongSelf(evaluator);
    Evaluated exception = argument(arguments, 1);
    if (exception->as<ClassObject>()) {
        const Value value = argument(arguments, 2);
        exception = evaluator.isInstance(value, baseExceptionClass) ? Evaluated(value)
                    : value.isNone()                                ? evaluator.call(*exception, {})
                                                                    : evaluator.call(*exception, {value});
    }
    if (!exception)
        return exception;
    if (!evaluator.isInstance(*exception, baseExceptionClass))
        return evaluator.raise("TypeError",
                               "exceptions must be classes or instances deriving from BaseException, not "
                                   + typeName(evaluator, *exception));
    return orStop(evaluator, generator->throwInto(evaluator, Raised{*exception, {}}), generator->returned);
}

Evaluated close(Evaluator &evaluator, const Arguments &arguments)
{
    auto *generator = argument(arguments, 0).as<GeneratorObject>();
    if (!generator)
        return wrongSelf(evaluator);
    if (Done done = generator->close(evaluator); !done)
        return std::unexpected(done.error());
    return Value();
}

constexpr NativeMember iteratorMembers[] = {
    {"__iter__", MemberKind::Method, self},
    {"__next__", MemberKind::Method, nextOfIterator},
};

constexpr NativeMember generatorMembers[] = {
    {"__iter__", MemberKind::Method, self}, {"__next__", MemberKind::Method, nextOfGenerator},
    {"send", MemberKind::Method, send},     {"throw", MemberKind::Method, throwInto},
    {"close", MemberKind::Method, close},
};

} // namespace

const NativeClass iteratorClass{.name = "iterator", .module = "builtins", .members = iteratorMembers};
const NativeClass generatorClass{.name = "generator", .module = "builtins", .members = generatorMembers};

} // namespace athanor::python
