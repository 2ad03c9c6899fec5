// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/stringmethods.h"
#include "core/evaluator/signature.h"

#include <format>

namespace athanor::python::stringmethods {

namespace {

enum class Direction : std::uint8_t { Forward, Backward };

/// The arguments of find() and its like: what to look for, and where.
struct Search
{
    std::string_view wanted = {};
    std::optional<TextPart> part = {};
};

Outcome<std::optional<TextPart>> partArgument(Evaluator &evaluator, const StringObject &self, Values bounds)
{
    std::optional<std::int64_t> limits[2];
    for (std::size_t i = 0; i < bounds.size() && i < 2; ++i) {
        const auto bound = boundArgument(evaluator, bounds[i]);
        if (!bound)
            return std::unexpected(bound.error());
        limits[i] = *bound;
    }
    return partOf(self.utf8, limits[0], limits[1]);
}

Outcome<Search> searchArguments(Evaluator &evaluator, const StringObject &self, Values arguments,
                                std::string_view method)
{
    const auto wanted = textArgument(evaluator, arguments[0], method, 1);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto part = partArgument(evaluator, self, arguments.subspan(1));
    if (!part)
        return std::unexpected(part.error());
    return Search{(*wanted)->utf8, *part};
}

/// In code points; -1 when it is not there.
Outcome<std::int64_t> position(Evaluator &evaluator, const StringObject &self, Values arguments,
                               std::string_view method, Direction direction)
{
    const Outcome<Search> search = searchArguments(evaluator, self, arguments, method);
    if (!search)
        return std::unexpected(search.error());
    if (!search->part)
        return -1;
    const std::string_view text = search->part->text;
    const std::size_t at =
        direction == Direction::Forward ? text.find(search->wanted) : text.rfind(search->wanted);
    if (at == std::string_view::npos)
        return -1;
    return static_cast<std::int64_t>(search->part->firstIndex
                                     + (self.isAscii ? at : codePointCount(text.substr(0, at))));
}

Evaluated found(Evaluator &evaluator, const StringObject &self, Values arguments, std::string_view method,
                Direction direction)
{
    const auto at = position(evaluator, self, arguments, method, direction);
    if (!at)
        return std::unexpected(at.error());
    return Value(*at);
}

Evaluated foundForSure(Evaluator &evaluator, const StringObject &self, Values arguments,
                       std::string_view method, Direction direction)
{
    const auto at = position(evaluator, self, arguments, method, direction);
    if (!at)
        return std::unexpected(at.error());
    if (*at < 0)
        return evaluator.raise("ValueError", "substring not found");
    return Value(*at);
}

bool fits(std::string_view text, std::string_view affix, Direction direction)
{
    return direction == Direction::Forward ? text.starts_with(affix) : text.ends_with(affix);
}

Evaluated hasAffix(Evaluator &evaluator, const StringObject &self, Values arguments, std::string_view method,
                   Direction direction)
{
    const auto part = partArgument(evaluator, self, arguments.subspan(1));
    if (!part)
        return std::unexpected(part.error());
    const Value wanted = Evaluator::plain(arguments[0]);
    if (const auto *affix = wanted.as<StringObject>())
        return Value(*part && fits((*part)->text, affix->utf8, direction));
    const auto *affixes = wanted.as<TupleObject>();
    if (const auto *opaque = wanted.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a string");
    if (affixes == nullptr) {
        return evaluator.raise("TypeError", std::format("{} first arg must be str or a tuple of str, not {}",
                                                        method, typeNameOf(evaluator, wanted)));
    }
    for (const Value item : affixes->items) {
        const auto *affix = Evaluator::plain(item).as<StringObject>();
        if (affix == nullptr) {
            return evaluator.raise("TypeError", std::format("tuple for {} must only contain str, not {}",
                                                            method, typeNameOf(evaluator, item)));
        }
        if (*part && fits((*part)->text, affix->utf8, direction))
            return Value(true);
    }
    return Value(false);
}

std::int64_t occurrences(std::string_view text, std::string_view wanted)
{
    if (wanted.empty())
        return static_cast<std::int64_t>(codePointCount(text)) + 1;
    std::int64_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + wanted.size()))
        ++count;
    return count;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view with, std::int64_t count)
{
    std::string result;
    std::size_t at = 0;
    for (; count > 0; --count) {
        const std::size_t next = text.find(old, at);
        if (next == std::string_view::npos)
            break;
        result.append(text.substr(at, next - at)).append(with);
        at = next + old.size();
    }
    return result.append(text.substr(at));
}

/// "" is found before each character and at the end.
std::string interspersed(std::string_view text, std::string_view with, std::int64_t count)
{
    std::string result;
    std::size_t at = 0;
    for (; count > 0; --count) {
        result += with;
        if (at == text.size())
            break;
        const std::size_t length = codePointOffset(text.substr(at), 1);
        result += text.substr(at, length);
        at += length;
    }
    return result.append(text.substr(at));
}

} // namespace

