// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/enumtype.h"
#include "core/sqlalchemy/types/nesting.h"
#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

Outcome<TypeObject *> selfOf(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "a method of TypeDecorator needs one");
    return self;
}

/// The type inside: what __init__() made of the class's `impl`, or that itself where a class of the
/// application has an __init__() that does not call this one's.
Outcome<TypeObject *> implOf(Evaluator &evaluator, TypeObject &self)
{
    const Value *own = self.attributes.find("impl");
    const Value *impl = own != nullptr ? own : self.pythonClass()->find("impl");
    if (impl == nullptr)
        return evaluator.refuse("TypeDecorator " + self.pythonClass()->name + " without an impl",
                                "the type that it decorates");
    return typeObjectFrom(evaluator, *impl, "the impl of TypeDecorator " + self.pythonClass()->name);
}

Evaluated init(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const Value *impl = (*self)->pythonClass()->find("impl");
    if (impl == nullptr) {
        return evaluator.raise(
            "AssertionError",
            "TypeDecorator implementations require a class-level variable 'impl' which refers to "
            "the class of type being decorated");
    }
    Value made = *impl;
    if (impl->as<TypeObject>() == nullptr) {
        if (const auto *opaque = impl->as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque,
                                          "the impl of TypeDecorator " + (*self)->pythonClass()->name);
        const Evaluated called = evaluator.call(*impl, {arguments.positional.subspan(1), arguments.keywords});
        if (!called)
            return called;
        made = *called;
    }
    (*self)->attributes.set("impl", made);
    return Value();
}

Evaluated implInstance(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    const Outcome<TypeObject *> impl = self ? implOf(evaluator, **self) : self;
    return impl ? Evaluated(Value(*impl)) : std::unexpected(impl.error());
}

/// Attributes that the decorator does not have are those of the type inside.
Evaluated getAttribute(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *name = arguments.positional.size() < 2 ? nullptr : arguments.positional[1].as<StringObject>();
    if (name == nullptr)
        return evaluator.raise("TypeError", "__getattr__() needs a name");
    const bool isMissing =
        (*self)->attributes.find("impl") == nullptr && (*self)->pythonClass()->find("impl") == nullptr;
    if (isMissing || name->utf8 == "impl" || name->utf8.starts_with("__"))
        return evaluator.raise("AttributeError", '\'' + (*self)->pythonClass()->name
                                                     + "' object has no attribute '" + name->utf8 + '\'');
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());
    const Outcome<TypeObject *> impl = implOf(evaluator, **self);
    return impl ? evaluator.attribute(Value(*impl), name->utf8) : std::unexpected(impl.error());
}

Evaluated notImplemented(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("NotImplementedError", "");
}

Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    const Outcome<TypeObject *> impl = self ? implOf(evaluator, **self) : self;
    if (!impl)
        return std::unexpected(impl.error());
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());
    std::string inside;
    if ((*impl)->row != nullptr) {
        Outcome<std::string> shown = (*impl)->row->arguments().shown(evaluator, **impl);
        if (!shown)
            return std::unexpected(shown.error());
        inside = std::move(*shown);
    }
    return Value(evaluator.heap().string((*self)->pythonClass()->name + '(' + inside + ')'));
}

Evaluated none(Evaluator &, const Arguments &)
{
    return Value();
}

constexpr NativeMember members[] = {
    {"__getattr__", MemberKind::Method, getAttribute},
    {"__init__", MemberKind::Method, init},
    {"__repr__", MemberKind::Method, repr},
    {"cache_ok", MemberKind::Constant, none},
    {"impl_instance", MemberKind::Getter, implInstance},
    {"load_dialect_impl", MemberKind::Method, implInstance},
    {"process_bind_param", MemberKind::Method, notImplemented},
    {"process_literal_param", MemberKind::Method, notImplemented},
    {"process_result_value", MemberKind::Method, notImplemented},
    {"type_engine", MemberKind::Method, implInstance},
};

