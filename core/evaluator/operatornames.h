// SPDX-License-Identifier: GPL-3.0-or-later
// The special methods and signs of operators.
#pragma once

#include "core/python/expression.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace athanor::python {

struct BinaryNames
{
    std::string_view sign;
    std::string_view method;
    std::string_view reflected;
    std::string_view inPlace;
};

inline const BinaryNames &namesOf(BinaryOperator op)
{
    static constexpr std::array<BinaryNames, 13> Names = {{
        {"+", "__add__", "__radd__", "__iadd__"},
        {"-", "__sub__", "__rsub__", "__isub__"},
        {"*", "__mul__", "__rmul__", "__imul__"},
        {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
        {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
        {"%", "__mod__", "__rmod__", "__imod__"},
        {"** or pow()", "__pow__", "__rpow__", "__ipow__"},
        {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
        {">>", "__rshift__", "__rrshift__", "__irshift__"},
        {"|", "__or__", "__ror__", "__ior__"},
        {"^", "__xor__", "__rxor__", "__ixor__"},
        {"&", "__and__", "__rand__", "__iand__"},
        {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
    }};
    return Names[static_cast<std::size_t>(op)];
}

struct ComparisonNames
{
    std::string_view sign;
    std::string_view method;
    std::string_view reflected;
};

/// Of the first six operators.
inline const ComparisonNames &namesOf(ComparisonOperator op)
{
    static constexpr std::array<ComparisonNames, 6> Names = {{
        {"==", "__eq__", "__eq__"},
        {"!=", "__ne__", "__ne__"},
        {"<", "__lt__", "__gt__"},
        {"<=", "__le__", "__ge__"},
        {">", "__gt__", "__lt__"},
        {">=", "__ge__", "__le__"},
    }};
    return Names[static_cast<std::size_t>(op)];
}

} // namespace athanor::python
