// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/uuid.h"

#include "core/evaluator/biginteger.h"
#include "core/stdlib/native.h"

#include <algorithm>

namespace athanor::python {

namespace {

std::string_view view(const UuidBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

std::string hexOf(const UuidBytes &bytes)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    std::string made;
    for (const std::uint8_t byte : bytes) {
        made += Digits[byte >> 4];
        made += Digits[byte & 15];
    }
    return made;
}

/// The number of some bytes.
std::int64_t part(const UuidBytes &bytes, std::size_t from, std::size_t count)
{
    std::int64_t number = 0;
    for (std::size_t i = from; i < from + count; ++i)
        number = number << 8 | bytes[i];
    return number;
}

std::int64_t clockSequence(const UuidBytes &bytes)
{
    return part(bytes, 8, 2) & 0x3FFF;
}

std::int64_t timestamp(const UuidBytes &bytes)
{
    return (part(bytes, 6, 2) & 0x0FFF) << 48 | part(bytes, 4, 2) << 32 | part(bytes, 0, 4);
}

Done readBytes(Evaluator &evaluator, UuidObject &self, Value given)
{
    const std::string *bytes = bytesOf(given);
    if (bytes == nullptr || bytes->size() != self.bytes.size())
        return evaluator.raise("ValueError", "bytes is not a 16-char string");
    std::ranges::copy(*bytes, reinterpret_cast<char *>(self.bytes.data()));
    return {};
}

/// bytes_le: the first three fields with the least significant byte first.
Done readLittleEndian(Evaluator &evaluator, UuidObject &self, Value given)
{
    const std::string *bytes = bytesOf(given);
    if (bytes == nullptr || bytes->size() != self.bytes.size())
        return evaluator.raise("ValueError", "bytes_le is not a 16-char string");
    std::ranges::copy(*bytes, reinterpret_cast<char *>(self.bytes.data()));
    std::reverse(self.bytes.begin(), self.bytes.begin() + 4);
    std::reverse(self.bytes.begin() + 4, self.bytes.begin() + 6);
    std::reverse(self.bytes.begin() + 6, self.bytes.begin() + 8);
    return {};
}

Done readNumber(Evaluator &evaluator, UuidObject &self, Value given)
{
    const std::optional<BigInteger> number = bigInteger(Evaluator::plain(given));
    if (!number) {
        return evaluator.raise("TypeError", "'<=' not supported between instances of 'int' and '"
                                                + className(evaluator, given) + "'");
    }
    if (number->isNegative() || number->bitLength() > 128)
        return evaluator.raise("ValueError", "int is out of range (need a 128-bit value)");
    std::ranges::copy(number->bytes(self.bytes.size()), reinterpret_cast<char *>(self.bytes.data()));
    return {};
}

Done readFields(Evaluator &evaluator, UuidObject &self, Value given)
{
    static constexpr std::size_t Widths[] = {4, 2, 2, 1, 1, 6};
    const auto *fields = given.as<TupleObject>();
    if (fields == nullptr || fields->items.size() != std::size(Widths))
        return evaluator.raise("ValueError", "fields is not a 6-tuple");
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::size(Widths); ++i) {
        const Outcome<std::int64_t> number = integerOf(evaluator, fields->items[i]);
        if (!number)
            return std::unexpected(number.error());
        if (*number < 0 || *number >> (8 * Widths[i]) != 0) {
            return evaluator.raise("ValueError", "field " + std::to_string(i + 1) + " out of range (need a "
                                                     + std::to_string(8 * Widths[i]) + "-bit value)");
        }
        for (std::size_t byte = Widths[i]; byte-- > 0;)
            self.bytes[at++] = std::uint8_t(*number >> (8 * byte));
    }
    return {};
}

/// A UUID's text without "urn:uuid:", braces and hyphens.
std::string uuidDigits(std::string_view text)
{
    std::string digits(text);
    for (const std::string_view skipped : {"urn:", "uuid:"}) {
        for (std::size_t at = digits.find(skipped); at != std::string::npos; at = digits.find(skipped))
            digits.erase(at, skipped.size());
    }
    const std::size_t first = digits.find_first_not_of("{}");
    if (first == std::string::npos)
        return {};
    digits = digits.substr(first, digits.find_last_not_of("{}") - first + 1);
    std::erase(digits, '-');
    return digits;
}

Done readHex(Evaluator &evaluator, UuidObject &self, Value given)
{
    const std::string *text = textOf(given);
    if (text == nullptr) {
        if (const auto *opaque = given.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a UUID");
        return evaluator.raise("AttributeError",
                               "'" + className(evaluator, given) + "' object has no attribute 'replace'");
    }
    const std::optional<UuidBytes> bytes = readUuid(*text);
    if (!bytes) {
        const std::string digits = uuidDigits(*text);
        return evaluator.raise("ValueError", digits.size() == 32
                                                 ? "invalid literal for int() with base 16: '" + digits + "'"
                                                 : "badly formed hexadecimal UUID string");
    }
    self.bytes = *bytes;
    return {};
}

Evaluated initialise(Evaluator &evaluator, UuidObject &self, const Arguments &arguments)
{
    static const Signature signature("UUID.__init__",
                                     "hex=, bytes=, bytes_le=, fields=, int=, version=, *, is_safe=");
    static constexpr Done (*Readers[])(Evaluator &, UuidObject &, Value) = {
        readHex, readBytes, readLittleEndian, readFields, readNumber};
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    int given = 0;
    for (std::size_t i = 0; i < std::size(Readers); ++i)
        given += bound->value(i).isNone() ? 0 : 1;
    if (given != 1) {
        return evaluator.raise("TypeError",
                               "one of the hex, bytes, bytes_le, fields, or int arguments must be given");
    }
    for (std::size_t i = 0; i < std::size(Readers); ++i) {
        if (bound->value(i).isNone())
            continue;
        if (const Done read = Readers[i](evaluator, self, bound->value(i)); !read)
            return std::unexpected(read.error());
    }
    if (bound->value(5).isNone())
        return Value();
    const Outcome<std::int64_t> version = integerOf(evaluator, bound->value(5));
    if (!version)
        return std::unexpected(version.error());
    if (*version < 1 || *version > 5)
        return evaluator.raise("ValueError", "illegal version number");
    setUuidVersion(self.bytes, int(*version));
    return Value();
}

Evaluated text(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return string(evaluator, uuidText(self.bytes));
}

Evaluated repr(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return string(evaluator, self.type->name + "('" + uuidText(self.bytes) + "')");
}

Evaluated hex(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return string(evaluator, hexOf(self.bytes));
}

Evaluated urn(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return string(evaluator, "urn:uuid:" + uuidText(self.bytes));
}

Evaluated rawBytes(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return bytes(evaluator, std::string(view(self.bytes)));
}

Evaluated littleEndian(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    UuidBytes made = self.bytes;
    std::reverse(made.begin(), made.begin() + 4);
    std::reverse(made.begin() + 4, made.begin() + 6);
    std::reverse(made.begin() + 6, made.begin() + 8);
    return bytes(evaluator, std::string(view(made)));
}

Evaluated number(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    return integerValue(evaluator.heap(), BigInteger::fromBytes(view(self.bytes)));
}

Evaluated version(Evaluator &, UuidObject &self, const Arguments &)
{
    return (self.bytes[8] & 0xC0) == 0x80 ? Value(std::int64_t(self.bytes[6] >> 4)) : Value();
}

Evaluated variant(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    const int high = self.bytes[8] >> 5;
    return string(evaluator, high < 4   ? "reserved for NCS compatibility"
                             : high < 6 ? "specified in RFC 4122"
                             : high < 7 ? "reserved for Microsoft compatibility"
                                        : "reserved for future definition");
}

template<std::size_t From, std::size_t Count>
Evaluated field(Evaluator &, UuidObject &self, const Arguments &)
{
    return Value(part(self.bytes, From, Count));
}

template<std::int64_t (*Function)(const UuidBytes &)>
Evaluated computed(Evaluator &, UuidObject &self, const Arguments &)
{
    return Value(Function(self.bytes));
}

Evaluated fields(Evaluator &evaluator, UuidObject &self, const Arguments &)
{
    const UuidBytes &bits = self.bytes;
    return tuple(evaluator, {Value(part(bits, 0, 4)), Value(part(bits, 4, 2)), Value(part(bits, 6, 2)),
                             Value(part(bits, 8, 1)), Value(part(bits, 9, 1)), Value(part(bits, 10, 6))});
}

Evaluated hash(Evaluator &evaluator, UuidObject &self, const Arguments &arguments)
{
    const Evaluated value = number(evaluator, self, arguments);
    const Outcome<std::size_t> made = evaluator.hash(*value);
    if (!made)
        return std::unexpected(made.error());
    return Value(std::int64_t(*made));
}

Outcome<Order> compare(Evaluator &, UuidObject &self, Value other, ComparisonOperator)
{
    const auto *right = other.as<UuidObject>();
    return right == nullptr ? Order() : Order::of(self.bytes, right->bytes);
}

template<ComparisonOperator Op>
constexpr NativeCall comparison = compared<Op, UuidObject, compare>;

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, method<initialise>},
    {"__str__", MemberKind::Method, method<text>},
    {"__repr__", MemberKind::Method, method<repr>},
    {"__int__", MemberKind::Method, method<number>},
    {"__hash__", MemberKind::Method, method<hash>},
    {"__eq__", MemberKind::Method, comparison<ComparisonOperator::Equal>},
    {"__ne__", MemberKind::Method, comparison<ComparisonOperator::NotEqual>},
    {"__lt__", MemberKind::Method, comparison<ComparisonOperator::Less>},
    {"__le__", MemberKind::Method, comparison<ComparisonOperator::LessEqual>},
    {"__gt__", MemberKind::Method, comparison<ComparisonOperator::Greater>},
    {"__ge__", MemberKind::Method, comparison<ComparisonOperator::GreaterEqual>},
    {"bytes", MemberKind::Getter, method<rawBytes>},
    {"bytes_le", MemberKind::Getter, method<littleEndian>},
    {"clock_seq", MemberKind::Getter, method<computed<clockSequence>>},
    {"clock_seq_hi_variant", MemberKind::Getter, method<field<8, 1>>},
    {"clock_seq_low", MemberKind::Getter, method<field<9, 1>>},
    {"fields", MemberKind::Getter, method<fields>},
    {"hex", MemberKind::Getter, method<hex>},
    {"int", MemberKind::Getter, method<number>},
    {"node", MemberKind::Getter, method<field<10, 6>>},
    {"time", MemberKind::Getter, method<computed<timestamp>>},
    {"time_hi_version", MemberKind::Getter, method<field<6, 2>>},
    {"time_low", MemberKind::Getter, method<field<0, 4>>},
    {"time_mid", MemberKind::Getter, method<field<4, 2>>},
    {"urn", MemberKind::Getter, method<urn>},
    {"variant", MemberKind::Getter, method<variant>},
    {"version", MemberKind::Getter, method<version>},
};

} // namespace