/// True when a class of the script defines the method, rather than TypeDecorator.
bool isOverridden(Evaluator &evaluator, const ClassObject &type, std::string_view method)
{
    const Value *found = type.find(method);
    const Value *base = evaluator.classOf(typeDecoratorType)->find(method);
    return found != nullptr && (base == nullptr || !found->isSame(*base));
}

Outcome<Type> decoratorValue(Evaluator &evaluator, TypeObject &object)
{
    if (!isOverridden(evaluator, *object.pythonClass(), "load_dialect_impl")) {
        const Outcome<TypeObject *> impl = implOf(evaluator, object);
        return impl ? (*impl)->type(evaluator) : std::unexpected(impl.error());
    }
    const Value dialect = dialectValue(evaluator);
    const Evaluated loaded = evaluator.callMethod(&object, "load_dialect_impl", {std::span(&dialect, 1), {}});
    if (!loaded)
        return std::unexpected(loaded.error());
    const Outcome<TypeObject *> inside = typeObjectFrom(
        evaluator, *loaded, "the result of load_dialect_impl() of " + object.pythonClass()->name);
    if (!inside)
        return std::unexpected(inside.error());
    Outcome<Type> type = (*inside)->type(evaluator);
    // Only the impl itself listens to its table being made.
    const Value *impl = object.attributes.find("impl");
    if (type && (impl == nullptr || !impl->isSame(Value(*inside))))
        type->createsType = false;
    return type;
}

Outcome<Type> intervalValue(Evaluator &evaluator, TypeObject &object)
{
    return valueFromAttributes(evaluator, object, TypeKind::Interval);
}

/// Their own __init__() again, which takes attributes.
Evaluated initAttributes(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<TypeObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (const Done done = (*self)->row->arguments().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated dateTimeClass(Evaluator &evaluator, const Arguments &)
{
    return Value(evaluator.classOf(dateTimeType));
}

Evaluated largeBinaryClass(Evaluator &evaluator, const Arguments &)
{
    return Value(evaluator.classOf(largeBinaryType));
}

constexpr NativeMember intervalMembers[] = {
    {"__init__", MemberKind::Method, initAttributes},
    {"impl", MemberKind::Constant, dateTimeClass},
};

constexpr NativeMember pickleMembers[] = {
    {"__init__", MemberKind::Method, initAttributes},
    {"impl", MemberKind::Constant, largeBinaryClass},
};

} // namespace

constinit const TypeClass typeDecoratorType =
    typeClass("TypeDecorator", basesOf<externalType, typeEngineClass>, TypeKind::Custom, noArguments,
              "sqlalchemy.sql.type_api", members, decoratorValue);

constinit const TypeClass intervalType =
    typeClass("Interval", basesOf<abstractIntervalType, typeDecoratorType>, TypeKind::Interval,
              typeArguments<"native=True, second_precision=None, day_precision=None">,
              "sqlalchemy.sql.sqltypes", intervalMembers, intervalValue);

constinit const TypeClass pickleType =
    typeClass("PickleType", basesOf<typeDecoratorType>, TypeKind::LargeBinary,
              typeArguments<"protocol=5, pickler=None, comparator=None, impl=...">, "sqlalchemy.sql.sqltypes",
              pickleMembers, decoratorValue);

Evaluated TypeObject::literalValue(Evaluator &evaluator, Value value)
{
    const TypeNesting nesting(evaluator);
    if (const Done done = nesting.check(); !done)
        return std::unexpected(done.error());

    if (evaluator.isInstance(Value(this), enumType))
        return enumLiteral(*this, value);
    if (!evaluator.isInstance(Value(this), typeDecoratorType) || row != &typeDecoratorType)
        return value;
    Evaluated result = value;
    for (const std::string_view method : {"process_literal_param", "process_bind_param"}) {
        if (!isOverridden(evaluator, *pythonClass(), method))
            continue;
        const Value arguments[] = {value, dialectValue(evaluator)};
        result = evaluator.callMethod(this, method, {arguments, {}});
        break;
    }
    if (!result)
        return result;
    const Outcome<TypeObject *> impl = implOf(evaluator, *this);
    return impl ? (*impl)->literalValue(evaluator, *result) : std::unexpected(impl.error());
}

} // namespace athanor::sqlalchemy
