// SPDX-License-Identifier: GPL-3.0-or-later
// What every type can do: TypeEngine.
#include "core/dialect/typewriter.h"
#include "core/sqlalchemy/types/nesting.h"
#include "core/sqlalchemy/types/pythontype.h"
#include "core/sqlalchemy/types/typeclass.h"
#include "core/sqlalchemy/types/typeobject.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;

namespace {

Outcome<TypeObject *> selfOf(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "a method of TypeEngine needs a type");
    return self;
}

Evaluated init(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if ((*self)->row == nullptr || (*self)->row->arguments == nullptr)
        return Value();
    if (const Done done = (*self)->row->arguments().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());
    std::string inside;
    if ((*self)->row != nullptr && (*self)->row->arguments != nullptr) {
        Outcome<std::string> shown = (*self)->row->arguments().shown(evaluator, **self);
        if (!shown)
            return std::unexpected(shown.error());
        inside = std::move(*shown);
    }
    return Value(evaluator.heap().string((*self)->pythonClass()->name + '(' + inside + ')'));
}

/// str(type) is what a dialect without peculiarities writes; SQLite's is that but for a few.
Evaluated str(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const Outcome<sql::Type> type = (*self)->type(evaluator);
    if (!type)
        return std::unexpected(type.error());
    sql::Type plain = *type;
    plain.variants.clear();
    const Result<QString> text = dialect::dialectOf(dialect::DialectName::Sqlite).types.text(plain);
    const QString shown = text.value_or(QString(sql::className(plain.kind)));
    return Value(evaluator.heap().string(shown.toStdString()));
}

Evaluated compile(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("compile", "self, dialect=, bind=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (given->value(1).isNone())
        return str(evaluator, {arguments.positional.first(1), {}});
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    const Outcome<dialect::DialectName> dialect = dialectFrom(evaluator, given->value(1));
    if (!self || !dialect)
        return std::unexpected(!self ? self.error() : dialect.error());
    const Outcome<sql::Type> type = (*self)->type(evaluator);
    if (!type)
        return std::unexpected(type.error());
    const Outcome<std::string> text = textOf(evaluator, *type, *dialect);
    if (!text)
        return std::unexpected(text.error());
    return Value(evaluator.heap().string(*text));
}

Evaluated withVariant(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError",
                               "TypeEngine.with_variant() missing 1 required positional argument: 'type_'");
    const Outcome<TypeObject *> type = typeObjectFrom(evaluator, arguments.positional[1], "with_variant()");
    if (!type)
        return std::unexpected(type.error());
    if (!(*type)->variants.empty())
        return evaluator.refuse("with_variant() of a type that has variants itself",
                                "a type without variants, which SQLAlchemy asks for too");
    TypeObject *copy = copyOf(evaluator, **self);
    for (const Value name : arguments.positional.subspan(2)) {
        const auto *text = name.as<StringObject>();
        if (text == nullptr)
            return evaluator.refuse("with_variant() with a dialect that is no str", "the dialect's name");
        if (std::ranges::contains(copy->variants, text->utf8, &TypeObject::Variant::dialect))
            return evaluator.refuse("a second variant for dialect " + text->utf8,
                                    "one variant a dialect, which SQLAlchemy asks for too");
        copy->variants.push_back({text->utf8, *type});
    }
    return Value(copy);
}

Evaluated copy(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return Value(copyOf(evaluator, **self));
}

/// type.adapt(cls, **keywords): an object of another class with the same arguments.
Evaluated adapt(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    auto *target = arguments.positional.size() < 2 ? nullptr : arguments.positional[1].as<ClassObject>();
    if (target == nullptr || !target->isSubclassOf(evaluator.classOf(typeEngineClass)))
        return evaluator.refuse("adapt() to something else than a type class", "a type class");
    Instance *adapted = evaluator.allocate(target);
    adapted->attributes = (*self)->attributes;
    for (const NamedValue &keyword : arguments.keywords)
        adapted->attributes.set(keyword.name, keyword.value);
    return Value(adapted);
}

Evaluated dialectImpl(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError",
                               "dialect_impl() missing 1 required positional argument: 'dialect'");
    const Outcome<dialect::DialectName> dialect = dialectFrom(evaluator, arguments.positional[1]);
    if (!dialect)
        return std::unexpected(dialect.error());
    const std::string name = dialect::dialectOf(*dialect).text.toString().toStdString();
    TypeObject *seen = *self;
    for (const TypeObject::Variant &variant : seen->variants) {
        if (variant.dialect == name)
            seen = variant.type;
    }
    TypeObject *adapted = copyOf(evaluator, *seen);
    adapted->isAdapted = true;
    return Value(adapted);
}

Evaluated pythonType(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return pythonTypeOf(evaluator, **self);
}

Evaluated itself(Evaluator &, const Arguments &arguments)
{
    return arguments.positional.front();
}

Evaluated none(Evaluator &, const Arguments &)
{
    return Value();
}

Evaluated yes(Evaluator &, const Arguments &)
{
    return Value(true);
}

constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, init},
    {"__repr__", MemberKind::Method, repr},
    {"__str__", MemberKind::Method, str},
    {"adapt", MemberKind::Method, adapt},
    {"coerce_compared_value", MemberKind::Method, itself},
    {"compile", MemberKind::Method, compile},
    {"copy", MemberKind::Method, copy},
    {"dialect_impl", MemberKind::Method, dialectImpl},
    {"evaluates_none", MemberKind::Method, copy},
    {"hashable", MemberKind::Constant, yes},
    {"python_type", MemberKind::Getter, pythonType},
    {"render_bind_cast", MemberKind::Constant, none},
    {"sort_key_function", MemberKind::Constant, none},
    {"with_variant", MemberKind::Method, withVariant},
};

Instance *allocateEngine(Heap &heap, ClassObject *type)
{
    return allocateType(heap, type);
}

} // namespace

// Its own allocate, which tells it from the TypeClass tables.
constinit const NativeClass typeEngineClass = {.name = "TypeEngine",
                                               .module = "sqlalchemy.sql.type_api",
                                               .members = members,
                                               .allocate = allocateEngine};

TypeObject *copyOf(Evaluator &evaluator, const TypeObject &object)
{
    auto *copied = static_cast<TypeObject *>(evaluator.allocate(object.pythonClass()));
    copied->attributes = object.attributes;
    copied->variants = object.variants;
    copied->isAdapted = object.isAdapted;
    return copied;
}

Outcome<std::string> textOf(Evaluator &evaluator, const sql::Type &type, dialect::DialectName dialect)
{
    const Result<QString> text = dialect::dialectOf(dialect).types.text(type);
    if (!text)
        return evaluator.refuse("a column type as text", text.error().message.toStdString());
    return text->toStdString();
}

} // namespace athanor::sqlalchemy
