// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace athanor::python {

/// What can be wrong with a Python file. The numbers are the stable codes ("ATH-PY-012"): never reuse one.
enum class SyntaxCode : std::uint8_t {
    Encoding = 1,         ///< unknown encoding, or bytes that are not in the file's encoding
    NullByte = 2,         ///< a zero byte
    TooLarge = 3,         ///< more bytes than the reader takes
    Syntax = 10,          ///< "invalid syntax", with or without a guess at what was meant
    Expected = 11,        ///< a token that has to be there is not
    Character = 12,       ///< a character that no token begins with
    Continuation = 13,    ///< something after a backslash at the end of a line
    Bracket = 14,         ///< brackets that do not match or are not closed
    Number = 15,          ///< a number that is not one
    String = 16,          ///< a string that does not end, or cannot be decoded
    FormattedString = 17, ///< an f-string's own rules
    Indentation = 18,     ///< indentation that fits no block
    Tabs = 19,            ///< tabs and spaces mixed so that the depth depends on the tab width
    TooDeep = 20,         ///< nested deeper than the reader (and mostly Python) goes
    Target = 21,          ///< something that cannot be assigned to or deleted
    Arguments = 22,       ///< arguments of a call in the wrong order, or twice
    Parameters = 23,      ///< parameters of a function in the wrong order, or twice
    Placement = 24, ///< a statement or expression outside of what it belongs in ('return' outside function)
    Pattern = 25,   ///< a case's pattern
};

/// "ATH-PY-010".
QString codeText(SyntaxCode code);

/// The first error in a source; offsets are bytes in the decoded text.
struct SyntaxError
{
    SyntaxCode code = SyntaxCode::Syntax;
    QString message = {};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

} // namespace athanor::python
