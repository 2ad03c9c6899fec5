// SPDX-License-Identifier: GPL-3.0-or-later
// What a call hands over, set as the names of the function's parameters.
#include "core/evaluator/dictionary.h"
#include "core/evaluator/missingarguments.h"
#include "core/evaluator/runtime.h"

#include <algorithm>

namespace athanor::python {

namespace {

class Binding
{
public:
    Binding(Evaluator &evaluator, const FunctionObject &function, const Arguments &arguments, Scope &scope)
        : m_evaluator(evaluator)
        , m_function(function)
        , m_parameters(*function.parameters)
        , m_arguments(arguments)
        , m_names(*scope.names)
    {
    }

    Done bind();

private:
    std::size_t positionalCount() const
    {
        return m_parameters.positionalOnly.size() + m_parameters.positional.size();
    }
    const Parameter &positional(std::size_t index) const
    {
        const std::size_t only = m_parameters.positionalOnly.size();
        return index < only ? *m_parameters.positionalOnly[index] : *m_parameters.positional[index - only];
    }
    bool takesKeyword(std::string_view name) const;
    Done bindKeywords();
    Done bindDefaults();
    Done bindKeywordDefaults();
    std::unexpected<Raised> tooMany() const;
    std::unexpected<Raised> unexpectedKeyword(const std::string &name) const;
    std::unexpected<Raised> fail(const std::string &message) const
    {
        return m_evaluator.raise("TypeError", message);
    }

    Evaluator &m_evaluator;
    const FunctionObject &m_function;
    const Parameters &m_parameters;
    const Arguments &m_arguments;
    Namespace &m_names;
};

bool Binding::takesKeyword(std::string_view name) const
{
    const auto hasName = [&](const Parameter *each) { return each->name == name; };
    return std::ranges::any_of(m_parameters.positional, hasName)
           || std::ranges::any_of(m_parameters.keywordOnly, hasName);
}

Done Binding::bindKeywords()
{
    DictionaryObject *rest = nullptr;
    if (m_parameters.variadicKeyword) {
        rest = m_evaluator.heap().make<DictionaryObject>();
        m_names.set(m_parameters.variadicKeyword->name, rest);
    }
    for (const NamedValue &keyword : m_arguments.keywords) {
        const std::string name(keyword.name);
        if (takesKeyword(keyword.name)) {
            if (m_names.find(keyword.name))
                return fail(m_function.qualifiedName + "() got multiple values for argument '" + name + '\'');
            m_names.set(keyword.name, keyword.value);
        } else if (rest) {
            rest->table.set(m_evaluator.heap(), keyword.name, keyword.value);
        } else {
            return unexpectedKeyword(name);
        }
    }
    return {};
}

std::unexpected<Raised> Binding::unexpectedKeyword(const std::string &name) const
{
    std::string positionalOnly;
    for (const Parameter *each : m_parameters.positionalOnly) {
        if (std::ranges::find(m_arguments.keywords, each->name, &NamedValue::name)
            != m_arguments.keywords.end())
            positionalOnly += (positionalOnly.empty() ? "" : ", ") + std::string(each->name);
    }
    if (!positionalOnly.empty())
        return fail(m_function.qualifiedName
                    + "() got some positional-only arguments passed as keyword arguments: '" + positionalOnly
                    + '\'');
    return fail(m_function.qualifiedName + "() got an unexpected keyword argument '" + name + '\'');
}

Done Binding::bindDefaults()
{
    const std::size_t count = positionalCount();
    const std::size_t firstDefault = count - m_function.defaults.size();
    std::vector<std::string_view> missing;
    for (std::size_t i = m_arguments.positional.size(); i < count; ++i) {
        const std::string_view name = positional(i).name;
        if (m_names.find(name))
            continue;
        if (i >= firstDefault)
            m_names.set(name, m_function.defaults[i - firstDefault]);
        else
            missing.push_back(name);
    }
    if (!missing.empty())
        return fail(missingArgumentsText(m_function.qualifiedName, "positional", missing));
    return {};
}

Done Binding::bindKeywordDefaults()
{
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < m_parameters.keywordOnly.size(); ++i) {
        const std::string_view name = m_parameters.keywordOnly[i]->name;
        if (m_names.find(name))
            continue;
        if (const auto &value = m_function.keywordDefaults[i])
            m_names.set(name, *value);
        else
            missing.push_back(name);
    }
    if (!missing.empty())
        return fail(missingArgumentsText(m_function.qualifiedName, "keyword-only", missing));
    return {};
}

std::unexpected<Raised> Binding::tooMany() const
{
    const auto given = static_cast<std::size_t>(
        std::ranges::count_if(m_parameters.keywordOnly, [this](const Parameter *each) {
            return std::ranges::find(m_arguments.keywords, each->name, &NamedValue::name)
                   != m_arguments.keywords.end();
        }));
    const std::size_t most = positionalCount();
    return fail(tooManyPositionalText(m_function.qualifiedName, most - m_function.defaults.size(), most,
                                      m_arguments.positional.size(), given));
}

Done Binding::bind()
{
    const std::size_t count = positionalCount();
    const std::size_t given = m_arguments.positional.size();
    for (std::size_t i = 0; i < std::min(count, given); ++i)
        m_names.set(positional(i).name, m_arguments.positional[i]);
    if (m_parameters.variadic) {
        std::vector<Value> rest;
        if (given > count)
            rest.assign(m_arguments.positional.begin() + static_cast<std::ptrdiff_t>(count),
                        m_arguments.positional.end());
        m_names.set(m_parameters.variadic->name, m_evaluator.heap().tuple(std::move(rest)));
    }
    if (Done done = bindKeywords(); !done)
        return done;
    if (given > count && !m_parameters.variadic)
        return tooMany();
    if (Done done = bindDefaults(); !done)
        return done;
    return bindKeywordDefaults();
}

} // namespace

Done Evaluator::Runtime::bindParameters(const FunctionObject &function, const Arguments &arguments,
                                        Scope &scope)
{
    return Binding(evaluator, function, arguments, scope).bind();
}

} // namespace athanor::python
