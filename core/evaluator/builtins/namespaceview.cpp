// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/namespaceview.h"

#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"
#include "core/evaluator/dictionary.h"

namespace athanor::python {

namespace {

class NamespaceView : public Instance
{
public:
    using Instance::Instance;

    Namespace *names = nullptr;
};

Instance *allocateView(Heap &heap, ClassObject *type)
{
    return heap.make<NamespaceView>(type);
}

const Value *find(const NamespaceView &view, Value key)
{
    const auto *name = key.as<StringObject>();
    return name == nullptr ? nullptr : std::as_const(*view.names).find(name->utf8);
}

Evaluated item(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    if (const Value *found = find(self, arguments[0]))
        return *found;
    return evaluator.raiseWith("KeyError", {arguments[0]});
}

Evaluated get(Evaluator &, NamespaceView &self, Values arguments)
{
    if (const Value *found = find(self, arguments[0]))
        return *found;
    return arguments.size() > 1 ? arguments[1] : Value();
}

Evaluated contains(Evaluator &, NamespaceView &self, Values arguments)
{
    return Value(find(self, arguments[0]) != nullptr);
}

Done set(Evaluator &evaluator, NamespaceView &self, Value key, Value value)
{
    const auto *name = key.as<StringObject>();
    if (name == nullptr)
        return evaluator.refuse("a name that is no string", "a string as the name");
    evaluator.heap().count(sizeof(Namespace::Entry));
    self.names->set(name->utf8, value);
    return {};
}

Evaluated setItem(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    if (const Done done = set(evaluator, self, arguments[0], arguments[1]); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated setDefault(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    if (const Value *found = find(self, arguments[0]))
        return *found;
    const Value value = arguments.size() > 1 ? arguments[1] : Value();
    if (const Done done = set(evaluator, self, arguments[0], value); !done)
        return std::unexpected(done.error());
    return value;
}

Evaluated pop(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    if (const Value *found = find(self, arguments[0])) {
        const Value value = *found;
        self.names->remove(arguments[0].as<StringObject>()->utf8);
        return value;
    }
    if (arguments.size() > 1)
        return arguments[1];
    return evaluator.raiseWith("KeyError", {arguments[0]});
}

Evaluated deleteItem(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    const Evaluated removed = pop(evaluator, self, arguments);
    if (!removed)
        return removed;
    return Value();
}

/// What only reads, or adds many names, is done with a copy.
Value copyOf(Evaluator &evaluator, const NamespaceView &self)
{
    return namespaceCopy(evaluator, *self.names);
}

Evaluated copy(Evaluator &evaluator, NamespaceView &self)
{
    return copyOf(evaluator, self);
}

Evaluated update(Evaluator &evaluator, NamespaceView &self, const Arguments &arguments)
{
    auto *added = evaluator.heap().make<DictionaryObject>();
    const Evaluated done = evaluator.callMethod(added, "update", arguments);
    if (!done)
        return done;
    for (std::size_t at = 0; const auto *entry = added->table.next(at);) {
        if (const Done isSet = set(evaluator, self, entry->key, entry->value); !isSet)
            return std::unexpected(isSet.error());
    }
    return Value();
}

Evaluated keys(Evaluator &evaluator, NamespaceView &self)
{
    return evaluator.callMethod(copyOf(evaluator, self), "keys");
}

Evaluated values(Evaluator &evaluator, NamespaceView &self)
{
    return evaluator.callMethod(copyOf(evaluator, self), "values");
}

Evaluated items(Evaluator &evaluator, NamespaceView &self)
{
    return evaluator.callMethod(copyOf(evaluator, self), "items");
}

Evaluated iterator(Evaluator &evaluator, NamespaceView &self)
{
    return evaluator.iterator(copyOf(evaluator, self));
}

Evaluated length(Evaluator &, NamespaceView &self)
{
    return Value(static_cast<std::int64_t>(self.names->entries().size()));
}

Evaluated shown(Evaluator &evaluator, NamespaceView &self)
{
    const auto text = evaluator.repr(copyOf(evaluator, self));
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated isEqual(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    const auto *other = arguments[0].as<NamespaceView>();
    return evaluator.compare(ComparisonOperator::Equal, copyOf(evaluator, self),
                             other != nullptr ? copyOf(evaluator, *other) : arguments[0]);
}

Evaluated merged(Evaluator &evaluator, NamespaceView &self, Values arguments)
{
    return evaluator.binary(BinaryOperator::BitOr, copyOf(evaluator, self), arguments[0]);
}

constexpr NativeMember members[] = {
    oneArgument<"dict.__getitem__", item>,
    someArguments<"dict.__setitem__", 2, 2, setItem>,
    oneArgument<"dict.__delitem__", deleteItem>,
    oneArgument<"dict.__contains__", contains>,
    noArguments<"dict.__iter__", iterator>,
    noArguments<"dict.__len__", length>,
    noArguments<"dict.__repr__", shown>,
    oneArgument<"dict.__eq__", isEqual>,
    oneArgument<"dict.__or__", merged>,
    someArguments<"dict.get", 1, 2, get>,
    someArguments<"dict.setdefault", 1, 2, setDefault>,
    someArguments<"dict.pop", 1, 2, pop>,
    anyArguments<"dict.update", update>,
    noArguments<"dict.copy", copy>,
    noArguments<"dict.keys", keys>,
    noArguments<"dict.values", values>,
    noArguments<"dict.items", items>,
};

constexpr const NativeClass *bases[] = {&dictionaryClass};

const NativeClass namespaceViewClass{
    .name = "dict", .module = "builtins", .bases = bases, .members = members, .allocate = allocateView};

} // namespace

Value namespaceView(Evaluator &evaluator, Namespace &names)
{
    auto *view = evaluator.instance<NamespaceView>(namespaceViewClass);
    view->names = &names;
    return view;
}

Value namespaceCopy(Evaluator &evaluator, const Namespace &names)
{
    auto *result = evaluator.heap().make<DictionaryObject>();
    for (const Namespace::Entry &entry : names.entries())
        result->table.set(evaluator.heap(), entry.name, entry.value);
    return result;
}

} // namespace athanor::python
