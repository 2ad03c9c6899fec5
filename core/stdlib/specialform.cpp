// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/specialform.h"

#include "core/stdlib/native.h"

namespace athanor::python {

namespace {

Outcome<std::string> parameterText(Evaluator &evaluator, Value parameter)
{
    if (const auto *type = parameter.as<ClassObject>())
        return type->module.empty() || type->module == "builtins" ? type->name
                                                                  : type->module + '.' + type->name;
    if (parameter.isNone())
        return "None";
    if (parameter.kind() == ValueKind::Ellipsis)
        return "...";
    return evaluator.repr(parameter);
}

Evaluated repr(Evaluator &evaluator, SpecialForm &self, const Arguments &)
{
    std::string text = self.module.empty() ? self.name : self.module + '.' + self.name;
    for (std::size_t i = 0; i < self.parameters.size(); ++i) {
        const Outcome<std::string> part = parameterText(evaluator, self.parameters[i]);
        if (!part)
            return std::unexpected(part.error());
        text += (i == 0 ? "[" : ", ") + *part;
    }
    return string(evaluator, self.parameters.empty() ? text : text + ']');
}

Evaluated subscript(Evaluator &evaluator, SpecialForm &self, const Arguments &arguments)
{
    SpecialForm *made = makeForm(evaluator, self.module, self.name);
    const Evaluated given = onlyArgument(evaluator, "__getitem__", arguments);
    if (!given)
        return given;
    if (const auto *several = given->as<TupleObject>())
        made->parameters = several->items;
    else
        made->parameters = {*given};
    return made;
}

Evaluated joined(Evaluator &evaluator, SpecialForm &self, const Arguments &arguments)
{
    SpecialForm *made = makeForm(evaluator, "typing", "Union");
    made->parameters = {&self};
    made->parameters.insert(made->parameters.end(), arguments.positional.begin(), arguments.positional.end());
    return made;
}

Evaluated instanceCheck(Evaluator &evaluator, SpecialForm &self, const Arguments &arguments)
{
    const Evaluated value = onlyArgument(evaluator, "__instancecheck__", arguments);
    if (!value)
        return value;
    const Outcome<bool> is = isInstanceOfForm(evaluator, self, *value);
    if (!is)
        return std::unexpected(is.error());
    return Value(*is);
}

/// `class Rows(Mapping)`: the class has no base for it.
Evaluated baseEntries(Evaluator &evaluator, SpecialForm &, const Arguments &)
{
    return tuple(evaluator, {});
}

Evaluated parametersOf(Evaluator &evaluator, SpecialForm &self, const Arguments &)
{
    return evaluator.heap().tuple(self.parameters);
}

Evaluated registerClass(Evaluator &evaluator, SpecialForm &, const Arguments &arguments)
{
    return onlyArgument(evaluator, "register", arguments);
}

constexpr NativeMember Members[] = {
    {"__repr__", MemberKind::Method, method<repr>},
    {"__getitem__", MemberKind::Method, method<subscript>},
    {"__or__", MemberKind::Method, method<joined>},
    {"__ror__", MemberKind::Method, method<joined>},
    {"__instancecheck__", MemberKind::Method, method<instanceCheck>},
    {"__mro_entries__", MemberKind::Method, method<baseEntries>},
    {"__args__", MemberKind::Getter, method<parametersOf>},
    {"__name__", MemberKind::Getter, getter<&SpecialForm::name>},
    {"register", MemberKind::Method, method<registerClass>},
};

Outcome<bool> has(Evaluator &evaluator, Value value, std::string_view name)
{
    const auto found = evaluator.findAttribute(value, name);
    if (!found)
        return std::unexpected(found.error());
    return found->has_value() && !(*found)->isNone();
}

/// What the builtin kinds are, beyond what their attributes say.
struct Kinds
{
    bool isText = false;
    bool isSequence = false;
    bool isMapping = false;
    bool isSet = false;
    bool isIterator = false;
    bool isCallable = false;
};

Kinds kindsOf(Value value)
{
    const Value plain = Evaluator::plain(value);
    if (!plain.isObject())
        return {};
    switch (plain.object()->kind()) {
    case ObjectKind::String:
    case ObjectKind::Bytes:
        return {.isText = true, .isSequence = true};
    case ObjectKind::List:
    case ObjectKind::Tuple:
    case ObjectKind::Range:
        return {.isSequence = true};
    case ObjectKind::Dictionary:
        return {.isMapping = true};
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
        return {.isSet = true};
    case ObjectKind::Generator:
    case ObjectKind::Iterator:
        return {.isIterator = true};
    case ObjectKind::Function:
    case ObjectKind::BoundMethod:
    case ObjectKind::Native:
    case ObjectKind::Class:
        return {.isCallable = true};
    default:
        return {};
    }
}

bool isMutable(Value value)
{
    const Value plain = Evaluator::plain(value);
    return plain.as<ListObject>() != nullptr
           || (plain.isObject()
               && (plain.object()->kind() == ObjectKind::Dictionary
                   || plain.object()->kind() == ObjectKind::Set));
}

} // namespace

const NativeClass specialFormClass = {
    .name = "_SpecialForm", .module = "typing", .members = Members, .allocate = allocateAs<SpecialForm>};

SpecialForm *makeForm(Evaluator &evaluator, std::string_view module, std::string_view name)
{
    auto *form = evaluator.instance<SpecialForm>(specialFormClass);
    form->module = module;
    form->name = name;
    return form;
}

Outcome<bool> isInstanceOfForm(Evaluator &evaluator, const SpecialForm &form, Value value)
{
    const Kinds kinds = kindsOf(value);
    const std::string &name = form.name;
    const bool isCollection = kinds.isSequence || kinds.isMapping || kinds.isSet;
    if (name == "Callable")
        return kinds.isCallable ? true : has(evaluator, value, "__call__");
    if (name == "Iterable")
        return isCollection || kinds.isIterator ? true : has(evaluator, value, "__iter__");
    if (name == "Iterator")
        return kinds.isIterator ? true : has(evaluator, value, "__next__");
    if (name == "Generator")
        return value.isObject() && value.object()->kind() == ObjectKind::Generator;
    if (name == "Sized" || name == "Collection" || name == "Container")
        return isCollection ? true : has(evaluator, value, name == "Container" ? "__contains__" : "__len__");
    if (name == "Sequence" || name == "MutableSequence" || name == "List" || name == "Tuple")
        return kinds.isSequence && (name == "Sequence" || (isMutable(value) == (name != "Tuple")));
    if (name == "Mapping" || name == "MutableMapping" || name == "Dict")
        return kinds.isMapping;
    if (name == "Set" || name == "AbstractSet" || name == "MutableSet" || name == "FrozenSet")
        return kinds.isSet && (name != "MutableSet" || isMutable(value));
    if (name == "Hashable")
        return isCollection ? !isMutable(value) : has(evaluator, value, "__hash__");
    if (name == "Text" || name == "ByteString")
        return kinds.isText;
    return evaluator.raise("TypeError", form.module + '.' + name + " cannot be used with isinstance()");
}

} // namespace athanor::python
