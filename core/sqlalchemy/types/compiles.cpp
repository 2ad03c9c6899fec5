// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/compiles.h"

#include "core/sqlalchemy/types/typeclass.h"
#include "core/sqlalchemy/types/typeobject.h"

#include <algorithm>
#include <ranges>

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// What @compiles(Class, 'dialect') registered; "default" where no dialect is named.
struct Registered
{
    const ClassObject *type;
    std::string dialect;
    Value function;
};

struct CompiledFunctions
{
    std::vector<Registered> functions;
    Value typeCompiler = {};
};

const Registered *registeredFor(const CompiledFunctions &compiled, const ClassObject &type,
                                std::string_view dialect)
{
    const Registered *fallback = nullptr;
    // The last one to register replaces those before it.
    for (const Registered &each : std::views::reverse(compiled.functions)) {
        if (each.type != &type)
            continue;
        if (each.dialect == dialect)
            return &each;
        if (each.dialect == "default" && fallback == nullptr)
            fallback = &each;
    }
    return fallback;
}

bool hasOwnSpelling(const ClassObject &type)
{
    if (type.native == nullptr)
        return type.attributes.find("__visit_name__") != nullptr;
    return type.native->allocate == allocateType
           && static_cast<const TypeClass *>(type.native)->kind != sql::TypeKind::Null;
}

Evaluated compiles(Evaluator &evaluator, const Arguments &arguments)
{
    auto *type = arguments.positional.empty() ? nullptr : arguments.positional.front().as<ClassObject>();
    if (type == nullptr)
        return evaluator.refuse("@compiles of something else than a class", "a class");
    std::vector<std::string> dialects;
    for (const Value name : arguments.positional.subspan(1)) {
        const auto *text = name.as<StringObject>();
        if (text == nullptr)
            return evaluator.refuse("@compiles for a dialect that is no str", "the dialect's name");
        dialects.push_back(text->utf8);
    }
    if (dialects.empty())
        dialects.emplace_back("default");
    const auto decorate = [type, dialects](Evaluator &inner, const Arguments &given) -> Evaluated {
        if (given.positional.size() != 1)
            return inner.raise("TypeError", "decorate() takes 1 positional argument");
        for (const std::string &dialect : dialects)
            inner.state<CompiledFunctions>().functions.push_back({type, dialect, given.positional.front()});
        return given.positional.front();
    };
    return Value(evaluator.heap().make<NativeFunction>("decorate", decorate));
}

// The compiler that such a function is handed.

Evaluated written(Evaluator &evaluator, const sql::Type &type)
{
    const Outcome<std::string> text = textOf(evaluator, type, targetDialect(evaluator));
    if (!text)
        return std::unexpected(text.error());
    return Value(evaluator.heap().string(*text));
}

Evaluated process(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "process() missing 1 required positional argument: 'type_'");
    const Outcome<sql::Type> type = typeFrom(evaluator, arguments.positional[1], "compiler.process()");
    return type ? written(evaluator, *type) : std::unexpected(type.error());
}

/// compiler.visit_VARCHAR(element): the element's arguments in the spelling that the name asks for.
Evaluated visit(Evaluator &evaluator, sql::TypeKind kind, const Arguments &arguments)
{
    auto *element = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (element == nullptr)
        return evaluator.refuse("compiler.visit_… of something else than a type", "a type");
    Outcome<sql::Type> type = valueWithoutCompiles(evaluator, *element);
    if (!type)
        return std::unexpected(type.error());
    type->kind = kind;
    return written(evaluator, *type);
}

Evaluated visitor(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *name = arguments.positional.size() < 2 ? nullptr : arguments.positional[1].as<StringObject>();
    if (name == nullptr)
        return evaluator.raise("TypeError", "__getattr__() needs a name");
    constexpr std::string_view prefix = "visit_";
    if (name->utf8.starts_with(prefix)) {
        const QString visitName = QString::fromStdString(name->utf8.substr(prefix.size()));
        if (const std::optional<sql::TypeKind> kind = sql::kindOfVisitName(visitName)) {
            const auto call = [kind = *kind](Evaluator &inner, const Arguments &given) {
                return visit(inner, kind, given);
            };
            return Value(evaluator.heap().make<NativeFunction>(name->utf8, call));
        }
    }
    return evaluator.refuse("compiler." + name->utf8 + " of a type compiler", "what it does");
}

Evaluated dialectOfCompiler(Evaluator &evaluator, const Arguments &)
{
    return dialectValue(evaluator);
}

constexpr NativeMember typeCompilerMembers[] = {
    {"__getattr__", MemberKind::Method, visitor},
    {"dialect", MemberKind::Getter, dialectOfCompiler},
    {"process", MemberKind::Method, process},
};

constinit const NativeClass typeCompilerClass = {
    .name = "GenericTypeCompiler", .module = "sqlalchemy.sql.compiler", .members = typeCompilerMembers};

const NativeName names[] = {{.name = "compiles", .call = compiles}};

} // namespace

bool hasCompiledFunctions(Evaluator &evaluator)
{
    return !evaluator.state<CompiledFunctions>().functions.empty();
}

Outcome<std::optional<std::string>> compiledText(Evaluator &evaluator, Instance &element, Value compiler)
{
    const CompiledFunctions &compiled = evaluator.state<CompiledFunctions>();
    if (compiled.functions.empty())
        return std::nullopt;
    const std::string dialect = dialect::dialectOf(targetDialect(evaluator)).text.toString().toStdString();
    for (const ClassObject *type : element.type->order) {
        if (!std::ranges::contains(compiled.functions, type, &Registered::type)) {
            // A class with a visit name of its own is written by that.
            if (hasOwnSpelling(*type))
                return std::nullopt;
            continue;
        }
        const Registered *found = registeredFor(compiled, *type, dialect);
        if (found == nullptr)
            return std::nullopt;
        const Evaluated text = evaluator.call(found->function, {Value(&element), compiler});
        if (!text)
            return std::unexpected(text.error());
        const auto *string = text->as<StringObject>();
        if (string == nullptr)
            return evaluator.refuse("a @compiles function that gives no str", "the text");
        return string->utf8;
    }
    return std::nullopt;
}

Value typeCompiler(Evaluator &evaluator)
{
    Value &kept = evaluator.state<CompiledFunctions>().typeCompiler;
    if (kept.isNone())
        kept = Value(evaluator.instance<Instance>(typeCompilerClass));
    return kept;
}

std::span<const NativeName> compilerNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
