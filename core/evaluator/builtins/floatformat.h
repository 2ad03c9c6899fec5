// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace athanor::python {

enum class FloatNotation : std::uint8_t {
    Scientific, ///< e
    Fixed,      ///< f
    General,    ///< g: the shorter of both
    Shortest,   ///< as repr() writes it; takes no precision
    WithPoint,  ///< as General, but always with a digit behind the point: a format without a type
};

enum class FloatPoint : std::uint8_t {
    WhereNeeded,
    Always, ///< the flag '#': a point in any case, and General keeps its zeros
};

/// A number's digits as C's printf and Python's format() write them, rounded as they do (exactly, half to
/// even). The sign is written only for negative numbers (-0.0 too). "nan" and "inf" for what is none.
std::string formattedFloat(double value, FloatNotation notation, int precision,
                           FloatPoint point = FloatPoint::WhereNeeded);

} // namespace athanor::python
