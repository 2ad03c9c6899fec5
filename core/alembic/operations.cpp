// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/operations.h"

#include "core/alembic/arguments.h"
#include "core/alembic/connection.h"
#include "core/alembic/directives.h"
#include "core/alembic/migrationcontext.h"
#include "core/stdlib/native.h"

#include <algorithm>
#include <ranges>

namespace athanor::alembic {

using namespace python;

namespace {

/// What the evaluation's modules have added to op.
struct Extensions
{
    Value operations;
    std::vector<std::pair<ClassObject *, Value>> implementations; ///< newest last
};

template<Directive directive>
Evaluated asMethod(Evaluator &evaluator, const Arguments &arguments)
{
    return directive(evaluator, afterSelf(arguments));
}

Evaluated impl(Evaluator &evaluator, const Arguments &)
{
    return implValue(evaluator);
}

Evaluated context(Evaluator &evaluator, const Arguments &)
{
    return migrationContextValue(evaluator);
}

Evaluated initialise(Evaluator &, const Arguments &)
{
    return Value();
}

Evaluated enterContext(Evaluator &evaluator, const Arguments &)
{
    return operationsValue(evaluator);
}

Evaluated exitContext(Evaluator &, const Arguments &)
{
    return Value(false);
}

constexpr NativeMember contextMembers[] = {
    {"__enter__", MemberKind::Method, enterContext},
    {"__exit__", MemberKind::Method, exitContext},
};
const NativeClass operationsContextClass{"_GeneratorContextManager", "contextlib", {}, contextMembers};

/// with Operations.context(migration_context) as operations: the same operations, there is one context only.
Evaluated openContext(Evaluator &evaluator, const Arguments &)
{
    return evaluator.instance<Instance>(operationsContextClass);
}

constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise},
    {"create_table", MemberKind::Method, asMethod<createTable>},
    {"drop_table", MemberKind::Method, asMethod<dropTable>},
    {"rename_table", MemberKind::Method, asMethod<renameTable>},
    {"create_table_comment", MemberKind::Method, asMethod<createTableComment>},
    {"drop_table_comment", MemberKind::Method, asMethod<dropTableComment>},
    {"add_column", MemberKind::Method, asMethod<addColumn>},
    {"drop_column", MemberKind::Method, asMethod<dropColumn>},
    {"alter_column", MemberKind::Method, asMethod<alterColumn>},
    {"create_primary_key", MemberKind::Method, asMethod<createPrimaryKey>},
    {"create_unique_constraint", MemberKind::Method, asMethod<createUniqueConstraint>},
    {"create_check_constraint", MemberKind::Method, asMethod<createCheckConstraint>},
    {"create_foreign_key", MemberKind::Method, asMethod<createForeignKey>},
    {"create_exclude_constraint", MemberKind::Method, asMethod<createExcludeConstraint>},
    {"drop_constraint", MemberKind::Method, asMethod<dropConstraint>},
    {"create_index", MemberKind::Method, asMethod<createIndex>},
    {"drop_index", MemberKind::Method, asMethod<dropIndex>},
    {"execute", MemberKind::Method, asMethod<execute>},
    {"bulk_insert", MemberKind::Method, asMethod<bulkInsert>},
    {"f", MemberKind::Method, asMethod<finalName>},
    {"inline_literal", MemberKind::Method, asMethod<inlineLiteral>},
    {"run_async", MemberKind::Method, asMethod<runAsync>},
    {"batch_alter_table", MemberKind::Method, asMethod<batchAlterTable>},
    {"get_bind", MemberKind::Method, asMethod<getBind>},
    {"get_context", MemberKind::Method, asMethod<getContext>},
    {"invoke", MemberKind::Method, invoke},
    {"register_operation", MemberKind::ClassMethod, registerOperation},
    {"implementation_for", MemberKind::ClassMethod, implementationFor},
    {"context", MemberKind::ClassMethod, openContext},
    {"impl", MemberKind::Getter, impl},
    {"migration_context", MemberKind::Getter, context},
};

Evaluated noReverse(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("NotImplementedError", "");
}

