// SPDX-License-Identifier: GPL-3.0-or-later
// Definitions: functions, lambdas and classes.
#include "core/evaluator/frame.h"

namespace athanor::python {

std::string Frame::qualifiedName(std::string_view name) const
{
    std::string result(name);
    for (const Scope *scope = m_scope; scope && scope->kind != ScopeKind::Module; scope = scope->parent) {
        if (scope->kind == ScopeKind::Class) {
            const Value *own = scope->names->find("__qualname__");
            const auto *text = own ? own->as<StringObject>() : nullptr;
            return text ? text->utf8 + '.' + result : result;
        }
        if (scope->kind == ScopeKind::Function)
            return scope->function->qualifiedName + ".<locals>." + result;
    }
    return result;
}

Outcome<FunctionObject *> Frame::makeFunction(const Parameters &parameters)
{
    auto *function = m_runtime.heap.make<FunctionObject>();
    function->parameters = &parameters;
    function->closure = m_scope;
    function->module = module;
    function->source = source;
    for (const NodeList<Parameter> &list : {parameters.positionalOnly, parameters.positional}) {
        for (const Parameter *parameter : list) {
            if (!parameter->defaultValue)
                continue;
            const Evaluated value = evaluate(*parameter->defaultValue);
            if (!value)
                return std::unexpected(value.error());
            function->defaults.push_back(*value);
        }
    }
    for (const Parameter *parameter : parameters.keywordOnly) {
        if (!parameter->defaultValue) {
            function->keywordDefaults.push_back(std::nullopt);
            continue;
        }
        const Evaluated value = evaluate(*parameter->defaultValue);
        if (!value)
            return std::unexpected(value.error());
        function->keywordDefaults.push_back(*value);
    }
    return function;
}

Evaluated Frame::decorated(NodeList<Expression> decorators, Value value)
{
    for (std::size_t i = decorators.size(); i > 0; --i) {
        const Evaluated decorator = evaluate(*decorators[i - 1]);
        if (!decorator)
            return decorator;
        at = decorators[i - 1];
        const Evaluated result = m_evaluator.call(*decorator, {value});
        if (!result)
            return result;
        value = *result;
    }
    return value;
}

Done Frame::executeFunction(const Function &node)
{
    const auto function = makeFunction(*node.parameters);
    if (!function)
        return std::unexpected(function.error());
    (*function)->statement = &node;
    (*function)->name = node.name;
    (*function)->qualifiedName = qualifiedName(node.name);
    const Evaluated value = decorated(node.decorators, *function);
    if (!value)
        return std::unexpected(value.error());
    return store(node.name, *value);
}

Evaluated Frame::lambda(const Lambda &node)
{
    const auto function = makeFunction(*node.parameters);
    if (!function)
        return std::unexpected(function.error());
    (*function)->lambda = &node;
    (*function)->name = "<lambda>";
    (*function)->qualifiedName = qualifiedName("<lambda>");
    return *function;
}

Value Frame::docstring(Block body)
{
    const String *text = docstringNode(body);
    return text ? Value(m_runtime.heap.string(cleanedDocstring(text->text))) : Value();
}

Done Frame::executeClass(const Class &node)
{
    auto bases = elements(node.bases);
    if (!bases)
        return std::unexpected(bases.error());
    std::vector<NamedValue> keywords;
    for (const Keyword *keyword : node.keywords) {
        const Evaluated value = evaluate(*keyword->value);
        if (!value)
            return std::unexpected(value.error());
        at = keyword;
        if (keyword->name.empty())
            return m_evaluator.refuse("**keywords of a class", "keywords by name");
        keywords.push_back({keyword->name, *value});
    }
    Scope *scope = m_runtime.newScope(ScopeKind::Class, m_scope);
    scope->names->set("__qualname__", m_runtime.heap.string(qualifiedName(node.name)));
    if (const Value text = docstring(node.body); !text.isNone())
        scope->names->set("__doc__", text);
    scope->declared = m_runtime.namesOf(node);
    {
        Frame body(m_runtime, *scope, module, source);
        body.refusal = refusal;
        body.stringAnnotations = stringAnnotations;
        const auto flow = body.execute(node.body);
        if (!flow)
            return std::unexpected(flow.error());
    }
    at = &node;
    const Evaluated made =
        m_runtime.makeClass(node.name, std::move(*bases), *scope->names, keywords, scope, module);
    if (!made)
        return std::unexpected(made.error());
    const Evaluated value = decorated(node.decorators, *made);
    if (!value)
        return std::unexpected(value.error());
    return store(node.name, *value);
}

} // namespace athanor::python
