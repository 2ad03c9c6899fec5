// SPDX-License-Identifier: GPL-3.0-or-later
// How methods of the builtin types take their object and arguments: the checks CPython makes before a method
// written in C sees them, with its messages.
#pragma once

#include "core/evaluator/biginteger.h"
#include "core/evaluator/evaluator.h"
#include "core/evaluator/iteration.h"

#include <algorithm>
#include <limits>
#include <span>

namespace athanor::python {

using Values = std::span<const Value>;

inline constexpr std::size_t AnyNumber = std::numeric_limits<std::size_t>::max();

/// How many arguments a function or method takes by position; `name` is "str.find" or "len".
struct CallShape
{
    std::string_view name;
    std::size_t least = 0;
    std::size_t most = 0;
    /// The words for a wrong number: "len() takes exactly one argument (0 given)", or "find expected at
    /// least 1 argument, got 0".
    enum class Wording : std::uint8_t { Takes, Expected } wording = Wording::Takes;
};

Done checkCall(Evaluator &evaluator, const CallShape &shape, std::size_t given, const Arguments &arguments);
std::unexpected<Raised> wrongReceiver(Evaluator &evaluator, std::string_view qualifiedName,
                                      const Arguments &arguments);

std::string_view typeName(Evaluator &evaluator, Value value);
inline Value newText(Evaluator &evaluator, std::string_view utf8)
{
    return evaluator.heap().string(utf8);
}
Value newBytes(Evaluator &evaluator, std::string bytes);

/// An integer where Python asks for __index__: "'str' object cannot be interpreted as an integer".
Outcome<BigInteger> integerArgument(Evaluator &evaluator, Value value);
/// As integerArgument(), of 64 bits: OverflowError beyond.
Outcome<std::int64_t> indexArgument(Evaluator &evaluator, Value value);
/// A bound of a slice: nothing for None; cut to 64 bits.
Outcome<std::optional<std::int64_t>> boundArgument(Evaluator &evaluator, Value value);
/// "find() argument 1 must be str, not int".
Outcome<const StringObject *> textArgument(Evaluator &evaluator, Value value, std::string_view method,
                                           int number);

template<std::size_t N>
struct FixedName
{
    char text[N] = {};
    constexpr FixedName(const char (&name)[N]) { std::copy_n(name, N, text); } // NOLINT: meant to convert
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// The object of a method as its C++ type: an object, a double or a BigInteger.
template<typename T>
struct Receiver
{
    static T *from(Value value) { return Evaluator::plain(value).template as<T>(); }
};
template<>
struct Receiver<const double>
{
    static std::optional<double> from(Value value)
    {
        value = Evaluator::plain(value);
        return value.isFloat() ? std::optional(value.number()) : std::nullopt;
    }
};
template<>
struct Receiver<const BigInteger>
{
    static std::optional<BigInteger> from(Value value) { return bigInteger(Evaluator::plain(value)); }
};

/// A function as a method's entry in a table of members: `Function` takes the evaluator, the object and the
/// arguments behind it.
template<FixedName Name, CallShape::Wording Wording, std::size_t Least, std::size_t Most, typename T,
         Evaluated (*Function)(Evaluator &, T &, Values)>
Evaluated calledMethod(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return wrongReceiver(evaluator, Name.view(), arguments);
    auto self = Receiver<T>::from(arguments.positional.front());
    if (!self)
        return wrongReceiver(evaluator, Name.view(), arguments);
    const Values rest = arguments.positional.subspan(1);
    const Done checked = checkCall(evaluator, {Name.view(), Least, Most, Wording}, rest.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    return Function(evaluator, *self, rest);
}

/// The same for a method that takes keywords: `Function` binds them itself, with a Signature.
template<FixedName Name, typename T, Evaluated (*Function)(Evaluator &, T &, const Arguments &)>
Evaluated keywordMethod(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return wrongReceiver(evaluator, Name.view(), arguments);
    auto self = Receiver<T>::from(arguments.positional.front());
    if (!self)
        return wrongReceiver(evaluator, Name.view(), arguments);
    return Function(evaluator, *self, {arguments.positional.subspan(1), arguments.keywords});
}

/// A plain function or static method.
template<FixedName Name, CallShape::Wording Wording, std::size_t Least, std::size_t Most,
         Evaluated (*Function)(Evaluator &, Values)>
Evaluated calledFunction(Evaluator &evaluator, const Arguments &arguments)
{
    const Done checked =
        checkCall(evaluator, {Name.view(), Least, Most, Wording}, arguments.positional.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    return Function(evaluator, arguments.positional);
}

} // namespace athanor::python
