// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/describe.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

static QString describeSingleton(SingletonValue value)
{
    switch (value) {
    case SingletonValue::None:
        return u"None"_s;
    case SingletonValue::False:
        return u"False"_s;
    case SingletonValue::True:
        return u"True"_s;
    case SingletonValue::Ellipsis:
        return u"ellipsis"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString describeExpression(const Expression &expression)
{
    switch (expression.kind) {
    case ExpressionKind::Name:
        return u"name"_s;
    case ExpressionKind::Singleton:
        return describeSingleton(expression.as<Singleton>()->value);
    case ExpressionKind::Integer:
    case ExpressionKind::Float:
    case ExpressionKind::Imaginary:
    case ExpressionKind::String:
    case ExpressionKind::Bytes:
        return u"literal"_s;
    case ExpressionKind::FormattedString:
    case ExpressionKind::Replacement:
        return u"f-string expression"_s;
    case ExpressionKind::Tuple:
        return u"tuple"_s;
    case ExpressionKind::List:
        return u"list"_s;
    case ExpressionKind::Set:
        return u"set display"_s;
    case ExpressionKind::Dictionary:
        return u"dict literal"_s;
    case ExpressionKind::Unary:
    case ExpressionKind::Binary:
    case ExpressionKind::Boolean:
        return u"expression"_s;
    case ExpressionKind::Comparison:
        return u"comparison"_s;
    case ExpressionKind::Conditional:
        return u"conditional expression"_s;
    case ExpressionKind::Lambda:
        return u"lambda"_s;
    case ExpressionKind::Call:
        return u"function call"_s;
    case ExpressionKind::Attribute:
        return u"attribute"_s;
    case ExpressionKind::Subscript:
        return u"subscript"_s;
    case ExpressionKind::Slice:
        return u"slice"_s;
    case ExpressionKind::Starred:
        return u"starred"_s;
    case ExpressionKind::Await:
        return u"await expression"_s;
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
        return u"yield expression"_s;
    case ExpressionKind::Named:
        return u"named expression"_s;
    case ExpressionKind::ListComprehension:
        return u"list comprehension"_s;
    case ExpressionKind::SetComprehension:
        return u"set comprehension"_s;
    case ExpressionKind::DictionaryComprehension:
        return u"dict comprehension"_s;
    case ExpressionKind::Generator:
        return u"generator expression"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace athanor::python
