// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/attributenames.h"

#include "core/evaluator/builtins/namespaceview.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"
#include "core/evaluator/runtime.h"

namespace athanor::python {

Value dictionaryOf(Evaluator &evaluator, const Namespace &names)
{
    auto *result = evaluator.heap().make<DictionaryObject>();
    for (const Namespace::Entry &entry : names.entries())
        result->table.set(evaluator.heap(), entry.name, entry.value);
    return result;
}

std::optional<Value> instanceNames(Evaluator &evaluator, Instance &object, std::string_view name)
{
    if (!name.starts_with("__"))
        return std::nullopt;
    if (name == "__class__")
        return object.type;
    if (name == "__dict__")
        return namespaceView(evaluator, object.attributes);
    if (name == "__doc__")
        return Value();
    if (name == "__module__")
        return evaluator.heap().string(object.type->module);
    return std::nullopt;
}

std::optional<Value> classNames(Evaluator &evaluator, ClassObject &type, std::string_view name)
{
    if (!name.starts_with("__"))
        return std::nullopt;
    Heap &heap = evaluator.heap();
    if (name == "__name__")
        return heap.string(std::string_view(type.name).substr(type.name.rfind('.') + 1));
    if (name == "__qualname__")
        return heap.string(type.name);
    if (name == "__module__")
        return heap.string(type.module);
    if (name == "__mro__")
        return heap.tuple({type.order.begin(), type.order.end()});
    if (name == "__bases__")
        return heap.tuple(type.bases);
    if (name == "__base__")
        return type.bases.empty() ? Value() : type.bases.front();
    if (name == "__class__")
        return evaluator.typeOf(&type);
    if (name == "__doc__")
        return Value();
    if (name == "__annotations__") {
        const Value made = heap.make<DictionaryObject>();
        type.attributes.set(name, made);
        return made;
    }
    if (name == "__dict__") {
        type.makeAll();
        return dictionaryOf(evaluator, type.attributes);
    }
    return std::nullopt;
}

namespace {

/// Of a function: evaluated when they are asked for. One that can't be evaluated is opaque.
Value annotationsOf(Evaluator &evaluator, FunctionObject &function)
{
    Heap &heap = evaluator.heap();
    auto *result = heap.make<DictionaryObject>();
    if (!function.parameters || !function.closure)
        return result;
    Frame frame(evaluator.runtime(), *function.closure, function.module, function.source);
    const auto add = [&](std::string_view name, const Expression *annotation) {
        if (!annotation)
            return;
        const Evaluated known = frame.evaluate(*annotation);
        result->table.set(
            heap, name,
            known ? *known
                  : Value(evaluator.opaque(name, evaluator.error(known.error()).text().toStdString())));
    };
    const Parameters &parameters = *function.parameters;
    const auto addAll = [&](const NodeList<Parameter> &list) {
        for (const Parameter *parameter : list)
            add(parameter->name, parameter->annotation);
    };
    addAll(parameters.positionalOnly);
    addAll(parameters.positional);
    if (parameters.variadic)
        add(parameters.variadic->name, parameters.variadic->annotation);
    addAll(parameters.keywordOnly);
    if (parameters.variadicKeyword)
        add(parameters.variadicKeyword->name, parameters.variadicKeyword->annotation);
    add("return", function.statement ? function.statement->returns : nullptr);
    return result;
}

} // namespace

std::optional<Value> functionNames(Evaluator &evaluator, FunctionObject &function, std::string_view name)
{
    if (!name.starts_with("__"))
        return std::nullopt;
    Heap &heap = evaluator.heap();
    if (name == "__name__")
        return heap.string(function.name);
    if (name == "__qualname__")
        return heap.string(function.qualifiedName);
    if (name == "__module__")
        return heap.string(function.module ? std::string_view(function.module->name) : std::string_view());
    if (name == "__dict__")
        return namespaceView(evaluator, function.attributes);
    if (name == "__annotations__")
        return annotationsOf(evaluator, function);
    if (name == "__kwdefaults__")
        return heap.make<DictionaryObject>();
    if (name == "__defaults__")
        return function.defaults.empty() ? Value() : Value(heap.tuple(function.defaults));
    if (name != "__doc__")
        return std::nullopt;
    const String *text = function.statement ? docstringNode(function.statement->body) : nullptr;
    return text ? Value(heap.string(cleanedDocstring(text->text))) : Value();
}

std::optional<Value> methodNames(BoundMethod &method, std::string_view name)
{
    if (name == "__self__")
        return method.self;
    if (name == "__func__")
        return method.function;
    return std::nullopt;
}

std::optional<Value> moduleNames(Evaluator &evaluator, ModuleObject &module, std::string_view name)
{
    if (!name.starts_with("__"))
        return std::nullopt;
    Heap &heap = evaluator.heap();
    Evaluator::Runtime &runtime = evaluator.runtime();
    const auto source = runtime.sources.find(&module);
    if (name == "__name__")
        return heap.string(module.name);
    if (name == "__dict__")
        return namespaceView(evaluator, module.names);
    if (name == "__class__")
        return evaluator.classOf(moduleClass);
    if (name == "__file__" && source != runtime.sources.end())
        return heap.string(source->second->file.toStdString());
    if (name == "__package__") {
        const std::size_t dot = module.name.rfind('.');
        return heap.string(runtime.packages.contains(module.name) ? std::string_view(module.name)
                           : dot == std::string::npos             ? std::string_view()
                                                      : std::string_view(module.name).substr(0, dot));
    }
    if (name == "__doc__") {
        const bool isRead = source != runtime.sources.end() && source->second->module;
        const String *text = isRead ? docstringNode(source->second->module->body) : nullptr;
        return text ? Value(heap.string(cleanedDocstring(text->text))) : Value();
    }
    return std::nullopt;
}

} // namespace athanor::python
