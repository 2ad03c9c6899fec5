// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/limbs.h"

#include <algorithm>
#include <bit>

namespace athanor::python {

void trim(Limbs &limbs)
{
    while (!limbs.empty() && limbs.back() == 0)
        limbs.pop_back();
}

int compareLimbs(const Limbs &left, const Limbs &right)
{
    if (left.size() != right.size())
        return left.size() < right.size() ? -1 : 1;
    for (std::size_t i = left.size(); i > 0; --i) {
        if (left[i - 1] != right[i - 1])
            return left[i - 1] < right[i - 1] ? -1 : 1;
    }
    return 0;
}

Limbs sum(const Limbs &left, const Limbs &right)
{
    Limbs result;
    result.reserve(std::max(left.size(), right.size()) + 1);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        carry += i < left.size() ? left[i] : 0;
        carry += i < right.size() ? right[i] : 0;
        result.push_back(static_cast<std::uint32_t>(carry));
        carry >>= 32;
    }
    result.push_back(static_cast<std::uint32_t>(carry));
    trim(result);
    return result;
}

Limbs difference(const Limbs &left, const Limbs &right)
{
    Limbs result = left;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const std::uint64_t taken = (i < right.size() ? right[i] : 0) + borrow;
        borrow = left[i] < taken ? 1 : 0;
        result[i] = static_cast<std::uint32_t>(left[i] - taken);
    }
    trim(result);
    return result;
}

Limbs product(const Limbs &left, const Limbs &right)
{
    Limbs result(left.size() + right.size(), 0);
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < right.size(); ++j) {
            carry += std::uint64_t{left[i]} * right[j] + result[i + j];
            result[i + j] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        result[i + right.size()] = static_cast<std::uint32_t>(carry);
    }
    trim(result);
    return result;
}

Limbs shiftedLeft(const Limbs &limbs, std::size_t bits)
{
    if (limbs.empty())
        return {};
    const std::size_t whole = bits / 32;
    const auto part = static_cast<unsigned>(bits % 32);
    Limbs result(limbs.size() + whole + 1, 0);
    for (std::size_t i = 0; i < limbs.size(); ++i) {
        const std::uint64_t shifted = std::uint64_t{limbs[i]} << part;
        result[i + whole] |= static_cast<std::uint32_t>(shifted);
        result[i + whole + 1] = static_cast<std::uint32_t>(shifted >> 32);
    }
    trim(result);
    return result;
}

Limbs shiftedRight(const Limbs &limbs, std::size_t bits)
{
    const std::size_t whole = bits / 32;
    const auto part = static_cast<unsigned>(bits % 32);
    if (whole >= limbs.size())
        return {};
    Limbs result(limbs.begin() + static_cast<std::ptrdiff_t>(whole), limbs.end());
    for (std::size_t i = 0; part != 0 && i < result.size(); ++i) {
        const std::uint64_t next = i + 1 < result.size() ? result[i + 1] : 0;
        result[i] = static_cast<std::uint32_t>(((next << 32) | result[i]) >> part);
    }
    trim(result);
    return result;
}

void multiplyAdd(Limbs &limbs, std::uint32_t factor, std::uint32_t addend)
{
    std::uint64_t carry = addend;
    for (std::uint32_t &limb : limbs) {
        carry += std::uint64_t{limb} * factor;
        limb = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    if (carry != 0)
        limbs.push_back(static_cast<std::uint32_t>(carry));
}

std::uint32_t divideSmall(Limbs &limbs, std::uint32_t divisor)
{
    std::uint64_t remainder = 0;
    for (std::size_t i = limbs.size(); i > 0; --i) {
        const std::uint64_t part = (remainder << 32) | limbs[i - 1];
        limbs[i - 1] = static_cast<std::uint32_t>(part / divisor);
        remainder = part % divisor;
    }
    trim(limbs);
    return static_cast<std::uint32_t>(remainder);
}

namespace {

/// Takes guess * divisor away from `rest` at `at`; a guess that was one too large is put right.
std::uint64_t subtractAt(Limbs &rest, const Limbs &divisor, std::size_t at, std::uint64_t guess)
{
    std::uint64_t carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i <= divisor.size(); ++i) {
        carry += i < divisor.size() ? guess * divisor[i] : 0;
        const std::uint64_t taken = (carry & 0xFFFFFFFFU) + borrow;
        carry >>= 32;
        borrow = rest[at + i] < taken ? 1 : 0;
        rest[at + i] = static_cast<std::uint32_t>(rest[at + i] - taken);
    }
    if (borrow == 0)
        return guess;
    std::uint64_t add = 0;
    for (std::size_t i = 0; i <= divisor.size(); ++i) {
        add += std::uint64_t{rest[at + i]} + (i < divisor.size() ? divisor[i] : 0);
        rest[at + i] = static_cast<std::uint32_t>(add);
        add >>= 32;
    }
    return guess - 1;
}

} // namespace

LimbDivision divide(const Limbs &dividend, const Limbs &divisor)
{
    if (compareLimbs(dividend, divisor) < 0)
        return {{}, dividend};
    if (divisor.size() == 1) {
        LimbDivision result{dividend, {}};
        result.remainder = {divideSmall(result.quotient, divisor.front())};
        trim(result.remainder);
        return result;
    }
    const auto shift = static_cast<std::size_t>(std::countl_zero(divisor.back()));
    const Limbs scaled = shiftedLeft(divisor, shift);
    Limbs rest = shiftedLeft(dividend, shift);
    rest.resize(dividend.size() + 1, 0);
    const std::size_t size = scaled.size();
    LimbDivision result;
    result.quotient.assign(dividend.size() - size + 1, 0);
    for (std::size_t at = result.quotient.size(); at > 0; --at) {
        const std::size_t j = at - 1;
        const std::uint64_t top = (std::uint64_t{rest[j + size]} << 32) | rest[j + size - 1];
        std::uint64_t guess = top / scaled[size - 1];
        std::uint64_t left = top % scaled[size - 1];
        while (guess > 0xFFFFFFFFU || guess * scaled[size - 2] > ((left << 32) | rest[j + size - 2])) {
            --guess;
            left += scaled[size - 1];
            if (left > 0xFFFFFFFFU)
                break;
        }
        result.quotient[j] = static_cast<std::uint32_t>(subtractAt(rest, scaled, j, guess));
    }
    trim(result.quotient);
    trim(rest);
    result.remainder = shiftedRight(rest, shift);
    return result;
}

} // namespace athanor::python
