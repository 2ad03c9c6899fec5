// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/biginteger.h"
#include "core/evaluator/outcome.h"

namespace athanor::python {

class Evaluator;

/// round(number): to the nearest integer, ties to the even one.
Outcome<BigInteger> roundedToInteger(Evaluator &evaluator, double number);
/// round(number, digits) of a float: to so many decimals of its exact value.
Outcome<double> roundedFloat(Evaluator &evaluator, double number, std::int64_t digits);
/// round(number, digits) of an int: only negative digits change it.
BigInteger roundedInteger(const BigInteger &number, std::int64_t digits);

} // namespace athanor::python
