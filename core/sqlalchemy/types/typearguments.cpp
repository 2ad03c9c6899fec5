// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/typearguments.h"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace athanor::sqlalchemy {

using namespace python;

namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string_view> listed(std::string_view text)
{
    std::vector<std::string_view> items;
    for (const auto part : std::views::split(text, ',')) {
        if (const std::string_view item = trimmed(std::string_view(part.begin(), part.end())); !item.empty())
            items.push_back(item);
    }
    return items;
}

Value defaultFrom(std::string_view text)
{
    if (text == "True" || text == "False")
        return Value(text == "True");
    std::int64_t number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc())
        return Value(number);
    return {};
}

/// The parameters as Signature takes them: without the defaults' values.
std::string withoutValues(std::string_view parameters)
{
    std::string result = "self";
    for (const std::string_view item : listed(parameters)) {
        const std::size_t equals = item.find('=');
        result += ", ";
        result += equals == std::string_view::npos ? item : item.substr(0, equals + 1);
    }
    return result;
}

} // namespace

TypeArguments::TypeArguments(std::string_view parameters, std::string_view shown)
    : m_signature("__init__", withoutValues(parameters))
{
    for (const std::string_view item : listed(parameters)) {
        if (!item.starts_with('*'))
            m_parameters.push_back(parameter(item));
    }
    if (shown.empty())
        m_shown = m_parameters;
    for (const std::string_view item : listed(shown)) {
        const auto found = std::ranges::find(m_parameters, item, &Parameter::name);
        if (found != m_parameters.end())
            m_shown.push_back(*found);
        else if (item != "-")
            m_shown.push_back(parameter(item));
    }
}

TypeArguments::Parameter TypeArguments::parameter(std::string_view text)
{
    const std::size_t equals = text.find('=');
    const bool isRequired = equals == std::string_view::npos;
    const std::string_view value = isRequired ? std::string_view() : text.substr(equals + 1);
    return {.name = std::string(text.substr(0, equals)),
            .defaultValue = defaultFrom(value),
            .isRequired = isRequired,
            .isUnset = value == "..."};
}

Done TypeArguments::store(Evaluator &evaluator, const Arguments &arguments) const
{
    const Outcome<BoundArguments> bound = m_signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    auto *object = bound->value(0).as<Instance>();
    if (object == nullptr)
        return evaluator.raise("TypeError", "__init__() needs an object of its own class");
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const std::optional<Value> &given = (*bound)[i + 1];
        if (given || !m_parameters[i].isUnset)
            object->attributes.set(m_parameters[i].name, given.value_or(m_parameters[i].defaultValue));
    }
    return {};
}

Outcome<std::string> TypeArguments::shown(Evaluator &evaluator, const Instance &object) const
{
    std::string text;
    for (const Parameter &parameter : m_shown) {
        const Value *value = object.attributes.find(parameter.name);
        if (value == nullptr || (!parameter.isRequired && value->isSame(parameter.defaultValue)))
            continue;
        const Outcome<std::string> valueText = evaluator.repr(*value);
        if (!valueText)
            return valueText;
        if (!text.empty())
            text += ", ";
        text += parameter.isRequired ? *valueText : parameter.name + '=' + *valueText;
    }
    return text;
}

} // namespace athanor::sqlalchemy
