// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/specialform.h"

#include "core/evaluator/builtins/classes.h"
#include "core/stdlib/native.h"

#include <algorithm>

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

/// `class Rows(Mapping)`: the class has no base for it.
Evaluated baseEntries(Evaluator &evaluator, SpecialForm &, const Arguments &)
{
    return tuple(evaluator, {});
}

/// The builtin classes that an abstract one stands for.
struct AbstractName
{
    std::string_view name;
    std::span<const NativeClass *const> classes;
};

using Classes = const NativeClass *const[];
constexpr Classes Sequences = {&listClass, &tupleClass, &stringClass, &bytesClass, &rangeClass};
constexpr Classes Lists = {&listClass};
constexpr Classes Tuples = {&tupleClass};
constexpr Classes Mappings = {&dictionaryClass};
constexpr Classes Sets = {&setClass, &frozenSetClass};
constexpr Classes MutableSets = {&setClass};
constexpr Classes FrozenSets = {&frozenSetClass};
constexpr Classes Texts = {&stringClass};
constexpr Classes Types = {&typeClass};
constexpr Classes Collections = {&listClass,  &tupleClass,      &stringClass, &bytesClass,
                                 &rangeClass, &dictionaryClass, &setClass,    &frozenSetClass};
constexpr Classes Iterators = {&generatorClass, &iteratorClass};
constexpr Classes Generators = {&generatorClass};
constexpr Classes Iterables = {&listClass,      &tupleClass,      &stringClass, &bytesClass,
                               &rangeClass,     &dictionaryClass, &setClass,    &frozenSetClass,
                               &generatorClass, &iteratorClass};
constexpr Classes Callables = {&functionClass, &methodClass, &nativeFunctionClass, &typeClass};
constexpr Classes Hashables = {&stringClass, &bytesClass, &integerClass, &floatClass,     &noneClass,
                               &tupleClass,  &rangeClass, &typeClass,    &frozenSetClass, &functionClass};

const AbstractName AbstractNames[] = {
    {"AbstractSet", Sets},
    {"Callable", Callables},
    {"Collection", Collections},
    {"Container", Collections},
    {"Dict", Mappings},
    {"FrozenSet", FrozenSets},
    {"Generator", Generators},
    {"Hashable", Hashables},
    {"Iterable", Iterables},
    {"Iterator", Iterators},
    {"List", Lists},
    {"Mapping", Mappings},
    {"MutableMapping", Mappings},
    {"MutableSequence", Lists},
    {"MutableSet", MutableSets},
    {"Reversible", Collections},
    {"Sequence", Sequences},
    {"Set", Sets},
    {"Sized", Collections},
    {"Text", Texts},
    {"Tuple", Tuples},
    {"Type", Types},
};

/// The parameters; of an abstract class without any, the builtin classes that are one, which is what
/// isinstance() looks for.
Evaluated parametersOf(Evaluator &evaluator, SpecialForm &self, const Arguments &)
{
    if (!self.parameters.empty())
        return evaluator.heap().tuple(self.parameters);
    const auto known = std::ranges::find(AbstractNames, self.name, &AbstractName::name);
    if (known == std::end(AbstractNames))
        return evaluator.raise("AttributeError", self.name + " has no attribute '__args__'");
    std::vector<Value> classes;
    for (const NativeClass *type : known->classes)
        classes.push_back(evaluator.classOf(*type));
    return evaluator.heap().tuple(std::move(classes));
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
    {"__mro_entries__", MemberKind::Method, method<baseEntries>},
    {"__args__", MemberKind::Getter, method<parametersOf>},
    {"__name__", MemberKind::Getter, getter<&SpecialForm::name>},
    {"register", MemberKind::Method, method<registerClass>},
};

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

} // namespace athanor::python
