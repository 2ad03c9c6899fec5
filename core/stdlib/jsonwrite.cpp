// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/dictionary.h"
#include "core/python/unicode.h"
#include "core/stdlib/json.h"
#include "core/stdlib/native.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace athanor::python {

namespace {

void appendEscaped(std::string &made, char32_t unit)
{
    char text[8] = {};
    std::snprintf(text, sizeof text, "\\u%04x", unsigned(unit));
    made += text;
}

void appendCharacter(std::string &made, char32_t c, bool isAscii)
{
    switch (c) {
    case '"':
        made += "\\\"";
        return;
    case '\\':
        made += "\\\\";
        return;
    case '\n':
        made += "\\n";
        return;
    case '\r':
        made += "\\r";
        return;
    case '\t':
        made += "\\t";
        return;
    case '\b':
        made += "\\b";
        return;
    case '\f':
        made += "\\f";
        return;
    default:
        break;
    }
    if (c < 0x20 || (isAscii && c > 0x7E && c < 0x10000)) {
        appendEscaped(made, c);
    } else if (isAscii && c >= 0x10000) {
        appendEscaped(made, 0xD800 + ((c - 0x10000) >> 10));
        appendEscaped(made, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
        appendCodePoint(made, c);
    }
}

std::string quoted(const std::string &text, bool isAscii)
{
    std::string made = "\"";
    for (const char *at = text.data(); at != text.data() + text.size();)
        appendCharacter(made, decodeCodePoint(at), isAscii);
    return made + '"';
}

class JsonWriter
{
public:
    JsonWriter(Evaluator &evaluator, const JsonStyle &style)
        : m_evaluator(evaluator)
        , m_style(style)
    {
    }

    Done write(Value value);
    std::string text() { return std::move(m_text); }

private:
    Done writeNumber(double number);
    Done writeItems(const std::vector<Value> &items);
    Done writeMembers(const HashTable &table);
    Done writeContainer(Value value);
    Done writeOther(Value value);
    Outcome<std::optional<std::string>> keyText(Value key);
    Done openContainer(Value value);
    void newLine();
    void separate(bool isFirst);

    Evaluator &m_evaluator;
    const JsonStyle &m_style;
    std::string m_text;
    std::vector<const Object *> m_open; ///< the containers around the place
};

void JsonWriter::newLine()
{
    if (!m_style.indent)
        return;
    m_text += '\n';
    for (std::size_t i = 0; i < m_open.size(); ++i)
        m_text += *m_style.indent;
}

void JsonWriter::separate(bool isFirst)
{
    if (!isFirst)
        m_text += m_style.itemSeparator;
    newLine();
}

Done JsonWriter::openContainer(Value value)
{
    if (std::ranges::find(m_open, value.object()) != m_open.end())
        return m_evaluator.raise("ValueError", "Circular reference detected");
    constexpr std::size_t Deepest = 900;
    if (m_open.size() > Deepest)
        return m_evaluator.raise("RecursionError",
                                 "maximum recursion depth exceeded while encoding a JSON object");
    m_open.push_back(value.object());
    return m_evaluator.step();
}

Done JsonWriter::writeNumber(double number)
{
    if (std::isfinite(number)) {
        const Outcome<std::string> text = m_evaluator.repr(Value(number));
        if (!text)
            return std::unexpected(text.error());
        m_text += *text;
        return {};
    }
    const std::string text = std::isnan(number) ? "NaN" : number < 0 ? "-Infinity" : "Infinity";
    if (!m_style.allowsNan) {
        const std::string shown = std::isnan(number) ? "nan" : number < 0 ? "-inf" : "inf";
        return m_evaluator.raise("ValueError", "Out of range float values are not JSON compliant: " + shown);
    }
    m_text += text;
    return {};
}

Done JsonWriter::writeItems(const std::vector<Value> &items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        separate(i == 0);
        if (const Done done = write(items[i]); !done)
            return done;
    }
    return {};
}

/// Empty for a key that skipkeys leaves out.
Outcome<std::optional<std::string>> JsonWriter::keyText(Value key)
{
    if (const std::string *text = textOf(key))
        return *text;
    const Value plain = Evaluator::plain(key);
    if (plain.isNone())
        return std::string("null");
    if (plain.isBoolean())
        return std::string(plain.boolean() ? "true" : "false");
    if (plain.isFloat() || plain.isInteger()
        || (plain.isObject() && plain.object()->kind() == ObjectKind::BigInteger)) {
        const Outcome<std::string> text = m_evaluator.repr(plain);
        if (!text)
            return std::unexpected(text.error());
        return *text;
    }
    if (m_style.skipsKeys)
        return std::nullopt;
    return m_evaluator.raise("TypeError", "keys must be str, int, float, bool or None, not "
                                              + className(m_evaluator, key));
}

Done JsonWriter::writeMembers(const HashTable &table)
{
    std::vector<HashTable::Entry> entries;
    for (std::size_t at = 0; const HashTable::Entry *entry = table.next(at);)
        entries.push_back(*entry);
    if (m_style.sortsKeys) {
        Done sorted;
        std::ranges::stable_sort(entries, [&](const HashTable::Entry &left, const HashTable::Entry &right) {
            const Evaluated less = sorted ? m_evaluator.compare(ComparisonOperator::Less, left.key, right.key)
                                          : Evaluated(Value(false));
            if (!less)
                sorted = std::unexpected(less.error());
            return less && less->isBoolean() && less->boolean();
        });
        if (!sorted)
            return sorted;
    }
    bool isFirst = true;
    for (const HashTable::Entry &entry : entries) {
        const auto key = keyText(entry.key);
        if (!key)
            return std::unexpected(key.error());
        if (!*key)
            continue;
        separate(isFirst);
        isFirst = false;
        m_text += quoted(**key, m_style.isAscii) + m_style.keySeparator;
        if (const Done done = write(entry.value); !done)
            return done;
    }
    return {};
}

Done JsonWriter::writeOther(Value value)
{
    if (const auto *opaque = value.as<OpaqueObject>())
        return m_evaluator.refuseOpaque(*opaque, "the text of json.dumps()");
    if (m_style.fallback.isNone()) {
        return m_evaluator.raise("TypeError", "Object of type " + className(m_evaluator, value)
                                                  + " is not JSON serializable");
    }
    if (const Done opened = openContainer(value); !opened)
        return opened;
    const Evaluated replaced = m_evaluator.call(m_style.fallback, {value});
    if (!replaced)
        return std::unexpected(replaced.error());
    // What stands for the value is written at the value's own depth.
    const Object *original = m_open.back();
    m_open.pop_back();
    if (replaced->isObject() && replaced->object() == original)
        return m_evaluator.raise("ValueError", "Circular reference detected");
    return write(*replaced);
}

Done JsonWriter::writeContainer(Value value)
{
    const auto *dictionary = value.as<DictionaryObject>();
    const auto *list = value.as<ListObject>();
    const std::vector<Value> items = dictionary != nullptr ? std::vector<Value>()
                                     : list != nullptr     ? list->items
                                                           : value.as<TupleObject>()->items;
    if (dictionary != nullptr ? dictionary->table.isEmpty() : items.empty()) {
        m_text += dictionary != nullptr ? "{}" : "[]";
        return {};
    }
    if (const Done opened = openContainer(value); !opened)
        return opened;
    m_text += dictionary != nullptr ? '{' : '[';
    const Done done = dictionary != nullptr ? writeMembers(dictionary->table) : writeItems(items);
    if (!done)
        return done;
    m_open.pop_back();
    newLine();
    m_text += dictionary != nullptr ? '}' : ']';
    return {};
}

Done JsonWriter::write(Value given)
{
    const Value value = Evaluator::plain(given);
    if (value.isNone() || value.isBoolean()) {
        m_text += value.isNone() ? "null" : value.boolean() ? "true" : "false";
        return {};
    }
    if (value.isInteger()) {
        m_text += std::to_string(value.integer());
        return {};
    }
    if (value.isFloat())
        return writeNumber(value.number());
    if (!value.isObject())
        return writeOther(given);
    switch (value.object()->kind()) {
    case ObjectKind::String:
        m_text += quoted(value.as<StringObject>()->utf8, m_style.isAscii);
        return {};
    case ObjectKind::BigInteger: {
        const Outcome<std::string> text = m_evaluator.repr(value);
        if (!text)
            return std::unexpected(text.error());
        m_text += *text;
        return {};
    }
    case ObjectKind::List:
    case ObjectKind::Tuple:
    case ObjectKind::Dictionary:
        return writeContainer(value);
    default:
        return writeOther(given);
    }
}

} // namespace

Outcome<std::string> writeJson(Evaluator &evaluator, Value value, const JsonStyle &style)
{
    JsonWriter writer(evaluator, style);
    if (const Done done = writer.write(value); !done)
        return std::unexpected(done.error());
    return writer.text();
}

} // namespace athanor::python
