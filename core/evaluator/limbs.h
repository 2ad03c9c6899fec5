// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on magnitudes: 32-bit limbs, the least significant first, without leading zeroes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace athanor::python {

using Limbs = std::vector<std::uint32_t>;

void trim(Limbs &limbs);
int compareLimbs(const Limbs &left, const Limbs &right);
Limbs sum(const Limbs &left, const Limbs &right);
/// left - right, where left is not the smaller one.
Limbs difference(const Limbs &left, const Limbs &right);
Limbs product(const Limbs &left, const Limbs &right);
Limbs shiftedLeft(const Limbs &limbs, std::size_t bits);
Limbs shiftedRight(const Limbs &limbs, std::size_t bits);
/// limbs = limbs * factor + addend
void multiplyAdd(Limbs &limbs, std::uint32_t factor, std::uint32_t addend);
/// limbs = limbs / divisor; gives the remainder.
std::uint32_t divideSmall(Limbs &limbs, std::uint32_t divisor);

struct LimbDivision
{
    Limbs quotient;
    Limbs remainder;
};

/// The divisor is not empty. Knuth, The Art of Computer Programming, volume 2, algorithm D.
LimbDivision divide(const Limbs &dividend, const Limbs &divisor);

} // namespace athanor::python
