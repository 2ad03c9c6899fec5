// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codecs.h"
#include "core/evaluator/builtins/codectable.h"
#include "core/python/unicode.h"

#include <format>

namespace athanor::python {

namespace {

class Decoder
{
public:
    Decoder(Evaluator &evaluator, const BytesObject &bytes, const Codec &codec, std::string_view errors)
        : m_evaluator(evaluator)
        , m_bytes(bytes.bytes)
        , m_codec(codec)
        , m_order(codec.order)
        , m_errors(errors)
    {
    }

    Outcome<std::string> run()
    {
        skipMark();
        while (m_at < m_bytes.size()) {
            const std::size_t begin = m_at;
            const std::string_view problem = readOne();
            if (problem.empty())
                continue;
            if (const Done done = handle(begin, problem); !done)
                return std::unexpected(done.error());
        }
        return std::move(m_result);
    }

private:
    std::uint32_t byteAt(std::size_t index) const { return static_cast<unsigned char>(m_bytes[index]); }

    void skipMark()
    {
        if (m_codec.hasMark && m_bytes.starts_with("\xEF\xBB\xBF"))
            m_at = 3;
        if (m_order != ByteOrder::Marked)
            return;
        m_order = ByteOrder::Little;
        const std::size_t size = m_codec.scheme == Scheme::Utf16   ? 2
                                 : m_codec.scheme == Scheme::Utf32 ? 4
                                                                   : 0;
        if (size == 0 || m_bytes.size() < size)
            return;
        std::string mark;
        for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
            mark.clear();
            appendUnit(mark, 0xFEFF, static_cast<int>(size), order);
            if (m_bytes.starts_with(mark)) {
                m_order = order;
                m_at = size;
                return;
            }
        }
    }

    /// Appends a character and moves behind it; or says what is wrong with the bytes it has moved over.
    std::string_view readOne()
    {
        switch (m_codec.scheme) {
        case Scheme::Utf8:
            return readUtf8();
        case Scheme::Ascii:
            if (byteAt(m_at) >= 0x80) {
                ++m_at;
                return "ordinal not in range(128)";
            }
            m_result += m_bytes[m_at++];
            return {};
        case Scheme::Latin1:
            appendCodePoint(m_result, byteAt(m_at++));
            return {};
        case Scheme::Utf16:
            return readUtf16();
        case Scheme::Utf32:
            return readUtf32();
        }
        return {};
    }

    std::string_view readUtf8()
    {
        const std::uint32_t lead = byteAt(m_at);
        const std::size_t begin = m_at++;
        const int more = lead < 0x80                   ? 0
                         : lead >= 0xC2 && lead < 0xE0 ? 1
                         : lead >= 0xE0 && lead < 0xF0 ? 2
                         : lead >= 0xF0 && lead < 0xF5 ? 3
                                                       : -1;
        if (more < 0)
            return "invalid start byte";
        for (int i = 0; i < more; ++i) {
            if (m_at == m_bytes.size())
                return "unexpected end of data";
            // Overlong forms, surrogates and what lies behind the last character show in the second byte.
            const std::uint32_t least = i > 0 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            const std::uint32_t most = i > 0 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (byteAt(m_at) < least || byteAt(m_at) > most)
                return "invalid continuation byte";
            ++m_at;
        }
        m_result.append(m_bytes, begin, m_at - begin);
        return {};
    }

    std::optional<std::uint32_t> readUnit(std::size_t size)
    {
        if (m_bytes.size() - m_at < size) {
            m_at = m_bytes.size();
            return std::nullopt;
        }
        std::uint32_t unit = 0;
        for (std::size_t i = 0; i < size; ++i)
            unit |= byteAt(m_at + (m_order == ByteOrder::Big ? size - 1 - i : i)) << (8 * i);
        m_at += size;
        return unit;
    }

    std::string_view readUtf16()
    {
        const auto unit = readUnit(2);
        if (!unit)
            return "truncated data";
        if (*unit < 0xD800 || *unit > 0xDFFF) {
            appendCodePoint(m_result, *unit);
            return {};
        }
        if (*unit >= 0xDC00)
            return "illegal encoding";
        if (m_bytes.size() - m_at < 2) {
            m_at = m_bytes.size();
            return "unexpected end of data";
        }
        const std::size_t before = m_at;
        const auto low = readUnit(2);
        if (*low < 0xDC00 || *low > 0xDFFF) {
            m_at = before;
            return "illegal UTF-16 surrogate";
        }
        appendCodePoint(m_result, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
        return {};
    }

    std::string_view readUtf32()
    {
        const auto unit = readUnit(4);
        if (!unit)
            return "truncated data";
        if (*unit > 0x10FFFF)
            return "code point not in range(0x110000)";
        if (*unit >= 0xD800 && *unit <= 0xDFFF)
            return "code point in surrogate code point range(0xd800, 0xe000)";
        appendCodePoint(m_result, *unit);
        return {};
    }

    /// The byte order that was found is part of the name.
    std::string nameWithOrder() const
    {
        const bool isFound = m_codec.order == ByteOrder::Marked
                             && (m_codec.scheme == Scheme::Utf16 || m_codec.scheme == Scheme::Utf32);
        return std::string(m_codec.name) + (!isFound ? "" : m_order == ByteOrder::Big ? "-be" : "-le");
    }

    Done handle(std::size_t begin, std::string_view reason)
    {
        if (m_errors == "ignore")
            return {};
        if (m_errors == "replace") {
            appendCodePoint(m_result, 0xFFFD);
            return {};
        }
        if (m_errors == "backslashreplace") {
            for (std::size_t i = begin; i < m_at; ++i)
                m_result += std::format("\\x{:02x}", byteAt(i));
            return {};
        }
        if (m_errors != "strict")
            return unknownHandler(m_evaluator, m_errors);
        return m_evaluator.raiseWith("UnicodeDecodeError",
                                     {newText(m_evaluator, nameWithOrder()), newBytes(m_evaluator, m_bytes),
                                      Value(static_cast<std::int64_t>(begin)),
                                      Value(static_cast<std::int64_t>(m_at)), newText(m_evaluator, reason)});
    }

    Evaluator &m_evaluator;
    const std::string &m_bytes;
    const Codec &m_codec;
    ByteOrder m_order;
    const std::string_view m_errors;
    std::size_t m_at = 0;
    std::string m_result;
};

} // namespace

Outcome<std::string> decodeText(Evaluator &evaluator, const BytesObject &bytes, std::string_view encoding,
                                std::string_view errors)
{
    const auto codec = codecNamed(evaluator, encoding);
    if (!codec)
        return std::unexpected(codec.error());
    return Decoder(evaluator, bytes, **codec, errors).run();
}

} // namespace athanor::python
