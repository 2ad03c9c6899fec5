// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/sorting.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/signature.h"

#include <format>

namespace athanor::python {

namespace {

/// Where an item is, between two bounds; empty when it is not there. A list may change while its items are
/// compared.
Outcome<std::optional<std::size_t>> placeOf(Evaluator &evaluator, const std::vector<Value> &items,
                                            Values arguments)
{
    std::int64_t bounds[] = {0, std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto bound = boundArgument(evaluator, arguments[i]);
        if (!bound)
            return std::unexpected(bound.error());
        const std::int64_t given = bound->value_or(bounds[i - 1]);
        const auto length = static_cast<std::int64_t>(items.size());
        bounds[i - 1] = given < 0 ? std::max<std::int64_t>(0, given + length) : given;
    }
    const Value wanted = arguments[0];
    for (auto i = static_cast<std::size_t>(bounds[0]); i < items.size() && std::cmp_less(i, bounds[1]); ++i) {
        if (const Done done = evaluator.step(); !done)
            return std::unexpected(done.error());
        if (items[i].isSame(wanted))
            return i;
        const auto isEqual = evaluator.equal(items[i], wanted);
        if (!isEqual)
            return std::unexpected(isEqual.error());
        if (*isEqual)
            return i;
    }
    return std::nullopt;
}

Evaluated countOf(Evaluator &evaluator, const std::vector<Value> &items, Value wanted)
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const Done done = evaluator.step(); !done)
            return std::unexpected(done.error());
        const auto isEqual = items[i].isSame(wanted) ? true : evaluator.equal(items[i], wanted);
        if (!isEqual)
            return std::unexpected(isEqual.error());
        count += *isEqual ? 1 : 0;
    }
    return Value(count);
}

Evaluated makeList(Evaluator &evaluator, const Arguments &)
{
    return evaluator.heap().make<ListObject>();
}

Evaluated initialise(Evaluator &evaluator, ListObject &self, Values arguments)
{
    self.items.clear();
    if (arguments.empty())
        return Value();
    auto items = evaluator.items(arguments[0]);
    if (!items)
        return std::unexpected(items.error());
    evaluator.heap().count(items->size() * sizeof(Value));
    self.items = *std::move(items);
    return Value();
}

Evaluated append(Evaluator &evaluator, ListObject &self, Values arguments)
{
    evaluator.heap().count(sizeof(Value));
    self.items.push_back(arguments[0]);
    return Value();
}

Evaluated extend(Evaluator &evaluator, ListObject &self, Values arguments)
{
    const auto items = evaluator.items(arguments[0]);
    if (!items)
        return std::unexpected(items.error());
    evaluator.heap().count(items->size() * sizeof(Value));
    self.items.insert(self.items.end(), items->begin(), items->end());
    return Value();
}

Evaluated insert(Evaluator &evaluator, ListObject &self, Values arguments)
{
    const auto place = indexArgument(evaluator, arguments[0]);
    if (!place)
        return std::unexpected(place.error());
    const auto length = static_cast<std::int64_t>(self.items.size());
    const std::int64_t at =
        *place < 0 ? std::max<std::int64_t>(0, *place + length) : std::min(*place, length);
    evaluator.heap().count(sizeof(Value));
    self.items.insert(self.items.begin() + at, arguments[1]);
    return Value();
}

Evaluated pop(Evaluator &evaluator, ListObject &self, Values arguments)
{
    const auto place = indexArgument(evaluator, arguments.empty() ? Value(std::int64_t(-1)) : arguments[0]);
    if (!place)
        return std::unexpected(place.error());
    if (self.items.empty())
        return evaluator.raise("IndexError", "pop from empty list");
    const auto length = static_cast<std::int64_t>(self.items.size());
    const std::int64_t at = *place < 0 ? *place + length : *place;
    if (at < 0 || at >= length)
        return evaluator.raise("IndexError", "pop index out of range");
    const Value item = self.items[static_cast<std::size_t>(at)];
    self.items.erase(self.items.begin() + at);
    return item;
}

Evaluated remove(Evaluator &evaluator, ListObject &self, Values arguments)
{
    const auto place = placeOf(evaluator, self.items, arguments);
    if (!place)
        return std::unexpected(place.error());
    if (!*place || **place >= self.items.size())
        return evaluator.raise("ValueError", "list.remove(x): x not in list");
    self.items.erase(self.items.begin() + static_cast<std::ptrdiff_t>(**place));
    return Value();
}

