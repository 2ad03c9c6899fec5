// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/dumper.h"

namespace athanor::python {

std::string dump(const Module &module)
{
    Dumper dumper;
    dumper.module(module);
    return std::move(dumper.text);
}

std::string dump(const Statement &statement)
{
    Dumper dumper;
    dumper.statement(statement);
    return std::move(dumper.text);
}

void Dumper::module(const Module &module)
{
    DumpedNode(*this, "Module").block("body", module.body);
}

void Dumper::statement(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::Assignment:
    case StatementKind::AnnotatedAssignment:
    case StatementKind::AugmentedAssignment:
    case StatementKind::Delete:
    case StatementKind::TypeAlias:
        return assignment(statement);
    case StatementKind::Global:
        return scopeNames("Global", statement.as<Global>()->names);
    case StatementKind::Nonlocal:
        return scopeNames("Nonlocal", statement.as<Nonlocal>()->names);
    case StatementKind::Import:
        return import(*statement.as<Import>());
    case StatementKind::ImportFrom:
        return importFrom(*statement.as<ImportFrom>());
    case StatementKind::If:
        return ifChain(*statement.as<If>());
    case StatementKind::While:
    case StatementKind::For:
        return loop(statement);
    case StatementKind::With:
        return with(*statement.as<With>());
    case StatementKind::Try:
        return tryStatement(*statement.as<Try>());
    case StatementKind::Match:
        return match(*statement.as<Match>());
    case StatementKind::Function:
        return function(*statement.as<Function>());
    case StatementKind::Class:
        return classDefinition(*statement.as<Class>());
    default:
        return simple(statement);
    }
}

void Dumper::simple(const Statement &statement)
{
    if (statement.kind == StatementKind::Pass) {
        text += "Pass()";
    } else if (statement.kind == StatementKind::Break) {
        text += "Break()";
    } else if (statement.kind == StatementKind::Continue) {
        text += "Continue()";
    } else if (const auto *value = statement.as<ExpressionStatement>()) {
        DumpedNode(*this, "Expr").node("value", value->value);
    } else if (const auto *returned = statement.as<Return>()) {
        DumpedNode(*this, "Return").node("value", returned->value);
    } else if (const auto *raise = statement.as<Raise>()) {
        DumpedNode node(*this, "Raise");
        node.node("exc", raise->exception);
        node.node("cause", raise->cause);
    } else if (const auto *assertion = statement.as<Assert>()) {
        DumpedNode node(*this, "Assert");
        node.node("test", assertion->condition);
        node.node("msg", assertion->message);
    }
}

void Dumper::assignment(const Statement &statement)
{
    static constexpr std::string_view Operators[] = {
        "Add()",    "Sub()",    "Mult()",  "MatMult()", "Div()",    "Mod()",     "Pow()",
        "LShift()", "RShift()", "BitOr()", "BitXor()",  "BitAnd()", "FloorDiv()"};
    if (const auto *plain = statement.as<Assignment>()) {
        DumpedNode node(*this, "Assign");
        node.nodes("targets", plain->targets, Context::Store);
        node.node("value", plain->value);
    } else if (const auto *annotated = statement.as<AnnotatedAssignment>()) {
        DumpedNode node(*this, "AnnAssign");
        node.node("target", annotated->target, Context::Store);
        node.node("annotation", annotated->annotation);
        node.node("value", annotated->value);
        node.raw("simple", annotated->isSimple ? "1" : "0");
    } else if (const auto *augmented = statement.as<AugmentedAssignment>()) {
        DumpedNode node(*this, "AugAssign");
        node.node("target", augmented->target, Context::Store);
        node.raw("op", Operators[static_cast<std::size_t>(augmented->op)]);
        node.node("value", augmented->value);
    } else if (const auto *deleted = statement.as<Delete>()) {
        DumpedNode(*this, "Delete").nodes("targets", deleted->targets, Context::Delete);
    } else if (const auto *alias = statement.as<TypeAlias>()) {
        DumpedNode node(*this, "TypeAlias");
        node.node("name", alias->name, Context::Store);
        node.list("type_params", alias->typeParameters,
                  [this](const TypeParameter *item) { typeParameter(*item); });
        node.node("value", alias->value);
    }
}

