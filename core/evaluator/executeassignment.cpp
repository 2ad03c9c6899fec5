// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"

namespace athanor::python {

Done Frame::assign(const Expression &target, Value value)
{
    if (const auto *name = target.as<Name>())
        return store(name->id, value);
    if (const auto *attribute = target.as<Attribute>()) {
        const Evaluated object = evaluate(*attribute->value);
        if (!object)
            return std::unexpected(object.error());
        at = &target;
        return m_evaluator.setAttribute(*object, attribute->name, value);
    }
    if (const auto *subscript = target.as<Subscript>()) {
        const Evaluated object = evaluate(*subscript->value);
        if (!object)
            return std::unexpected(object.error());
        const Evaluated index = evaluate(*subscript->index);
        if (!index)
            return std::unexpected(index.error());
        at = &target;
        return m_evaluator.setItem(*object, *index, value);
    }
    at = &target;
    if (const auto *tuple = target.as<Tuple>())
        return unpack(tuple->elements, value);
    if (const auto *list = target.as<List>())
        return unpack(list->elements, value);
    return m_evaluator.refuse("this assignment target", "a name, an attribute or an item");
}

Done Frame::unpack(NodeList<Expression> targets, Value value)
{
    if (const auto *unknown = value.as<OpaqueObject>(); unknown && m_runtime.purpose == Purpose::Reading) {
        // While modules are read, the parts of what is not known are not known.
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto *starred = targets[i]->as<Starred>();
            const Value part =
                m_evaluator.opaque(unknown->what + '[' + std::to_string(i) + ']', unknown->reason);
            if (Done done = assign(starred ? *starred->value : *targets[i], part); !done)
                return done;
        }
        return {};
    }
    if (m_runtime.isPlainObject(value)) {
        const auto iterator = m_evaluator.iterator(value);
        if (!iterator)
            return m_evaluator.raise("TypeError", "cannot unpack non-iterable " + typeName(m_evaluator, value)
                                                      + " object");
    }
    const auto items = m_evaluator.items(value);
    if (!items)
        return std::unexpected(items.error());
    std::size_t star = targets.size();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i]->as<Starred>())
            star = i;
    }
    const bool hasStar = star < targets.size();
    const std::size_t needed = targets.size() - (hasStar ? 1 : 0);
    if (items->size() < needed)
        return m_evaluator.raise(
            "ValueError", "not enough values to unpack (expected " + std::string(hasStar ? "at least " : "")
                              + std::to_string(needed) + ", got " + std::to_string(items->size()) + ')');
    if (!hasStar && items->size() > needed)
        return m_evaluator.raise("ValueError",
                                 "too many values to unpack (expected " + std::to_string(needed) + ')');
    const std::size_t spread = items->size() - needed;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto from = items->begin() + static_cast<std::ptrdiff_t>(i > star ? i + spread - 1 : i);
        Done done;
        if (i == star)
            done = assign(*targets[i]->as<Starred>()->value,
                          m_runtime.heap.list({from, from + static_cast<std::ptrdiff_t>(spread)}));
        else
            done = assign(*targets[i], *from);
        if (!done)
            return done;
    }
    return {};
}

Done Frame::executeAssignment(const Assignment &node)
{
    const Evaluated value = evaluate(*node.value);
    if (!value)
        return std::unexpected(value.error());
    for (const Expression *target : node.targets) {
        if (Done done = assign(*target, *value); !done)
            return done;
    }
    return {};
}

Done Frame::executeAnnotated(const AnnotatedAssignment &node)
{
    if (node.value) {
        const Evaluated value = evaluate(*node.value);
        if (!value)
            return std::unexpected(value.error());
        if (Done done = assign(*node.target, *value); !done)
            return done;
    }
    const auto *name = node.target->as<Name>();
    if (m_scope->kind != ScopeKind::Class || !node.isSimple || !name)
        return {};
    return annotate(name->id, *node.annotation);
}

/// Annotations of a class's attributes are what dataclasses and models are made from. One that can't be
/// evaluated is opaque: it may never be asked for.
Done Frame::annotate(std::string_view name, const Expression &annotation)
{
    Heap &heap = m_runtime.heap;
    Value value;
    if (stringAnnotations) {
        value = heap.string(source->source.text.substr(annotation.begin, annotation.end - annotation.begin));
    } else {
        const Evaluated known = evaluate(annotation);
        if (known)
            value = *known;
        else if (known.error().isStop() && known.error().stop->code == QLatin1String("ATH-EVAL-003"))
            return std::unexpected(known.error());
        else
            value = m_evaluator.opaque(
                source->source.text.substr(annotation.begin, annotation.end - annotation.begin),
                m_evaluator.error(known.error()).text().toStdString());
    }
    const Value *all = m_scope->names->find("__annotations__");
    auto *dictionary = all ? all->as<DictionaryObject>() : nullptr;
    if (!dictionary) {
        dictionary = heap.make<DictionaryObject>();
        m_scope->names->set("__annotations__", dictionary);
    }
    dictionary->table.set(heap, name, value);
    return {};
}

Done Frame::executeAugmented(const AugmentedAssignment &node)
{
    Value object;
    Value index;
    Evaluated current = Value();
    const auto *attribute = node.target->as<Attribute>();
    const auto *subscript = node.target->as<Subscript>();
    if (attribute || subscript) {
        const Evaluated owner = evaluate(attribute ? *attribute->value : *subscript->value);
        if (!owner)
            return std::unexpected(owner.error());
        object = *owner;
    }
    if (subscript) {
        const Evaluated place = evaluate(*subscript->index);
        if (!place)
            return std::unexpected(place.error());
        index = *place;
    }
    at = &node;
    current = attribute   ? m_evaluator.attribute(object, attribute->name)
              : subscript ? m_evaluator.item(object, index)
                          : evaluate(*node.target);
    if (!current)
        return std::unexpected(current.error());
    const Evaluated value = evaluate(*node.value);
    if (!value)
        return std::unexpected(value.error());
    at = &node;
    const Evaluated changed = m_evaluator.augmented(node.op, *current, *value);
    if (!changed)
        return std::unexpected(changed.error());
    if (attribute)
        return m_evaluator.setAttribute(object, attribute->name, *changed);
    if (subscript)
        return m_evaluator.setItem(object, index, *changed);
    return assign(*node.target, *changed);
}

Done Frame::executeDelete(const Expression &target)
{
    if (const auto *name = target.as<Name>())
        return remove(name->id);
    if (const auto *attribute = target.as<Attribute>()) {
        const Evaluated object = evaluate(*attribute->value);
        if (!object)
            return std::unexpected(object.error());
        at = &target;
        return m_evaluator.deleteAttribute(*object, attribute->name);
    }
    if (const auto *subscript = target.as<Subscript>()) {
        const Evaluated object = evaluate(*subscript->value);
        if (!object)
            return std::unexpected(object.error());
        const Evaluated index = evaluate(*subscript->index);
        if (!index)
            return std::unexpected(index.error());
        at = &target;
        return m_evaluator.deleteItem(*object, *index);
    }
    const auto *tuple = target.as<Tuple>();
    const auto *list = target.as<List>();
    for (const Expression *each : tuple ? tuple->elements : list ? list->elements : NodeList<Expression>()) {
        if (Done done = executeDelete(*each); !done)
            return done;
    }
    return {};
}

} // namespace athanor::python
