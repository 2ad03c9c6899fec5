// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/operator.h"

namespace athanor::sql {

int precedence(Operator op)
{
    switch (op) {
    case Operator::From:
    case Operator::Any:
    case Operator::All:
    case Operator::GetItem:
    case Operator::JsonGetItem:
    case Operator::JsonPathGetItem:
        return 15;
    case Operator::Multiply:
    case Operator::TrueDivide:
    case Operator::FloorDivide:
    case Operator::Modulo:
    case Operator::Negative:
    case Operator::BitwiseNot:
        return 8;
    case Operator::Add:
    case Operator::Subtract:
    case Operator::BitwiseXor:
    case Operator::BitwiseOr:
    case Operator::BitwiseAnd:
    case Operator::BitwiseShiftLeft:
    case Operator::BitwiseShiftRight:
        return 7;
    case Operator::Filter:
        return 6;
    case Operator::Collate:
        return 4;
    case Operator::And:
    case Operator::Ascending:
    case Operator::Descending:
        return 3;
    case Operator::Or:
        return 2;
    case Operator::Exists:
    case Operator::Custom:
        return 0;
    case Operator::Comma:
    case Operator::As:
        return -1;
    case Operator::AsBoolean:
        return -10;
    case Operator::None:
    case Operator::NullsFirst:
    case Operator::NullsLast:
    case Operator::Contains:
    case Operator::NotContains:
    case Operator::Icontains:
    case Operator::NotIcontains:
    case Operator::StartsWith:
    case Operator::NotStartsWith:
    case Operator::Istartswith:
    case Operator::NotIstartswith:
    case Operator::EndsWith:
    case Operator::NotEndsWith:
    case Operator::Iendswith:
    case Operator::NotIendswith:
        return -100;
    default:
        return 5;
    }
}

bool isAssociative(Operator op)
{
    return op == Operator::Add || op == Operator::Multiply || op == Operator::Concat || op == Operator::And
           || op == Operator::Or;
}

bool isNaturalSelfPrecedent(Operator op)
{
    return isAssociative(op) || op == Operator::GetItem || op == Operator::JsonGetItem
           || op == Operator::JsonPathGetItem;
}

bool isComparison(Operator op)
{
    return op >= Operator::Equal && op <= Operator::NotRegexpMatch;
}

bool isBoolean(Operator op)
{
    return isComparison(op) || op == Operator::Not || op == Operator::IsTrue || op == Operator::IsFalse
           || op == Operator::And || op == Operator::Or || op == Operator::Any || op == Operator::All;
}

bool isOrderModifier(Operator op)
{
    return op == Operator::Ascending || op == Operator::Descending || op == Operator::NullsFirst
           || op == Operator::NullsLast;
}

Operator negated(Operator op)
{
    switch (op) {
    case Operator::Less:
        return Operator::GreaterOrEqual;
    case Operator::GreaterOrEqual:
        return Operator::Less;
    case Operator::Greater:
        return Operator::LessOrEqual;
    case Operator::LessOrEqual:
        return Operator::Greater;
    case Operator::IsTrue:
        return Operator::IsFalse;
    case Operator::IsFalse:
        return Operator::IsTrue;
    default:
        break;
    }
    // The others stand in pairs in their list: the plain one, then its opposite.
    if (op < Operator::Equal || op > Operator::NotRegexpMatch)
        return Operator::None;
    for (const Operator plain :
         {Operator::Equal, Operator::Is, Operator::IsDistinctFrom, Operator::In, Operator::Like,
          Operator::Ilike, Operator::Contains, Operator::Icontains, Operator::StartsWith,
          Operator::Istartswith, Operator::EndsWith, Operator::Iendswith, Operator::Between, Operator::Match,
          Operator::RegexpMatch}) {
        const auto opposite = static_cast<Operator>(static_cast<int>(plain) + 1);
        if (op == plain)
            return opposite;
        if (op == opposite)
            return plain;
    }
    return Operator::None;
}

Operator mirrored(Operator op)
{
    switch (op) {
    case Operator::Less:
        return Operator::Greater;
    case Operator::Greater:
        return Operator::Less;
    case Operator::LessOrEqual:
        return Operator::GreaterOrEqual;
    case Operator::GreaterOrEqual:
        return Operator::LessOrEqual;
    default:
        return op;
    }
}

} // namespace athanor::sql
