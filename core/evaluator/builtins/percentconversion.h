// SPDX-License-Identifier: GPL-3.0-or-later
// The conversions of the % operator: "%5.2f" of one argument.
#pragma once

#include "core/evaluator/outcome.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace athanor::python {

class Evaluator;

enum class TextKind : std::uint8_t { String, Bytes };

struct Conversion
{
    bool isLeft = false;
    bool hasPlus = false;
    bool hasSpace = false;
    bool isAlternate = false;
    bool hasZeros = false;
    std::int64_t width = -1;
    std::int64_t precision = -1;
    char32_t type = 0;
    std::size_t position = 0; ///< of the type in the format, for messages
};

/// What a conversion has made: only numbers are filled with zeros, between sign and digits.
struct Converted
{
    std::string sign = {};
    std::string prefix = {};
    std::string text = {};
    bool isNumber = false;
};

/// TypeErrors and ValueErrors in Python's words.
Outcome<Converted> converted(Evaluator &evaluator, TextKind kind, const Conversion &conversion,
                             Value argument);

} // namespace athanor::python
