// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace athanor::python {

/// The code point at `at`, which is moved behind it. The text must be UTF-8 (lone surrogates allowed) and not
/// at its end.
char32_t decodeCodePoint(const char *&at);

/// Appends UTF-8; lone surrogates too ("WTF-8"), since Python's strings can hold them.
void appendCodePoint(std::string &text, char32_t c);

/// Whether Python takes the character in a name (XID_Start or '_', XID_Continue).
bool isIdentifierStart(char32_t c);
bool isIdentifierContinue(char32_t c);

/// Whether repr() shows the character as it is.
bool isPrintable(char32_t c);

/// The NFKC form that Python compares names in.
std::string normalizedName(std::string_view name);

} // namespace athanor::python
