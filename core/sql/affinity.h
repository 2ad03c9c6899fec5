// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/operator.h"
#include "core/sql/type.h"

namespace athanor::sql {

/// What a type counts as in expressions, SQLAlchemy's "type affinity": SmallInteger is an Integer, Enum a
/// String.
enum class Affinity : std::uint8_t {
    Null,
    Integer,
    Numeric,
    String,
    Boolean,
    Date,
    Time,
    DateTime,
    Interval,
    Binary,
    Json,
    Array,
    Uuid,
    Tuple,
    Hstore,
    Range,
    Other, ///< equal only to itself: INET, BIT, TSVECTOR …
};

Affinity affinityOf(TypeKind kind);
/// Has `+` meaning `||`.
bool isConcatenable(TypeKind kind);
/// Has item access: arrays, JSON, HSTORE.
bool isIndexable(TypeKind kind);
bool isJson(TypeKind kind);
bool isArray(TypeKind kind);

/// What an arithmetic operator between two types really is, and the type of its result.
struct AdaptedOperator
{
    Operator op = Operator::None;
    Boxed<Type> type = {};
};
AdaptedOperator adapted(Operator op, const Boxed<Type> &left, const Boxed<Type> &right);

} // namespace athanor::sql
