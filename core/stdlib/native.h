// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of native classes and functions are written with.
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/evaluator/signature.h"

#include <string>
#include <string_view>

namespace athanor::python {

/// For NativeClass::allocate.
template<typename T>
Instance *allocateAs(Heap &heap, ClassObject *type)
{
    return heap.make<T>(type);
}

/// The C++ object that a method is called on; a TypeError when the script calls it on something else.
template<typename T>
Outcome<T *> selfOf(Evaluator &evaluator, const Arguments &arguments)
{
    T *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<T>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "descriptor needs an object of its own class");
    return self;
}

/// The arguments of a method without the object itself.
inline Arguments afterSelf(const Arguments &arguments)
{
    return {arguments.positional.subspan(arguments.positional.empty() ? 0 : 1), arguments.keywords};
}

/// The class that a class method is called on; None when a script took the method out of its class.
inline Value calledOn(const Arguments &arguments)
{
    return arguments.positional.empty() ? Value() : arguments.positional.front();
}

template<typename T, Evaluated (*Function)(Evaluator &, T &, const Arguments &)>
Evaluated callOnSelf(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<T *> self = selfOf<T>(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return Function(evaluator, **self, afterSelf(arguments));
}

template<auto Function>
struct MethodCall;

template<typename T, Evaluated (*Function)(Evaluator &, T &, const Arguments &)>
struct MethodCall<Function>
{
    static constexpr NativeCall call = callOnSelf<T, Function>;
};

/// A member's call from a function of the C++ object and the other arguments.
template<auto Function>
inline constexpr NativeCall method = MethodCall<Function>::call;

/// A value for what a data member of a native class holds.
inline Value valueOf(Evaluator &, std::int64_t number)
{
    return Value(number);
}
inline Value valueOf(Evaluator &, int number)
{
    return Value(std::int64_t(number));
}
inline Value valueOf(Evaluator &, bool truth)
{
    return Value(truth);
}
inline Value valueOf(Evaluator &, Value value)
{
    return value;
}
inline Value valueOf(Evaluator &evaluator, const std::string &text)
{
    return evaluator.heap().string(text);
}

template<auto Member>
struct MemberGetter;

template<typename T, typename V, V T::*Member>
struct MemberGetter<Member>
{
    static Evaluated call(Evaluator &evaluator, const Arguments &arguments)
    {
        const Outcome<T *> self = selfOf<T>(evaluator, arguments);
        if (!self)
            return std::unexpected(self.error());
        return valueOf(evaluator, (*self)->*Member);
    }
};

/// A getter's call that gives a data member.
template<auto Member>
inline constexpr NativeCall getter = MemberGetter<Member>::call;

/// The text of a str, also of a class that derives from it; nullptr for anything else.
inline const std::string *textOf(Value value)
{
    const auto *string = Evaluator::plain(value).as<StringObject>();
    return string == nullptr ? nullptr : &string->utf8;
}

/// The bytes of a bytes object; nullptr for anything else.
inline const std::string *bytesOf(Value value)
{
    const auto *object = Evaluator::plain(value).as<BytesObject>();
    return object == nullptr ? nullptr : &object->bytes;
}

/// An int or bool that 64 bits hold; a TypeError in Python's words for anything else.
Outcome<std::int64_t> integerOf(Evaluator &evaluator, Value value);

/// How two values compare, for the six comparisons of a class.
struct Order
{
    enum class Kind : std::uint8_t { Less, Equal, Greater, Unequal, NotImplemented };
    Kind kind = Kind::NotImplemented;

    template<typename T>
    static Order of(const T &left, const T &right)
    {
        return {left == right ? Kind::Equal : left < right ? Kind::Less : Kind::Greater};
    }
    bool answers(ComparisonOperator op) const;
};

template<ComparisonOperator Op, typename T,
         Outcome<Order> (*Compare)(Evaluator &, T &, Value, ComparisonOperator)>
Evaluated compared(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<T *> self = selfOf<T>(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError", "expected 1 argument");
    const Outcome<Order> order = Compare(evaluator, **self, arguments.positional[1], Op);
    if (!order)
        return std::unexpected(order.error());
    if (order->kind == Order::Kind::NotImplemented)
        return Value::notImplemented();
    return Value(order->answers(Op));
}

/// The single argument of a function that takes one.
Evaluated onlyArgument(Evaluator &evaluator, std::string_view function, const Arguments &arguments);

Value string(Evaluator &evaluator, std::string_view utf8);
Value bytes(Evaluator &evaluator, std::string bytes);
Value tuple(Evaluator &evaluator, std::initializer_list<Value> items);

/// The name of a value's class, for messages.
std::string className(Evaluator &evaluator, Value value);

/// Tells the user that a value comes out differently each time.
void noteNotReproducible(Evaluator &evaluator, std::string_view what);

} // namespace athanor::python
