// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"

namespace athanor::python {

namespace {

/// Types whose one positional sub-pattern matches the whole subject.
bool matchesItself(const ClassObject &type)
{
    for (const ClassObject *each : type.order) {
        for (const NativeClass *known :
             {&boolClass, &bytesClass, &dictionaryClass, &floatClass, &frozenSetClass, &integerClass,
              &listClass, &setClass, &stringClass, &tupleClass}) {
            if (each->native == known)
                return true;
        }
    }
    return false;
}

Value singleton(SingletonValue value)
{
    switch (value) {
    case SingletonValue::True:
        return Value(true);
    case SingletonValue::False:
        return Value(false);
    case SingletonValue::Ellipsis:
        return Value::ellipsis();
    case SingletonValue::None:
        break;
    }
    return {};
}

} // namespace

Outcome<Flow> Frame::executeMatch(const Match &node)
{
    const Evaluated subject = evaluate(*node.subject);
    if (!subject)
        return std::unexpected(subject.error());
    for (const Case *each : node.cases) {
        at = each->pattern;
        const auto isMatch = matches(*each->pattern, *subject);
        if (!isMatch)
            return std::unexpected(isMatch.error());
        if (!*isMatch)
            continue;
        if (each->guard) {
            const Evaluated value = evaluate(*each->guard);
            if (!value)
                return std::unexpected(value.error());
            const auto truth = m_evaluator.truth(*value);
            if (!truth)
                return std::unexpected(truth.error());
            if (!*truth)
                continue;
        }
        return execute(each->body);
    }
    return Flow::Next;
}

Outcome<bool> Frame::matches(const Pattern &pattern, Value subject)
{
    if (Done done = m_runtime.step(); !done)
        return std::unexpected(done.error());
    if (const auto *capture = pattern.as<CapturePattern>()) {
        if (capture->pattern) {
            const auto isMatch = matches(*capture->pattern, subject);
            if (!isMatch || !*isMatch)
                return isMatch;
        }
        if (!capture->name.empty()) {
            if (Done done = store(capture->name, subject); !done)
                return std::unexpected(done.error());
        }
        return true;
    }
    if (const auto *unknown = subject.as<OpaqueObject>())
        return m_evaluator.refuseOpaque(*unknown, "a match statement");
    if (const auto *value = pattern.as<ValuePattern>()) {
        const Evaluated expected = evaluate(*value->value);
        if (!expected)
            return std::unexpected(expected.error());
        return m_evaluator.equal(subject, *expected);
    }
    if (const auto *single = pattern.as<SingletonPattern>())
        return subject.isSame(singleton(single->value));
    if (const auto *alternatives = pattern.as<AlternativesPattern>()) {
        for (const Pattern *each : alternatives->patterns) {
            const auto isMatch = matches(*each, subject);
            if (!isMatch || *isMatch)
                return isMatch;
        }
        return false;
    }
    if (const auto *sequence = pattern.as<SequencePattern>())
        return matchesSequence(*sequence, subject);
    if (const auto *mapping = pattern.as<MappingPattern>())
        return matchesMapping(*mapping, subject);
    return matchesClass(*pattern.as<ClassPattern>(), subject);
}

Outcome<bool> Frame::matchesSequence(const SequencePattern &pattern, Value subject)
{
    if (!subject.as<ListObject>() && !subject.as<TupleObject>())
        return false;
    const auto items = m_evaluator.items(subject);
    if (!items)
        return std::unexpected(items.error());
    const NodeList<Pattern> parts = pattern.patterns;
    std::size_t star = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->as<StarPattern>())
            star = i;
    }
    const bool hasStar = star < parts.size();
    if (hasStar ? items->size() + 1 < parts.size() : items->size() != parts.size())
        return false;
    const std::size_t spread = hasStar ? items->size() + 1 - parts.size() : 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t from = i > star ? i + spread - 1 : i;
        if (i != star) {
            const auto isMatch = matches(*parts[i], (*items)[from]);
            if (!isMatch || !*isMatch)
                return isMatch;
        } else if (const std::string_view name = parts[i]->as<StarPattern>()->name; !name.empty()) {
            const auto begin = items->begin() + static_cast<std::ptrdiff_t>(from);
            const Value rest = m_runtime.heap.list({begin, begin + static_cast<std::ptrdiff_t>(spread)});
            if (Done done = store(name, rest); !done)
                return std::unexpected(done.error());
        }
    }
    return true;
}

Outcome<bool> Frame::matchesMapping(const MappingPattern &pattern, Value subject)
{
    auto *dictionary = subject.as<DictionaryObject>();
    if (!dictionary)
        return false;
    auto *rest = m_runtime.heap.make<DictionaryObject>();
    rest->table = dictionary->table;
    for (std::size_t i = 0; i < pattern.keys.size(); ++i) {
        const Evaluated key = evaluate(*pattern.keys[i]);
        if (!key)
            return std::unexpected(key.error());
        const auto found = dictionary->table.find(m_evaluator, *key);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return false;
        const Value value = **found;
        if (const auto removed = rest->table.remove(m_evaluator, *key); !removed)
            return std::unexpected(removed.error());
        const auto isMatch = matches(*pattern.patterns[i], value);
        if (!isMatch || !*isMatch)
            return isMatch;
    }
    if (!pattern.rest.empty()) {
        if (Done done = store(pattern.rest, rest); !done)
            return std::unexpected(done.error());
    }
    return true;
}

Outcome<bool> Frame::matchesAttribute(const Pattern &pattern, Value subject, std::string_view name)
{
    const auto value = m_evaluator.findAttribute(subject, name);
    if (!value)
        return std::unexpected(value.error());
    if (!*value)
        return false;
    return matches(pattern, **value);
}

Outcome<bool> Frame::matchesClass(const ClassPattern &pattern, Value subject)
{
    const Evaluated type = evaluate(*pattern.type);
    if (!type)
        return std::unexpected(type.error());
    const auto isInstance = m_evaluator.isInstance(subject, *type);
    if (!isInstance || !*isInstance)
        return isInstance;
    const auto *known = type->as<ClassObject>();
    if (!pattern.patterns.empty() && known) {
        const auto names = m_evaluator.findAttribute(*type, "__match_args__");
        if (!names)
            return std::unexpected(names.error());
        const auto *order = *names ? (*names)->as<TupleObject>() : nullptr;
        if (!order && matchesItself(*known) && pattern.patterns.size() == 1)
            return matches(*pattern.patterns[0], subject);
        const std::size_t count = order ? order->items.size() : 0;
        if (pattern.patterns.size() > count)
            return m_evaluator.raise("TypeError", known->name + "() accepts " + std::to_string(count)
                                                      + " positional sub-pattern" + (count == 1 ? "" : "s")
                                                      + " (" + std::to_string(pattern.patterns.size())
                                                      + " given)");
        for (std::size_t i = 0; i < pattern.patterns.size(); ++i) {
            const auto *name = order->items[i].as<StringObject>();
            if (!name)
                return m_evaluator.raise("TypeError", "__match_args__ elements must be strings");
            const auto isMatch = matchesAttribute(*pattern.patterns[i], subject, name->utf8);
            if (!isMatch || !*isMatch)
                return isMatch;
        }
    }
    for (std::size_t i = 0; i < pattern.keywordNames.size(); ++i) {
        const auto isMatch = matchesAttribute(*pattern.keywordPatterns[i], subject, pattern.keywordNames[i]);
        if (!isMatch || !*isMatch)
            return isMatch;
    }
    return true;
}

} // namespace athanor::python
