// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace athanor::python {

// What the str methods of these names give, with the full mappings of Unicode ("ß".upper() is "SS").
std::string upperCase(std::string_view utf8);
std::string lowerCase(std::string_view utf8);
std::string titleCase(std::string_view utf8);
std::string capitalized(std::string_view utf8);
std::string swappedCase(std::string_view utf8);
std::string foldedCase(std::string_view utf8);

// What the str methods is… answer. All but isAsciiOnly and isPrintableText are false for "".
bool isAlphabetic(std::string_view utf8);
bool isAlphanumeric(std::string_view utf8);
bool isDecimal(std::string_view utf8);
bool isDigits(std::string_view utf8);
bool isNumeric(std::string_view utf8);
bool isLowerCase(std::string_view utf8);
bool isUpperCase(std::string_view utf8);
bool isTitleCase(std::string_view utf8);
bool isWhitespace(std::string_view utf8);
bool isPrintableText(std::string_view utf8);
bool isIdentifier(std::string_view utf8);

} // namespace athanor::python
