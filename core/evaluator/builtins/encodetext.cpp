// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codecs.h"
#include "core/evaluator/builtins/codectable.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/python/unicode.h"

#include <format>

namespace athanor::python {

namespace {

class Encoder
{
public:
    Encoder(Evaluator &evaluator, const StringObject &text, const Codec &codec, std::string_view errors)
        : m_evaluator(evaluator)
        , m_object(text)
        , m_codec(codec)
        , m_errors(errors)
        , m_text(codePoints(text.utf8))
    {
    }

    Outcome<std::string> run()
    {
        if (m_codec.hasMark)
            m_result = "\xEF\xBB\xBF";
        else if (m_codec.order == ByteOrder::Marked)
            appendMark();
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            if (fits(m_text[i])) {
                append(m_text[i]);
            } else if (const Done done = handle(i); !done) {
                return std::unexpected(done.error());
            }
        }
        return std::move(m_result);
    }

private:
    void appendMark()
    {
        if (m_codec.scheme == Scheme::Utf16)
            appendUnit(m_result, 0xFEFF, 2, ByteOrder::Little);
        else if (m_codec.scheme == Scheme::Utf32)
            appendUnit(m_result, 0xFEFF, 4, ByteOrder::Little);
    }

    bool fits(char32_t c) const
    {
        switch (m_codec.scheme) {
        case Scheme::Ascii:
            return c < 0x80;
        case Scheme::Latin1:
            return c < 0x100;
        default:
            return c < 0xD800 || c > 0xDFFF;
        }
    }

    void append(char32_t c)
    {
        switch (m_codec.scheme) {
        case Scheme::Utf8:
            appendCodePoint(m_result, c);
            return;
        case Scheme::Ascii:
        case Scheme::Latin1:
            m_result += static_cast<char>(c);
            return;
        case Scheme::Utf16:
            if (c >= 0x10000) {
                appendUnit(m_result, 0xD800 + ((c - 0x10000) >> 10), 2, m_codec.order);
                c = 0xDC00 + ((c - 0x10000) & 0x3FF);
            }
            appendUnit(m_result, c, 2, m_codec.order);
            return;
        case Scheme::Utf32:
            appendUnit(m_result, c, 4, m_codec.order);
            return;
        }
    }

    void append(std::string_view replacement)
    {
        for (const char c : replacement)
            append(static_cast<char32_t>(c));
    }

    Done handle(std::size_t index)
    {
        const auto c = static_cast<unsigned>(m_text[index]);
        if (m_errors == "strict")
            return fail(index);
        if (m_errors == "ignore")
            return {};
        if (m_errors == "replace")
            append("?");
        else if (m_errors == "backslashreplace")
            append(c < 0x100     ? std::format("\\x{:02x}", c)
                   : c < 0x10000 ? std::format("\\u{:04x}", c)
                                 : std::format("\\U{:08x}", c));
        else if (m_errors == "xmlcharrefreplace")
            append(std::format("&#{};", c));
        else
            return unknownHandler(m_evaluator, m_errors);
        return {};
    }

    std::unexpected<Raised> fail(std::size_t index)
    {
        std::size_t end = index;
        const bool isOneByOne = m_codec.scheme == Scheme::Utf16 || m_codec.scheme == Scheme::Utf32;
        while (end < m_text.size() && !fits(m_text[end]) && !(isOneByOne && end > index))
            ++end;
        const std::string_view reason = m_codec.scheme == Scheme::Ascii    ? "ordinal not in range(128)"
                                        : m_codec.scheme == Scheme::Latin1 ? "ordinal not in range(256)"
                                                                           : "surrogates not allowed";
        return m_evaluator.raiseWith("UnicodeEncodeError",
                                     {newText(m_evaluator, m_codec.name), newText(m_evaluator, m_object.utf8),
                                      Value(static_cast<std::int64_t>(index)),
                                      Value(static_cast<std::int64_t>(end)), newText(m_evaluator, reason)});
    }

    Evaluator &m_evaluator;
    const StringObject &m_object;
    const Codec &m_codec;
    const std::string_view m_errors;
    const std::u32string m_text;
    std::string m_result;
};

} // namespace

Outcome<std::string> encodeText(Evaluator &evaluator, const StringObject &text, std::string_view encoding,
                                std::string_view errors)
{
    const auto codec = codecNamed(evaluator, encoding);
    if (!codec)
        return std::unexpected(codec.error());
    if (text.isAscii && (*codec)->scheme <= Scheme::Latin1 && !(*codec)->hasMark)
        return text.utf8;
    return Encoder(evaluator, text, **codec, errors).run();
}

} // namespace athanor::python
