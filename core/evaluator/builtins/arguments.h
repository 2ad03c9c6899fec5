// SPDX-License-Identifier: GPL-3.0-or-later
// How methods of the builtin types take their object and arguments: the checks CPython makes before a method
// written in C sees them, with its messages.
#pragma once

#include "core/evaluator/biginteger.h"
#include "core/evaluator/evaluator.h"
#include "core/evaluator/iteration.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <span>

namespace athanor::python {

using Values = std::span<const Value>;

inline constexpr std::size_t AnyNumber = std::numeric_limits<std::size_t>::max();

/// The words for a wrong number of arguments: "len() takes exactly one argument (0 given)", or "find expected
/// at least 1 argument, got 0".
enum class CallWording : std::uint8_t { Takes, Expected };

/// How many arguments a function or method takes, all by position.
struct CallShape
{
    std::size_t least = 0;
    std::size_t most = 0;
    CallWording wording = CallWording::Takes;
};

/// `name` is as in messages: "str.find" or "len".
Done checkCall(Evaluator &evaluator, std::string_view name, const CallShape &shape, std::size_t given,
               const Arguments &arguments);
/// Functions that take keywords: "split() takes at most 2 arguments (3 given)", and "round() missing required
/// argument 'number' (pos 1)" for the first of `required`.
Done checkKeywordCall(Evaluator &evaluator, std::string_view name, std::size_t most,
                      std::initializer_list<std::string_view> required, const Arguments &arguments);
std::unexpected<Raised> wrongReceiver(Evaluator &evaluator, std::string_view qualifiedName,
                                      const Arguments &arguments);

std::string_view typeNameOf(Evaluator &evaluator, Value value);
inline Value newText(Evaluator &evaluator, std::string_view utf8)
{
    return evaluator.heap().string(utf8);
}
Value newBytes(Evaluator &evaluator, std::string bytes);

/// Calls a special method of an object's class, or of a class's metaclass: __index__, __round__ … Empty for
/// what is no instance of a class that has it.
Outcome<std::optional<Value>> callSpecialMethod(Evaluator &evaluator, Value object, std::string_view name,
                                                std::initializer_list<Value> arguments = {});

/// An integer where Python asks for __index__: "'str' object cannot be interpreted as an integer".
Outcome<BigInteger> integerArgument(Evaluator &evaluator, Value value);
/// As integerArgument(), of 64 bits: OverflowError beyond.
Outcome<std::int64_t> indexArgument(Evaluator &evaluator, Value value);
/// A bound of a slice: nothing for None; cut to 64 bits.
Outcome<std::optional<std::int64_t>> boundArgument(Evaluator &evaluator, Value value);
/// "find() argument 1 must be str, not int".
Outcome<const StringObject *> textArgument(Evaluator &evaluator, Value value, std::string_view method,
                                           int number);

} // namespace athanor::python
