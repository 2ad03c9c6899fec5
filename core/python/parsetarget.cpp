// SPDX-License-Identifier: GPL-3.0-or-later
// What is assigned to. Targets are read as expressions and checked afterwards.
#include "core/python/describe.h"
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// The targets of `for`: a tuple of operands, since `in` ends them.
const Expression *Grammar::starTargets()
{
    const auto target = [this]() -> const Expression * {
        if (kind() != TokenKind::Star)
            return bitwiseOr();
        auto *star = make<Starred>(take().begin);
        star->value = bitwiseOr();
        return closed(star);
    };
    const Expression *first = target();
    if (kind() != TokenKind::Comma)
        return first;
    Collector<Expression> elements(*this);
    elements.add(first);
    while (accept(TokenKind::Comma) && !endsList())
        elements.add(target());
    auto *tuple = make<Tuple>(first->begin);
    tuple->elements = elements.list();
    return closed(tuple);
}

/// The part that cannot be assigned to or deleted; nullptr when there is none.
const Expression *Grammar::invalidTarget(const Expression *target, TargetUse use) const
{
    const auto firstInvalid = [&](NodeList<Expression> elements) -> const Expression * {
        for (const Expression *element : elements) {
            if (const Expression *invalid = invalidTarget(element, use))
                return invalid;
        }
        return nullptr;
    };
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
        return nullptr;
    case ExpressionKind::Tuple:
        return firstInvalid(target->as<Tuple>()->elements);
    case ExpressionKind::List:
        return firstInvalid(target->as<List>()->elements);
    case ExpressionKind::Starred:
        return use == TargetUse::Delete ? target : invalidTarget(target->as<Starred>()->value, use);
    default:
        return target;
    }
}

void Grammar::checkTarget(const Expression *target, TargetUse use)
{
    if (failed())
        return;
    const Expression *invalid = invalidTarget(target, use);
    if (!invalid)
        return;
    const QString message = use == TargetUse::Delete ? u"cannot delete %1"_s : u"cannot assign to %1"_s;
    failAt(SyntaxCode::Target, message.arg(describeExpression(*invalid)), *invalid);
}

/// Python's compiler takes one starred name a list, and none outside of a list.
void Grammar::checkStars(const Expression *target)
{
    NodeList<Expression> elements;
    if (const auto *tuple = target->as<Tuple>())
        elements = tuple->elements;
    else if (const auto *list = target->as<List>())
        elements = list->elements;
    else if (target->kind == ExpressionKind::Starred)
        misplaced(SyntaxCode::Target, u"starred assignment target must be in a list or tuple"_s,
                  target->begin, target->end);
    int stars = 0;
    for (const Expression *element : elements) {
        const auto *starred = element->as<Starred>();
        stars += starred ? 1 : 0;
        checkStars(starred ? starred->value : element);
    }
    if (stars > 1)
        misplaced(SyntaxCode::Target, u"multiple starred expressions in assignment"_s, target->begin,
                  target->end);
}

void Grammar::checkStarredValue(const Expression *value)
{
    if (value->kind == ExpressionKind::Starred)
        misplaced(SyntaxCode::Placement, u"can't use starred expression here"_s, value->begin, value->end);
}

/// The target of an annotation: a name, attribute or subscript.
void Grammar::checkSingleTarget(const Expression *target)
{
    switch (target->kind) {
    case ExpressionKind::Name:
    case ExpressionKind::Attribute:
    case ExpressionKind::Subscript:
        return;
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
        return failAt(SyntaxCode::Target,
                      u"only single target (not %1) can be annotated"_s.arg(describeExpression(*target)),
                      *target);
    default:
        return failAt(SyntaxCode::Target, u"illegal target for annotation"_s, *target);
    }
}

} // namespace athanor::python