void Dumper::scopeNames(std::string_view type, std::span<const std::string_view> names)
{
    DumpedNode(*this, type).list("names", names, [this](std::string_view name) { text += reprText(name); });
}

void Dumper::import(const Import &import)
{
    DumpedNode(*this, "Import").list("names", import.names, [this](const ImportedName *item) {
        imported(*item);
    });
}

void Dumper::importFrom(const ImportFrom &import)
{
    DumpedNode node(*this, "ImportFrom");
    node.name("module", import.module);
    node.list("names", import.names, [this](const ImportedName *item) { imported(*item); });
    node.raw("level", std::to_string(import.level));
}

/// An elif chain may be long: its nodes are opened in a loop and closed together.
void Dumper::ifChain(const If &first)
{
    std::size_t open = 0;
    for (const If *at = &first;;) {
        text += "If(test=";
        expression(*at->condition);
        text += ", body=[";
        for (const Statement *item : at->body) {
            if (item != at->body.front())
                text += ", ";
            statement(*item);
        }
        text += ']';
        ++open;
        const If *next = at->orElse.size() == 1 ? at->orElse.front()->as<If>() : nullptr;
        if (!next) {
            if (!at->orElse.empty()) {
                text += ", orelse=[";
                for (const Statement *item : at->orElse) {
                    if (item != at->orElse.front())
                        text += ", ";
                    statement(*item);
                }
                text += ']';
            }
            break;
        }
        text += ", orelse=[";
        at = next;
    }
    for (; open > 1; --open)
        text += ")]";
    text += ')';
}

void Dumper::loop(const Statement &statement)
{
    if (const auto *repeated = statement.as<While>()) {
        DumpedNode node(*this, "While");
        node.node("test", repeated->condition);
        node.block("body", repeated->body);
        node.block("orelse", repeated->orElse);
    } else if (const auto *each = statement.as<For>()) {
        DumpedNode node(*this, each->isAsync ? "AsyncFor" : "For");
        node.node("target", each->target, Context::Store);
        node.node("iter", each->iterable);
        node.block("body", each->body);
        node.block("orelse", each->orElse);
    }
}

void Dumper::with(const With &with)
{
    DumpedNode node(*this, with.isAsync ? "AsyncWith" : "With");
    node.list("items", with.items, [this](const WithItem *item) {
        DumpedNode part(*this, "withitem");
        part.node("context_expr", item->context);
        part.node("optional_vars", item->target, Context::Store);
    });
    node.block("body", with.body);
}

void Dumper::tryStatement(const Try &statement)
{
    DumpedNode node(*this, statement.isGroup ? "TryStar" : "Try");
    node.block("body", statement.body);
    node.list("handlers", statement.handlers, [this](const ExceptHandler *item) {
        DumpedNode handler(*this, "ExceptHandler");
        handler.node("type", item->type);
        handler.name("name", item->name);
        handler.block("body", item->body);
    });
    node.block("orelse", statement.orElse);
    node.block("finalbody", statement.finally);
}

void Dumper::match(const Match &match)
{
    DumpedNode node(*this, "Match");
    node.node("subject", match.subject);
    node.list("cases", match.cases, [this](const Case *item) {
        DumpedNode branch(*this, "match_case");
        branch.field("pattern");
        pattern(*item->pattern);
        branch.node("guard", item->guard);
        branch.block("body", item->body);
    });
}

void Dumper::function(const Function &function)
{
    DumpedNode node(*this, function.isAsync ? "AsyncFunctionDef" : "FunctionDef");
    node.name("name", function.name);
    node.field("args");
    parameters(*function.parameters);
    node.block("body", function.body);
    node.nodes("decorator_list", function.decorators);
    node.node("returns", function.returns);
    node.list("type_params", function.typeParameters,
              [this](const TypeParameter *item) { typeParameter(*item); });
}

void Dumper::classDefinition(const Class &definition)
{
    DumpedNode node(*this, "ClassDef");
    node.name("name", definition.name);
    node.nodes("bases", definition.bases);
    node.list("keywords", definition.keywords, [this](const Keyword *item) { keyword(*item); });
    node.block("body", definition.body);
    node.nodes("decorator_list", definition.decorators);
    node.list("type_params", definition.typeParameters,
              [this](const TypeParameter *item) { typeParameter(*item); });
}

} // namespace athanor::python
