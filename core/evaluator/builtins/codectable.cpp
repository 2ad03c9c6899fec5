// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codectable.h"

#include "core/evaluator/evaluator.h"

#include <algorithm>
#include <format>

namespace athanor::python {

static constexpr Codec Codecs[] = {
    {"utf-8", "utf-8", Scheme::Utf8},
    {"utf8", "utf-8", Scheme::Utf8},
    {"u8", "utf-8", Scheme::Utf8},
    {"utf", "utf-8", Scheme::Utf8},
    {"utf-8-sig", "utf-8", Scheme::Utf8, ByteOrder::Marked, true},
    {"ascii", "ascii", Scheme::Ascii},
    {"us-ascii", "ascii", Scheme::Ascii},
    {"latin-1", "latin-1", Scheme::Latin1},
    {"latin1", "latin-1", Scheme::Latin1},
    {"latin", "latin-1", Scheme::Latin1},
    {"l1", "latin-1", Scheme::Latin1},
    {"iso-8859-1", "latin-1", Scheme::Latin1},
    {"iso8859-1", "latin-1", Scheme::Latin1},
    {"utf-16", "utf-16", Scheme::Utf16},
    {"utf16", "utf-16", Scheme::Utf16},
    {"utf-16-le", "utf-16-le", Scheme::Utf16, ByteOrder::Little},
    {"utf-16le", "utf-16-le", Scheme::Utf16, ByteOrder::Little},
    {"utf-16-be", "utf-16-be", Scheme::Utf16, ByteOrder::Big},
    {"utf-16be", "utf-16-be", Scheme::Utf16, ByteOrder::Big},
    {"utf-32", "utf-32", Scheme::Utf32},
    {"utf-32-le", "utf-32-le", Scheme::Utf32, ByteOrder::Little},
    {"utf-32-be", "utf-32-be", Scheme::Utf32, ByteOrder::Big},
};

Outcome<const Codec *> codecNamed(Evaluator &evaluator, std::string_view encoding)
{
    std::string alias;
    for (const char c : encoding)
        alias += c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto *const found = std::ranges::find(Codecs, alias, &Codec::alias);
    if (found != std::end(Codecs))
        return found;
    return evaluator.refuse(std::format("the encoding \"{}\"", encoding), "a table of its characters");
}

std::unexpected<Raised> unknownHandler(Evaluator &evaluator, std::string_view errors)
{
    return evaluator.refuse(std::format("the error handler \"{}\"", errors),
                            "strict, ignore, replace or backslashreplace");
}

void appendUnit(std::string &bytes, std::uint32_t unit, int size, ByteOrder order)
{
    for (int i = 0; i < size; ++i) {
        const int shift = order == ByteOrder::Big ? size - 1 - i : i;
        bytes += static_cast<char>((unit >> (8 * shift)) & 0xFF);
    }
}

} // namespace athanor::python
