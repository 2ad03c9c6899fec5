// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/evaluator/signature.h"

#include <string>
#include <string_view>
#include <vector>

namespace athanor::sqlalchemy {

/// The constructor of a type class whose arguments become attributes of the same names, which is nearly all
/// of them.
class TypeArguments
{
public:
    /// The parameters as Python has them, self left out: "length=None, *, charset=None, ascii=False".
    /// Defaults are None, False, True or a whole number; "..." is one that sets nothing when it is left out.
    /// `shown` are the names in the order of repr(), where that is another, with the value that is not shown
    /// where it is not the default; "-" for none.
    explicit TypeArguments(std::string_view parameters, std::string_view shown = {});

    /// __init__: binds the arguments, of which the first is the object, and sets its attributes.
    python::Done store(python::Evaluator &evaluator, const python::Arguments &arguments) const;
    /// "name=value, name=value": the attributes that are not as their defaults; those without a default by
    /// position.
    python::Outcome<std::string> shown(python::Evaluator &evaluator, const python::Instance &object) const;

private:
    struct Parameter
    {
        std::string name;
        python::Value defaultValue = {};
        bool isRequired = false;
        bool isUnset = false; ///< default "..."
    };

    static Parameter parameter(std::string_view text);

    std::vector<Parameter> m_parameters;
    std::vector<Parameter> m_shown;
    python::Signature m_signature;
};

/// A text as a template argument.
template<std::size_t N>
struct FixedText
{
    char text[N] = {};

    consteval FixedText(const char (&literal)[N]) // NOLINT: meant to convert
    {
        for (std::size_t i = 0; i < N; ++i)
            text[i] = literal[i];
    }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// Made when the first script needs it, and shared by the classes that have the same.
template<FixedText Parameters, FixedText Shown = "">
const TypeArguments &typeArguments()
{
    static const TypeArguments arguments(Parameters.view(), Shown.view());
    return arguments;
}

} // namespace athanor::sqlalchemy
