// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/native.h"
#include "core/stdlib/uuid.h"
#include "core/stdlib/world.h"

#include <QCryptographicHash>

#include <algorithm>

namespace athanor::python {

namespace {

template<int Version>
Evaluated fromName(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(Version == 3 ? "uuid3" : "uuid5", "namespace, name");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto *space = bound->value(0).as<UuidObject>();
    if (space == nullptr) {
        return evaluator.raise("AttributeError", "'" + className(evaluator, bound->value(0))
                                                     + "' object has no attribute 'bytes'");
    }
    const std::string *name = textOf(bound->value(1));
    if (name == nullptr)
        name = bytesOf(bound->value(1));
    if (name == nullptr)
        return evaluator.raise("TypeError", "the name of a UUID is a str or bytes");
    QCryptographicHash hash(Version == 3 ? QCryptographicHash::Md5 : QCryptographicHash::Sha1);
    hash.addData(QByteArrayView(space->bytes.data(), qsizetype(space->bytes.size())));
    hash.addData(QByteArrayView(name->data(), qsizetype(name->size())));
    UuidBytes bytes = {};
    std::ranges::copy(hash.resultView().first(qsizetype(bytes.size())),
                      reinterpret_cast<char *>(bytes.data()));
    setUuidVersion(bytes, Version);
    return makeUuid(evaluator, bytes);
}

UuidBytes randomBytes(Evaluator &evaluator)
{
    UuidBytes bytes = {};
    std::ranges::copy(evaluator.state<World>().entropy(bytes.size()), reinterpret_cast<char *>(bytes.data()));
    return bytes;
}

Evaluated random(Evaluator &evaluator, const Arguments &)
{
    noteNotReproducible(evaluator, "uuid4()");
    UuidBytes bytes = randomBytes(evaluator);
    setUuidVersion(bytes, 4);
    return makeUuid(evaluator, bytes);
}

/// uuid1(): the clock in steps of 100 ns since 1582, and a random node instead of the machine's address.
Evaluated fromClock(Evaluator &evaluator, const Arguments &)
{
    noteNotReproducible(evaluator, "uuid1()");
    constexpr std::int64_t From1582To1970 = 0x01B21DD213814000;
    const std::int64_t time = evaluator.state<World>().now() * 10 + From1582To1970;
    UuidBytes bytes = randomBytes(evaluator);
    static constexpr std::size_t Places[] = {3, 2, 1, 0, 5, 4, 7, 6};
    for (std::size_t i = 0; i < std::size(Places); ++i)
        bytes[Places[i]] = std::uint8_t(time >> (8 * i));
    bytes[10] |= 1;
    setUuidVersion(bytes, 1);
    return makeUuid(evaluator, bytes);
}

/// The namespaces of RFC 4122 differ in one byte.
template<std::uint8_t Byte>
Evaluated space(Evaluator &evaluator)
{
    return makeUuid(evaluator, {0x6B, 0xA7, 0xB8, Byte, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F,
                                0xD4, 0x30, 0xC8});
}

constexpr NativeName Names[] = {
    {.name = "NAMESPACE_DNS", .make = space<0x10>}, {.name = "NAMESPACE_OID", .make = space<0x12>},
    {.name = "NAMESPACE_URL", .make = space<0x11>}, {.name = "NAMESPACE_X500", .make = space<0x14>},
    {.name = "UUID", .type = &uuidClass},           {.name = "uuid1", .call = fromClock},
    {.name = "uuid3", .call = fromName<3>},         {.name = "uuid4", .call = random},
    {.name = "uuid5", .call = fromName<5>},
};

} // namespace

const NativeModule uuidModule = {"uuid", Names};

} // namespace athanor::python
