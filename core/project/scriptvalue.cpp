// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptvalue.h"

#include "core/python/describe.h"

namespace athanor {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

// A header's values are short; a script that doubles a string forty times over is not read to its end.
constexpr qsizetype LongestText = 10'000;
constexpr qsizetype MostItems = 10'000;

QString fromSource(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

ScriptValue textValue(const QString &text, const Node &place)
{
    if (text.size() > LongestText)
        return ScriptValue::unknown(u"a text of more than %1 characters"_s.arg(LongestText), place);
    return {ScriptValue::Kind::Text, text};
}

ScriptValue nameValue(const Name &name, const ScriptNames &names)
{
    const auto found = names.find(name.id);
    if (found == names.end())
        return ScriptValue::unknown(u"the name '%1', which is not assigned above"_s.arg(fromSource(name.id)),
                                    name);
    return found->second.value;
}

ScriptValue itemsValue(NodeList<Expression> elements, const ScriptNames &names)
{
    ScriptValue result{ScriptValue::Kind::Items};
    for (const Expression *element : elements) {
        const auto *starred = element->as<Starred>();
        ScriptValue value = constantValue(starred ? *starred->value : *element, names);
        if (value.kind == ScriptValue::Kind::Unknown)
            return value;
        if (!starred)
            result.items.append(value);
        else if (value.kind == ScriptValue::Kind::Items)
            result.items.append(value.items);
        else
            return ScriptValue::unknown(u"a starred value"_s, *element);
        if (result.items.size() > MostItems)
            return ScriptValue::unknown(u"more than %1 items"_s.arg(MostItems), *element);
    }
    return result;
}

ScriptValue formattedValue(const FormattedString &string, const ScriptNames &names)
{
    QString text;
    for (const Expression *part : string.parts) {
        if (const auto *literal = part->as<String>()) {
            text += fromSource(literal->text);
            continue;
        }
        const auto *field = part->as<Replacement>();
        ScriptValue value = constantValue(*field->value, names);
        if (value.kind == ScriptValue::Kind::Unknown)
            return value;
        const bool isPlain = (field->conversion == 0 || field->conversion == 's') && !field->specification;
        if (!isPlain || (value.kind != ScriptValue::Kind::Text && value.kind != ScriptValue::Kind::Number))
            return ScriptValue::unknown(u"a formatted value"_s, *field);
        text += value.text;
    }
    return textValue(text, string);
}

/// "…%s…" % values; only %s, %d and %%.
ScriptValue formatted(const QString &format, const QList<ScriptValue> &values, const Node &place)
{
    QString text;
    qsizetype used = 0;
    for (qsizetype at = 0; at < format.size(); ++at) {
        if (format[at] != u'%') {
            text += format[at];
            continue;
        }
        const QChar letter = at + 1 < format.size() ? format[at + 1] : QChar();
        ++at;
        if (letter == u'%') {
            text += letter;
            continue;
        }
        const bool fits =
            used < values.size()
            && ((letter == u's' && values[used].kind == ScriptValue::Kind::Text)
                || ((letter == u's' || letter == u'd') && values[used].kind == ScriptValue::Kind::Number));
        if (!fits)
            return ScriptValue::unknown(u"a formatted value"_s, place);
        text += values[used++].text;
    }
    if (used < values.size())
        return ScriptValue::unknown(u"a formatted value"_s, place);
    return textValue(text, place);
}

/// a + b + c …: a loop, since the chain may be long.
ScriptValue chainValue(const Binary &last, const ScriptNames &names)
{
    QList<const Binary *> chain;
    const Expression *at = &last;
    for (const Binary *binary = &last; binary; binary = at->as<Binary>()) {
        chain.append(binary);
        at = binary->left;
    }
    ScriptValue value = constantValue(*at, names);
    while (!chain.isEmpty() && value.kind != ScriptValue::Kind::Unknown) {
        const Binary *binary = chain.takeLast();
        value = combined(binary->op, value, constantValue(*binary->right, names), *binary);
    }
    return value;
}

QString withArticle(const QString &description)
{
    static constexpr QStringView Vowels = u"aeiou";
    return (Vowels.contains(description.front()) ? u"an "_s : u"a "_s) + description;
}

} // namespace

ScriptValue combined(BinaryOperator op, const ScriptValue &left, const ScriptValue &right, const Node &place)
{
    using Kind = ScriptValue::Kind;
    if (left.kind == Kind::Unknown)
        return left;
    if (right.kind == Kind::Unknown)
        return right;
    if (op == BinaryOperator::Add && left.kind == Kind::Text && right.kind == Kind::Text)
        return textValue(left.text + right.text, place);
    if (op == BinaryOperator::Add && left.kind == Kind::Items && right.kind == Kind::Items
        && left.items.size() + right.items.size() <= MostItems)
        return {Kind::Items, {}, left.items + right.items};
    if (op == BinaryOperator::Modulo && left.kind == Kind::Text)
        return formatted(left.text, right.kind == Kind::Items ? right.items : QList<ScriptValue>{right},
                         place);
    return ScriptValue::unknown(u"an expression"_s, place);
}

ScriptValue constantValue(const Expression &expression, const ScriptNames &names)
{
    switch (expression.kind) {
    case ExpressionKind::String:
        if (expression.as<String>()->hasNamedCharacters)
            return ScriptValue::unknown(u"a character by its name (\\N{…})"_s, expression);
        return textValue(fromSource(expression.as<String>()->text), expression);
    case ExpressionKind::Integer:
        if (const auto value = expression.as<Integer>()->value)
            return {ScriptValue::Kind::Number, QString::number(*value)};
        return ScriptValue::unknown(u"a large number"_s, expression);
    case ExpressionKind::Singleton:
        if (expression.as<Singleton>()->value == SingletonValue::None)
            return {};
        break;
    case ExpressionKind::Name:
        return nameValue(*expression.as<Name>(), names);
    case ExpressionKind::Tuple:
        return itemsValue(expression.as<Tuple>()->elements, names);
    case ExpressionKind::List:
        return itemsValue(expression.as<List>()->elements, names);
    case ExpressionKind::Binary:
        return chainValue(*expression.as<Binary>(), names);
    case ExpressionKind::FormattedString:
        return formattedValue(*expression.as<FormattedString>(), names);
    case ExpressionKind::Named:
        return constantValue(*expression.as<Named>()->value, names);
    default:
        break;
    }
    return ScriptValue::unknown(withArticle(describeExpression(expression)), expression);
}

} // namespace athanor
