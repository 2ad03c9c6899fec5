// SPDX-License-Identifier: GPL-3.0-or-later
// What encodetext.cpp and decodetext.cpp share.
#pragma once

#include "core/evaluator/outcome.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace athanor::python {

class Evaluator;

enum class Scheme : std::uint8_t { Utf8, Ascii, Latin1, Utf16, Utf32 };
enum class ByteOrder : std::uint8_t { Marked, Little, Big };

struct Codec
{
    std::string_view alias; ///< lower case, with '-'
    std::string_view name;  ///< in messages
    Scheme scheme = Scheme::Utf8;
    ByteOrder order = ByteOrder::Marked;
    bool hasMark = false; ///< utf-8-sig
};

Outcome<const Codec *> codecNamed(Evaluator &evaluator, std::string_view encoding);
std::unexpected<Raised> unknownHandler(Evaluator &evaluator, std::string_view errors);
/// A number of `size` bytes.
void appendUnit(std::string &bytes, std::uint32_t unit, int size, ByteOrder order);

} // namespace athanor::python
