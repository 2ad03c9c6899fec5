// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/biginteger.h"
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/dictionary.h"
#include "core/python/number.h"
#include "core/python/unicode.h"
#include "core/stdlib/json.h"
#include "core/stdlib/native.h"

#include <limits>

namespace athanor::python {

namespace {

constexpr int DeepestNesting = 900;

/// Reads a text as Python's decoder does, with its messages.
class JsonReader
{
public:
    JsonReader(Evaluator &evaluator, std::string_view text, const JsonHooks &hooks)
        : m_evaluator(evaluator)
        , m_text(text)
        , m_hooks(hooks)
    {
    }

    Evaluated read();

private:
    Evaluated readValue(int depth);
    Evaluated readObject(int depth);
    Evaluated readMember(int depth, std::vector<Value> &pairs, HashTable &table);
    Evaluated finishObject(std::vector<Value> pairs, HashTable table);
    Evaluated readArray(int depth);
    Evaluated readNumber();
    Outcome<std::string> readText();
    Outcome<char32_t> readEscape(std::size_t start);
    std::optional<char32_t> readHexadecimal();
    bool takeWord(std::string_view word);
    void skipBlanks();
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    std::unexpected<Raised> fail(std::string_view message, std::size_t at);

    Evaluator &m_evaluator;
    std::string_view m_text;
    const JsonHooks &m_hooks;
    std::size_t m_at = 0;
};

/// Code points before a byte.
std::size_t pointsIn(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

std::unexpected<Raised> JsonReader::fail(std::string_view message, std::size_t at)
{
    const std::string_view before = m_text.substr(0, at);
    const std::size_t line = std::size_t(std::ranges::count(before, '\n')) + 1;
    const std::size_t newline = before.rfind('\n');
    const std::size_t column =
        pointsIn(newline == std::string_view::npos ? before : before.substr(newline + 1)) + 1;
    return m_evaluator.raise(jsonDecodeErrorClass, std::string(message) + ": line " + std::to_string(line)
                                                       + " column " + std::to_string(column) + " (char "
                                                       + std::to_string(pointsIn(before)) + ')');
}

void JsonReader::skipBlanks()
{
    while (m_at < m_text.size() && std::string_view(" \t\n\r").contains(m_text[m_at]))
        ++m_at;
}

bool JsonReader::takeWord(std::string_view word)
{
    if (!m_text.substr(m_at).starts_with(word))
        return false;
    m_at += word.size();
    return true;
}

Evaluated JsonReader::read()
{
    skipBlanks();
    const Evaluated value = readValue(0);
    if (!value)
        return value;
    skipBlanks();
    if (m_at != m_text.size())
        return fail("Extra data", m_at);
    return value;
}

Evaluated JsonReader::readValue(int depth)
{
    if (depth > DeepestNesting)
        return m_evaluator.raise("RecursionError",
                                 "maximum recursion depth exceeded while decoding a JSON document");
    if (const Done done = m_evaluator.step(); !done)
        return std::unexpected(done.error());
    switch (peek()) {
    case '"': {
        const Outcome<std::string> text = readText();
        if (!text)
            return std::unexpected(text.error());
        return string(m_evaluator, *text);
    }
    case '{':
        return readObject(depth);
    case '[':
        return readArray(depth);
    default:
        break;
    }
    if (takeWord("null"))
        return Value();
    if (takeWord("true"))
        return Value(true);
    if (takeWord("false"))
        return Value(false);
    if (takeWord("NaN"))
        return Value(std::numeric_limits<double>::quiet_NaN());
    if (takeWord("Infinity"))
        return Value(std::numeric_limits<double>::infinity());
    if (takeWord("-Infinity"))
        return Value(-std::numeric_limits<double>::infinity());
    return readNumber();
}

Evaluated JsonReader::readNumber()
{
    const auto digits = [this](std::size_t at) {
        while (at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9')
            ++at;
        return at;
    };
    const std::size_t start = m_at;
    const std::size_t first = start + (peek() == '-' ? 1 : 0);
    const bool isZero = first < m_text.size() && m_text[first] == '0';
    std::size_t end = isZero ? first + 1 : digits(first);
    if (end == first)
        return fail("Expecting value", start);
    bool isFloat = false;
    if (end < m_text.size() && m_text[end] == '.' && digits(end + 1) > end + 1) {
        end = digits(end + 1);
        isFloat = true;
    }
    if (end < m_text.size() && (m_text[end] == 'e' || m_text[end] == 'E')) {
        const bool isSigned = end + 1 < m_text.size() && (m_text[end + 1] == '+' || m_text[end + 1] == '-');
        const std::size_t exponent = end + (isSigned ? 2 : 1);
        if (digits(exponent) > exponent) {
            end = digits(exponent);
            isFloat = true;
        }
    }
    const std::string_view text = m_text.substr(start, end - start);
    m_at = end;
    const Value hook = isFloat ? m_hooks.number : m_hooks.integer;
    if (!hook.isNone())
        return m_evaluator.call(hook, {string(m_evaluator, text)});
    if (isFloat)
        return Value(text.starts_with('-') ? -floatValue(text.substr(1)) : floatValue(text));
    const std::optional<BigInteger> number = BigInteger::fromDigits(m_text.substr(first, end - first), 10);
    return integerValue(m_evaluator.heap(), text.starts_with('-') ? -*number : *number);
}

std::optional<char32_t> JsonReader::readHexadecimal()
{
    if (m_text.size() - m_at < 4)
        return std::nullopt;
    char32_t unit = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = m_text[m_at + i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0)
            return std::nullopt;
        unit = unit * 16 + char32_t(digit);
    }
    m_at += 4;
    return unit;
}

Outcome<char32_t> JsonReader::readEscape(std::size_t start)
{
    if (m_at == m_text.size())
        return fail("Unterminated string starting at", start);
    static constexpr std::string_view Letters = "\"\\/bfnrt";
    static constexpr std::string_view Characters = "\"\\/\b\f\n\r\t";
    const std::size_t at = m_at++;
    if (m_text[at] != 'u') {
        const std::size_t letter = Letters.find(m_text[at]);
        if (letter == std::string_view::npos)
            return fail("Invalid \\escape", at - 1);
        return char32_t(Characters[letter]);
    }
    const std::optional<char32_t> first = readHexadecimal();
    if (!first)
        return fail("Invalid \\uXXXX escape", at);
    if (*first < 0xD800 || *first > 0xDBFF || !m_text.substr(m_at).starts_with("\\u"))
        return *first;
    const std::size_t before = m_at;
    m_at += 2;
    const std::optional<char32_t> second = readHexadecimal();
    if (second && *second >= 0xDC00 && *second <= 0xDFFF)
        return 0x10000 + ((*first - 0xD800) << 10 | (*second - 0xDC00));
    m_at = before;
    return *first;
}

Outcome<std::string> JsonReader::readText()
{
    const std::size_t start = m_at++;
    std::string made;
    for (;;) {
        if (m_at >= m_text.size())
            return fail("Unterminated string starting at", start);
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return made;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail("Invalid control character at", m_at);
        ++m_at;
        if (c != '\\') {
            made += c;
            continue;
        }
        const Outcome<char32_t> escaped = readEscape(start);
        if (!escaped)
            return std::unexpected(escaped.error());
        appendCodePoint(made, *escaped);
    }
}

Evaluated JsonReader::readArray(int depth)
{
    ++m_at;
    std::vector<Value> items;
    skipBlanks();
    if (peek() == ']') {
        ++m_at;
        return m_evaluator.heap().list({});
    }
    for (;;) {
        const Evaluated value = readValue(depth + 1);
        if (!value)
            return value;
        items.push_back(*value);
        skipBlanks();
        if (peek() == ']') {
            ++m_at;
            return m_evaluator.heap().list(std::move(items));
        }
        if (peek() != ',')
            return fail("Expecting ',' delimiter", m_at);
        const std::size_t comma = m_at++;
        skipBlanks();
        if (peek() == ']')
            return fail("Illegal trailing comma before end of array", comma);
    }
}

Evaluated JsonReader::readMember(int depth, std::vector<Value> &pairs, HashTable &table)
{
    if (peek() != '"')
        return fail("Expecting property name enclosed in double quotes", m_at);
    const Outcome<std::string> key = readText();
    if (!key)
        return std::unexpected(key.error());
    skipBlanks();
    if (peek() != ':')
        return fail("Expecting ':' delimiter", m_at);
    ++m_at;
    skipBlanks();
    const Evaluated value = readValue(depth + 1);
    if (!value)
        return value;
    if (!m_hooks.pairs.isNone())
        pairs.push_back(tuple(m_evaluator, {string(m_evaluator, *key), *value}));
    else
        table.set(m_evaluator.heap(), *key, *value);
    return value;
}

Evaluated JsonReader::finishObject(std::vector<Value> pairs, HashTable table)
{
    if (!m_hooks.pairs.isNone())
        return m_evaluator.call(m_hooks.pairs, {m_evaluator.heap().list(std::move(pairs))});
    auto *made = m_evaluator.heap().make<DictionaryObject>();
    made->table = std::move(table);
    return m_hooks.object.isNone() ? Value(made) : m_evaluator.call(m_hooks.object, {made});
}

Evaluated JsonReader::readObject(int depth)
{
    ++m_at;
    std::vector<Value> pairs;
    HashTable table;
    skipBlanks();
    if (peek() == '}') {
        ++m_at;
        return finishObject(std::move(pairs), std::move(table));
    }
    for (;;) {
        if (const Evaluated member = readMember(depth, pairs, table); !member)
            return member;
        skipBlanks();
        if (peek() == '}') {
            ++m_at;
            return finishObject(std::move(pairs), std::move(table));
        }
        if (peek() != ',')
            return fail("Expecting ',' delimiter", m_at);
        const std::size_t comma = m_at++;
        skipBlanks();
        if (peek() == '}')
            return fail("Illegal trailing comma before end of object", comma);
    }
}

} // namespace

Evaluated readJson(Evaluator &evaluator, std::string_view text, const JsonHooks &hooks)
{
    return JsonReader(evaluator, text, hooks).read();
}

} // namespace athanor::python
