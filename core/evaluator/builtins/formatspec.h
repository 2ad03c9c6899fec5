// SPDX-License-Identifier: GPL-3.0-or-later
// The format specifications of format(), str.format() and f-strings:
// [[fill]align][sign][z][#][0][width][grouping][.precision][type].
#pragma once

#include "core/evaluator/biginteger.h"
#include "core/evaluator/outcome.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor::python {

class Evaluator;

struct FormatSpecification
{
    char32_t fill = U' ';
    char32_t align = 0; ///< '<', '>', '=', '^'; 0 when none is written
    char32_t sign = 0;  ///< '+', '-', ' '; 0 when none is written
    bool coercesNegativeZero = false;
    bool isAlternate = false;
    std::int64_t width = -1;
    char32_t grouping = 0; ///< ',' or '_'
    std::int64_t precision = -1;
    char32_t type = 0;
};

/// What a type's specifications mean where they leave something out.
struct FormatDefaults
{
    std::string_view typeName = {};
    char32_t type = 0;
    char32_t align = U'>';
};

/// ValueErrors in Python's words; they name the type.
Outcome<FormatSpecification> parseFormatSpecification(Evaluator &evaluator, std::string_view text,
                                                      const FormatDefaults &defaults);
/// A type in messages: as it is when it is ASCII, or "\xe4".
std::string formatCode(char32_t type);

// What the __format__ of these types gives; messages name the type.
Outcome<std::string> formatText(Evaluator &evaluator, std::string_view text, std::string_view specification,
                                std::string_view typeName = "str");
Outcome<std::string> formatInteger(Evaluator &evaluator, const BigInteger &number,
                                   std::string_view specification, std::string_view typeName = "int");
Outcome<std::string> formatFloat(Evaluator &evaluator, double number, std::string_view specification,
                                 std::string_view typeName = "float");

/// A stop when a text of that many characters would be out of proportion to a script; to be asked before it
/// is made.
Done checkTextSize(Evaluator &evaluator, std::int64_t characters);

/// Pads a text of `length` characters; '=' is not for texts.
std::string padded(std::string_view text, std::int64_t length, std::int64_t width, char32_t fill,
                   char32_t align);

/// Groups of digits from the right: "1234567" in threes with ',' is "1,234,567"; filled up with zeros in
/// groups to `width`.
std::string groupedDigits(std::string_view digits, std::size_t groupSize, std::string_view separator,
                          std::int64_t width);

} // namespace athanor::python