Evaluated index(Evaluator &evaluator, ListObject &self, Values arguments)
{
    const auto place = placeOf(evaluator, self.items, arguments);
    if (!place)
        return std::unexpected(place.error());
    if (*place)
        return Value(static_cast<std::int64_t>(**place));
    const auto shown = evaluator.repr(arguments[0]);
    if (!shown)
        return std::unexpected(shown.error());
    return evaluator.raise("ValueError", *shown + " is not in list");
}

Evaluated count(Evaluator &evaluator, ListObject &self, Values arguments)
{
    return countOf(evaluator, self.items, arguments[0]);
}

Evaluated clear(Evaluator &, ListObject &self)
{
    self.items.clear();
    return Value();
}

Evaluated copy(Evaluator &evaluator, ListObject &self)
{
    return evaluator.heap().list(self.items);
}

Evaluated reverse(Evaluator &, ListObject &self)
{
    std::ranges::reverse(self.items);
    return Value();
}

Evaluated sort(Evaluator &evaluator, ListObject &self, const Arguments &arguments)
{
    if (!arguments.positional.empty())
        return evaluator.raise("TypeError", "sort() takes no positional arguments");
    static const Signature signature("sort", "*, key=, reverse=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto isReverse = evaluator.truth(bound->value(1, Value(false)));
    if (!isReverse)
        return std::unexpected(isReverse.error());
    // A key function that looks at the list finds it empty, as in Python.
    std::vector<Value> items = std::exchange(self.items, {});
    const Done done = sortValues(evaluator, items, bound->value(0),
                                 *isReverse ? SortOrder::Descending : SortOrder::Ascending);
    const bool isChanged = !self.items.empty();
    self.items = std::move(items);
    if (!done)
        return std::unexpected(done.error());
    if (isChanged)
        return evaluator.raise("ValueError", "list modified during sort");
    return Value();
}

Evaluated addInPlace(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError", "expected 1 argument");
    return evaluator.augmented(BinaryOperator::Add, Evaluator::plain(arguments.positional[0]),
                               arguments.positional[1]);
}

constexpr std::array listMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeList},
    initialiser<"list", 0, 1, initialise>,
    oneArgument<"list.append", append>,
    oneArgument<"list.extend", extend>,
    someArguments<"list.insert", 2, 2, insert>,
    someArguments<"list.pop", 0, 1, pop>,
    oneArgument<"list.remove", remove>,
    someArguments<"list.index", 1, 3, index>,
    oneArgument<"list.count", count>,
    noArguments<"list.clear", clear>,
    noArguments<"list.copy", copy>,
    noArguments<"list.reverse", reverse>,
    anyArguments<"list.sort", sort>,
    {"__iadd__", MemberKind::Method, addInPlace},
});

constexpr std::array listMembers = joinedMembers(listMethods, shownMembers, orderedMembers, containerMembers,
                                                 sequenceMembers, changeableMembers);

Evaluated makeTuple(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    // Named tuples and the like take keywords in an __init__ of their own.
    const Done checked =
        checkCall(evaluator, "tuple", {0, 1, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    if (given.empty())
        return evaluator.heap().tuple({});
    if (given[0].isObject() && given[0].object()->kind() == ObjectKind::Tuple)
        return given[0];
    auto items = evaluator.items(given[0]);
    if (!items)
        return std::unexpected(items.error());
    return evaluator.heap().tuple(*std::move(items));
}

Evaluated tupleIndex(Evaluator &evaluator, const TupleObject &self, Values arguments)
{
    const auto place = placeOf(evaluator, self.items, arguments);
    if (!place)
        return std::unexpected(place.error());
    if (*place)
        return Value(static_cast<std::int64_t>(**place));
    return evaluator.raise("ValueError", "tuple.index(x): x not in tuple");
}

Evaluated tupleCount(Evaluator &evaluator, const TupleObject &self, Values arguments)
{
    return countOf(evaluator, self.items, arguments[0]);
}

constexpr std::array tupleMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeTuple},
    someArguments<"tuple.index", 1, 3, tupleIndex>,
    oneArgument<"tuple.count", tupleCount>,
});

constexpr std::array tupleMembers = joinedMembers(tupleMethods, shownMembers, hashedMembers, orderedMembers,
                                                  containerMembers, sequenceMembers);

} // namespace

const NativeClass listClass{.name = "list", .module = "builtins", .members = listMembers};
const NativeClass tupleClass{.name = "tuple", .module = "builtins", .members = tupleMembers};

} // namespace athanor::python
