// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/stringmethods.h"
#include "core/evaluator/signature.h"
#include "core/python/unicode.h"

#include <format>

namespace athanor::python::stringmethods {

namespace {

using Parts = std::vector<std::string_view>;

struct SplitArguments
{
    std::optional<std::string_view> separator = {};
    std::size_t most = AnyNumber;
};

Outcome<SplitArguments> splitArguments(Evaluator &evaluator, const Arguments &arguments,
                                       std::string_view method, const Signature &signature)
{
    if (const Done done = checkKeywordCall(evaluator, method, 2, {}, arguments); !done)
        return std::unexpected(done.error());
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    SplitArguments result;
    if (const Value separator = Evaluator::plain(bound->value(0)); !separator.isNone()) {
        const auto *text = separator.as<StringObject>();
        if (const auto *opaque = separator.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a string");
        if (text == nullptr) {
            return evaluator.raise(
                "TypeError", std::format("must be str or None, not {}", typeNameOf(evaluator, separator)));
        }
        if (text->utf8.empty())
            return evaluator.raise("ValueError", "empty separator");
        result.separator = text->utf8;
    }
    const auto most = indexArgument(evaluator, bound->value(1, Value(std::int64_t(-1))));
    if (!most)
        return std::unexpected(most.error());
    if (*most >= 0)
        result.most = static_cast<std::size_t>(*most);
    return result;
}

Parts splitAt(std::string_view text, std::string_view separator, std::size_t most)
{
    Parts parts;
    std::size_t at = 0;
    while (parts.size() < most) {
        const std::size_t next = text.find(separator, at);
        if (next == std::string_view::npos)
            break;
        parts.push_back(text.substr(at, next - at));
        at = next + separator.size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

Parts splitFromEnd(std::string_view text, std::string_view separator, std::size_t most)
{
    Parts parts;
    while (parts.size() < most) {
        const std::size_t at = text.rfind(separator);
        if (at == std::string_view::npos)
            break;
        parts.push_back(text.substr(at + separator.size()));
        text = text.substr(0, at);
    }
    parts.push_back(text);
    std::ranges::reverse(parts);
    return parts;
}

/// The words of a text and where they lie; white space of any length is between them.
Parts words(std::string_view text)
{
    Parts result;
    const char *begin = nullptr;
    const char *end = text.data() + text.size();
    for (const char *at = text.data(); at < end;) {
        const char *character = at;
        const bool isBetween = isSpace(decodeCodePoint(at));
        if (!isBetween && begin == nullptr)
            begin = character;
        if (isBetween && begin != nullptr)
            result.emplace_back(std::exchange(begin, nullptr), character);
    }
    if (begin != nullptr)
        result.emplace_back(begin, end);
    return result;
}

/// The last part keeps the white space inside it, and not that at the text's end when nothing follows.
Parts splitAtSpace(std::string_view text, std::size_t most)
{
    Parts parts = words(text);
    if (parts.size() <= most)
        return parts;
    const char *rest = parts[most].data();
    parts.resize(most);
    parts.emplace_back(rest, text.data() + text.size());
    return parts;
}

Parts splitAtSpaceFromEnd(std::string_view text, std::size_t most)
{
    Parts parts = words(text);
    if (parts.size() <= most)
        return parts;
    const std::size_t joined = parts.size() - most - 1;
    const char *end = parts[joined].data() + parts[joined].size();
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(joined));
    parts.front() = std::string_view(text.data(), end);
    return parts;
}

Evaluated newList(Evaluator &evaluator, const Parts &parts)
{
    if (const Done done = evaluator.step(parts.size()); !done)
        return std::unexpected(done.error());
    std::vector<Value> items;
    items.reserve(parts.size());
    for (const std::string_view part : parts)
        items.push_back(newText(evaluator, part));
    return evaluator.heap().list(std::move(items));
}

bool isLineBreak(char32_t c)
{
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

Evaluated threeParts(Evaluator &evaluator, std::string_view a, std::string_view b, std::string_view c)
{
    return evaluator.heap().tuple({newText(evaluator, a), newText(evaluator, b), newText(evaluator, c)});
}

Outcome<std::string_view> separatorArgument(Evaluator &evaluator, Value value)
{
    const auto *separator = Evaluator::plain(value).as<StringObject>();
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a string");
    if (separator == nullptr)
        return evaluator.raise("TypeError", std::format("must be str, not {}", typeNameOf(evaluator, value)));
    if (separator->utf8.empty())
        return evaluator.raise("ValueError", "empty separator");
    return separator->utf8;
}

} // namespace

Evaluated split(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    static const Signature signature("split", "sep=, maxsplit=");
    const auto how = splitArguments(evaluator, arguments, "split", signature);
    if (!how)
        return std::unexpected(how.error());
    return newList(evaluator, how->separator ? splitAt(self.utf8, *how->separator, how->most)
                                             : splitAtSpace(self.utf8, how->most));
}

Evaluated rsplit(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    static const Signature signature("rsplit", "sep=, maxsplit=");
    const auto how = splitArguments(evaluator, arguments, "rsplit", signature);
    if (!how)
        return std::unexpected(how.error());
    return newList(evaluator, how->separator ? splitFromEnd(self.utf8, *how->separator, how->most)
                                             : splitAtSpaceFromEnd(self.utf8, how->most));
}

Evaluated splitlines(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "splitlines", 1, {}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("splitlines", "keepends=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<bool> keepsEnds = evaluator.truth(bound->value(0, Value(false)));
    if (!keepsEnds)
        return std::unexpected(keepsEnds.error());
    Parts lines;
    const char *const end = self.utf8.data() + self.utf8.size();
    const char *begin = self.utf8.data();
    for (const char *at = begin; at < end;) {
        const char *stop = at;
        const char32_t c = decodeCodePoint(at);
        if (!isLineBreak(c))
            continue;
        if (c == U'\r' && at < end && *at == '\n')
            ++at;
        lines.emplace_back(begin, *keepsEnds ? at : stop);
        begin = at;
    }
    if (begin < end)
        lines.emplace_back(begin, end);
    return newList(evaluator, lines);
}

Evaluated partition(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto separator = separatorArgument(evaluator, arguments[0]);
    if (!separator)
        return std::unexpected(separator.error());
    const std::string_view text = self.utf8;
    const std::size_t at = text.find(*separator);
    if (at == std::string_view::npos)
        return threeParts(evaluator, text, {}, {});
    return threeParts(evaluator, text.substr(0, at), *separator, text.substr(at + separator->size()));
}

Evaluated rpartition(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto separator = separatorArgument(evaluator, arguments[0]);
    if (!separator)
        return std::unexpected(separator.error());
    const std::string_view text = self.utf8;
    const std::size_t at = text.rfind(*separator);
    if (at == std::string_view::npos)
        return threeParts(evaluator, {}, {}, text);
    return threeParts(evaluator, text.substr(0, at), *separator, text.substr(at + separator->size()));
}

Evaluated join(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto parts = evaluator.items(arguments[0]);
    if (!parts) {
        const auto iterates = evaluator.findAttribute(arguments[0], "__iter__");
        if (!parts.error().isStop() && iterates && !*iterates)
            return evaluator.raise("TypeError", "can only join an iterable");
        return std::unexpected(parts.error());
    }
    std::string result;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const Value part = (*parts)[i];
        const auto *text = Evaluator::plain(part).as<StringObject>();
        if (const auto *opaque = part.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a string");
        if (text == nullptr) {
            return evaluator.raise("TypeError",
                                   std::format("sequence item {}: expected str instance, {} found", i,
                                               typeNameOf(evaluator, part)));
        }
        if (i > 0)
            result += self.utf8;
        const auto added = static_cast<std::int64_t>(text->utf8.size() + self.utf8.size());
        if (const Done done = checkTextSize(evaluator, added); !done)
            return std::unexpected(done.error());
        result += text->utf8;
    }
    return newText(evaluator, result);
}

} // namespace athanor::python::stringmethods
