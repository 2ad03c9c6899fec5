// SPDX-License-Identifier: GPL-3.0-or-later
// From text and values to numbers, and the escapes of ascii().
#pragma once

#include "core/evaluator/biginteger.h"
#include "core/evaluator/outcome.h"

#include <string>
#include <string_view>

namespace athanor::python {

class Evaluator;

/// What repr() gives with what is not ASCII escaped.
std::string asciiEscaped(std::string_view utf8);

/// int(text, base): signs, prefixes, underscores and spaces around it as Python takes them; empty when it is
/// no integer. Base 0 goes by the prefix.
std::optional<BigInteger> parsedInteger(std::string_view text, unsigned base);
/// float(text), with "inf", "nan" and underscores; empty when it is no number.
std::optional<double> parsedFloat(std::string_view text);

/// int(value) of a number: the integer part of a float, __int__, __index__ or __trunc__ of an object.
/// TypeError for what is no number (strings too).
Outcome<BigInteger> truncatedInteger(Evaluator &evaluator, Value value);
/// A float where Python asks for __float__ or __index__: "must be real number, not str".
Outcome<double> floatArgument(Evaluator &evaluator, Value value);

/// Whether a failure is an exception of that builtin class or one derived from it.
bool hasRaised(Evaluator &evaluator, const Raised &raised, std::string_view type);

} // namespace athanor::python
