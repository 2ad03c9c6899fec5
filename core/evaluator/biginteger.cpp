// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/biginteger.h"

#include "core/evaluator/heap.h"
#include "core/evaluator/limbs.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace athanor::python {

namespace {

constexpr std::uint64_t Int64MinimumMagnitude = std::uint64_t{1} << 63;

/// Two's complement of a number in `size` limbs.
Limbs twosComplement(const Limbs &magnitude, bool isNegative, std::size_t size)
{
    Limbs result = magnitude;
    result.resize(size, 0);
    if (!isNegative)
        return result;
    std::uint64_t carry = 1;
    for (std::uint32_t &limb : result) {
        const std::uint64_t sum = std::uint64_t{static_cast<std::uint32_t>(~limb)} + carry;
        limb = static_cast<std::uint32_t>(sum);
        carry = sum >> 32;
    }
    return result;
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return 99;
}

} // namespace

BigInteger::BigInteger(Limbs limbs, bool isNegative)
    : m_limbs(std::move(limbs))
    , m_isNegative(isNegative)
{
    trim(m_limbs);
    if (m_limbs.empty())
        m_isNegative = false;
}

BigInteger::BigInteger(std::int64_t value)
    : m_isNegative(value < 0)
{
    auto magnitude = static_cast<std::uint64_t>(value);
    if (value < 0)
        magnitude = 0 - magnitude;
    for (; magnitude != 0; magnitude >>= 32)
        m_limbs.push_back(static_cast<std::uint32_t>(magnitude));
}

BigInteger BigInteger::fromBytes(std::string_view bytes)
{
    Limbs limbs((bytes.size() + 3) / 4, 0);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - 1 - i]);
        limbs[i / 4] |= std::uint32_t{byte} << (8 * (i % 4));
    }
    return {std::move(limbs), false};
}

std::optional<BigInteger> BigInteger::fromDigits(std::string_view digits, unsigned base)
{
    Limbs limbs;
    for (const char c : digits) {
        const int digit = digitOf(c);
        if (digit >= static_cast<int>(base))
            return std::nullopt;
        multiplyAdd(limbs, base, static_cast<std::uint32_t>(digit));
    }
    return BigInteger(std::move(limbs), false);
}

BigInteger BigInteger::fromDouble(double value)
{
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(std::trunc(value)), &exponent);
    const auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, 53));
    BigInteger result(mantissa);
    result = exponent >= 53 ? result << static_cast<std::size_t>(exponent - 53)
                            : result >> static_cast<std::size_t>(53 - exponent);
    return value < 0 ? -result : result;
}

std::size_t BigInteger::bitLength() const
{
    if (m_limbs.empty())
        return 0;
    return m_limbs.size() * 32 - static_cast<std::size_t>(std::countl_zero(m_limbs.back()));
}

std::optional<std::int64_t> BigInteger::toInt64() const
{
    if (m_limbs.size() > 2)
        return std::nullopt;
    std::uint64_t magnitude = 0;
    for (std::size_t i = 0; i < m_limbs.size(); ++i)
        magnitude |= std::uint64_t{m_limbs[i]} << (32 * i);
    if (m_isNegative && magnitude <= Int64MinimumMagnitude)
        return static_cast<std::int64_t>(0 - magnitude);
    if (magnitude < Int64MinimumMagnitude)
        return static_cast<std::int64_t>(magnitude);
    return std::nullopt;
}

double BigInteger::toDouble() const
{
    const std::size_t bits = bitLength();
    if (bits > 1024)
        return m_isNegative ? -std::numeric_limits<double>::infinity()
                            : std::numeric_limits<double>::infinity();
    // 62 bits and one more that says whether anything was cut off round as the whole number would.
    const std::size_t cut = bits > 62 ? bits - 62 : 0;
    const BigInteger magnitude(m_limbs, false);
    const BigInteger high = magnitude >> cut;
    std::int64_t top = high.toInt64().value_or(0) * 2;
    if (cut > 0 && (high << cut) != magnitude)
        top |= 1;
    const double result = std::ldexp(static_cast<double>(top), static_cast<int>(cut) - 1);
    return m_isNegative ? -result : result;
}

std::string BigInteger::text(unsigned base) const
{
    if (m_limbs.empty())
        return "0";
    std::uint32_t chunk = base;
    int digitsInChunk = 1;
    while (std::uint64_t{chunk} * base <= std::numeric_limits<std::uint32_t>::max()) {
        chunk *= base;
        ++digitsInChunk;
    }
    std::string reversed;
    Limbs rest = m_limbs;
    while (!rest.empty()) {
        std::uint32_t part = divideSmall(rest, chunk);
        for (int i = 0; i < digitsInChunk && (part != 0 || !rest.empty()); ++i, part /= base)
            reversed += "0123456789abcdefghijklmnopqrstuvwxyz"[part % base];
    }
    if (m_isNegative)
        reversed += '-';
    std::ranges::reverse(reversed);
    return reversed;
}

