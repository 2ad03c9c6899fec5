// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace athanor::python {

/// An integer of any size: a sign and 32-bit limbs, the least significant first.
class BigInteger
{
public:
    BigInteger() = default;
    explicit BigInteger(std::int64_t value);
    /// Bytes of a magnitude, the most significant first.
    static BigInteger fromBytes(std::string_view bytes);
    /// Digits in a base from 2 to 36, without sign, prefix or underscores; empty when one is no digit.
    static std::optional<BigInteger> fromDigits(std::string_view digits, unsigned base);
    /// The integer part of a finite number.
    static BigInteger fromDouble(double value);

    bool isNegative() const { return m_isNegative; }
    bool isZero() const { return m_limbs.empty(); }
    bool isOdd() const { return !m_limbs.empty() && (m_limbs.front() & 1) != 0; }
    std::size_t bitLength() const; ///< of the magnitude
    std::optional<std::int64_t> toInt64() const;
    /// Rounded to nearest, ties to even; infinite when it is too large.
    double toDouble() const;
    /// In a base from 2 to 36, with '-' when negative, without a prefix.
    std::string text(unsigned base = 10) const;
    /// The magnitude, the most significant byte first, padded with zeroes to at least `width` bytes.
    std::string bytes(std::size_t width = 0) const;

    BigInteger operator-() const;
    friend BigInteger operator+(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator-(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator*(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator&(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator|(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator^(const BigInteger &left, const BigInteger &right);
    friend BigInteger operator<<(const BigInteger &left, std::size_t bits);
    friend BigInteger operator>>(const BigInteger &left, std::size_t bits); ///< towards minus infinity
    std::strong_ordering operator<=>(const BigInteger &other) const;
    bool operator==(const BigInteger &other) const = default;

    struct Division;
    /// Floored as in Python; the divisor is not zero.
    Division dividedBy(const BigInteger &divisor) const;

private:
    using Limbs = std::vector<std::uint32_t>;
    BigInteger(Limbs limbs, bool isNegative);
    template<typename Combine>
    static BigInteger bitwise(const BigInteger &left, const BigInteger &right, Combine combine);

    Limbs m_limbs; ///< without leading zeroes
    bool m_isNegative = false;
};

struct BigInteger::Division
{
    BigInteger quotient;
    BigInteger remainder;
};

/// An int that 64 bits do not hold; smaller ones are always Values of their own kind.
class BigIntegerObject : public ObjectOf<ObjectKind::BigInteger>
{
public:
    explicit BigIntegerObject(BigInteger value_)
        : value(std::move(value_))
    {
    }

    const BigInteger value;
};

/// Beyond this many bits an arithmetic result is a stop, not a number.
inline constexpr std::size_t MaximumIntegerBits = 64 * 1024;

/// An int of the smaller kind that holds it.
Value integerValue(Heap &heap, BigInteger number);
/// The number of an int or bool of either kind; empty for anything else.
std::optional<BigInteger> bigInteger(Value value);

} // namespace athanor::python
