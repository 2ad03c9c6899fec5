// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace athanor::python {

class Object;

enum class ValueKind : std::uint8_t { None, Ellipsis, NotImplemented, Boolean, Integer, Float, Object };

/// What a Python expression has as its result: small values in place, the others as a pointer to an object
/// of the evaluator's heap, which owns it until the evaluator ends. Cheap to copy; never dangles while the
/// heap lives.
class Value
{
public:
    constexpr Value() = default; ///< None
    constexpr explicit Value(bool value)
        : m_kind(ValueKind::Boolean)
        , m_boolean(value)
    {
    }
    constexpr explicit Value(std::int64_t value)
        : m_kind(ValueKind::Integer)
        , m_integer(value)
    {
    }
    constexpr explicit Value(double value)
        : m_kind(ValueKind::Float)
        , m_float(value)
    {
    }
    constexpr Value(Object *object)
        : m_kind(ValueKind::Object)
        , m_object(object)
    {
    } // NOLINT: meant to convert

    static constexpr Value ellipsis() { return Value(ValueKind::Ellipsis); }
    static constexpr Value notImplemented() { return Value(ValueKind::NotImplemented); }

    constexpr ValueKind kind() const { return m_kind; }
    constexpr bool isNone() const { return m_kind == ValueKind::None; }
    constexpr bool isBoolean() const { return m_kind == ValueKind::Boolean; }
    constexpr bool isInteger() const { return m_kind == ValueKind::Integer; }
    constexpr bool isFloat() const { return m_kind == ValueKind::Float; }
    constexpr bool isObject() const { return m_kind == ValueKind::Object; }
    constexpr bool isNotImplemented() const { return m_kind == ValueKind::NotImplemented; }

    /// Only where kind() says so.
    constexpr bool boolean() const { return m_boolean; }
    constexpr std::int64_t integer() const { return m_integer; }
    constexpr double number() const { return m_float; }
    constexpr Object *object() const { return m_object; }

    /// The object as its own type (StringObject, a native class's object …), or nullptr when it is anything
    /// else. An instance of a script's class that derives from str is a StringObject to it too.
    template<typename T>
    T *as() const;

    /// Python's `is`.
    constexpr bool isSame(const Value &other) const
    {
        if (m_kind != other.m_kind)
            return false;
        switch (m_kind) {
        case ValueKind::None:
        case ValueKind::Ellipsis:
        case ValueKind::NotImplemented:
            return true;
        case ValueKind::Boolean:
            return m_boolean == other.m_boolean;
        case ValueKind::Integer:
            return m_integer == other.m_integer;
        case ValueKind::Float:
            return m_float == other.m_float;
        case ValueKind::Object:
            return m_object == other.m_object;
        }
        return false;
    }

private:
    constexpr explicit Value(ValueKind kind)
        : m_kind(kind)
    {
    }

    ValueKind m_kind = ValueKind::None;
    union {
        bool m_boolean;
        std::int64_t m_integer = 0;
        double m_float;
        Object *m_object;
    };
};

} // namespace athanor::python
