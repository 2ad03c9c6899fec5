// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace athanor::sql {

/// SQLAlchemy's operators (sqlalchemy.sql.operators), by what they are called there.
enum class Operator : std::uint8_t {
    None,
    // arithmetic
    Add,
    Subtract,
    Multiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Negative,
    // comparison
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Is,
    IsNot,
    IsDistinctFrom,
    IsNotDistinctFrom,
    In,
    NotIn,
    Like,
    NotLike,
    Ilike,
    NotIlike,
    Contains,
    NotContains,
    Icontains,
    NotIcontains,
    StartsWith,
    NotStartsWith,
    Istartswith,
    NotIstartswith,
    EndsWith,
    NotEndsWith,
    Iendswith,
    NotIendswith,
    Between,
    NotBetween,
    Match,
    NotMatch,
    RegexpMatch,
    NotRegexpMatch,
    // strings, items, bits
    RegexpReplace,
    Concat,
    GetItem,
    JsonGetItem,
    JsonPathGetItem,
    BitwiseXor,
    BitwiseOr,
    BitwiseAnd,
    BitwiseNot,
    BitwiseShiftLeft,
    BitwiseShiftRight,
    // logic
    And,
    Or,
    Not,
    IsTrue,
    IsFalse,
    Exists,
    Distinct,
    Any,
    All,
    // order and lists
    Ascending,
    Descending,
    NullsFirst,
    NullsLast,
    Comma,
    Collate,
    As,
    From,
    Filter,
    AsBoolean, ///< how a condition stands in WHERE: no operator of its own, below all others
    Custom,    ///< .op('…'): the node has its text and precedence
};

/// How strongly it binds; larger binds more. A Custom one has its own.
int precedence(Operator op);
/// True where `a op b op c` needs no parentheses.
bool isNaturalSelfPrecedent(Operator op);
bool isAssociative(Operator op);
bool isComparison(Operator op);
/// Comparisons and the logical operators: what gives a Boolean.
bool isBoolean(Operator op);
bool isOrderModifier(Operator op);
/// The operator that says the opposite; None where there is none.
Operator negated(Operator op);
/// The same comparison seen from the other side.
Operator mirrored(Operator op);

} // namespace athanor::sql
