// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of the evaluated language. All of them live in an evaluator's Heap (heap.h).
#pragma once

#include "core/evaluator/namespace.h"
#include "core/evaluator/outcome.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace athanor::python {

class Evaluator;
class Heap;
class ClassObject;

/// A `Function` or `Lambda` node of the tree with what it closed over; see function.h.
class FunctionObject;

enum class ObjectKind : std::uint8_t {
    String,
    Bytes,
    BigInteger,
    List,
    Tuple,
    Dictionary,
    Set,
    FrozenSet,
    Range,
    Slice,
    Function,
    BoundMethod,
    Native,   ///< NativeFunction
    Property, ///< property, classmethod, staticmethod
    Super,
    Generator,
    Iterator,
    Class,
    Module,
    Instance, ///< of a class statement, or of a native class (then of a C++ class derived from Instance)
    Opaque,
};

class Object
{
public:
    virtual ~Object() = default;
    Object(const Object &) = delete;
    Object &operator=(const Object &) = delete;

    ObjectKind kind() const { return m_kind; }
    /// Of an instance of a script's class that derives from a builtin type, the object of that type.
    virtual Object *underlying() { return nullptr; }

protected:
    explicit Object(ObjectKind kind)
        : m_kind(kind)
    {
    }

private:
    ObjectKind m_kind;
};

template<ObjectKind K>
class ObjectOf : public Object
{
public:
    static constexpr ObjectKind Kind = K;

protected:
    ObjectOf()
        : Object(K)
    {
    }
};

class StringObject : public ObjectOf<ObjectKind::String>
{
public:
    explicit StringObject(std::string utf8);

    const std::string utf8; ///< lone surrogates included, as Python's surrogatepass writes them
    const bool isAscii;     ///< then a code point is a byte
};

class BytesObject : public ObjectOf<ObjectKind::Bytes>
{
public:
    explicit BytesObject(std::string bytes_)
        : bytes(std::move(bytes_))
    {
    }

    const std::string bytes;
};

class ListObject : public ObjectOf<ObjectKind::List>
{
public:
    std::vector<Value> items;
};

class TupleObject : public ObjectOf<ObjectKind::Tuple>
{
public:
    std::vector<Value> items; ///< never changed after it was made
};

// DictionaryObject, SetObject: dictionary.h.   RangeObject, SliceObject, iterators: iteration.h.

struct NamedValue
{
    std::string_view name;
    Value value;
};

/// What a call hands over. Methods find their object as the first positional argument.
struct Arguments
{
    std::span<const Value> positional = {};
    std::span<const NamedValue> keywords = {};
};

using NativeCall = Evaluated (*)(Evaluator &, const Arguments &);

/// A function written in C++; `bound` is what it carries with it, where a plain function pointer is not
/// enough.
class NativeFunction : public ObjectOf<ObjectKind::Native>
{
public:
    NativeFunction(std::string_view name_, std::function<Evaluated(Evaluator &, const Arguments &)> call_)
        : name(name_)
        , call(std::move(call_))
    {
    }

    const std::string name;
    const std::function<Evaluated(Evaluator &, const Arguments &)> call;
    ClassObject *owner = nullptr; ///< of a method: its class; then it is bound to the instance it is found on
};

class BoundMethod : public ObjectOf<ObjectKind::BoundMethod>
{
public:
    BoundMethod(Value self_, Value function_)
        : self(self_)
        , function(function_)
    {
    }

    const Value self;
    const Value function;
};

/// An object with a class and attributes. Native classes derive from it and keep their own data as members.
class Instance : public ObjectOf<ObjectKind::Instance>
{
public:
    explicit Instance(ClassObject *type_)
        : type(type_)
    {
    }

    ClassObject *type;
    Namespace attributes; ///< its __dict__
};

class ModuleObject : public ObjectOf<ObjectKind::Module>
{
public:
    explicit ModuleObject(std::string name_)
        : name(std::move(name_))
    {
    }

    const std::string name; ///< dotted
    Namespace names;
    /// Asked for names that are not there yet; the answer is kept. Empty for modules read from source.
    std::function<std::optional<Evaluated>(Evaluator &, std::string_view)> resolve;
};

/// Something that can't be known without running the project: the attribute of a module that is not there,
/// the result of a call of one. It may be passed around and asked for attributes; what needs its value is
/// refused, with `what` and the place it comes from.
class OpaqueObject : public ObjectOf<ObjectKind::Opaque>
{
public:
    OpaqueObject(std::string what_, SourceRange origin_)
        : what(std::move(what_))
        , origin(std::move(origin_))
    {
    }

    const std::string what; ///< as a script would write it: "flask.current_app.config"
    const SourceRange origin;
    std::string reason = {}; ///< why it is not known: "module flask is not part of the project"
};

/// Iterators are classes of their own behind one kind, the others are what their kind says.
template<typename T>
T *asKind(Object *object)
{
    if constexpr (T::Kind == ObjectKind::Iterator)
        return dynamic_cast<T *>(object);
    else
        return static_cast<T *>(object);
}

template<typename T>
T *Value::as() const
{
    if (m_kind != ValueKind::Object)
        return nullptr;
    if constexpr (std::is_base_of_v<Instance, T> && !std::is_same_v<Instance, T>) {
        return m_object->kind() == ObjectKind::Instance ? dynamic_cast<T *>(m_object) : nullptr;
    } else {
        if (m_object->kind() == T::Kind)
            return asKind<T>(m_object);
        if (m_object->kind() != ObjectKind::Instance)
            return nullptr;
        Object *plain = m_object->underlying();
        return plain && plain->kind() == T::Kind ? asKind<T>(plain) : nullptr;
    }
}

} // namespace athanor::python
