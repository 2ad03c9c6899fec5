// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/scope.h"

#include <algorithm>

namespace athanor::python {

namespace {

bool contains(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

/// Walks a body's statements and expressions, but not into inner functions and classes. Expressions wait on
/// a list of their own, since they may be nested as deep as they are long.
class NameCollector
{
public:
    void parameters(const Parameters *parameters);
    void block(Block statements);
    void statement(const Statement &statement);
    void expression(const Expression *expression);

    ScopeNames names;
    std::vector<std::string_view> changed;

private:
    void bind(std::string_view name);
    void target(const Expression *target);
    void change(const Expression *object);
    void visit(const Expression &expression);
    void children(const Expression &expression);
    void comprehension(const Expression *element, NodeList<ComprehensionClause> clauses);
    void simple(const Statement &statement);
    void compound(const Statement &statement);
    void definition(const Statement &statement);
    void import(const Statement &statement);
    void pattern(const Pattern *pattern);
    void all(NodeList<Expression> expressions);

    std::vector<const Expression *> m_waiting;
    bool m_isWalking = false;
};

void NameCollector::bind(std::string_view name)
{
    if (!name.empty() && !contains(names.bound, name))
        names.bound.push_back(name);
}

void NameCollector::parameters(const Parameters *parameters)
{
    if (!parameters)
        return;
    for (const Parameter *each : parameters->positionalOnly)
        bind(each->name);
    for (const Parameter *each : parameters->positional)
        bind(each->name);
    for (const Parameter *each : parameters->keywordOnly)
        bind(each->name);
    if (parameters->variadic)
        bind(parameters->variadic->name);
    if (parameters->variadicKeyword)
        bind(parameters->variadicKeyword->name);
}

void NameCollector::block(Block statements)
{
    for (const Statement *each : statements)
        statement(*each);
}

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
        for (const Parameter *each : lambda->parameters->positionalOnly)
            expression(each->defaultValue);
        for (const Parameter *each : lambda->parameters->positional)
            expression(each->defaultValue);
        for (const Parameter *each : lambda->parameters->keywordOnly)
            expression(each->defaultValue);
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
    } else if (const auto *tuple = node.as<Tuple>()) {
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

void NameCollector::statement(const Statement &statement)
{
    simple(statement);
    compound(statement);
    definition(statement);
    import(statement);
}

void NameCollector::simple(const Statement &statement)
{
    if (const auto *value = statement.as<ExpressionStatement>()) {
        expression(value->value);
    } else if (const auto *assignment = statement.as<Assignment>()) {
        expression(assignment->value);
        for (const Expression *each : assignment->targets)
            target(each);
    } else if (const auto *annotated = statement.as<AnnotatedAssignment>()) {
        expression(annotated->value);
        target(annotated->target);
    } else if (const auto *augmented = statement.as<AugmentedAssignment>()) {
        expression(augmented->value);
        target(augmented->target);
    } else if (const auto *deletion = statement.as<Delete>()) {
        for (const Expression *each : deletion->targets)
            target(each);
    } else if (const auto *result = statement.as<Return>()) {
        expression(result->value);
    } else if (const auto *raise = statement.as<Raise>()) {
        expression(raise->exception);
        expression(raise->cause);
    } else if (const auto *assertion = statement.as<Assert>()) {
        expression(assertion->condition);
        expression(assertion->message);
    } else if (const auto *global = statement.as<Global>()) {
        names.global.insert(names.global.end(), global->names.begin(), global->names.end());
    } else if (const auto *nonlocal = statement.as<Nonlocal>()) {
        names.nonlocal.insert(names.nonlocal.end(), nonlocal->names.begin(), nonlocal->names.end());
    }
}

void NameCollector::compound(const Statement &statement)
{
    if (const auto *branch = statement.as<If>()) {
        // A chain of elif is as deep as it is long.
        for (const If *each = branch; each;) {
            expression(each->condition);
            block(each->body);
            const bool isChain = each->orElse.size() == 1 && each->orElse[0]->as<If>();
            if (!isChain)
                block(each->orElse);
            each = isChain ? each->orElse[0]->as<If>() : nullptr;
        }
    } else if (const auto *whileLoop = statement.as<While>()) {
        expression(whileLoop->condition);
        block(whileLoop->body);
        block(whileLoop->orElse);
    } else if (const auto *loop = statement.as<For>()) {
        expression(loop->iterable);
        target(loop->target);
        block(loop->body);
        block(loop->orElse);
    } else if (const auto *with = statement.as<With>()) {
        for (const WithItem *item : with->items) {
            expression(item->context);
            if (item->target)
                target(item->target);
        }
        block(with->body);
    } else if (const auto *attempt = statement.as<Try>()) {
        block(attempt->body);
        for (const ExceptHandler *handler : attempt->handlers) {
            expression(handler->type);
            bind(handler->name);
            block(handler->body);
        }
        block(attempt->orElse);
        block(attempt->finally);
    } else if (const auto *match = statement.as<Match>()) {
        expression(match->subject);
        for (const Case *each : match->cases) {
            pattern(each->pattern);
            expression(each->guard);
            block(each->body);
        }
    }
}

void NameCollector::definition(const Statement &statement)
{
    if (const auto *function = statement.as<Function>()) {
        names.hasInnerScopes = true;
        bind(function->name);
        all(function->decorators);
    } else if (const auto *type = statement.as<Class>()) {
        names.hasInnerScopes = true;
        bind(type->name);
        all(type->decorators);
        all(type->bases);
    } else if (const auto *alias = statement.as<TypeAlias>()) {
        bind(alias->name->id);
    }
}

void NameCollector::import(const Statement &statement)
{
    if (const auto *plain = statement.as<Import>()) {
        for (const ImportedName *each : plain->names)
            bind(each->alias.empty() ? each->name.substr(0, each->name.find('.')) : each->alias);
    } else if (const auto *from = statement.as<ImportFrom>()) {
        for (const ImportedName *each : from->names) {
            if (each->name != "*")
                bind(each->alias.empty() ? each->name : each->alias);
        }
    }
}

void NameCollector::pattern(const Pattern *pattern)
{
    if (!pattern)
        return;
    const auto each = [this](NodeList<Pattern> patterns) {
        for (const Pattern *inner : patterns)
            this->pattern(inner);
    };
    if (const auto *sequence = pattern->as<SequencePattern>()) {
        each(sequence->patterns);
    } else if (const auto *mapping = pattern->as<MappingPattern>()) {
        each(mapping->patterns);
        bind(mapping->rest);
    } else if (const auto *type = pattern->as<ClassPattern>()) {
        each(type->patterns);
        each(type->keywordPatterns);
    } else if (const auto *star = pattern->as<StarPattern>()) {
        bind(star->name);
    } else if (const auto *capture = pattern->as<CapturePattern>()) {
        this->pattern(capture->pattern);
        bind(capture->name);
    } else if (const auto *alternatives = pattern->as<AlternativesPattern>()) {
        each(alternatives->patterns);
    }
}

} // namespace

bool ScopeNames::binds(std::string_view name) const
{
    return contains(bound, name);
}

bool ScopeNames::isGlobal(std::string_view name) const
{
    return !global.empty() && contains(global, name);
}

bool ScopeNames::isNonlocal(std::string_view name) const
{
    return !nonlocal.empty() && contains(nonlocal, name);
}

ScopeNames namesOf(Block body, const Parameters *parameters)
{
    NameCollector collector;
    collector.parameters(parameters);
    collector.block(body);
    return std::move(collector.names);
}

ScopeNames namesOf(const Expression &body, const Parameters *parameters)
{
    NameCollector collector;
    collector.parameters(parameters);
    collector.expression(&body);
    return std::move(collector.names);
}

std::vector<std::string_view> namesBoundBy(const Statement &statement)
{
    NameCollector collector;
    collector.statement(statement);
    return std::move(collector.names.bound);
}

std::vector<std::string_view> namesChangedBy(const Statement &statement)
{
    NameCollector collector;
    collector.statement(statement);
    return std::move(collector.changed);
}

} // namespace athanor::python
