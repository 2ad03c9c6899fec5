// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/dictionaryviews.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"

#include <format>

namespace athanor::python {

namespace {

Done addAll(Evaluator &evaluator, HashTable &table, const HashTable &others)
{
    for (std::size_t at = 0; const auto *entry = others.next(at);) {
        if (const Done done = table.set(evaluator, entry->key, entry->value); !done)
            return done;
    }
    return {};
}

/// Whatever has keys() is asked for each.
Done addMapping(Evaluator &evaluator, HashTable &table, Value mapping, Value keys)
{
    const Evaluated list = evaluator.call(keys, {});
    if (!list)
        return std::unexpected(list.error());
    return evaluator.iterate(*list, [&](Value key) -> Done {
        const Evaluated value = evaluator.item(mapping, key);
        if (!value)
            return std::unexpected(value.error());
        return table.set(evaluator, key, *value);
    });
}

Done addPair(Evaluator &evaluator, HashTable &table, Value pair, std::size_t number)
{
    const auto items = evaluator.items(pair);
    if (!items) {
        if (!hasRaised(evaluator, items.error(), "TypeError"))
            return std::unexpected(items.error());
        return evaluator.raise(
            "TypeError",
            std::format("cannot convert dictionary update sequence element #{} to a sequence", number));
    }
    if (items->size() != 2) {
        return evaluator.raise(
            "ValueError", std::format("dictionary update sequence element #{} has length {}; 2 is required",
                                      number, items->size()));
    }
    return table.set(evaluator, (*items)[0], (*items)[1]);
}

Done addFrom(Evaluator &evaluator, HashTable &table, Value source)
{
    if (const auto *dictionary = source.as<DictionaryObject>();
        dictionary != nullptr && source.object()->kind() == ObjectKind::Dictionary) {
        if (&dictionary->table == &table)
            return {};
        return addAll(evaluator, table, dictionary->table);
    }
    const auto keys = evaluator.findAttribute(source, "keys");
    if (!keys)
        return std::unexpected(keys.error());
    if (*keys)
        return addMapping(evaluator, table, source, **keys);
    std::size_t number = 0;
    return evaluator.iterate(source,
                             [&](Value pair) -> Done { return addPair(evaluator, table, pair, number++); });
}

Done addArguments(Evaluator &evaluator, HashTable &table, const Arguments &arguments, std::string_view name)
{
    const std::size_t given = arguments.positional.size();
    const Done checked =
        checkCall(evaluator, name, {0, 1, CallWording::Expected}, given, {arguments.positional, {}});
    if (!checked)
        return checked;
    evaluator.heap().count(arguments.keywords.size() * sizeof(HashTable::Entry));
    if (given == 1) {
        if (const Done done = addFrom(evaluator, table, arguments.positional[0]); !done)
            return done;
    }
    for (const NamedValue &keyword : arguments.keywords)
        table.set(evaluator.heap(), keyword.name, keyword.value);
    return {};
}

Evaluated makeDictionary(Evaluator &evaluator, const Arguments &)
{
    return evaluator.heap().make<DictionaryObject>();
}

Evaluated nothing(const Done &done)
{
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated initialise(Evaluator &evaluator, DictionaryObject &self, const Arguments &arguments)
{
    return nothing(addArguments(evaluator, self.table, arguments, "dict"));
}

Evaluated update(Evaluator &evaluator, DictionaryObject &self, const Arguments &arguments)
{
    return nothing(addArguments(evaluator, self.table, arguments, "update"));
}

Evaluated get(Evaluator &evaluator, DictionaryObject &self, Values arguments)
{
    const auto found = self.table.find(evaluator, arguments[0]);
    if (!found)
        return std::unexpected(found.error());
    if (*found != nullptr)
        return **found;
    return arguments.size() > 1 ? arguments[1] : Value();
}

Evaluated setDefault(Evaluator &evaluator, DictionaryObject &self, Values arguments)
{
    const auto found = self.table.find(evaluator, arguments[0]);
    if (!found)
        return std::unexpected(found.error());
    if (*found != nullptr)
        return **found;
    const Value value = arguments.size() > 1 ? arguments[1] : Value();
    if (const Done done = self.table.set(evaluator, arguments[0], value); !done)
        return std::unexpected(done.error());
    return value;
}

Evaluated pop(Evaluator &evaluator, DictionaryObject &self, Values arguments)
{
    const auto removed = self.table.remove(evaluator, arguments[0]);
    if (!removed)
        return std::unexpected(removed.error());
    if (*removed)
        return **removed;
    if (arguments.size() > 1)
        return arguments[1];
    return evaluator.raiseWith("KeyError", {arguments[0]});
}

Evaluated popItem(Evaluator &evaluator, DictionaryObject &self)
{
    const auto *last = self.table.last();
    if (last == nullptr)
        return evaluator.raise("KeyError", "popitem(): dictionary is empty");
    const Value item = evaluator.heap().tuple({last->key, last->value});
    const Value key = last->key;
    const auto removed = self.table.remove(evaluator, key);
    if (!removed)
        return std::unexpected(removed.error());
    return item;
}

Evaluated clear(Evaluator &, DictionaryObject &self)
{
    self.table.clear();
    return Value();
}

Evaluated copy(Evaluator &evaluator, DictionaryObject &self)
{
    auto *result = evaluator.heap().make<DictionaryObject>();
    result->table = self.table;
    return result;
}

Evaluated keys(Evaluator &evaluator, DictionaryObject &self)
{
    return dictionaryKeys(evaluator, self);
}

Evaluated values(Evaluator &evaluator, DictionaryObject &self)
{
    return dictionaryValues(evaluator, self);
}

Evaluated items(Evaluator &evaluator, DictionaryObject &self)
{
    return dictionaryItems(evaluator, self);
}

Evaluated backwards(Evaluator &evaluator, DictionaryObject &self)
{
    return reversedKeys(evaluator, self);
}

Evaluated fromKeys(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "dict.fromkeys", {1, 2, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    const Evaluated made = evaluator.call(arguments.positional[0], {});
    if (!made)
        return made;
    const Value value = given.size() > 1 ? given[1] : Value();
    const Done done =
        evaluator.iterate(given[0], [&](Value key) -> Done { return evaluator.setItem(*made, key, value); });
    if (!done)
        return std::unexpected(done.error());
    return made;
}

Evaluated mergeInPlace(Evaluator &evaluator, DictionaryObject &self, Values arguments)
{
    if (const Done done = addFrom(evaluator, self.table, arguments[0]); !done)
        return std::unexpected(done.error());
    return &self;
}

constexpr std::array methods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeDictionary},
    anyArguments<"dict.__init__", initialise>,
    someArguments<"dict.get", 1, 2, get>,
    someArguments<"dict.setdefault", 1, 2, setDefault>,
    someArguments<"dict.pop", 1, 2, pop>,
    noArguments<"dict.popitem", popItem>,
    anyArguments<"dict.update", update>,
    noArguments<"dict.clear", clear>,
    noArguments<"dict.copy", copy>,
    noArguments<"dict.keys", keys>,
    noArguments<"dict.values", values>,
    noArguments<"dict.items", items>,
    {"fromkeys", MemberKind::ClassMethod, fromKeys},
    noArguments<"dict.__reversed__", backwards>,
    {"__getitem__", MemberKind::Method, specialItem},
    {"__or__", MemberKind::Method, specialOr},
    oneArgument<"dict.__ior__", mergeInPlace>,
});

constexpr std::array members = joinedMembers(methods, shownMembers, containerMembers, changeableMembers);

} // namespace

const NativeClass dictionaryClass{.name = "dict", .module = "builtins", .members = members};

} // namespace athanor::python
