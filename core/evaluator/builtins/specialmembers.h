// SPDX-License-Identifier: GPL-3.0-or-later
// The special methods of the builtin types, for scripts that call them by name: super().__setitem__(…). They
// ask the evaluator, which has the operators themselves.
#pragma once

#include "core/evaluator/class.h"

#include <array>
#include <cstddef>

namespace athanor::python {

// Each takes the plain object first.
Evaluated specialStr(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialRepr(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialFormat(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialHash(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialEqual(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialNotEqual(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialLess(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialLessEqual(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialGreater(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialGreaterEqual(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialLength(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialIterator(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialContains(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialItem(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialSetItem(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialDeleteItem(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialAdd(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialSubtract(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialMultiply(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialDivide(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialFloorDivide(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialRemainder(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialPower(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialAnd(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialOr(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialXor(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialNegative(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialPositive(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialInvert(Evaluator &evaluator, const Arguments &arguments);
Evaluated specialBool(Evaluator &evaluator, const Arguments &arguments);

inline constexpr std::array shownMembers = std::to_array<NativeMember>({
    {"__repr__", MemberKind::Method, specialRepr},
    {"__format__", MemberKind::Method, specialFormat},
    {"__eq__", MemberKind::Method, specialEqual},
    {"__ne__", MemberKind::Method, specialNotEqual},
});
/// Only str has one of its own: elsewhere str() is repr(), which a script's class may override.
inline constexpr std::array textMembers = std::to_array<NativeMember>({
    {"__str__", MemberKind::Method, specialStr},
});
inline constexpr std::array hashedMembers = std::to_array<NativeMember>({
    {"__hash__", MemberKind::Method, specialHash},
});
inline constexpr std::array orderedMembers = std::to_array<NativeMember>({
    {"__lt__", MemberKind::Method, specialLess},
    {"__le__", MemberKind::Method, specialLessEqual},
    {"__gt__", MemberKind::Method, specialGreater},
    {"__ge__", MemberKind::Method, specialGreaterEqual},
});
inline constexpr std::array containerMembers = std::to_array<NativeMember>({
    {"__len__", MemberKind::Method, specialLength},
    {"__iter__", MemberKind::Method, specialIterator},
    {"__contains__", MemberKind::Method, specialContains},
});
inline constexpr std::array sequenceMembers = std::to_array<NativeMember>({
    {"__getitem__", MemberKind::Method, specialItem},
    {"__add__", MemberKind::Method, specialAdd},
    {"__mul__", MemberKind::Method, specialMultiply},
    {"__rmul__", MemberKind::Method, specialMultiply},
});
inline constexpr std::array changeableMembers = std::to_array<NativeMember>({
    {"__setitem__", MemberKind::Method, specialSetItem},
    {"__delitem__", MemberKind::Method, specialDeleteItem},
});
inline constexpr std::array numberMembers = std::to_array<NativeMember>({
    {"__add__", MemberKind::Method, specialAdd},
    {"__sub__", MemberKind::Method, specialSubtract},
    {"__mul__", MemberKind::Method, specialMultiply},
    {"__truediv__", MemberKind::Method, specialDivide},
    {"__floordiv__", MemberKind::Method, specialFloorDivide},
    {"__mod__", MemberKind::Method, specialRemainder},
    {"__pow__", MemberKind::Method, specialPower},
    {"__neg__", MemberKind::Method, specialNegative},
    {"__pos__", MemberKind::Method, specialPositive},
    {"__bool__", MemberKind::Method, specialBool},
});
inline constexpr std::array bitMembers = std::to_array<NativeMember>({
    {"__and__", MemberKind::Method, specialAnd},
    {"__or__", MemberKind::Method, specialOr},
    {"__xor__", MemberKind::Method, specialXor},
});

/// One table of several.
template<std::size_t... N>
constexpr auto joinedMembers(const std::array<NativeMember, N> &...parts)
{
    std::array<NativeMember, (N + ...)> result;
    std::size_t at = 0;
    const auto append = [&](const auto &part) {
        for (const NativeMember &member : part)
            result[at++] = member;
    };
    (append(parts), ...);
    return result;
}

} // namespace athanor::python
