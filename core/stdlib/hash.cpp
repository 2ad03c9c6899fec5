// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/hash.h"

#include "core/stdlib/native.h"
#include "core/stdlib/source.h"

#include <algorithm>
#include <optional>

namespace athanor::python {

namespace {

struct Algorithm
{
    std::string_view name;
    QCryptographicHash::Algorithm algorithm;
    int blockSize;
};

constexpr Algorithm Algorithms[] = {
    {"blake2b", QCryptographicHash::Blake2b_512, 128},
    {"blake2s", QCryptographicHash::Blake2s_256, 64},
    {"md5", QCryptographicHash::Md5, 64},
    {"sha1", QCryptographicHash::Sha1, 64},
    {"sha224", QCryptographicHash::Sha224, 64},
    {"sha256", QCryptographicHash::Sha256, 64},
    {"sha384", QCryptographicHash::Sha384, 128},
    {"sha3_224", QCryptographicHash::Sha3_224, 144},
    {"sha3_256", QCryptographicHash::Sha3_256, 136},
    {"sha3_384", QCryptographicHash::Sha3_384, 104},
    {"sha3_512", QCryptographicHash::Sha3_512, 72},
    {"sha512", QCryptographicHash::Sha512, 128},
};

QByteArray digestOf(const HashObject &hash)
{
    return QCryptographicHash::hash(QByteArrayView(hash.data.data(), qsizetype(hash.data.size())),
                                    hash.algorithm);
}

Done append(Evaluator &evaluator, HashObject &hash, Value data)
{
    const std::string *given = bytesOf(data);
    if (given == nullptr) {
        if (const auto *opaque = data.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a hash of it");
        if (textOf(data) != nullptr)
            return evaluator.raise("TypeError", "Strings must be encoded before hashing");
        return evaluator.raise("TypeError", "object supporting the buffer API required");
    }
    hash.data += *given;
    evaluator.heap().count(given->size());
    return evaluator.step(given->size() / 64 + 1);
}

Evaluated update(Evaluator &evaluator, HashObject &self, const Arguments &arguments)
{
    const Evaluated data = onlyArgument(evaluator, "update", arguments);
    if (!data)
        return data;
    if (const Done done = append(evaluator, self, *data); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated digest(Evaluator &evaluator, HashObject &self, const Arguments &)
{
    return bytes(evaluator, digestOf(self).toStdString());
}

Evaluated hexDigest(Evaluator &evaluator, HashObject &self, const Arguments &)
{
    return string(evaluator, digestOf(self).toHex().toStdString());
}

Evaluated copy(Evaluator &evaluator, HashObject &self, const Arguments &)
{
    auto *made = evaluator.instance<HashObject>(hashClass);
    made->algorithm = self.algorithm;
    made->name = self.name;
    made->data = self.data;
    evaluator.heap().count(self.data.size());
    return made;
}

Evaluated digestSize(Evaluator &, HashObject &self, const Arguments &)
{
    return Value(std::int64_t(QCryptographicHash::hashLength(self.algorithm)));
}

Evaluated blockSize(Evaluator &, HashObject &self, const Arguments &)
{
    const auto found = std::ranges::find(Algorithms, self.algorithm, &Algorithm::algorithm);
    return Value(std::int64_t(found->blockSize));
}

constexpr NativeMember Members[] = {
    {"update", MemberKind::Method, method<update>},
    {"digest", MemberKind::Method, method<digest>},
    {"hexdigest", MemberKind::Method, method<hexDigest>},
    {"copy", MemberKind::Method, method<copy>},
    {"name", MemberKind::Getter, getter<&HashObject::name>},
    {"digest_size", MemberKind::Getter, method<digestSize>},
    {"block_size", MemberKind::Getter, method<blockSize>},
};

Evaluated make(Evaluator &evaluator, const Algorithm &algorithm, const std::optional<Value> &data)
{
    auto *hash = evaluator.instance<HashObject>(hashClass);
    hash->algorithm = algorithm.algorithm;
    hash->name = algorithm.name;
    if (data) {
        if (const Done done = append(evaluator, *hash, *data); !done)
            return std::unexpected(done.error());
    }
    return hash;
}

template<std::size_t Index>
Evaluated makeOf(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(Algorithms[Index].name,
                                     "string=, *, usedforsecurity=, data=, digest_size=, **kw");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    if ((*bound)[3] || !bound->variadicKeywords.empty())
        return evaluator.refuse(std::string(Algorithms[Index].name) + "() with parameters", "the plain hash");
    return make(evaluator, Algorithms[Index], (*bound)[0] ? (*bound)[0] : (*bound)[2]);
}

Evaluated makeByName(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("new", "name, data=, **kw");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *name = textOf(bound->value(0));
    if (name == nullptr)
        return evaluator.raise("TypeError", "new() argument 'name' must be str, not "
                                                + className(evaluator, bound->value(0)));
    std::string lowered = QString::fromStdString(*name).toLower().toStdString();
    const auto found = std::ranges::find(Algorithms, lowered, &Algorithm::name);
    if (found == std::end(Algorithms))
        return evaluator.raise("ValueError", "unsupported hash type " + *name);
    return make(evaluator, *found, (*bound)[1]);
}

constexpr NativeName Names[] = {
    {.name = "blake2b", .call = makeOf<0>},
    {.name = "blake2s", .call = makeOf<1>},
    {.name = "md5", .call = makeOf<2>},
    {.name = "sha1", .call = makeOf<3>},
    {.name = "sha224", .call = makeOf<4>},
    {.name = "sha256", .call = makeOf<5>},
    {.name = "sha384", .call = makeOf<6>},
    {.name = "sha3_224", .call = makeOf<7>},
    {.name = "sha3_256", .call = makeOf<8>},
    {.name = "sha3_384", .call = makeOf<9>},
    {.name = "sha3_512", .call = makeOf<10>},
    {.name = "sha512", .call = makeOf<11>},
    {.name = "new", .call = makeByName},
    {.name = "pbkdf2_hmac", .make = written<"hmac", "hashlib", "pbkdf2_hmac">},
};

} // namespace

const NativeClass hashClass = {
    .name = "HASH", .module = "_hashlib", .members = Members, .allocate = allocateAs<HashObject>};
const NativeModule hashModule = {"hashlib", Names};

} // namespace athanor::python