std::string BigInteger::bytes(std::size_t width) const
{
    const std::size_t size = std::max(width, (bitLength() + 7) / 8);
    std::string result(size, '\0');
    for (std::size_t i = 0; i < size && i / 4 < m_limbs.size(); ++i)
        result[size - 1 - i] = static_cast<char>(m_limbs[i / 4] >> (8 * (i % 4)));
    return result;
}

BigInteger BigInteger::operator-() const
{
    return {m_limbs, !m_isNegative};
}

BigInteger operator+(const BigInteger &left, const BigInteger &right)
{
    if (left.m_isNegative == right.m_isNegative)
        return {sum(left.m_limbs, right.m_limbs), left.m_isNegative};
    if (compareLimbs(left.m_limbs, right.m_limbs) >= 0)
        return {difference(left.m_limbs, right.m_limbs), left.m_isNegative};
    return {difference(right.m_limbs, left.m_limbs), right.m_isNegative};
}

BigInteger operator-(const BigInteger &left, const BigInteger &right)
{
    return left + -right;
}

BigInteger operator*(const BigInteger &left, const BigInteger &right)
{
    return {product(left.m_limbs, right.m_limbs), left.m_isNegative != right.m_isNegative};
}

template<typename Combine>
BigInteger BigInteger::bitwise(const BigInteger &left, const BigInteger &right, Combine combine)
{
    const std::size_t size = std::max(left.m_limbs.size(), right.m_limbs.size()) + 1;
    Limbs result = twosComplement(left.m_limbs, left.m_isNegative, size);
    const Limbs other = twosComplement(right.m_limbs, right.m_isNegative, size);
    for (std::size_t i = 0; i < size; ++i)
        result[i] = combine(result[i], other[i]);
    const bool isNegative = (result.back() >> 31) != 0;
    return {isNegative ? twosComplement(result, true, size) : result, isNegative};
}

BigInteger operator&(const BigInteger &left, const BigInteger &right)
{
    return BigInteger::bitwise(left, right, [](std::uint32_t a, std::uint32_t b) { return a & b; });
}

BigInteger operator|(const BigInteger &left, const BigInteger &right)
{
    return BigInteger::bitwise(left, right, [](std::uint32_t a, std::uint32_t b) { return a | b; });
}

BigInteger operator^(const BigInteger &left, const BigInteger &right)
{
    return BigInteger::bitwise(left, right, [](std::uint32_t a, std::uint32_t b) { return a ^ b; });
}

BigInteger operator<<(const BigInteger &left, std::size_t bits)
{
    return {shiftedLeft(left.m_limbs, bits), left.m_isNegative};
}

BigInteger operator>>(const BigInteger &left, std::size_t bits)
{
    BigInteger result(shiftedRight(left.m_limbs, bits), left.m_isNegative);
    if (left.m_isNegative && shiftedLeft(result.m_limbs, bits) != left.m_limbs)
        return result - BigInteger(1);
    return result;
}

std::strong_ordering BigInteger::operator<=>(const BigInteger &other) const
{
    if (m_isNegative != other.m_isNegative)
        return m_isNegative ? std::strong_ordering::less : std::strong_ordering::greater;
    const int order = compareLimbs(m_limbs, other.m_limbs);
    return (m_isNegative ? -order : order) <=> 0;
}

BigInteger::Division BigInteger::dividedBy(const BigInteger &divisor) const
{
    auto [quotient, remainder] = divide(m_limbs, divisor.m_limbs);
    Division result{{std::move(quotient), m_isNegative != divisor.m_isNegative},
                    {std::move(remainder), m_isNegative}};
    if (!result.remainder.isZero() && m_isNegative != divisor.m_isNegative) {
        result.quotient = result.quotient - BigInteger(1);
        result.remainder = result.remainder + divisor;
    }
    return result;
}

Value integerValue(Heap &heap, BigInteger number)
{
    if (const auto small = number.toInt64())
        return Value(*small);
    heap.count(number.bitLength() / 8);
    return heap.make<BigIntegerObject>(std::move(number));
}

std::optional<BigInteger> bigInteger(Value value)
{
    if (value.isInteger())
        return BigInteger(value.integer());
    if (value.isBoolean())
        return BigInteger(value.boolean() ? 1 : 0);
    if (const auto *large = value.as<BigIntegerObject>())
        return large->value;
    return std::nullopt;
}

} // namespace athanor::python
