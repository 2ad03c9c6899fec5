// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/dictionaryviews.h"

#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"

#include <format>

namespace athanor::python {

namespace {

enum class ViewKind : std::uint8_t { Keys, Values, Items };

class DictionaryView : public Instance
{
public:
    using Instance::Instance;

    DictionaryObject *dictionary = nullptr;
    ViewKind viewKind = ViewKind::Keys;
};

Instance *allocateView(Heap &heap, ClassObject *type)
{
    return heap.make<DictionaryView>(type);
}

Value part(Evaluator &evaluator, const HashTable::Entry &entry, ViewKind kind)
{
    switch (kind) {
    case ViewKind::Keys:
        return entry.key;
    case ViewKind::Values:
        return entry.value;
    case ViewKind::Items:
        break;
    }
    return evaluator.heap().tuple({entry.key, entry.value});
}

std::vector<Value> parts(Evaluator &evaluator, const DictionaryView &view)
{
    std::vector<Value> result;
    for (std::size_t at = 0; const auto *entry = view.dictionary->table.next(at);)
        result.push_back(part(evaluator, *entry, view.viewKind));
    return result;
}

class ViewIterator : public IteratorObject
{
public:
    ViewIterator(const DictionaryView &view, const NativeClass *type_)
        : IteratorObject(type_)
        , m_table(view.dictionary->table)
        , m_kind(view.viewKind)
        , m_size(m_table.size())
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        if (m_table.size() != m_size)
            return evaluator.raise("RuntimeError", "dictionary changed size during iteration");
        const auto *entry = m_table.next(m_at);
        if (entry == nullptr)
            return std::nullopt;
        return part(evaluator, *entry, m_kind);
    }

private:
    const HashTable &m_table;
    const ViewKind m_kind;
    const std::size_t m_size;
    std::size_t m_at = 0;
};

const NativeClass *iteratorType(ViewKind kind);

Evaluated iterator(Evaluator &evaluator, DictionaryView &self)
{
    return evaluator.heap().make<ViewIterator>(self, iteratorType(self.viewKind));
}

Evaluated reversedParts(Evaluator &evaluator, DictionaryView &self)
{
    std::vector<Value> values = parts(evaluator, self);
    std::ranges::reverse(values);
    return evaluator.heap().make<ValuesIterator>(std::move(values));
}

Evaluated length(Evaluator &, DictionaryView &self)
{
    return Value(static_cast<std::int64_t>(self.dictionary->table.size()));
}

Outcome<bool> isInside(Evaluator &evaluator, DictionaryView &view, Value wanted)
{
    if (view.viewKind == ViewKind::Keys) {
        const auto found = view.dictionary->table.find(evaluator, wanted);
        if (!found)
            return std::unexpected(found.error());
        return *found != nullptr;
    }
    for (const Value item : parts(evaluator, view)) {
        const auto isEqual = evaluator.equal(item, wanted);
        if (!isEqual || *isEqual)
            return isEqual;
    }
    return false;
}

Evaluated contains(Evaluator &evaluator, DictionaryView &self, Values arguments)
{
    const auto answer = isInside(evaluator, self, arguments[0]);
    if (!answer)
        return std::unexpected(answer.error());
    return Value(*answer);
}

Evaluated shown(Evaluator &evaluator, DictionaryView &self)
{
    const auto list = evaluator.repr(evaluator.heap().list(parts(evaluator, self)));
    if (!list)
        return std::unexpected(list.error());
    return newText(evaluator, std::format("{}({})", self.type->name, *list));
}

Evaluated mapping(Evaluator &, DictionaryView &self)
{
    return self.dictionary;
}

Evaluated setOf(Evaluator &evaluator, Value iterable)
{
    return evaluator.call(evaluator.classOf(setClass), {iterable});
}

/// Keys and items are sets to the operators of sets.
template<BinaryOperator Op>
Evaluated combined(Evaluator &evaluator, DictionaryView &self, Values arguments)
{
    const Evaluated left = setOf(evaluator, &self);
    if (!left)
        return left;
    const Evaluated right = setOf(evaluator, arguments[0]);
    if (!right)
        return right;
    return evaluator.binary(Op, *left, *right);
}

template<BinaryOperator Op>
Evaluated combinedFromRight(Evaluator &evaluator, DictionaryView &self, Values arguments)
{
    const Evaluated left = setOf(evaluator, arguments[0]);
    if (!left)
        return left;
    const Evaluated right = setOf(evaluator, &self);
    if (!right)
        return right;
    return evaluator.binary(Op, *left, *right);
}

bool isSetLike(Value value)
{
    const auto *view = value.as<DictionaryView>();
    return value.as<SetObject>() != nullptr || value.as<FrozenSetObject>() != nullptr
           || (view != nullptr && view->viewKind != ViewKind::Values);
}

template<ComparisonOperator Op>
Evaluated compared(Evaluator &evaluator, DictionaryView &self, Values arguments)
{
    if (!isSetLike(arguments[0]))
        return Value::notImplemented();
    const Evaluated left = setOf(evaluator, &self);
    if (!left)
        return left;
    const Evaluated right = setOf(evaluator, arguments[0]);
    if (!right)
        return right;
    return evaluator.compare(Op, *left, *right);
}

Evaluated isDisjoint(Evaluator &evaluator, DictionaryView &self, Values arguments)
{
    const Evaluated set = setOf(evaluator, &self);
    if (!set)
        return set;
    return evaluator.callMethod(*set, "isdisjoint", {arguments, {}});
}

constexpr std::array viewMembers = std::to_array<NativeMember>({
    noArguments<"dict_view.__iter__", iterator>,
    noArguments<"dict_view.__reversed__", reversedParts>,
    noArguments<"dict_view.__len__", length>,
    noArguments<"dict_view.__repr__", shown>,
    getter<"dict_view.mapping", mapping>,
});

constexpr std::array setMembers = std::to_array<NativeMember>({
    oneArgument<"dict_view.__contains__", contains>,
    oneArgument<"dict_view.isdisjoint", isDisjoint>,
    oneArgument<"dict_view.__and__", combined<BinaryOperator::BitAnd>>,
    oneArgument<"dict_view.__or__", combined<BinaryOperator::BitOr>>,
    oneArgument<"dict_view.__xor__", combined<BinaryOperator::BitXor>>,
    oneArgument<"dict_view.__sub__", combined<BinaryOperator::Subtract>>,
    oneArgument<"dict_view.__rand__", combinedFromRight<BinaryOperator::BitAnd>>,
    oneArgument<"dict_view.__ror__", combinedFromRight<BinaryOperator::BitOr>>,
    oneArgument<"dict_view.__rxor__", combinedFromRight<BinaryOperator::BitXor>>,
    oneArgument<"dict_view.__rsub__", combinedFromRight<BinaryOperator::Subtract>>,
    oneArgument<"dict_view.__eq__", compared<ComparisonOperator::Equal>>,
    oneArgument<"dict_view.__ne__", compared<ComparisonOperator::NotEqual>>,
    oneArgument<"dict_view.__lt__", compared<ComparisonOperator::Less>>,
    oneArgument<"dict_view.__le__", compared<ComparisonOperator::LessEqual>>,
    oneArgument<"dict_view.__gt__", compared<ComparisonOperator::Greater>>,
    oneArgument<"dict_view.__ge__", compared<ComparisonOperator::GreaterEqual>>,
});

constexpr std::array setViewMembers = joinedMembers(viewMembers, setMembers);

const NativeClass keysClass{
    .name = "dict_keys", .module = "builtins", .members = setViewMembers, .allocate = allocateView};
const NativeClass valuesClass{
    .name = "dict_values", .module = "builtins", .members = viewMembers, .allocate = allocateView};
const NativeClass itemsClass{
    .name = "dict_items", .module = "builtins", .members = setViewMembers, .allocate = allocateView};

constexpr const NativeClass *iteratorBases[] = {&iteratorClass};
const NativeClass keyIteratorClass{.name = "dict_keyiterator", .module = "builtins", .bases = iteratorBases};
const NativeClass valueIteratorClass{
    .name = "dict_valueiterator", .module = "builtins", .bases = iteratorBases};
const NativeClass itemIteratorClass{
    .name = "dict_itemiterator", .module = "builtins", .bases = iteratorBases};

const NativeClass *iteratorType(ViewKind kind)
{
    return kind == ViewKind::Keys     ? &keyIteratorClass
           : kind == ViewKind::Values ? &valueIteratorClass
                                      : &itemIteratorClass;
}

Value newView(Evaluator &evaluator, DictionaryObject &dictionary, const NativeClass &type, ViewKind kind)
{
    auto *view = evaluator.instance<DictionaryView>(type);
    view->dictionary = &dictionary;
    view->viewKind = kind;
    return view;
}

} // namespace

Value dictionaryKeys(Evaluator &evaluator, DictionaryObject &dictionary)
{
    return newView(evaluator, dictionary, keysClass, ViewKind::Keys);
}

Value dictionaryValues(Evaluator &evaluator, DictionaryObject &dictionary)
{
    return newView(evaluator, dictionary, valuesClass, ViewKind::Values);
}

Value dictionaryItems(Evaluator &evaluator, DictionaryObject &dictionary)
{
    return newView(evaluator, dictionary, itemsClass, ViewKind::Items);
}

Value reversedKeys(Evaluator &evaluator, DictionaryObject &dictionary)
{
    std::vector<Value> keys = dictionary.table.keys();
    std::ranges::reverse(keys);
    return evaluator.heap().make<ValuesIterator>(std::move(keys));
}

} // namespace athanor::python
