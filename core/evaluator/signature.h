// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

#include <optional>
#include <string>
#include <vector>

namespace athanor::python {

/// The arguments of one call, in the order of the signature's parameters.
class BoundArguments
{
public:
    /// The value that was handed over; empty where the call leaves the parameter out.
    const std::optional<Value> &operator[](std::size_t index) const { return m_values[index]; }
    /// The value, or what the script would see as its default.
    Value value(std::size_t index, Value whenMissing = {}) const
    {
        return m_values[index].value_or(whenMissing);
    }

    std::vector<std::optional<Value>> m_values;
    std::vector<Value> variadic;              ///< *args
    std::vector<NamedValue> variadicKeywords; ///< **kwargs
};

/// The parameters of a native function, written as in Python without values:
/// "self, table_name, column, *, schema=, if_not_exists=, **kw". A parameter with '=' may be left out; '/'
/// and '*' mean what they mean in Python. Made once: `static const Signature signature("add_column", "…")`.
class Signature
{
public:
    Signature(std::string_view function, std::string_view parameters);

    /// TypeErrors in Python's words: "add_column() missing 1 required positional argument: 'column'",
    /// "… got an unexpected keyword argument 'x'", "… got multiple values for argument 'x'".
    Outcome<BoundArguments> bind(Evaluator &evaluator, const Arguments &arguments) const;

private:
    enum class Kind : std::uint8_t { PositionalOnly, Positional, KeywordOnly };
    struct Parameter
    {
        std::string name;
        Kind kind = Kind::Positional;
        bool isOptional = false;
    };

    Done bindKeyword(Evaluator &evaluator, BoundArguments &bound, const NamedValue &keyword) const;
    Done checkMissing(Evaluator &evaluator, const BoundArguments &bound) const;
    std::unexpected<Raised> tooMany(Evaluator &evaluator, std::size_t given) const;

    std::string m_function;
    std::vector<Parameter> m_parameters;
    std::size_t m_positional = 0; ///< how many may be handed over by their place
    bool m_takesVariadic = false;
    bool m_takesKeywords = false;
};

} // namespace athanor::python
