// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/dictionary.h"

namespace athanor::python {

namespace {

const HashTable *tableOf(Value value)
{
    if (const auto *set = value.as<SetObject>())
        return &set->table;
    if (const auto *set = value.as<FrozenSetObject>())
        return &set->table;
    return nullptr;
}

Done addItems(Evaluator &evaluator, HashTable &table, Value iterable)
{
    return evaluator.iterate(iterable,
                             [&](Value item) -> Done { return table.set(evaluator, item, Value()); });
}

/// The items of a set as a table, or those of any iterable.
Outcome<HashTable> tableFrom(Evaluator &evaluator, Value iterable)
{
    if (const HashTable *known = tableOf(iterable))
        return *known;
    HashTable table;
    if (const Done done = addItems(evaluator, table, iterable); !done)
        return std::unexpected(done.error());
    return table;
}

Outcome<bool> holds(Evaluator &evaluator, const HashTable &table, Value item)
{
    const auto found = const_cast<HashTable &>(table).find(evaluator, item);
    if (!found)
        return std::unexpected(found.error());
    return *found != nullptr;
}

enum class Keep : std::uint8_t { Common, Others };

/// Those of `table` that `other` has, or has not.
Outcome<HashTable> kept(Evaluator &evaluator, const HashTable &table, const HashTable &other, Keep keep)
{
    HashTable result;
    for (std::size_t at = 0; const auto *entry = table.next(at);) {
        const auto isCommon = holds(evaluator, other, entry->key);
        if (!isCommon)
            return std::unexpected(isCommon.error());
        if (*isCommon != (keep == Keep::Common))
            continue;
        if (const Done done = result.set(evaluator, entry->key, Value()); !done)
            return std::unexpected(done.error());
    }
    return result;
}

Outcome<HashTable> united(Evaluator &evaluator, HashTable table, Values others)
{
    for (const Value other : others) {
        if (const Done done = addItems(evaluator, table, other); !done)
            return std::unexpected(done.error());
    }
    return table;
}

Outcome<HashTable> keptOfAll(Evaluator &evaluator, HashTable table, Values others, Keep keep)
{
    for (const Value other : others) {
        const auto items = tableFrom(evaluator, other);
        if (!items)
            return std::unexpected(items.error());
        auto next = kept(evaluator, table, *items, keep);
        if (!next)
            return next;
        table = *std::move(next);
    }
    return table;
}

Outcome<HashTable> inOneOnly(Evaluator &evaluator, const HashTable &table, Value other)
{
    const auto items = tableFrom(evaluator, other);
    if (!items)
        return std::unexpected(items.error());
    auto result = kept(evaluator, table, *items, Keep::Others);
    if (!result)
        return result;
    const auto rest = kept(evaluator, *items, table, Keep::Others);
    if (!rest)
        return std::unexpected(rest.error());
    for (std::size_t at = 0; const auto *entry = rest->next(at);) {
        if (const Done done = result->set(evaluator, entry->key, Value()); !done)
            return std::unexpected(done.error());
    }
    return result;
}

template<typename S>
Evaluated newSet(Evaluator &evaluator, Outcome<HashTable> table)
{
    if (!table)
        return std::unexpected(table.error());
    auto *set = evaluator.heap().make<std::remove_const_t<S>>();
    set->table = *std::move(table);
    return set;
}

Evaluated becomes(SetObject &self, Outcome<HashTable> table)
{
    if (!table)
        return std::unexpected(table.error());
    self.table = *std::move(table);
    return Value();
}

template<typename S>
Evaluated unionOf(Evaluator &evaluator, S &self, Values others)
{
    return newSet<S>(evaluator, united(evaluator, self.table, others));
}

template<typename S>
Evaluated intersection(Evaluator &evaluator, S &self, Values others)
{
    return newSet<S>(evaluator, keptOfAll(evaluator, self.table, others, Keep::Common));
}

template<typename S>
Evaluated difference(Evaluator &evaluator, S &self, Values others)
{
    return newSet<S>(evaluator, keptOfAll(evaluator, self.table, others, Keep::Others));
}

template<typename S>
Evaluated symmetricDifference(Evaluator &evaluator, S &self, Values others)
{
    return newSet<S>(evaluator, inOneOnly(evaluator, self.table, others[0]));
}

template<typename S>
Evaluated copy(Evaluator &evaluator, S &self)
{
    return newSet<S>(evaluator, self.table);
}

Outcome<bool> isWithin(Evaluator &evaluator, const HashTable &small, const HashTable &large)
{
    if (small.size() > large.size())
        return false;
    const auto common = kept(evaluator, small, large, Keep::Common);
    if (!common)
        return std::unexpected(common.error());
    return common->size() == small.size();
}

Evaluated answer(const Outcome<bool> &outcome)
{
    if (!outcome)
        return std::unexpected(outcome.error());
    return Value(*outcome);
}

template<typename S>
Evaluated isSubset(Evaluator &evaluator, S &self, Values arguments)
{
    const auto other = tableFrom(evaluator, arguments[0]);
    if (!other)
        return std::unexpected(other.error());
    return answer(isWithin(evaluator, self.table, *other));
}

template<typename S>
Evaluated isSuperset(Evaluator &evaluator, S &self, Values arguments)
{
    const auto other = tableFrom(evaluator, arguments[0]);
    if (!other)
        return std::unexpected(other.error());
    return answer(isWithin(evaluator, *other, self.table));
}

template<typename S>
Evaluated isDisjoint(Evaluator &evaluator, S &self, Values arguments)
{
    const auto other = tableFrom(evaluator, arguments[0]);
    if (!other)
        return std::unexpected(other.error());
    const auto common = kept(evaluator, self.table, *other, Keep::Common);
    if (!common)
        return std::unexpected(common.error());
    return Value(common->isEmpty());
}

Evaluated add(Evaluator &evaluator, SetObject &self, Values arguments)
{
    if (const Done done = self.table.set(evaluator, arguments[0], Value()); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated discard(Evaluator &evaluator, SetObject &self, Values arguments)
{
    const auto removed = self.table.remove(evaluator, arguments[0]);
    if (!removed)
        return std::unexpected(removed.error());
    return Value();
}

Evaluated remove(Evaluator &evaluator, SetObject &self, Values arguments)
{
    const auto removed = self.table.remove(evaluator, arguments[0]);
    if (!removed)
        return std::unexpected(removed.error());
    if (!*removed)
        return evaluator.raiseWith("KeyError", {arguments[0]});
    return Value();
}

/// Any item: here the one that was added first.
Evaluated pop(Evaluator &evaluator, SetObject &self)
{
    std::size_t at = 0;
    const auto *entry = self.table.next(at);
    if (entry == nullptr)
        return evaluator.raise("KeyError", "pop from an empty set");
    const Value item = entry->key;
    const auto removed = self.table.remove(evaluator, item);
    if (!removed)
        return std::unexpected(removed.error());
    return item;
}

Evaluated clear(Evaluator &, SetObject &self)
{
    self.table.clear();
    return Value();
}

Evaluated update(Evaluator &evaluator, SetObject &self, Values others)
{
    return becomes(self, united(evaluator, self.table, others));
}

Evaluated intersectionUpdate(Evaluator &evaluator, SetObject &self, Values others)
{
    return becomes(self, keptOfAll(evaluator, self.table, others, Keep::Common));
}

Evaluated differenceUpdate(Evaluator &evaluator, SetObject &self, Values others)
{
    return becomes(self, keptOfAll(evaluator, self.table, others, Keep::Others));
}

Evaluated symmetricDifferenceUpdate(Evaluator &evaluator, SetObject &self, Values others)
{
    return becomes(self, inOneOnly(evaluator, self.table, others[0]));
}

Evaluated makeSet(Evaluator &evaluator, const Arguments &)
{
    return evaluator.heap().make<SetObject>();
}

Evaluated initialise(Evaluator &evaluator, SetObject &self, Values arguments)
{
    return becomes(self, arguments.empty() ? HashTable() : tableFrom(evaluator, arguments[0]));
}

Evaluated makeFrozenSet(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "frozenset", {0, 1, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    if (!given.empty() && given[0].isObject() && given[0].object()->kind() == ObjectKind::FrozenSet)
        return given[0];
    return newSet<FrozenSetObject>(evaluator, given.empty() ? HashTable() : tableFrom(evaluator, given[0]));
}

constexpr std::array operatorMembers = std::to_array<NativeMember>({
    {"__and__", MemberKind::Method, specialAnd},
    {"__or__", MemberKind::Method, specialOr},
    {"__xor__", MemberKind::Method, specialXor},
    {"__sub__", MemberKind::Method, specialSubtract},
});

constexpr std::array setMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeSet},
    initialiser<"set", 0, 1, initialise>,
    oneArgument<"set.add", add>,
    oneArgument<"set.discard", discard>,
    oneArgument<"set.remove", remove>,
    noArguments<"set.pop", pop>,
    noArguments<"set.clear", clear>,
    noArguments<"set.copy", copy<SetObject>>,
    someArguments<"set.update", 0, AnyNumber, update>,
    someArguments<"set.union", 0, AnyNumber, unionOf<SetObject>>,
    someArguments<"set.intersection", 0, AnyNumber, intersection<SetObject>>,
    someArguments<"set.difference", 0, AnyNumber, difference<SetObject>>,
    oneArgument<"set.symmetric_difference", symmetricDifference<SetObject>>,
    someArguments<"set.intersection_update", 0, AnyNumber, intersectionUpdate>,
    someArguments<"set.difference_update", 0, AnyNumber, differenceUpdate>,
    oneArgument<"set.symmetric_difference_update", symmetricDifferenceUpdate>,
    oneArgument<"set.issubset", isSubset<SetObject>>,
    oneArgument<"set.issuperset", isSuperset<SetObject>>,
    oneArgument<"set.isdisjoint", isDisjoint<SetObject>>,
});

using Frozen = const FrozenSetObject;

constexpr std::array frozenSetMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeFrozenSet},
    noArguments<"frozenset.copy", copy<Frozen>>,
    someArguments<"frozenset.union", 0, AnyNumber, unionOf<Frozen>>,
    someArguments<"frozenset.intersection", 0, AnyNumber, intersection<Frozen>>,
    someArguments<"frozenset.difference", 0, AnyNumber, difference<Frozen>>,
    oneArgument<"frozenset.symmetric_difference", symmetricDifference<Frozen>>,
    oneArgument<"frozenset.issubset", isSubset<Frozen>>,
    oneArgument<"frozenset.issuperset", isSuperset<Frozen>>,
    oneArgument<"frozenset.isdisjoint", isDisjoint<Frozen>>,
});

constexpr std::array setMembers =
    joinedMembers(setMethods, operatorMembers, shownMembers, orderedMembers, containerMembers);
constexpr std::array frozenSetMembers = joinedMembers(frozenSetMethods, operatorMembers, shownMembers,
                                                      hashedMembers, orderedMembers, containerMembers);

} // namespace

const NativeClass setClass{.name = "set", .module = "builtins", .members = setMembers};
const NativeClass frozenSetClass{.name = "frozenset", .module = "builtins", .members = frozenSetMembers};

} // namespace athanor::python
