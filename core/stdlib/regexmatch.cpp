// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/stdlib/native.h"
#include "core/stdlib/regex.h"

namespace athanor::python {

/// A script may make one around __init__; it has nothing to say.
template<>
Outcome<MatchObject *> selfOf<MatchObject>(Evaluator &evaluator, const Arguments &arguments)
{
    MatchObject *self =
        arguments.positional.empty() ? nullptr : arguments.positional.front().as<MatchObject>();
    if (self == nullptr || self->pattern == nullptr)
        return evaluator.raise("TypeError", "descriptor needs a match that a search has made");
    return self;
}

namespace {

/// Code points before a unit of the subject.
std::int64_t pointsAt(const RegexSubject &subject, qsizetype unit)
{
    if (subject.isPlain || unit < 0)
        return unit;
    std::int64_t points = 0;
    for (qsizetype i = 0; i < unit; ++i)
        points += subject.text[i].isLowSurrogate() ? 0 : 1;
    return points;
}

std::int64_t startOf(const MatchObject &match, int group)
{
    return pointsAt(*match.subject, match.match.capturedStart(group));
}

std::int64_t endOf(const MatchObject &match, int group)
{
    return pointsAt(*match.subject, match.match.capturedEnd(group));
}

Evaluated group(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return groupValue(evaluator, self, 0, {});
    std::vector<Value> groups;
    for (const Value &wanted : arguments.positional) {
        const Outcome<int> number = groupNumber(evaluator, *self.pattern, wanted);
        if (!number)
            return std::unexpected(number.error());
        groups.push_back(groupValue(evaluator, self, *number, {}));
    }
    return groups.size() == 1 ? groups.front() : Value(evaluator.heap().tuple(std::move(groups)));
}

Evaluated groups(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    static const Signature signature("groups", "default=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    std::vector<Value> all;
    for (int i = 1; i <= self.pattern->expression.captureCount(); ++i)
        all.push_back(groupValue(evaluator, self, i, bound->value(0)));
    return evaluator.heap().tuple(std::move(all));
}

Evaluated groupDictionary(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    static const Signature signature("groupdict", "default=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    auto *made = evaluator.heap().make<DictionaryObject>();
    const QStringList names = self.pattern->expression.namedCaptureGroups();
    for (int i = 1; i < int(names.size()); ++i) {
        if (!names[i].isEmpty())
            made->table.set(evaluator.heap(), names[i].toStdString(),
                            groupValue(evaluator, self, i, bound->value(0)));
    }
    return made;
}

Outcome<int> onlyGroup(Evaluator &evaluator, const MatchObject &self, const Arguments &arguments)
{
    return arguments.positional.empty() ? Outcome<int>(0)
                                        : groupNumber(evaluator, *self.pattern, arguments.positional.front());
}

Evaluated start(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    const Outcome<int> number = onlyGroup(evaluator, self, arguments);
    if (!number)
        return std::unexpected(number.error());
    return Value(startOf(self, *number));
}

Evaluated end(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    const Outcome<int> number = onlyGroup(evaluator, self, arguments);
    if (!number)
        return std::unexpected(number.error());
    return Value(endOf(self, *number));
}

Evaluated span(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    const Outcome<int> number = onlyGroup(evaluator, self, arguments);
    if (!number)
        return std::unexpected(number.error());
    return tuple(evaluator, {Value(startOf(self, *number)), Value(endOf(self, *number))});
}

Evaluated expand(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    const Evaluated given = onlyArgument(evaluator, "expand", arguments);
    if (!given)
        return given;
    const std::string *text = textOf(*given);
    if (text == nullptr)
        return evaluator.raise("TypeError", "expand() takes a string");
    const Outcome<RegexTemplate> parsed = RegexTemplate::parse(evaluator, *self.pattern, *text);
    if (!parsed)
        return std::unexpected(parsed.error());
    return string(evaluator, parsed->expanded(self));
}

Evaluated subject(Evaluator &, MatchObject &self, const Arguments &)
{
    return self.subject->value;
}

Evaluated patternOf(Evaluator &, MatchObject &self, const Arguments &)
{
    return self.pattern;
}

/// The last group that took part; with groups inside each other, the one that closed last.
Evaluated lastIndex(Evaluator &, MatchObject &self, const Arguments &)
{
    const int last = self.match.lastCapturedIndex();
    if (last <= 0)
        return Value();
    int outermost = last;
    for (int i = last - 1; i > 0; --i) {
        if (self.match.capturedStart(i) >= 0
            && self.match.capturedStart(i) <= self.match.capturedStart(outermost)
            && self.match.capturedEnd(i) >= self.match.capturedEnd(outermost))
            outermost = i;
    }
    return Value(std::int64_t(outermost));
}

Evaluated lastGroup(Evaluator &evaluator, MatchObject &self, const Arguments &arguments)
{
    const Evaluated index = lastIndex(evaluator, self, arguments);
    if (!index->isInteger())
        return Value();
    const QString name = self.pattern->expression.namedCaptureGroups().value(index->integer());
    return name.isEmpty() ? Value() : string(evaluator, name.toStdString());
}

Evaluated repr(Evaluator &evaluator, MatchObject &self, const Arguments &)
{
    const Outcome<std::string> text = evaluator.repr(groupValue(evaluator, self, 0, {}));
    if (!text)
        return std::unexpected(text.error());
    return string(evaluator, "<re.Match object; span=(" + std::to_string(startOf(self, 0)) + ", "
                                 + std::to_string(endOf(self, 0)) + "), match=" + *text + '>');
}

Evaluated isTrue(Evaluator &, MatchObject &, const Arguments &)
{
    return Value(true);
}

/// Only a search makes them.
Evaluated cannotMake(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("TypeError", "cannot create 're.Match' instances");
}

constexpr NativeMember Members[] = {
    {"__init__", MemberKind::Method, cannotMake},
    {"group", MemberKind::Method, method<group>},
    {"groups", MemberKind::Method, method<groups>},
    {"groupdict", MemberKind::Method, method<groupDictionary>},
    {"start", MemberKind::Method, method<start>},
    {"end", MemberKind::Method, method<end>},
    {"span", MemberKind::Method, method<span>},
    {"expand", MemberKind::Method, method<expand>},
    {"string", MemberKind::Getter, method<subject>},
    {"re", MemberKind::Getter, method<patternOf>},
    {"pos", MemberKind::Getter, getter<&MatchObject::position>},
    {"endpos", MemberKind::Getter, getter<&MatchObject::endPosition>},
    {"lastindex", MemberKind::Getter, method<lastIndex>},
    {"lastgroup", MemberKind::Getter, method<lastGroup>},
    {"__getitem__", MemberKind::Method, method<group>},
    {"__bool__", MemberKind::Method, method<isTrue>},
    {"__repr__", MemberKind::Method, method<repr>},
};

} // namespace

const NativeClass matchClass = {
    .name = "Match", .module = "re", .members = Members, .allocate = allocateAs<MatchObject>};

Value groupValue(Evaluator &evaluator, const MatchObject &match, int number, Value whenMissing)
{
    const qsizetype from = match.match.capturedStart(number);
    return from < 0 ? whenMissing
                    : subjectPart(evaluator, *match.subject, from, match.match.capturedEnd(number));
}

Outcome<int> groupNumber(Evaluator &evaluator, const PatternObject &pattern, Value wanted)
{
    if (const std::string *name = textOf(wanted)) {
        const qsizetype found =
            pattern.expression.namedCaptureGroups().indexOf(QString::fromStdString(*name));
        if (found > 0)
            return int(found);
        return evaluator.raise("IndexError", "no such group");
    }
    const Value number = Evaluator::plain(wanted);
    if (!number.isInteger() || number.integer() < 0 || number.integer() > pattern.expression.captureCount())
        return evaluator.raise("IndexError", "no such group");
    return int(number.integer());
}

} // namespace athanor::python
