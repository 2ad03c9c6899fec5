// SPDX-License-Identifier: GPL-3.0-or-later
// What statements do with names.
#include "core/evaluator/namecollector.h"

namespace athanor::python {

void NameCollector::bind(std::string_view name)
{
    if (!name.empty() && !names.binds(name))
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
        defaults(*function->parameters);
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

} // namespace athanor::python
