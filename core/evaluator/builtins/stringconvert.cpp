// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/bracesformat.h"
#include "core/evaluator/builtins/codecs.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/formatspec.h"
#include "core/evaluator/builtins/stringmethods.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/signature.h"
#include "core/python/unicode.h"

#include <format>

namespace athanor::python::stringmethods {

static Value codePointValue(char32_t c)
{
    return Value(static_cast<std::int64_t>(c));
}

Evaluated encode(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    if (const Done done = checkKeywordCall(evaluator, "encode", 2, {}, arguments); !done)
        return std::unexpected(done.error());
    static const Signature signature("encode", "encoding=, errors=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    std::string_view names[] = {"utf-8", "strict"};
    constexpr std::string_view parameters[] = {"'encoding'", "'errors'"};
    for (std::size_t i = 0; i < 2; ++i) {
        if (!(*bound)[i])
            continue;
        const auto *name = Evaluator::plain(*(*bound)[i]).as<StringObject>();
        if (name == nullptr) {
            return evaluator.raise("TypeError",
                                   std::format("encode() argument {} must be str, not {}", parameters[i],
                                               typeNameOf(evaluator, *(*bound)[i])));
        }
        names[i] = name->utf8;
    }
    Outcome<std::string> bytes = encodeText(evaluator, self, names[0], names[1]);
    if (!bytes)
        return std::unexpected(bytes.error());
    return newBytes(evaluator, *std::move(bytes));
}

Evaluated format(Evaluator &evaluator, const StringObject &self, const Arguments &arguments)
{
    const auto text = formatFields(evaluator, self.utf8, {arguments.positional, arguments.keywords});
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated formatMap(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    const auto text = formatFields(evaluator, self.utf8, {.mapping = &arguments[0]});
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

/// Appends what the table has for a character: a string, a code point, nothing for None.
static Done appendTranslated(Evaluator &evaluator, std::string &result, char32_t c, Value table)
{
    const Evaluated found = evaluator.item(table, codePointValue(c));
    if (!found) {
        if (!hasRaised(evaluator, found.error(), "LookupError"))
            return std::unexpected(found.error());
        appendCodePoint(result, c);
        return {};
    }
    const Value plain = Evaluator::plain(*found);
    if (plain.isNone())
        return {};
    if (const auto *text = plain.as<StringObject>()) {
        result += text->utf8;
        return checkTextSize(evaluator, static_cast<std::int64_t>(text->utf8.size()));
    }
    if (!bigInteger(plain))
        return evaluator.raise("TypeError", "character mapping must return integer, None or str");
    const auto number = indexArgument(evaluator, plain);
    if (!number || *number < 0 || *number > 0x10FFFF)
        return evaluator.raise("ValueError", "character mapping must be in range(0x110000)");
    appendCodePoint(result, static_cast<char32_t>(*number));
    return {};
}

Evaluated translate(Evaluator &evaluator, const StringObject &self, Values arguments)
{
    std::string result;
    for (const char *at = self.utf8.data(), *end = at + self.utf8.size(); at < end;) {
        const Done done = appendTranslated(evaluator, result, decodeCodePoint(at), arguments[0]);
        if (!done)
            return std::unexpected(done.error());
    }
    return newText(evaluator, result);
}

/// A dictionary's keys as code points: characters or integers.
static Evaluated translationOf(Evaluator &evaluator, Value mapping)
{
    const auto *dictionary = Evaluator::plain(mapping).as<DictionaryObject>();
    if (dictionary == nullptr)
        return evaluator.raise("TypeError", "if you give only one argument to maketrans it must be a dict");
    auto *result = evaluator.heap().make<DictionaryObject>();
    for (std::size_t at = 0; const auto *entry = dictionary->table.next(at);) {
        Value key = Evaluator::plain(entry->key);
        if (const auto *text = key.as<StringObject>()) {
            const std::u32string characters = codePoints(text->utf8);
            if (characters.size() != 1)
                return evaluator.raise("ValueError", "string keys in translate table must be of length 1");
            key = codePointValue(characters.front());
        } else if (!bigInteger(key)) {
            return evaluator.raise("TypeError", "keys in translate table must be strings or integers");
        }
        if (const Done done = result->table.set(evaluator, key, entry->value); !done)
            return std::unexpected(done.error());
    }
    return result;
}

Evaluated maketrans(Evaluator &evaluator, Values arguments)
{
    if (arguments.size() == 1)
        return translationOf(evaluator, arguments[0]);
    std::u32string texts[3];
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto *text = Evaluator::plain(arguments[i]).as<StringObject>();
        if (text == nullptr && i == 0) {
            return evaluator.raise("TypeError",
                                   "first maketrans argument must be a string if there is a second argument");
        }
        if (text == nullptr) {
            return evaluator.raise("TypeError", std::format("maketrans() argument {} must be str, not {}",
                                                            i + 1, typeNameOf(evaluator, arguments[i])));
        }
        texts[i] = codePoints(text->utf8);
    }
    if (texts[0].size() != texts[1].size())
        return evaluator.raise("ValueError", "the first two maketrans arguments must have equal length");
    auto *result = evaluator.heap().make<DictionaryObject>();
    const auto set = [&](char32_t from, Value to) {
        return result->table.set(evaluator, codePointValue(from), to);
    };
    for (std::size_t i = 0; i < texts[0].size(); ++i) {
        if (const Done done = set(texts[0][i], codePointValue(texts[1][i])); !done)
            return std::unexpected(done.error());
    }
    for (const char32_t removed : texts[2]) {
        if (const Done done = set(removed, Value()); !done)
            return std::unexpected(done.error());
    }
    return result;
}

} // namespace athanor::python::stringmethods
