// SPDX-License-Identifier: GPL-3.0-or-later
// The patterns of a match statement.
#pragma once

#include "core/python/expression.h"

namespace athanor::python {

enum class PatternKind : std::uint8_t {
    Value,
    Singleton,
    Sequence,
    Mapping,
    Class,
    Star,
    Capture,
    Alternatives
};

struct Pattern : Node
{
    PatternKind kind = PatternKind::Value;

    /// The node as its own type, or nullptr when it is another one.
    template<typename T>
    const T *as() const
    {
        return kind == T::Kind ? static_cast<const T *>(this) : nullptr;
    }
};

template<PatternKind K>
struct PatternOf : Pattern
{
    static constexpr PatternKind Kind = K;
    constexpr PatternOf() { kind = K; }
};

/// A literal or a dotted name, compared with ==.
struct ValuePattern : PatternOf<PatternKind::Value>
{
    const Expression *value = nullptr;
};

/// None, True or False, compared with `is`.
struct SingletonPattern : PatternOf<PatternKind::Singleton>
{
    SingletonValue value = SingletonValue::None;
};

struct SequencePattern : PatternOf<PatternKind::Sequence>
{
    NodeList<Pattern> patterns = {};
};

struct MappingPattern : PatternOf<PatternKind::Mapping>
{
    NodeList<Expression> keys = {};
    NodeList<Pattern> patterns = {};
    std::string_view rest = {}; ///< **rest; empty when there is none
};

struct ClassPattern : PatternOf<PatternKind::Class>
{
    const Expression *type = nullptr;
    NodeList<Pattern> patterns = {};
    std::span<const std::string_view> keywordNames = {};
    NodeList<Pattern> keywordPatterns = {};
};

/// *name in a sequence; empty for *_.
struct StarPattern : PatternOf<PatternKind::Star>
{
    std::string_view name = {};
};

/// `name`, `pattern as name`, or `_` with neither.
struct CapturePattern : PatternOf<PatternKind::Capture>
{
    const Pattern *pattern = nullptr;
    std::string_view name = {};
};

struct AlternativesPattern : PatternOf<PatternKind::Alternatives>
{
    NodeList<Pattern> patterns = {};
};

} // namespace athanor::python
