// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/signature.h"

#include "core/evaluator/evaluator.h"
#include "core/evaluator/missingarguments.h"

#include <algorithm>

namespace athanor::python {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

Signature::Signature(std::string_view function, std::string_view parameters)
    : m_function(function)
{
    Kind kind = Kind::Positional;
    while (!parameters.empty()) {
        const std::size_t comma = std::min(parameters.find(','), parameters.size());
        std::string_view part = trimmed(parameters.substr(0, comma));
        parameters.remove_prefix(std::min(comma + 1, parameters.size()));
        if (part == "/") {
            for (Parameter &earlier : m_parameters)
                earlier.kind = Kind::PositionalOnly;
        } else if (part.starts_with("**")) {
            m_takesKeywords = true;
        } else if (part.starts_with('*')) {
            kind = Kind::KeywordOnly;
            m_takesVariadic = m_takesVariadic || part.size() > 1;
        } else if (!part.empty()) {
            const std::size_t equals = part.find('=');
            m_parameters.push_back(
                {std::string(trimmed(part.substr(0, equals))), kind, equals != std::string_view::npos});
        }
    }
    m_positional = static_cast<std::size_t>(
        std::ranges::count_if(m_parameters, [](const Parameter &p) { return p.kind != Kind::KeywordOnly; }));
}

Outcome<BoundArguments> Signature::bind(Evaluator &evaluator, const Arguments &arguments) const
{
    BoundArguments bound;
    bound.m_values.resize(m_parameters.size());
    const std::size_t given = arguments.positional.size();
    for (std::size_t i = 0; i < given && i < m_positional; ++i)
        bound.m_values[i] = arguments.positional[i];
    if (given > m_positional) {
        if (!m_takesVariadic)
            return tooMany(evaluator, given);
        bound.variadic.assign(arguments.positional.begin() + static_cast<std::ptrdiff_t>(m_positional),
                              arguments.positional.end());
    }
    for (const NamedValue &keyword : arguments.keywords) {
        if (Done done = bindKeyword(evaluator, bound, keyword); !done)
            return std::unexpected(done.error());
    }
    if (Done done = checkMissing(evaluator, bound); !done)
        return std::unexpected(done.error());
    return bound;
}

Done Signature::bindKeyword(Evaluator &evaluator, BoundArguments &bound, const NamedValue &keyword) const
{
    const auto found = std::ranges::find_if(m_parameters, [&](const Parameter &parameter) {
        return parameter.kind != Kind::PositionalOnly && parameter.name == keyword.name;
    });
    if (found == m_parameters.end()) {
        if (!m_takesKeywords)
            return evaluator.raise("TypeError", m_function + "() got an unexpected keyword argument '"
                                                    + std::string(keyword.name) + '\'');
        bound.variadicKeywords.push_back(keyword);
        return {};
    }
    std::optional<Value> &slot = bound.m_values[static_cast<std::size_t>(found - m_parameters.begin())];
    if (slot)
        return evaluator.raise("TypeError", m_function + "() got multiple values for argument '"
                                                + std::string(keyword.name) + '\'');
    slot = keyword.value;
    return {};
}

std::unexpected<Raised> Signature::tooMany(Evaluator &evaluator, std::size_t given) const
{
    const auto optional = static_cast<std::size_t>(std::ranges::count_if(
        m_parameters, [](const Parameter &p) { return p.kind != Kind::KeywordOnly && p.isOptional; }));
    return evaluator.raise(
        "TypeError", tooManyPositionalText(m_function, m_positional - optional, m_positional, given, 0));
}

Done Signature::checkMissing(Evaluator &evaluator, const BoundArguments &bound) const
{
    std::vector<std::string_view> positional;
    std::vector<std::string_view> keywordOnly;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (!bound.m_values[i] && !m_parameters[i].isOptional)
            (m_parameters[i].kind == Kind::KeywordOnly ? keywordOnly : positional)
                .push_back(m_parameters[i].name);
    }
    if (!positional.empty())
        return evaluator.raise("TypeError", missingArgumentsText(m_function, "positional", positional));
    if (!keywordOnly.empty())
        return evaluator.raise("TypeError", missingArgumentsText(m_function, "keyword-only", keywordOnly));
    return {};
}

} // namespace athanor::python