constexpr NativeMember operationMembers[] = {
    {"reverse", MemberKind::Method, noReverse},
    {"to_diff_tuple", MemberKind::Method, noReverse},
};

/// op.NAME and operations.NAME: the class's method, handed the operations object first.
Value namedOperation(Evaluator &evaluator, std::string_view name, Value type, std::string source,
                     bool isMethod)
{
    const auto call = [type, source = std::move(source), isMethod](Evaluator &inner,
                                                                   const Arguments &arguments) -> Evaluated {
        const Evaluated function = inner.attribute(type, source);
        if (!function)
            return function;
        std::vector<Value> positional{operationsValue(inner)};
        const auto given = isMethod ? afterSelf(arguments).positional : arguments.positional;
        positional.insert(positional.end(), given.begin(), given.end());
        return inner.call(*function, {positional, arguments.keywords});
    };
    return evaluator.heap().make<NativeFunction>(name, call);
}

} // namespace

const NativeClass operationsClass{"Operations", "alembic.operations.base", {}, members};
const NativeClass migrateOperationClass{"MigrateOperation", "alembic.operations.ops", {}, operationMembers};

Value operationsValue(Evaluator &evaluator)
{
    Value &slot = evaluator.state<Extensions>().operations;
    if (slot.isNone())
        slot = evaluator.instance<Instance>(operationsClass);
    return slot;
}

Evaluated getBind(Evaluator &evaluator, const Arguments &)
{
    return connectionValue(evaluator);
}

Evaluated getContext(Evaluator &evaluator, const Arguments &)
{
    return migrationContextValue(evaluator);
}

Evaluated invoke(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("invoke", "self, operation");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Value operation = given->value(1);
    if (const auto *opaque = operation.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "op.invoke()");
    const ClassObject *type = evaluator.typeOf(operation);
    const auto &implementations = evaluator.state<Extensions>().implementations;
    for (const ClassObject *candidate : type->order) {
        for (const auto &[registered, function] : std::views::reverse(implementations)) {
            if (registered == candidate)
                return evaluator.call(function, {operationsValue(evaluator), operation});
        }
    }
    return evaluator.refuse("op.invoke(" + type->name + "(…))",
                            "an implementation registered with Operations.implementation_for()");
}

Evaluated registerOperation(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("register_operation", "cls, name, sourcename=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto name = textOf(evaluator, (*given)[1], "the name of an operation");
    if (!name)
        return std::unexpected(name.error());
    const auto source =
        textOf(evaluator, isGiven((*given)[2]) ? (*given)[2] : (*given)[1], "the name of a method");
    if (!source)
        return std::unexpected(source.error());
    const auto decorate = [type = given->value(0), name = name->toStdString(),
                           source = source->toStdString()](Evaluator &inner,
                                                           const Arguments &decorated) -> Evaluated {
        const Evaluated subject = onlyArgument(inner, "register", decorated);
        if (!subject)
            return subject;
        if (auto *operations = type.as<ClassObject>())
            operations->attributes.set(name, namedOperation(inner, name, *subject, source, true));
        const Evaluated module = inner.import("alembic.op");
        if (!module)
            return module;
        if (auto *op = module->as<ModuleObject>())
            op->names.set(name, namedOperation(inner, name, *subject, source, false));
        return subject;
    };
    return Value(evaluator.heap().make<NativeFunction>("register", decorate));
}

Evaluated implementationFor(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("implementation_for", "cls, op_cls, replace=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto decorate = [type = given->value(1)](Evaluator &inner,
                                                   const Arguments &decorated) -> Evaluated {
        const Evaluated function = onlyArgument(inner, "decorate", decorated);
        if (!function)
            return function;
        auto *operation = type.as<ClassObject>();
        if (!operation)
            return function;
        auto &known = inner.state<Extensions>().implementations;
        if (std::ranges::contains(known, operation, [](const auto &each) { return each.first; }))
            return inner.refuse("another implementation of " + operation->name,
                                "the one that is there, which the directives use");
        known.emplace_back(operation, *function);
        return function;
    };
    return Value(evaluator.heap().make<NativeFunction>("decorate", decorate));
}

} // namespace athanor::alembic
