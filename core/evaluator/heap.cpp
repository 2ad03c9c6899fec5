// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/heap.h"

#include <algorithm>

namespace athanor::python {

StringObject::StringObject(std::string utf8_)
    : utf8(std::move(utf8_))
    , isAscii(std::ranges::all_of(utf8, [](char c) { return (c & 0x80) == 0; }))
{
}

StringObject *Heap::string(std::string_view utf8)
{
    count(utf8.size());
    return make<StringObject>(std::string(utf8));
}

TupleObject *Heap::tuple(std::vector<Value> items)
{
    count(items.size() * sizeof(Value));
    auto *object = make<TupleObject>();
    object->items = std::move(items);
    return object;
}

ListObject *Heap::list(std::vector<Value> items)
{
    count(items.size() * sizeof(Value));
    auto *object = make<ListObject>();
    object->items = std::move(items);
    return object;
}

} // namespace athanor::python
