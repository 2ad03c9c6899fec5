// SPDX-License-Identifier: GPL-3.0-or-later
// object[index] = value, and del object[index].
#include "core/evaluator/dictionary.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"
#include "core/evaluator/subscript.h"

#include <algorithm>

namespace athanor::python {

Done Evaluator::Runtime::setListSlice(ListObject &list, const SliceObject &slice, Value value)
{
    const auto added = evaluator.items(value);
    if (!added)
        return std::unexpected(added.error());
    const auto bounds = sliceBounds(evaluator, slice, static_cast<std::int64_t>(list.items.size()));
    if (!bounds)
        return std::unexpected(bounds.error());
    heap.count(added->size() * sizeof(Value));
    if (bounds->step == 1) {
        const auto begin = list.items.begin() + bounds->start;
        list.items.erase(begin, begin + bounds->count);
        list.items.insert(list.items.begin() + bounds->start, added->begin(), added->end());
        return {};
    }
    if (static_cast<std::int64_t>(added->size()) != bounds->count)
        return evaluator.raise("ValueError",
                               "attempt to assign sequence of size " + std::to_string(added->size())
                                   + " to extended slice of size " + std::to_string(bounds->count));
    for (std::size_t i = 0; i < added->size(); ++i)
        list.items[static_cast<std::size_t>(bounds->start + static_cast<std::int64_t>(i) * bounds->step)] =
            (*added)[i];
    return {};
}

Done Evaluator::Runtime::setBuiltinItem(Value object, Value index, Value value)
{
    if (auto *dictionary = object.as<DictionaryObject>())
        return dictionary->table.set(evaluator, index, value);
    if (auto *list = object.as<ListObject>()) {
        if (const auto *slice = index.as<SliceObject>())
            return setListSlice(*list, *slice, value);
        const auto at = place(evaluator, object, index, static_cast<std::int64_t>(list->items.size()),
                              "list assignment index");
        if (!at)
            return std::unexpected(at.error());
        list->items[*at] = value;
        return {};
    }
    return evaluator.raise("TypeError",
                           '\'' + typeName(evaluator, object) + "' object does not support item assignment");
}

Done Evaluator::setItem(Value object, Value index, Value value)
{
    if (const auto *unknown = object.as<OpaqueObject>()) {
        if (m_runtime->purpose == Purpose::Running)
            return refuseOpaque(*unknown, "setting an item of it");
        return {};
    }
    if (!m_runtime->isPlainObject(object)) {
        const auto answer = m_runtime->callSpecial(object, "__setitem__", {index, value});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return {};
    }
    return m_runtime->setBuiltinItem(object, index, value);
}

Done Evaluator::deleteItem(Value object, Value index)
{
    if (const auto *unknown = object.as<OpaqueObject>())
        return refuseOpaque(*unknown, "deleting an item of it");
    if (!m_runtime->isPlainObject(object)) {
        const auto answer = m_runtime->callSpecial(object, "__delitem__", {index});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return {};
    }
    if (auto *dictionary = object.as<DictionaryObject>()) {
        const auto removed = dictionary->table.remove(*this, index);
        if (!removed)
            return std::unexpected(removed.error());
        if (!*removed)
            return raiseWith("KeyError", {index});
        return {};
    }
    auto *list = object.as<ListObject>();
    if (!list)
        return raise("TypeError", '\'' + typeName(*this, object) + "' object doesn't support item deletion");
    const auto length = static_cast<std::int64_t>(list->items.size());
    if (const auto *slice = index.as<SliceObject>()) {
        const auto bounds = sliceBounds(*this, *slice, length);
        if (!bounds)
            return std::unexpected(bounds.error());
        std::vector<std::int64_t> places;
        for (std::int64_t i = 0; i < bounds->count; ++i)
            places.push_back(bounds->start + i * bounds->step);
        std::ranges::sort(places, std::greater<>());
        for (const std::int64_t at : places)
            list->items.erase(list->items.begin() + at);
        return {};
    }
    const auto at = place(*this, object, index, length, "list assignment index");
    if (!at)
        return std::unexpected(at.error());
    list->items.erase(list->items.begin() + static_cast<std::ptrdiff_t>(*at));
    return {};
}

} // namespace athanor::python
