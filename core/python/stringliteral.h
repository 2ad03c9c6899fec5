// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace athanor::python {

/// The outcome of decoding a literal's escapes.
struct DecodedLiteral
{
    std::string text = {};
    bool hasNamedCharacters = false; ///< "\N{…}", kept as it is written
    QString error = {};              ///< Python's message; empty when all is well
};

/// The text between the quotes of a str literal that is not raw.
DecodedLiteral decodeText(std::string_view body);

/// The text between the quotes of a bytes literal that is not raw.
DecodedLiteral decodeBytes(std::string_view body);

} // namespace athanor::python
