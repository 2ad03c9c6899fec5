// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/source.h"
#include "core/python/syntaxerror.h"
#include "core/python/token.h"

#include <optional>
#include <vector>

namespace athanor::python {

/// The tokens of a source, ending with End. Where the lexer cannot go on, `error` is set and End stands at
/// that place.
struct TokenList
{
    std::vector<Token> tokens = {};
    std::optional<SyntaxError> error = {};
    /// Whether the error is to be reported even when the parser stumbles earlier, as Python does: all but the
    /// indentation's and an unclosed bracket.
    bool errorComesFirst = false;
};

TokenList tokenize(const Source &source);

} // namespace athanor::python
