// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/builtins/formatspec.h"

#include <format>

namespace athanor::python {

Outcome<std::string> formatBuiltin(Evaluator &evaluator, Value value, std::string_view specification)
{
    // Also what a bool and an enumeration of strings show without a specification.
    if (specification.empty())
        return evaluator.str(value);
    const Value plain = Evaluator::plain(value);
    const std::string_view type = typeNameOf(evaluator, value);
    if (const auto *text = plain.as<StringObject>())
        return formatText(evaluator, text->utf8, specification, type);
    if (plain.isFloat())
        return formatFloat(evaluator, plain.number(), specification, type);
    if (const std::optional<BigInteger> number = bigInteger(plain))
        return formatInteger(evaluator, *number, specification, type);
    if (const auto *opaque = plain.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a text");
    return evaluator.raise("TypeError", std::format("unsupported format string passed to {}.__format__",
                                                    typeNameOf(evaluator, value)));
}

} // namespace athanor::python
