// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/stdlib/native.h"
#include "core/stdlib/regex.h"

#include <algorithm>
#include <map>

namespace athanor::python {

using namespace Qt::StringLiterals;

namespace {

struct CompiledPatterns
{
    std::map<std::pair<std::string, std::int64_t>, PatternObject *> patterns;
};

QRegularExpression::PatternOptions optionsOf(std::int64_t flags)
{
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, (flags & RegexIgnoreCase) != 0);
    options.setFlag(QRegularExpression::MultilineOption, (flags & RegexMultiline) != 0);
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, (flags & RegexDotAll) != 0);
    options.setFlag(QRegularExpression::ExtendedPatternSyntaxOption, (flags & RegexVerbose) != 0);
    options.setFlag(QRegularExpression::UseUnicodePropertiesOption, (flags & RegexAscii) == 0);
    return options;
}

Outcome<PatternObject *> compile(Evaluator &evaluator, const std::string &pattern, std::int64_t flags)
{
    const Outcome<TranslatedPattern> translated = translatePattern(evaluator, pattern);
    if (!translated)
        return std::unexpected(translated.error());
    flags |= translated->flags;
    if ((flags & RegexLocale) != 0)
        return evaluator.raise("ValueError", "cannot use LOCALE flag with a str pattern");
    if ((flags & RegexAscii) == 0)
        flags |= RegexUnicode;
    auto *made = evaluator.instance<PatternObject>(patternClass);
    made->pattern = pattern;
    made->flags = flags;
    made->expression = QRegularExpression(translated->pattern, optionsOf(flags));
    if (!made->expression.isValid()) {
        const std::string place = std::to_string(made->expression.patternErrorOffset());
        return evaluator.raise(patternErrorClass,
                               made->expression.errorString().toStdString() + " at position " + place);
    }
    // The newline ends a comment that a verbose pattern may end with.
    const QString end = (flags & RegexVerbose) != 0 ? u"\n)\\z"_s : u")\\z"_s;
    made->whole = QRegularExpression(u"(?:"_s + translated->pattern + end, optionsOf(flags));
    return made;
}

constexpr std::string_view TooSlow = "a pattern that does not try so many ways on this text";

/// Code points to units of UTF-16, and back.
qsizetype unitsAt(const RegexSubject &subject, std::int64_t position)
{
    if (subject.isPlain)
        return qsizetype(std::clamp<std::int64_t>(position, 0, subject.text.size()));
    qsizetype at = 0;
    for (; position > 0 && at < subject.text.size(); --position)
        at += subject.text[at].isHighSurrogate() ? 2 : 1;
    return at;
}

struct Bounds
{
    std::int64_t position = 0;
    std::int64_t endPosition = 0;
    qsizetype from = 0;
    std::shared_ptr<const RegexSubject> subject;
};

/// The subject of a search, cut off at endpos.
Outcome<Bounds> boundsOf(Evaluator &evaluator, Value text, Value position, Value endPosition)
{
    auto subject = subjectOf(evaluator, text);
    if (!subject)
        return std::unexpected(subject.error());
    const Outcome<std::int64_t> length = evaluator.length(text);
    if (!length)
        return std::unexpected(length.error());
    Bounds bounds{.position = 0, .endPosition = *length, .from = 0, .subject = *subject};
    if (!position.isNone()) {
        const Outcome<std::int64_t> start = integerOf(evaluator, position);
        if (!start)
            return std::unexpected(start.error());
        bounds.position = std::clamp<std::int64_t>(*start, 0, *length);
        bounds.from = unitsAt(**subject, bounds.position);
    }
    if (!endPosition.isNone()) {
        const Outcome<std::int64_t> end = integerOf(evaluator, endPosition);
        if (!end)
            return std::unexpected(end.error());
        bounds.endPosition = std::clamp<std::int64_t>(*end, 0, *length);
        auto shorter = std::make_shared<RegexSubject>(**subject);
        shorter->text.truncate(unitsAt(**subject, bounds.endPosition));
        bounds.subject = shorter;
    }
    if (const Done done = evaluator.step(std::uint64_t(*length) / 16 + 1); !done)
        return std::unexpected(done.error());
    return bounds;
}

