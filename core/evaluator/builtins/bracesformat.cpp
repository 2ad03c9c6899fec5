// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/bracesformat.h"

#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/codepoints.h"
#include "core/evaluator/builtins/convert.h"

#include <format>

namespace athanor::python {

namespace {

constexpr int MaximumNesting = 2;

struct Field
{
    std::string_view name = {};
    std::string_view conversion = {}; ///< one character; empty when there is none
    std::string_view specification = {};
    bool isNested = false; ///< the specification has fields of its own
};

class FieldFormatter
{
public:
    FieldFormatter(Evaluator &evaluator, const FieldValues &values)
        : m_evaluator(evaluator)
        , m_values(values)
    {
    }

    Outcome<std::string> format(std::string_view text, int nesting)
    {
        if (nesting > MaximumNesting)
            return fail("Max string recursion exceeded");
        std::string result;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
            result += text.substr(at, brace - at);
            at = brace + 1;
            if (brace == text.size())
                break;
            if (at < text.size() && text[at] == text[brace]) {
                result += text[at++];
                continue;
            }
            if (text[brace] == '}')
                return fail("Single '}' encountered in format string");
            if (at == text.size())
                return fail("Single '{' encountered in format string");
            const Outcome<Field> field = readField(text, at);
            if (!field)
                return std::unexpected(field.error());
            const Outcome<std::string> shown = formatField(*field, nesting);
            if (!shown)
                return shown;
            result += *shown;
        }
        return result;
    }

private:
    std::unexpected<Raised> fail(std::string_view message)
    {
        return m_evaluator.raise("ValueError", message);
    }

    /// Reads what stands behind '{' and moves `at` behind its '}'.
    Outcome<Field> readField(std::string_view text, std::size_t &at)
    {
        Field field;
        const std::size_t begin = at;
        char end = '\0';
        while (at < text.size() && end == '\0') {
            const char c = text[at++];
            if (c == '{')
                return fail("unexpected '{' in field name");
            if (c == '[')
                at = std::min(text.find(']', at), text.size());
            else if (c == '}' || c == ':' || c == '!')
                end = c;
        }
        if (end == '\0')
            return fail("expected '}' before end of string");
        field.name = text.substr(begin, at - 1 - begin);
        if (end == '}')
            return field;
        if (end == '!') {
            if (at == text.size())
                return fail("end of string while looking for conversion specifier");
            const std::size_t length = codePointOffset(text.substr(at), 1);
            field.conversion = text.substr(at, length);
            at += length;
            if (at < text.size() && text[at++] != ':') {
                if (text[at - 1] == '}')
                    return field;
                return fail("expected ':' after conversion specifier");
            }
        }
        return readSpecification(text, at, field);
    }

    Outcome<Field> readSpecification(std::string_view text, std::size_t &at, Field field)
    {
        const std::size_t begin = at;
        for (int open = 1; at < text.size();) {
            const char c = text[at++];
            if (c == '{') {
                field.isNested = true;
                ++open;
            } else if (c == '}' && --open == 0) {
                field.specification = text.substr(begin, at - 1 - begin);
                return field;
            }
        }
        return fail("unmatched '{' in format spec");
    }

    Outcome<std::string> formatField(const Field &field, int nesting)
    {
        const Evaluated found = valueOf(field.name);
        if (!found)
            return std::unexpected(found.error());
        const Evaluated value = field.conversion.empty() ? found : converted(*found, field.conversion);
        if (!value)
            return std::unexpected(value.error());
        if (!field.isNested)
            return m_evaluator.format(*value, field.specification);
        const Outcome<std::string> specification = format(field.specification, nesting + 1);
        if (!specification)
            return specification;
        return m_evaluator.format(*value, *specification);
    }

