// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/typingmodule.h"

#include "core/stdlib/native.h"
#include "core/stdlib/source.h"
#include "core/stdlib/specialform.h"

namespace athanor::python {

namespace {

template<NameLiteral Module, NameLiteral Name>
Evaluated form(Evaluator &evaluator)
{
    return makeForm(evaluator, Module.view(), Name.view());
}

template<NameLiteral Module, NameLiteral... Names>
constexpr std::array<NativeName, sizeof...(Names)> forms{
    NativeName{.name = Names.view(), .make = form<Module, Names>}...};

Evaluated no(Evaluator &)
{
    return Value(false);
}

/// cast(type, value), assert_type(value, type) and decorators without an effect.
Evaluated lastArgument(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "missing 1 required positional argument");
    return arguments.positional.back();
}

Evaluated firstArgument(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "missing 1 required positional argument");
    return arguments.positional.front();
}

/// TypeVar("T", bound=…) and the like: a form of that name.
Evaluated variable(Evaluator &evaluator, const Arguments &arguments)
{
    const std::string *name = arguments.positional.empty() ? nullptr : textOf(arguments.positional.front());
    if (name == nullptr)
        return evaluator.raise("TypeError", "TypeVar() missing required argument 'name' (pos 1)");
    return makeForm(evaluator, "", "~" + *name);
}

Evaluated argumentsOf(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated type = onlyArgument(evaluator, "get_args", arguments);
    if (!type)
        return type;
    const auto found = evaluator.findAttribute(*type, "__args__");
    if (!found)
        return std::unexpected(found.error());
    return found->value_or(tuple(evaluator, {}));
}

Evaluated hints(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated object = firstArgument(evaluator, arguments);
    return object ? evaluator.attribute(*object, "__annotations__") : object;
}

/// Generic[T] is Generic: a class that can be derived from.
Evaluated sameClass(Evaluator &, const Arguments &arguments)
{
    return calledOn(arguments);
}

constexpr NativeMember GenericMembers[] = {{"__class_getitem__", MemberKind::ClassMethod, sameClass}};
const NativeClass genericClass = {.name = "Generic", .module = "typing", .members = GenericMembers};
const NativeClass protocolClass = {.name = "Protocol", .module = "typing", .members = GenericMembers};

constexpr NativeName TypingNames[] = {
    {.name = "TYPE_CHECKING", .make = no},
    {.name = "Generic", .type = &genericClass},
    {.name = "Protocol", .type = &protocolClass},
    {.name = "NamedTuple", .make = written<"typing", "typing", "NamedTuple">},
    {.name = "TypedDict", .make = written<"typing", "typing", "TypedDict">},
    {.name = "NewType", .make = written<"typing", "typing", "NewType">},
    {.name = "ParamSpec", .call = variable},
    {.name = "TypeVar", .call = variable},
    {.name = "TypeVarTuple", .call = variable},
    {.name = "assert_type", .call = firstArgument},
    {.name = "cast", .call = lastArgument},
    {.name = "final", .call = lastArgument},
    {.name = "get_args", .call = argumentsOf},
    {.name = "get_type_hints", .call = hints},
    {.name = "no_type_check", .call = lastArgument},
    {.name = "overload", .call = lastArgument},
    {.name = "override", .call = lastArgument},
    {.name = "reveal_type", .call = lastArgument},
    {.name = "runtime_checkable", .call = lastArgument},
};

constexpr auto &TypingForms =
    forms<"typing", "AbstractSet", "Annotated", "Any", "AnyStr", "AsyncGenerator", "AsyncIterable",
          "AsyncIterator", "Awaitable", "BinaryIO", "ByteString", "Callable", "ChainMap", "ClassVar",
          "Collection", "Concatenate", "Container", "ContextManager", "Coroutine", "Counter", "DefaultDict",
          "Deque", "Dict", "Final", "ForwardRef", "FrozenSet", "Generator", "Hashable", "IO", "Iterable",
          "Iterator", "List", "Literal", "LiteralString", "Mapping", "Match", "MutableMapping",
          "MutableSequence", "MutableSet", "Never", "NoReturn", "NotRequired", "Optional", "OrderedDict",
          "Pattern", "ReadOnly", "Required", "Reversible", "Self", "Sequence", "Set", "Sized",
          "SupportsFloat", "SupportsInt", "Text", "TextIO", "Tuple", "Type", "TypeAlias", "TypeGuard",
          "TypeIs", "Union", "Unpack">;

constexpr auto &AbstractForms =
    forms<"collections.abc", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Buffer",
          "ByteString", "Callable", "Collection", "Container", "Coroutine", "Generator", "Hashable",
          "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
          "MutableSequence", "MutableSet", "Reversible", "Sequence", "Set", "Sized", "ValuesView">;

const NativeModule Modules[] = {
    {"typing", TypingNames},
    {"typing", TypingForms},
    {"typing_extensions", TypingNames},
    {"typing_extensions", TypingForms},
    {"collections.abc", AbstractForms},
};

} // namespace

std::span<const NativeModule> typingModules()
{
    return Modules;
}

} // namespace athanor::python
