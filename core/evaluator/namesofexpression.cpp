// SPDX-License-Identifier: GPL-3.0-or-later
// What expressions do with names.
#include "core/evaluator/namecollector.h"

namespace athanor::python {

void NameCollector::all(NodeList<Expression> expressions)
{
    for (const Expression *each : expressions)
        expression(each);
}

void NameCollector::expression(const Expression *expression)
{
    if (!expression)
        return;
    m_waiting.push_back(expression);
    if (m_isWalking)
        return;
    m_isWalking = true;
    while (!m_waiting.empty()) {
        const Expression *next = m_waiting.back();
        m_waiting.pop_back();
        visit(*next);
    }
    m_isWalking = false;
}

void NameCollector::target(const Expression *target)
{
    if (const auto *name = target->as<Name>()) {
        bind(name->id);
    } else if (const auto *tuple = target->as<Tuple>()) {
        for (const Expression *each : tuple->elements)
            this->target(each);
    } else if (const auto *list = target->as<List>()) {
        for (const Expression *each : list->elements)
            this->target(each);
    } else if (const auto *starred = target->as<Starred>()) {
        this->target(starred->value);
    } else {
        change(target);
        expression(target);
    }
}

/// Notes the name at the root of x.y, x[y].z …
void NameCollector::change(const Expression *object)
{
    for (;;) {
        if (const auto *attribute = object->as<Attribute>())
            object = attribute->value;
        else if (const auto *subscript = object->as<Subscript>())
            object = subscript->value;
        else if (const auto *call = object->as<Call>())
            object = call->function;
        else
            break;
    }
    if (const auto *name = object->as<Name>())
        changed.push_back(name->id);
}

void NameCollector::comprehension(const Expression *element, NodeList<ComprehensionClause> clauses)
{
    expression(element);
    for (const ComprehensionClause *clause : clauses) {
        expression(clause->iterable);
        all(clause->conditions);
    }
}

void NameCollector::visit(const Expression &expression)
{
    switch (expression.kind) {
    case ExpressionKind::Yield:
    case ExpressionKind::YieldFrom:
        names.isGenerator = true;
        break;
    case ExpressionKind::Named:
        bind(expression.as<Named>()->target->id);
        break;
    case ExpressionKind::Generator:
        names.hasInnerScopes = true;
        break;
    case ExpressionKind::Call:
        if (const auto *method = expression.as<Call>()->function->as<Attribute>())
            change(method);
        break;
    default:
        break;
    }
    children(expression);
}

void NameCollector::defaults(const Parameters &parameters)
{
    for (const NodeList<Parameter> &list :
         {parameters.positionalOnly, parameters.positional, parameters.keywordOnly}) {
        for (const Parameter *each : list)
            expression(each->defaultValue);
    }
}

void NameCollector::children(const Expression &node)
{
    if (const auto *unary = node.as<Unary>()) {
        expression(unary->operand);
    } else if (const auto *binary = node.as<Binary>()) {
        expression(binary->left);
        expression(binary->right);
    } else if (const auto *boolean = node.as<Boolean>()) {
        all(boolean->operands);
    } else if (const auto *comparison = node.as<Comparison>()) {
        expression(comparison->left);
        all(comparison->operands);
    } else if (const auto *conditional = node.as<Conditional>()) {
        expression(conditional->condition);
        expression(conditional->whenTrue);
        expression(conditional->whenFalse);
    } else if (const auto *lambda = node.as<Lambda>()) {
        names.hasInnerScopes = true;
        defaults(*lambda->parameters);
    } else if (const auto *call = node.as<Call>()) {
        expression(call->function);
        all(call->arguments);
        for (const Keyword *each : call->keywords)
            expression(each->value);
    } else if (const auto *attribute = node.as<Attribute>()) {
        expression(attribute->value);
    } else if (const auto *subscript = node.as<Subscript>()) {
        expression(subscript->value);
        expression(subscript->index);
    } else if (const auto *slice = node.as<Slice>()) {
        expression(slice->lower);
        expression(slice->upper);
        expression(slice->step);
    } else if (const auto *starred = node.as<Starred>()) {
        expression(starred->value);
    } else if (const auto *await = node.as<Await>()) {
        expression(await->value);
    } else if (const auto *yield = node.as<Yield>()) {
        expression(yield->value);
    } else if (const auto *from = node.as<YieldFrom>()) {
        expression(from->value);
    } else if (const auto *named = node.as<Named>()) {
        expression(named->value);
    } else {
        displayed(node);
    }
}

void NameCollector::displayed(const Expression &node)
{
    if (const auto *tuple = node.as<Tuple>()) {
        all(tuple->elements);
    } else if (const auto *list = node.as<List>()) {
        all(list->elements);
    } else if (const auto *set = node.as<Set>()) {
        all(set->elements);
    } else if (const auto *dictionary = node.as<Dictionary>()) {
        all(dictionary->keys);
        all(dictionary->values);
    } else if (const auto *text = node.as<FormattedString>()) {
        all(text->parts);
    } else if (const auto *field = node.as<Replacement>()) {
        expression(field->value);
        expression(field->specification);
    } else if (const auto *inList = node.as<ListComprehension>()) {
        comprehension(inList->element, inList->clauses);
    } else if (const auto *inSet = node.as<SetComprehension>()) {
        comprehension(inSet->element, inSet->clauses);
    } else if (const auto *generator = node.as<Generator>()) {
        comprehension(generator->element, generator->clauses);
    } else if (const auto *inDictionary = node.as<DictionaryComprehension>()) {
        expression(inDictionary->key);
        comprehension(inDictionary->value, inDictionary->clauses);
    }
}

} // namespace athanor::python