Evaluated count(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const Outcome<Search> search = searchArguments(evaluator, self, arguments, "count");
    if (!search)
        return std::unexpected(search.error());
    return Value(search->part ? occurrences(search->part->text, search->wanted) : std::int64_t(0));
}

Evaluated find(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return found(evaluator, self, arguments, "find", Direction::Forward);
}

Evaluated rfind(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return found(evaluator, self, arguments, "rfind", Direction::Backward);
}

Evaluated index(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return foundForSure(evaluator, self, arguments, "index", Direction::Forward);
}

Evaluated rindex(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return foundForSure(evaluator, self, arguments, "rindex", Direction::Backward);
}

Evaluated startswith(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return hasAffix(evaluator, self, arguments, "startswith", Direction::Forward);
}

Evaluated endswith(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    return hasAffix(evaluator, self, arguments, "endswith", Direction::Backward);
}

Evaluated removeprefix(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto prefix = textArgument(evaluator, arguments[0], "removeprefix", 0);
    if (!prefix)
        return std::unexpected(prefix.error());
    std::string_view text = self.utf8;
    if (text.starts_with((*prefix)->utf8))
        text.remove_prefix((*prefix)->utf8.size());
    return newText(evaluator, text);
}

Evaluated removesuffix(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto suffix = textArgument(evaluator, arguments[0], "removesuffix", 0);
    if (!suffix)
        return std::unexpected(suffix.error());
    std::string_view text = self.utf8;
    if (text.ends_with((*suffix)->utf8))
        text.remove_suffix((*suffix)->utf8.size());
    return newText(evaluator, text);
}

Evaluated replace(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    if (const std::size_t given = arguments.positional.size(); given < 2) {
        return evaluator.raise(
            "TypeError", std::format("replace() takes at least 2 positional arguments ({} given)", given));
    }
    static const Signature signature("replace", "old, new, /, count=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto old = textArgument(evaluator, bound->value(0), "replace", 1);
    if (!old)
        return std::unexpected(old.error());
    const auto with = textArgument(evaluator, bound->value(1), "replace", 2);
    if (!with)
        return std::unexpected(with.error());
    const auto limit = indexArgument(evaluator, bound->value(2, Value(std::int64_t(-1))));
    if (!limit)
        return std::unexpected(limit.error());
    const std::string_view text = self.utf8;
    const std::int64_t most = occurrences(text, (*old)->utf8);
    const std::int64_t count = *limit < 0 ? most : std::min(most, *limit);
    const auto added = static_cast<std::int64_t>((*with)->utf8.size());
    if (const Done done = checkTextSize(evaluator, count * added); !done)
        return std::unexpected(done.error());
    return newText(evaluator, (*old)->utf8.empty() ? interspersed(text, (*with)->utf8, count)
                                                   : replaced(text, (*old)->utf8, (*with)->utf8, count));
}

} // namespace athanor::python::stringmethods
