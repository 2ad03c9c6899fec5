// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/stringmethods.h"
#include "core/evaluator/signature.h"
#include "core/python/unicode.h"

#include <format>

namespace athanor::python::stringmethods {

namespace {

enum class Ends : std::uint8_t { Both, Left, Right };

template<typename Predicate>
std::string_view stripped(std::string_view text, Ends ends, Predicate isTaken)
{
    if (ends != Ends::Right) {
        while (!text.empty()) {
            const char *at = text.data();
            if (!isTaken(decodeCodePoint(at)))
                break;
            text.remove_prefix(static_cast<std::size_t>(at - text.data()));
        }
    }
    if (ends != Ends::Left) {
        while (!text.empty()) {
            std::size_t last = text.size() - 1;
            while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80)
                --last;
            const char *at = text.data() + last;
            if (!isTaken(decodeCodePoint(at)))
                break;
            text = text.substr(0, last);
        }
    }
    return text;
}

Evaluated strip(Evaluator &evaluator, const StringObject &self, Values arguments, Ends ends,
                std::string_view method)
{
    if (arguments.empty() || arguments[0].isNone())
        return newText(evaluator, stripped(self.utf8, ends, isSpace));
    const auto *characters = Evaluator::plain(arguments[0]).as<StringObject>();
    if (const auto *opaque = arguments[0].as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a string");
    if (characters == nullptr)
        return evaluator.raise("TypeError", std::format("{} arg must be None or str", method));
    const std::u32string taken = codePoints(characters->utf8);
    return newText(evaluator, stripped(self.utf8, ends, [&](char32_t c) { return taken.contains(c); }));
}

Outcome<char32_t> fillArgument(Evaluator &evaluator, Values arguments)
{
    if (arguments.size() < 2)
        return U' ';
    const auto *fill = Evaluator::plain(arguments[1]).as<StringObject>();
    if (fill == nullptr) {
        return evaluator.raise("TypeError",
                               std::format("The fill character must be a unicode character, not {}",
                                           typeNameOf(evaluator, arguments[1])));
    }
    const std::u32string characters = codePoints(fill->utf8);
    if (characters.size() != 1)
        return evaluator.raise("TypeError", "The fill character must be exactly one character long");
    return characters.front();
}

struct Padding
{
    std::int64_t length = 0;
    std::int64_t width = 0;
    char32_t fill = U' ';
};

Outcome<Padding> paddingArguments(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto width = indexArgument(evaluator, arguments[0]);
    if (!width)
        return std::unexpected(width.error());
    const auto fill = fillArgument(evaluator, arguments);
    if (!fill)
        return std::unexpected(fill.error());
    if (const Done done = checkTextSize(evaluator, *width); !done)
        return std::unexpected(done.error());
    return Padding{static_cast<std::int64_t>(codePointCount(self.utf8)), *width, *fill};
}

Evaluated justified(Evaluator &evaluator, const StringObject &self, Values arguments, char32_t align)
{
    const auto padding = paddingArguments(evaluator, self, arguments);
    if (!padding)
        return std::unexpected(padding.error());
    return newText(evaluator, padded(self.utf8, padding->length, padding->width, padding->fill, align));
}

} // namespace

Evaluated strip(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return strip(evaluator, self, arguments, Ends::Both, "strip");
}

Evaluated lstrip(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return strip(evaluator, self, arguments, Ends::Left, "lstrip");
}

Evaluated rstrip(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return strip(evaluator, self, arguments, Ends::Right, "rstrip");
}

Evaluated center(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto padding = paddingArguments(evaluator, self, arguments);
    if (!padding)
        return std::unexpected(padding.error());
    // Unlike format(), center() puts an odd space to the left when the width is odd.
    const std::int64_t missing = std::max<std::int64_t>(0, padding->width - padding->length);
    const std::int64_t left = missing / 2 + (missing & padding->width & 1);
    const std::string half = padded(self.utf8, padding->length, padding->length + left, padding->fill, U'>');
    return newText(evaluator,
                   padded(half, padding->length + left, padding->length + missing, padding->fill, U'<'));
}

Evaluated ljust(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return justified(evaluator, self, arguments, U'<');
}

Evaluated rjust(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return justified(evaluator, self, arguments, U'>');
}

Evaluated zfill(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto padding = paddingArguments(evaluator, self, arguments);
    if (!padding)
        return std::unexpected(padding.error());
    std::string result = self.utf8;
    const std::int64_t missing = padding->width - padding->length;
    if (missing > 0) {
        const bool hasSign = result.starts_with('-') || result.starts_with('+');
        result.insert(hasSign ? 1 : 0, static_cast<std::size_t>(missing), '0');
    }
    return newText(evaluator, result);
}

Evaluated expandtabs(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "expandtabs", 1, {}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("expandtabs", "tabsize=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto size = indexArgument(evaluator, bound->value(0, Value(std::int64_t(8))));
    if (!size)
        return std::unexpected(size.error());
    std::string result;
    std::int64_t column = 0;
    for (const char *at = self.utf8.data(), *end = at + self.utf8.size(); at < end;) {
        const char *begin = at;
        const char32_t c = decodeCodePoint(at);
        if (c != U'\t') {
            result.append(begin, at);
            column = c == U'\n' || c == U'\r' ? 0 : column + 1;
            continue;
        }
        const std::int64_t spaces = *size > 0 ? *size - column % *size : 0;
        if (const Done done = checkTextSize(evaluator, spaces); !done)
            return std::unexpected(done.error());
        result.append(static_cast<std::size_t>(spaces), ' ');
        column += spaces;
    }
    return newText(evaluator, result);
}

} // namespace athanor::python::stringmethods
