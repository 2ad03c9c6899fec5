// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/unicode.h"
#include "core/stdlib/native.h"
#include "core/stdlib/regex.h"

#include <charconv>

namespace athanor::python {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

std::optional<int> numberIn(std::string_view digits)
{
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number)
                                                                        : std::nullopt;
}

std::unexpected<Raised> fail(Evaluator &evaluator, const std::string &message, std::size_t position)
{
    return evaluator.raise(patternErrorClass, message + " at position " + std::to_string(position));
}

/// One escape of a replacement: text, or a group.
struct Reference
{
    std::string text;
    int group = -1;
    std::size_t end = 0; ///< behind the escape
};

Outcome<Reference> namedReference(Evaluator &evaluator, const PatternObject &pattern, std::string_view text,
                                  std::size_t at)
{
    if (text.substr(at + 2, 1) != "<")
        return fail(evaluator, "missing <", at + 2);
    const std::size_t close = text.find('>', at);
    if (close == std::string_view::npos)
        return fail(evaluator, "missing >, unterminated name", at + 3);
    const std::string_view name = text.substr(at + 3, close - at - 3);
    if (name.empty())
        return fail(evaluator, "missing group name", at + 3);
    if (const std::optional<int> number = numberIn(name)) {
        if (*number > pattern.expression.captureCount())
            return fail(evaluator, "invalid group reference " + std::to_string(*number), at + 3);
        return Reference{{}, *number, close + 1};
    }
    const qsizetype found = pattern.expression.namedCaptureGroups().indexOf(
        QString::fromUtf8(name.data(), qsizetype(name.size())));
    if (found <= 0)
        return evaluator.raise("IndexError", "unknown group name '" + std::string(name) + "'");
    return Reference{{}, int(found), close + 1};
}

Outcome<Reference> numberedReference(Evaluator &evaluator, const PatternObject &pattern,
                                     std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at + 1);
    const bool isZero = rest[0] == '0';
    std::size_t octal = 0;
    while (octal < 3 && octal < rest.size() && isOctal(rest[octal]))
        ++octal;
    if (isZero || octal == 3) {
        int code = 0;
        for (std::size_t i = 0; i < octal; ++i)
            code = code * 8 + (rest[i] - '0');
        Reference made{{}, -1, at + 1 + octal};
        appendCodePoint(made.text, char32_t(code));
        return made;
    }
    const std::size_t digits = rest.size() > 1 && isDigit(rest[1]) ? 2 : 1;
    const int number = *numberIn(rest.substr(0, digits));
    if (number > pattern.expression.captureCount())
        return fail(evaluator, "invalid group reference " + std::to_string(number), at + 1);
    return Reference{{}, number, at + 1 + digits};
}

Outcome<Reference> readReference(Evaluator &evaluator, const PatternObject &pattern, std::string_view text,
                                 std::size_t at)
{
    if (at + 1 == text.size())
        return fail(evaluator, "bad escape (end of pattern)", at);
    const char c = text[at + 1];
    if (c == 'g')
        return namedReference(evaluator, pattern, text, at);
    if (isDigit(c))
        return numberedReference(evaluator, pattern, text, at);
    static constexpr std::string_view Letters = "abfnrtv\\";
    static constexpr std::string_view Characters = "\a\b\f\n\r\t\v\\";
    const std::size_t letter = Letters.find(c);
    if (letter != std::string_view::npos)
        return Reference{std::string(1, Characters[letter]), -1, at + 2};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return fail(evaluator, "bad escape \\" + std::string(1, c), at);
    return Reference{"\\" + std::string(1, c), -1, at + 2};
}

std::string utf8Part(const MatchObject &match, qsizetype from, qsizetype to)
{
    return QStringView(match.subject->text).sliced(from, to - from).toUtf8().toStdString();
}

/// What stands for a match: a template's text, or what a function of the script says.
Outcome<std::string> replacementFor(Evaluator &evaluator, Value replacement,
                                    const std::optional<RegexTemplate> &parsed, MatchObject &match)
{
    if (parsed)
        return parsed->expanded(match);
    const Evaluated made = evaluator.call(replacement, {&match});
    if (!made)
        return std::unexpected(made.error());
    if (made->isNone())
        return std::string();
    const std::string *text = textOf(*made);
    if (text == nullptr)
        return evaluator.raise("TypeError",
                               "expected str instance, " + className(evaluator, *made) + " found");
    return *text;
}

} // namespace

Outcome<RegexTemplate> RegexTemplate::parse(Evaluator &evaluator, const PatternObject &pattern,
                                            std::string_view text)
{
    RegexTemplate made;
    Piece piece;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\') {
            piece.text += text[at++];
            continue;
        }
        const Outcome<Reference> reference = readReference(evaluator, pattern, text, at);
        if (!reference)
            return std::unexpected(reference.error());
        piece.text += reference->text;
        at = reference->end;
        if (reference->group >= 0) {
            piece.group = reference->group;
            made.m_pieces.push_back(std::move(piece));
            piece = {};
        }
    }
    made.m_pieces.push_back(std::move(piece));
    return made;
}

std::string RegexTemplate::expanded(const MatchObject &match) const
{
    std::string made;
    for (const Piece &piece : m_pieces) {
        made += piece.text;
        if (piece.group >= 0 && match.match.capturedStart(piece.group) >= 0)
            made +=
                utf8Part(match, match.match.capturedStart(piece.group), match.match.capturedEnd(piece.group));
    }
    return made;
}

Outcome<Substitution> substitute(Evaluator &evaluator, PatternObject &pattern, Value replacement, Value text,
                                 std::int64_t atMost)
{
    std::optional<RegexTemplate> parsed;
    if (const std::string *form = textOf(replacement)) {
        Outcome<RegexTemplate> made = RegexTemplate::parse(evaluator, pattern, *form);
        if (!made)
            return std::unexpected(made.error());
        parsed = std::move(*made);
    }
    const auto subject = subjectOf(evaluator, text);
    if (!subject)
        return std::unexpected(subject.error());
    Substitution made;
    qsizetype from = 0;
    const Done done = eachMatch(evaluator, pattern, text, {}, {}, [&](MatchObject &match) -> Done {
        if (atMost > 0 && made.count >= atMost)
            return {};
        const Outcome<std::string> with = replacementFor(evaluator, replacement, parsed, match);
        if (!with)
            return std::unexpected(with.error());
        made.text += utf8Part(match, from, match.match.capturedStart()) + *with;
        from = match.match.capturedEnd();
        ++made.count;
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    made.text += QStringView((*subject)->text).sliced(from).toUtf8().toStdString();
    return made;
}

} // namespace athanor::python
