// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace athanor::python {

/// The 128 bits of a UUID, the most significant byte first.
using UuidBytes = std::array<std::uint8_t, 16>;

class UuidObject : public Instance
{
public:
    using Instance::Instance;

    UuidBytes bytes = {};
};

extern const NativeClass uuidClass;
extern const NativeModule uuidModule;

Value makeUuid(Evaluator &evaluator, const UuidBytes &bytes);
/// Sets the bits of the version and of the variant of RFC 4122.
void setUuidVersion(UuidBytes &bytes, int version);
/// "12345678-1234-5678-1234-567812345678".
std::string uuidText(const UuidBytes &bytes);
/// 32 hexadecimal digits, with what Python passes over: "urn:uuid:", braces, hyphens.
std::optional<UuidBytes> readUuid(std::string_view text);

} // namespace athanor::python
