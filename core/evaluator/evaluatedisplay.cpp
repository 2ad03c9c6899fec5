// SPDX-License-Identifier: GPL-3.0-or-later
// Displays of containers, and f-strings.
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"

namespace athanor::python {

Outcome<std::vector<Value>> Frame::elements(NodeList<Expression> nodes)
{
    std::vector<Value> items;
    items.reserve(nodes.size());
    for (const Expression *node : nodes) {
        const auto *starred = node->as<Starred>();
        const Evaluated value = evaluate(starred ? *starred->value : *node);
        if (!value)
            return std::unexpected(value.error());
        if (!starred) {
            items.push_back(*value);
            continue;
        }
        at = node;
        const auto unpacked = m_evaluator.items(*value);
        if (!unpacked)
            return std::unexpected(unpacked.error());
        items.insert(items.end(), unpacked->begin(), unpacked->end());
    }
    return items;
}

Evaluated Frame::set(const Set &node)
{
    const auto items = elements(node.elements);
    if (!items)
        return std::unexpected(items.error());
    auto *result = m_runtime.heap.make<SetObject>();
    at = &node;
    for (const Value &item : *items) {
        if (Done done = result->table.set(m_evaluator, item, {}); !done)
            return std::unexpected(done.error());
    }
    return result;
}

Done Frame::unpackInto(DictionaryObject &target, Value mapping)
{
    if (const auto *dictionary = mapping.as<DictionaryObject>();
        dictionary && m_runtime.isPlainObject(mapping)) {
        for (std::size_t position = 0; const auto *entry = dictionary->table.next(position);) {
            if (Done done = target.table.set(m_evaluator, entry->key, entry->value); !done)
                return done;
        }
        return {};
    }
    if (const auto *unknown = mapping.as<OpaqueObject>())
        return m_evaluator.refuseOpaque(*unknown, "unpacking it");
    const auto keys = m_evaluator.findAttribute(mapping, "keys");
    if (!keys)
        return std::unexpected(keys.error());
    if (!*keys)
        return m_evaluator.raise("TypeError",
                                 '\'' + typeName(m_evaluator, mapping) + "' object is not a mapping");
    const Evaluated all = m_evaluator.call(**keys, {});
    if (!all)
        return std::unexpected(all.error());
    return m_evaluator.iterate(*all, [&](Value key) -> Done {
        const Evaluated value = m_evaluator.item(mapping, key);
        if (!value)
            return std::unexpected(value.error());
        return target.table.set(m_evaluator, key, *value);
    });
}

Evaluated Frame::dictionary(const Dictionary &node)
{
    auto *result = m_runtime.heap.make<DictionaryObject>();
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        Evaluated key = Value();
        if (node.keys[i])
            key = evaluate(*node.keys[i]);
        if (!key)
            return key;
        const Evaluated value = evaluate(*node.values[i]);
        if (!value)
            return value;
        at = node.values[i];
        const Done done =
            node.keys[i] ? result->table.set(m_evaluator, *key, *value) : unpackInto(*result, *value);
        if (!done)
            return std::unexpected(done.error());
    }
    return result;
}

Evaluated Frame::formatted(const FormattedString &node)
{
    const auto text = formattedText(node);
    if (!text)
        return std::unexpected(text.error());
    return m_runtime.heap.string(*text);
}

Outcome<std::string> Frame::formattedText(const FormattedString &node)
{
    std::string result;
    for (const Expression *part : node.parts) {
        if (const auto *text = part->as<String>()) {
            if (text->hasNamedCharacters)
                return m_evaluator.refuse("a character by its name (\\N{…})", "the character itself");
            result += text->text;
            continue;
        }
        const auto text = replacement(*part->as<Replacement>());
        if (!text)
            return text;
        result += *text;
        if (Done done = m_runtime.reserve(result.size()); !done)
            return std::unexpected(done.error());
    }
    return result;
}

Outcome<std::string> Frame::replacement(const Replacement &node)
{
    Evaluated value = evaluate(*node.value);
    if (!value)
        return std::unexpected(value.error());
    std::string specification;
    if (node.specification) {
        auto text = formattedText(*node.specification);
        if (!text)
            return text;
        specification = std::move(*text);
    }
    at = &node;
    if (node.conversion != 0) {
        auto text = node.conversion == 's' ? m_evaluator.str(*value) : m_evaluator.repr(*value);
        if (!text)
            return text;
        value = m_runtime.heap.string(node.conversion == 'a' ? asciiEscaped(*text) : *text);
    }
    return m_evaluator.format(*value, specification);
}

} // namespace athanor::python
