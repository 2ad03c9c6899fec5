// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/evaluator/heap.h"
#include "core/evaluator/host.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <typeindex>
#include <unordered_map>

namespace athanor::python {

/// What a script may use up. A script that reaches a bound stops with its line.
struct Limits
{
    std::uint64_t steps = 20'000'000;      ///< nodes of the tree evaluated, and items made by natives
    int depth = 200;                       ///< calls inside each other
    std::size_t bytes = 256 * 1024 * 1024; ///< objects made
};

/// Walks the tree of a module and does what it says, as Python 3.13 would: deterministic, bounded, without
/// files, network or processes. What it does not know it refuses, with the place, or, where the value may
/// never be needed, keeps as an OpaqueObject. One evaluator reads one revision, env.py or models module
/// together with what they import.
class Evaluator
{
public:
    explicit Evaluator(Host &host, Limits limits = {});
    ~Evaluator();
    Evaluator(const Evaluator &) = delete;
    Evaluator &operator=(const Evaluator &) = delete;

    Heap &heap();
    Host &host();

    /// Runs a module's body and gives the module; it is not entered among the imported ones. The tree has to
    /// outlive the evaluator.
    Outcome<ModuleObject *> run(const ParsedModule &module, std::string_view name);
    /// As an import statement does: native, of the project, or opaque.
    Evaluated import(std::string_view dottedName);

    /// Calls what the host asks for, a script's upgrade() or downgrade(): until it returns, calling an opaque
    /// value is refused, since it might issue statements. Otherwise, while modules are read, such a call has
    /// an opaque result.
    Evaluated callEntry(Value callee, const Arguments &arguments);

    // What natives and readers do with values, as the language does it. Names are attribute names.
    Evaluated attribute(Value object, std::string_view name);
    /// Empty when there is no such attribute; other errors pass.
    Outcome<std::optional<Value>> findAttribute(Value object, std::string_view name);
    Done setAttribute(Value object, std::string_view name, Value value);
    Evaluated call(Value callee, const Arguments &arguments);
    Evaluated call(Value callee, std::initializer_list<Value> arguments);
    Evaluated callMethod(Value object, std::string_view name, const Arguments &arguments = {});
    Evaluated item(Value object, Value index);
    Done setItem(Value object, Value index, Value value);
    Done deleteAttribute(Value object, std::string_view name);
    Done deleteItem(Value object, Value index);
    Evaluated unary(UnaryOperator op, Value operand);
    Evaluated binary(BinaryOperator op, Value left, Value right);
    /// left op= right: the result is what the target is set to.
    Evaluated augmented(BinaryOperator op, Value left, Value right);
    Evaluated compare(ComparisonOperator op, Value left, Value right);
    Outcome<bool> equal(Value left, Value right);
    Outcome<bool> contains(Value container, Value item);
    Outcome<bool> truth(Value value);
    Outcome<std::int64_t> length(Value value);
    Outcome<std::size_t> hash(Value value);
    Outcome<std::string> str(Value value);
    Outcome<std::string> repr(Value value);
    Outcome<std::string> format(Value value, std::string_view specification);
    /// iter(value): an IteratorObject, a GeneratorObject or an object with __next__.
    Evaluated iterator(Value iterable);
    /// next(iterator): empty at its end.
    Outcome<std::optional<Value>> next(Value iterator);
    /// Hands over each item until `each` fails.
    Done iterate(Value iterable, const std::function<Done(Value)> &each);
    Outcome<std::vector<Value>> items(Value iterable);

    ClassObject *typeOf(Value value);
    /// Of an instance of a script's class that derives from a builtin value type, that value; any other value
    /// is handed back. as<StringObject>() and the like need it.
    static Value plain(Value value);
    /// isinstance() and issubclass() with a class, a tuple or a union of them.
    Outcome<bool> isInstance(Value value, Value classes);
    Outcome<bool> isSubclass(Value type, Value classes);
    bool isInstance(Value value, const NativeClass &type);
    /// This evaluator's class for a native one.
    ClassObject *classOf(const NativeClass &type);
    /// Makes an instance without calling __init__.
    template<typename T>
    T *instance(const NativeClass &type)
    {
        return static_cast<T *>(allocate(classOf(type)));
    }
    Instance *allocate(ClassObject *type);

    // What builtin functions ask about the script that calls them.
    ModuleObject *builtins();
    /// The module whose code is running; nullptr outside of any.
    ModuleObject *currentModule();
    /// The names of the innermost function, class body or module.
    Namespace *currentNames();
    /// The exception that an except clause is handling; None when there is none.
    Value handledException();

    // Failures. `type` is the name of a builtin exception ("TypeError"), or a class.
    std::unexpected<Raised> raise(std::string_view type, std::string_view message);
    std::unexpected<Raised> raise(const NativeClass &type, std::string_view message);
    std::unexpected<Raised> raiseWith(std::string_view type, std::initializer_list<Value> arguments);
    /// Stops the script: `construct` is what is not known ("sa.Foo"), `needed` what would be needed.
    std::unexpected<Raised> refuse(std::string_view construct, std::string_view needed);
    /// Stops the script because `value` (an opaque one) would be needed for `purpose`.
    std::unexpected<Raised> refuseOpaque(const OpaqueObject &value, std::string_view purpose);
    OpaqueObject *opaque(std::string_view what, std::string_view reason);
    /// The failure as an error with its place: for an exception "ValueError: message".
    Error error(const Raised &raised);

    /// Where the script is now: the innermost place in `file`, or the innermost of all when `file` is empty
    /// or not on the stack.
    SourceRange where(const QString &file = {}) const;
    /// Something to tell the user that does not stop the script ("not reproducible: uuid4()").
    void note(std::string_view code, std::string_view message);
    const Diagnostics &notes() const;
    /// For natives with loops of their own: a stop when the bound is reached.
    Done step(std::uint64_t count = 1);

    /// State that a library of natives keeps in this evaluator: one value of each type.
    template<typename T>
    T &state()
    {
        std::shared_ptr<void> &slot = m_states[std::type_index(typeid(T))];
        if (!slot)
            slot = std::make_shared<T>();
        return *static_cast<T *>(slot.get());
    }

    class Runtime;
    Runtime &runtime() { return *m_runtime; } ///< for the evaluator's own parts

private:
    std::unordered_map<std::type_index, std::shared_ptr<void>> m_states;
    std::unique_ptr<Runtime> m_runtime;
};

} // namespace athanor::python