    Evaluated converted(Value value, std::string_view conversion)
    {
        if (conversion != "r" && conversion != "s" && conversion != "a") {
            const char32_t c = codePoints(conversion).front();
            return fail(c > 32 && c < 127
                            ? std::format("Unknown conversion specifier {}", conversion)
                            : std::format("Unknown conversion specifier \\x{:x}", static_cast<unsigned>(c)));
        }
        const Outcome<std::string> text =
            conversion == "s" ? m_evaluator.str(value) : m_evaluator.repr(value);
        if (!text)
            return std::unexpected(text.error());
        return newText(m_evaluator, conversion == "a" ? asciiEscaped(*text) : *text);
    }

    /// The number a text stands for; -1 when it is a name.
    Outcome<std::int64_t> indexOf(std::string_view text)
    {
        if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
            return -1;
        std::int64_t number = 0;
        for (const char c : text) {
            if (number > (std::numeric_limits<std::int64_t>::max() - (c - '0')) / 10)
                return fail("Too many decimal digits in format string");
            number = number * 10 + (c - '0');
        }
        return number;
    }

    Evaluated valueOf(std::string_view name)
    {
        const std::size_t end = std::min(name.find_first_of(".["), name.size());
        Evaluated value = first(name.substr(0, end));
        std::string_view rest = name.substr(end);
        while (value && !rest.empty()) {
            const bool isItem = rest.front() == '[';
            rest.remove_prefix(1);
            const std::size_t stop =
                isItem ? rest.find(']') : std::min(rest.find_first_of(".["), rest.size());
            if (stop == std::string_view::npos)
                return fail("Missing ']' in format string");
            const std::string_view part = rest.substr(0, stop);
            if (part.empty())
                return fail("Empty attribute in format string");
            rest.remove_prefix(isItem ? stop + 1 : stop);
            value = isItem ? item(*value, part) : m_evaluator.attribute(*value, part);
            if (isItem && !rest.empty() && rest.front() != '.' && rest.front() != '[')
                return fail("Only '.' or '[' may follow ']' in format field specifier");
        }
        return value;
    }

    Evaluated item(Value value, std::string_view key)
    {
        const Outcome<std::int64_t> index = indexOf(key);
        if (!index)
            return std::unexpected(index.error());
        return m_evaluator.item(value, *index >= 0 ? Value(*index) : newText(m_evaluator, key));
    }

    Evaluated first(std::string_view name)
    {
        Outcome<std::int64_t> index = indexOf(name);
        if (!index)
            return std::unexpected(index.error());
        if (name.empty() || *index >= 0) {
            const Numbering numbering = name.empty() ? Numbering::Automatic : Numbering::Manual;
            if (m_numbering != Numbering::None && m_numbering != numbering) {
                return fail(numbering == Numbering::Automatic
                                ? "cannot switch from manual field specification to automatic field numbering"
                                : "cannot switch from automatic field numbering to manual field "
                                  "specification");
            }
            m_numbering = numbering;
            return position(name.empty() ? m_nextIndex++ : *index);
        }
        if (m_values.mapping != nullptr)
            return m_evaluator.item(*m_values.mapping, newText(m_evaluator, name));
        const auto found = std::ranges::find(m_values.keywords, name, &NamedValue::name);
        if (found == m_values.keywords.end())
            return m_evaluator.raiseWith("KeyError", {newText(m_evaluator, name)});
        return found->value;
    }

    Evaluated position(std::int64_t index)
    {
        if (m_values.mapping != nullptr)
            return fail("Format string contains positional fields");
        if (std::cmp_greater_equal(index, m_values.positional.size())) {
            return m_evaluator.raise(
                "IndexError",
                std::format("Replacement index {} out of range for positional args tuple", index));
        }
        return m_values.positional[static_cast<std::size_t>(index)];
    }

    enum class Numbering : std::uint8_t { None, Automatic, Manual };

    Evaluator &m_evaluator;
    const FieldValues &m_values;
    Numbering m_numbering = Numbering::None;
    std::int64_t m_nextIndex = 0;
};

} // namespace

Outcome<std::string> formatFields(Evaluator &evaluator, std::string_view format, const FieldValues &values)
{
    return FieldFormatter(evaluator, values).format(format, 1);
}

} // namespace athanor::python
