// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/evaluator/exception.h"
#include "core/evaluator/iteration.h"
#include "core/stdlib/native.h"
#include "core/stdlib/regex.h"

namespace athanor::python {

namespace {

template<RegexAnchor Anchor>
Evaluated match(Evaluator &evaluator, PatternObject &self, const Arguments &arguments)
{
    static const Signature signature("match", "string, pos=, endpos=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    return matchPattern(evaluator, self, Anchor, bound->value(0), bound->value(1), bound->value(2));
}

/// What findall() lists of a match: the groups, or the whole where there are none.
Value found(Evaluator &evaluator, const MatchObject &match)
{
    const int groups = match.pattern->expression.captureCount();
    const Value empty = string(evaluator, "");
    if (groups <= 1)
        return groupValue(evaluator, match, groups, empty);
    std::vector<Value> all;
    for (int i = 1; i <= groups; ++i)
        all.push_back(groupValue(evaluator, match, i, empty));
    return evaluator.heap().tuple(std::move(all));
}

enum class Listed : std::uint8_t { Texts, Matches };

template<Listed What>
Evaluated findAll(Evaluator &evaluator, PatternObject &self, const Arguments &arguments)
{
    static const Signature signature(What == Listed::Texts ? "findall" : "finditer", "string, pos=, endpos=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    std::vector<Value> all;
    const Done done = eachMatch(
        evaluator, self, bound->value(0), bound->value(1), bound->value(2), [&](MatchObject &each) -> Done {
            all.push_back(What == Listed::Texts ? found(evaluator, each) : Value(&each));
            return {};
        });
    if (!done)
        return std::unexpected(done.error());
    if constexpr (What == Listed::Texts)
        return evaluator.heap().list(std::move(all));
    else
        return evaluator.heap().make<ValuesIterator>(std::move(all));
}

Evaluated split(Evaluator &evaluator, PatternObject &self, const Arguments &arguments)
{
    static const Signature signature("split", "string, maxsplit=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<std::int64_t> atMost = integerOf(evaluator, bound->value(1, Value(std::int64_t(0))));
    if (!atMost)
        return std::unexpected(atMost.error());
    const auto subject = subjectOf(evaluator, bound->value(0));
    if (!subject)
        return std::unexpected(subject.error());
    std::vector<Value> parts;
    qsizetype from = 0;
    std::int64_t count = 0;
    const Done done = eachMatch(evaluator, self, bound->value(0), {}, {}, [&](MatchObject &each) -> Done {
        if (*atMost > 0 && count >= *atMost)
            return {};
        ++count;
        parts.push_back(subjectPart(evaluator, **subject, from, each.match.capturedStart()));
        for (int i = 1; i <= self.expression.captureCount(); ++i)
            parts.push_back(groupValue(evaluator, each, i, {}));
        from = each.match.capturedEnd();
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    parts.push_back(subjectPart(evaluator, **subject, from, (*subject)->text.size()));
    return evaluator.heap().list(std::move(parts));
}

enum class Counted : std::uint8_t { No, Yes };

template<Counted Count>
Evaluated replace(Evaluator &evaluator, PatternObject &self, const Arguments &arguments)
{
    static const Signature signature(Count == Counted::Yes ? "subn" : "sub", "repl, string, count=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<std::int64_t> atMost = integerOf(evaluator, bound->value(2, Value(std::int64_t(0))));
    if (!atMost)
        return std::unexpected(atMost.error());
    const Outcome<Substitution> made = substitute(evaluator, self, bound->value(0), bound->value(1), *atMost);
    if (!made)
        return std::unexpected(made.error());
    const Value text = string(evaluator, made->text);
    return Count == Counted::Yes ? tuple(evaluator, {text, Value(made->count)}) : text;
}

Evaluated groupCount(Evaluator &, PatternObject &self, const Arguments &)
{
    return Value(std::int64_t(self.expression.captureCount()));
}

Evaluated groupIndex(Evaluator &evaluator, PatternObject &self, const Arguments &)
{
    auto *made = evaluator.heap().make<DictionaryObject>();
    const QStringList names = self.expression.namedCaptureGroups();
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (!names[i].isEmpty())
            made->table.set(evaluator.heap(), names[i].toStdString(), Value(std::int64_t(i)));
    }
    return made;
}

Evaluated repr(Evaluator &evaluator, PatternObject &self, const Arguments &)
{
    static constexpr std::pair<std::int64_t, std::string_view> Names[] = {
        {RegexIgnoreCase, "re.IGNORECASE"}, {RegexMultiline, "re.MULTILINE"}, {RegexDotAll, "re.DOTALL"},
        {RegexVerbose, "re.VERBOSE"},       {RegexAscii, "re.ASCII"},
    };
    const Outcome<std::string> pattern = evaluator.repr(string(evaluator, self.pattern));
    if (!pattern)
        return std::unexpected(pattern.error());
    std::string flags;
    for (const auto &[flag, name] : Names) {
        if ((self.flags & flag) != 0)
            flags += (flags.empty() ? ", " : "|") + std::string(name);
    }
    return string(evaluator, "re.compile(" + *pattern + flags + ')');
}

/// Only compile() makes them.
Evaluated cannotMake(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("TypeError", "cannot create 're.Pattern' instances");
}

constexpr NativeMember PatternMembers[] = {
    {"__init__", MemberKind::Method, cannotMake},
    {"match", MemberKind::Method, method<match<RegexAnchor::Start>>},
    {"search", MemberKind::Method, method<match<RegexAnchor::Anywhere>>},
    {"fullmatch", MemberKind::Method, method<match<RegexAnchor::Whole>>},
    {"findall", MemberKind::Method, method<findAll<Listed::Texts>>},
    {"finditer", MemberKind::Method, method<findAll<Listed::Matches>>},
    {"split", MemberKind::Method, method<split>},
    {"sub", MemberKind::Method, method<replace<Counted::No>>},
    {"subn", MemberKind::Method, method<replace<Counted::Yes>>},
    {"pattern", MemberKind::Getter, getter<&PatternObject::pattern>},
    {"flags", MemberKind::Getter, getter<&PatternObject::flags>},
    {"groups", MemberKind::Getter, method<groupCount>},
    {"groupindex", MemberKind::Getter, method<groupIndex>},
    {"__repr__", MemberKind::Method, method<repr>},
};

using PatternMethod = Evaluated (*)(Evaluator &, PatternObject &, const Arguments &);

/// A function of the module: the pattern first and flags= last, otherwise as the method. `Positional` is how
/// many arguments go to the method; one more is the flags.
template<PatternMethod Method, std::size_t Positional>
Evaluated onPattern(Evaluator &evaluator, const Arguments &arguments)
{
    Value pattern;
    Value flags;
    std::span<const Value> positional = arguments.positional;
    std::vector<NamedValue> keywords;
    for (const NamedValue &keyword : arguments.keywords) {
        if (keyword.name == "pattern")
            pattern = keyword.value;
        else if (keyword.name == "flags")
            flags = keyword.value;
        else
            keywords.push_back(keyword);
    }
    if (!positional.empty()) {
        pattern = positional.front();
        positional = positional.subspan(1);
    }
    if (positional.size() > Positional) {
        flags = positional[Positional];
        positional = positional.first(Positional);
    }
    const Outcome<PatternObject *> compiled = compilePattern(evaluator, pattern, flags);
    if (!compiled)
        return std::unexpected(compiled.error());
    return Method(evaluator, **compiled, {positional, keywords});
}

Evaluated compile(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("compile", "pattern, flags=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Outcome<PatternObject *> compiled = compilePattern(evaluator, bound->value(0), bound->value(1));
    if (!compiled)
        return std::unexpected(compiled.error());
    return *compiled;
}

Evaluated escape(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "escape", arguments);
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.refuse("re.escape() of anything but a str", "a str");
    std::string made;
    for (const char c : *text) {
        if (std::string_view("()[]{}?*+-|^$\\.&~# \t\n\r\v\f").contains(c))
            made += '\\';
        made += c;
    }
    return string(evaluator, made);
}

Evaluated purge(Evaluator &, const Arguments &)
{
    return Value();
}

template<std::int64_t Flag>
Evaluated flag(Evaluator &)
{
    return Value(Flag);
}

constexpr const NativeClass *ErrorBases[] = {&exceptionClass};

constexpr NativeName Names[] = {
    {.name = "A", .make = flag<RegexAscii>},
    {.name = "ASCII", .make = flag<RegexAscii>},
    {.name = "DOTALL", .make = flag<RegexDotAll>},
    {.name = "I", .make = flag<RegexIgnoreCase>},
    {.name = "IGNORECASE", .make = flag<RegexIgnoreCase>},
    {.name = "L", .make = flag<RegexLocale>},
    {.name = "LOCALE", .make = flag<RegexLocale>},
    {.name = "M", .make = flag<RegexMultiline>},
    {.name = "MULTILINE", .make = flag<RegexMultiline>},
    {.name = "Match", .type = &matchClass},
    {.name = "NOFLAG", .make = flag<0>},
    {.name = "Pattern", .type = &patternClass},
    {.name = "PatternError", .type = &patternErrorClass},
    {.name = "S", .make = flag<RegexDotAll>},
    {.name = "U", .make = flag<RegexUnicode>},
    {.name = "UNICODE", .make = flag<RegexUnicode>},
    {.name = "VERBOSE", .make = flag<RegexVerbose>},
    {.name = "X", .make = flag<RegexVerbose>},
    {.name = "compile", .call = compile},
    {.name = "error", .type = &patternErrorClass},
    {.name = "escape", .call = escape},
    {.name = "findall", .call = onPattern<findAll<Listed::Texts>, 1>},
    {.name = "finditer", .call = onPattern<findAll<Listed::Matches>, 1>},
    {.name = "fullmatch", .call = onPattern<match<RegexAnchor::Whole>, 1>},
    {.name = "match", .call = onPattern<match<RegexAnchor::Start>, 1>},
    {.name = "purge", .call = purge},
    {.name = "search", .call = onPattern<match<RegexAnchor::Anywhere>, 1>},
    {.name = "split", .call = onPattern<split, 2>},
    {.name = "sub", .call = onPattern<replace<Counted::No>, 3>},
    {.name = "subn", .call = onPattern<replace<Counted::Yes>, 3>},
};

} // namespace

const NativeClass patternClass = {
    .name = "Pattern", .module = "re", .members = PatternMembers, .allocate = allocateAs<PatternObject>};
const NativeClass patternErrorClass = {.name = "PatternError", .module = "re", .bases = ErrorBases};
const NativeModule regexModule = {"re", Names};

} // namespace athanor::python
