// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/token.h"

#include <array>

namespace athanor::python {

static constexpr auto KindNames = std::to_array<std::string_view>({
    "End",
    "Newline",
    "Indent",
    "Dedent",
    "Name",
    "Integer",
    "Float",
    "Imaginary",
    "String",
    "FStringStart",
    "FStringMiddle",
    "FStringEnd",
    "Unknown",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ";",
    ".",
    "...",
    "->",
    "@",
    "!",
    "~",
    ":=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "//",
    "%",
    "|",
    "&",
    "^",
    "<<",
    ">>",
    "<",
    ">",
    "<=",
    ">=",
    "==",
    "!=",
    "=",
    "+=",
    "-=",
    "*=",
    "@=",
    "/=",
    "%=",
    "**=",
    "<<=",
    ">>=",
    "|=",
    "^=",
    "&=",
    "//=",
    "False",
    "None",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
});
static_assert(KindNames.size() == static_cast<std::size_t>(TokenKind::Yield) + 1);

std::string_view kindName(TokenKind kind)
{
    return KindNames[static_cast<std::size_t>(kind)];
}

/// Where the keywords of one first letter begin among the alphabetical lower-case ones.
static constexpr auto FirstOfLetter = [] {
    std::array<std::uint8_t, 27> first{};
    auto at = static_cast<std::size_t>(TokenKind::And);
    for (std::size_t letter = 0; letter < 27; ++letter) {
        while (at < KindNames.size() && static_cast<std::size_t>(KindNames[at][0] - 'a') < letter)
            ++at;
        first[letter] = static_cast<std::uint8_t>(at);
    }
    return first;
}();

TokenKind keywordKind(std::string_view text)
{
    if (text.size() < 2 || text.size() > 8)
        return TokenKind::Name;
    const auto letter = static_cast<unsigned>(text[0] - 'a');
    if (letter >= 26) {
        if (text == "None")
            return TokenKind::None;
        if (text == "True")
            return TokenKind::True;
        return text == "False" ? TokenKind::False : TokenKind::Name;
    }
    for (std::size_t at = FirstOfLetter[letter]; at < FirstOfLetter[letter + 1]; ++at) {
        if (text == KindNames[at])
            return static_cast<TokenKind>(at);
    }
    return TokenKind::Name;
}

} // namespace athanor::python