MatchObject *makeMatch(Evaluator &evaluator, PatternObject &pattern, const Bounds &bounds,
                       const QRegularExpressionMatch &match)
{
    auto *made = evaluator.instance<MatchObject>(matchClass);
    made->pattern = &pattern;
    made->subject = bounds.subject;
    made->match = match;
    made->position = bounds.position;
    made->endPosition = bounds.endPosition;
    return made;
}

} // namespace

Outcome<std::shared_ptr<const RegexSubject>> subjectOf(Evaluator &evaluator, Value text)
{
    const std::string *utf8 = textOf(text);
    if (utf8 == nullptr) {
        if (const auto *opaque = text.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a search in it");
        if (bytesOf(text) != nullptr)
            return evaluator.raise("TypeError", "cannot use a string pattern on a bytes-like object");
        return evaluator.raise("TypeError", "expected string or bytes-like object, got '"
                                                + className(evaluator, text) + "'");
    }
    auto subject = std::make_shared<RegexSubject>();
    subject->value = text;
    subject->text = QString::fromStdString(*utf8);
    subject->isPlain = std::ranges::none_of(subject->text, [](QChar c) { return c.isSurrogate(); });
    return subject;
}

Outcome<PatternObject *> compilePattern(Evaluator &evaluator, Value pattern, Value flags)
{
    std::int64_t wanted = 0;
    if (!flags.isNone()) {
        const Outcome<std::int64_t> number = integerOf(evaluator, flags);
        if (!number)
            return std::unexpected(number.error());
        wanted = *number;
    }
    if (auto *compiled = pattern.as<PatternObject>()) {
        if (wanted != 0)
            return evaluator.raise("ValueError", "cannot process flags argument with a compiled pattern");
        return compiled;
    }
    const std::string *text = textOf(pattern);
    if (text == nullptr) {
        if (bytesOf(pattern) != nullptr)
            return evaluator.refuse("a regular expression of bytes", "one of str");
        if (const auto *opaque = pattern.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a regular expression");
        return evaluator.raise("TypeError", "first argument must be string or compiled pattern");
    }
    auto &known = evaluator.state<CompiledPatterns>().patterns;
    const auto key = std::pair(*text, wanted);
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    const Outcome<PatternObject *> made = compile(evaluator, *text, wanted);
    if (made)
        known.emplace(key, *made);
    return made;
}

Evaluated matchPattern(Evaluator &evaluator, PatternObject &pattern, RegexAnchor anchor, Value text,
                       Value position, Value endPosition)
{
    const Outcome<Bounds> bounds = boundsOf(evaluator, text, position, endPosition);
    if (!bounds)
        return std::unexpected(bounds.error());
    const QRegularExpression &expression = anchor == RegexAnchor::Whole ? pattern.whole : pattern.expression;
    const auto options = anchor == RegexAnchor::Anywhere ? QRegularExpression::NoMatchOption
                                                         : QRegularExpression::AnchorAtOffsetMatchOption;
    const QRegularExpressionMatch match =
        expression.match(bounds->subject->text, bounds->from, QRegularExpression::NormalMatch, options);
    if (!match.isValid())
        return evaluator.refuse("a regular expression's search", TooSlow);
    return match.hasMatch() ? Value(makeMatch(evaluator, pattern, *bounds, match)) : Value();
}

Done eachMatch(Evaluator &evaluator, PatternObject &pattern, Value text, Value position, Value endPosition,
               const std::function<Done(MatchObject &)> &each)
{
    const Outcome<Bounds> bounds = boundsOf(evaluator, text, position, endPosition);
    if (!bounds)
        return std::unexpected(bounds.error());
    auto matches = pattern.expression.globalMatch(bounds->subject->text, bounds->from);
    if (!matches.isValid())
        return evaluator.refuse("a regular expression's search", TooSlow);
    while (matches.hasNext()) {
        if (const Done done = evaluator.step(); !done)
            return done;
        if (const Done done = each(*makeMatch(evaluator, pattern, *bounds, matches.next())); !done)
            return done;
    }
    return {};
}

Value subjectPart(Evaluator &evaluator, const RegexSubject &subject, qsizetype from, qsizetype to)
{
    const QByteArray utf8 = QStringView(subject.text).sliced(from, to - from).toUtf8();
    return string(evaluator, std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

} // namespace athanor::python
