// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/typeobject.h"

#include "core/dialect/typewriter.h"
#include "core/sqlalchemy/types/compiles.h"
#include "core/sqlalchemy/types/nesting.h"
#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

/// The module and name of a script's class; empty for SQLAlchemy's own.
QString pythonName(const ClassObject &type)
{
    return type.native ? QString() : QString::fromStdString(type.module + '.' + type.name);
}

/// The __visit_name__ that a class of a script sets for itself.
const StringObject *ownVisitName(const ClassObject &type)
{
    for (const ClassObject *each : type.order) {
        if (each->native != nullptr)
            return nullptr;
        if (const Value *name = each->attributes.find("__visit_name__"))
            return name->as<StringObject>();
    }
    return nullptr;
}

Outcome<Type> customValue(Evaluator &evaluator, TypeObject &object)
{
    const Outcome<std::optional<Value>> specification = evaluator.findAttribute(&object, "get_col_spec");
    if (!specification)
        return std::unexpected(specification.error());
    if (!*specification)
        return Type{.kind = TypeKind::Custom};
    const Evaluated text = evaluator.call(**specification, {});
    if (!text)
        return std::unexpected(text.error());
    const auto *string = text->as<StringObject>();
    if (string == nullptr)
        return evaluator.refuse("a get_col_spec() that gives no str", "the type's text");
    return Type{.kind = TypeKind::Custom, .text = QString::fromStdString(string->utf8)};
}

Outcome<Type> classValue(Evaluator &evaluator, TypeObject &object)
{
    if (object.row == nullptr)
        return customValue(evaluator, object);
    if (object.row->value != nullptr)
        return object.row->value(evaluator, object);
    if (object.row->kind == TypeKind::Custom)
        return customValue(evaluator, object);
    return valueFromAttributes(evaluator, object, object.row->kind);
}

Outcome<Type> ownValue(Evaluator &evaluator, TypeObject &object)
{
    if (!hasCompiledFunctions(evaluator))
        return valueWithoutCompiles(evaluator, object);
    Outcome<std::optional<std::string>> text = compiledText(evaluator, object, typeCompiler(evaluator));
    if (!text)
        return std::unexpected(text.error());
    if (*text)
        return Type{.kind = TypeKind::Custom, .text = QString::fromStdString(**text)};
    return valueWithoutCompiles(evaluator, object);
}

} // namespace

Outcome<Type> valueWithoutCompiles(Evaluator &evaluator, TypeObject &object)
{
    Outcome<Type> value = classValue(evaluator, object);
    if (!value)
        return value;
    if (const StringObject *name = ownVisitName(*object.pythonClass())) {
        const std::optional<TypeKind> kind = sql::kindOfVisitName(QString::fromStdString(name->utf8));
        if (kind)
            value->kind = *kind;
        else if (value->kind != TypeKind::Custom)
            *value = Type{.kind = TypeKind::Custom};
    }
    return value;
}

TypeObject::TypeObject(ClassObject *pythonClass_)
    : Instance(pythonClass_)
    , row(typeClassOf(*pythonClass_))
{
}

Outcome<Type> TypeObject::type(Evaluator &evaluator)
{
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());
    QList<sql::TypeVariant> variantValues;
    const auto target = dialect::dialectOf(targetDialect(evaluator)).text;
    bool isReplaced = false;
    for (const Variant &variant : variants) {
        const QString name = QString::fromStdString(variant.dialect);
        const Outcome<Type> value = variant.type->type(evaluator);
        const bool isWanted = name == target;
        // What another dialect would see is not worth a failure.
        if (!value && isWanted)
            return value;
        if (value)
            variantValues.append({name, *value});
        isReplaced = isReplaced || isWanted;
    }
    Outcome<Type> result = ownValue(evaluator, *this);
    if (!result) {
        if (!isReplaced)
            return result;
        result = Type{.kind = TypeKind::Custom};
    }
    // Those of the type inside a TypeDecorator come after its own.
    result->variants = variantValues + result->variants;
    if (result->pythonName.isEmpty())
        result->pythonName = pythonName(*pythonClass());
    result->isAdapted = result->isAdapted || isAdapted;
    return result;
}

} // namespace athanor::sqlalchemy