const NativeClass uuidClass = {
    .name = "UUID", .module = "uuid", .members = Members, .allocate = allocateAs<UuidObject>};

Value makeUuid(Evaluator &evaluator, const UuidBytes &bytes)
{
    auto *made = evaluator.instance<UuidObject>(uuidClass);
    made->bytes = bytes;
    return made;
}

void setUuidVersion(UuidBytes &bytes, int version)
{
    bytes[6] = std::uint8_t((bytes[6] & 0x0F) | version << 4);
    bytes[8] = std::uint8_t((bytes[8] & 0x3F) | 0x80);
}

std::string uuidText(const UuidBytes &bytes)
{
    std::string made = hexOf(bytes);
    for (const std::size_t at : {20, 16, 12, 8})
        made.insert(at, 1, '-');
    return made;
}

std::optional<UuidBytes> readUuid(std::string_view text)
{
    const std::string digits = uuidDigits(text);
    const std::optional<BigInteger> number =
        digits.size() == 32 ? BigInteger::fromDigits(digits, 16) : std::nullopt;
    if (!number)
        return std::nullopt;
    UuidBytes bytes = {};
    std::ranges::copy(number->bytes(bytes.size()), reinterpret_cast<char *>(bytes.data()));
    return bytes;
}

} // namespace athanor::python
