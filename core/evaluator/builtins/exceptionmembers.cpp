// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/exceptionmembers.h"

#include "core/evaluator/builtins/members.h"
#include "core/evaluator/exception.h"
#include "core/evaluator/function.h"

#include <array>
#include <format>

namespace athanor::python {

Instance *allocateException(Heap &heap, ClassObject *type)
{
    return heap.make<ExceptionObject>(type);
}

namespace {

/// The class of what is being made keeps its arguments even when its own __init__ hands nothing on.
Evaluated make(Evaluator &evaluator, const Arguments &arguments)
{
    auto *type = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClassObject>();
    if (type == nullptr)
        return evaluator.raise("TypeError", "BaseException.__new__(X): X is not a type object");
    Instance *made = evaluator.allocate(type);
    if (auto *exception = Value(made).as<ExceptionObject>())
        exception->arguments.assign(arguments.positional.begin() + 1, arguments.positional.end());
    return made;
}

Evaluated initialise(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    if (!arguments.keywords.empty())
        return evaluator.raise("TypeError", self.type->name + "() takes no keyword arguments");
    self.arguments.assign(arguments.positional.begin(), arguments.positional.end());
    return Value();
}

Evaluated shownArguments(Evaluator &evaluator, const ExceptionObject &self)
{
    const auto text = evaluator.repr(evaluator.heap().tuple(self.arguments));
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated str(Evaluator &evaluator, ExceptionObject &self)
{
    if (self.arguments.empty())
        return newText(evaluator, {});
    if (self.arguments.size() > 1)
        return shownArguments(evaluator, self);
    const auto text = evaluator.str(self.arguments[0]);
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated repr(Evaluator &evaluator, ExceptionObject &self)
{
    std::string text;
    for (const Value argument : self.arguments) {
        const auto shown = evaluator.repr(argument);
        if (!shown)
            return std::unexpected(shown.error());
        text += text.empty() ? *shown : ", " + *shown;
    }
    return newText(evaluator, std::format("{}({})", self.type->name, text));
}

Evaluated args(Evaluator &evaluator, ExceptionObject &self)
{
    return evaluator.heap().tuple(self.arguments);
}

Evaluated withTraceback(Evaluator &, ExceptionObject &self, Values)
{
    return &self;
}

Evaluated addNote(Evaluator &evaluator, ExceptionObject &self, Values arguments)
{
    if (arguments[0].as<StringObject>() == nullptr) {
        return evaluator.raise(
            "TypeError", std::format("note must be a str, not '{}'", typeNameOf(evaluator, arguments[0])));
    }
    Value *notes = self.attributes.find("__notes__");
    if (notes == nullptr) {
        self.attributes.set("__notes__", evaluator.heap().list({}));
        notes = self.attributes.find("__notes__");
    }
    if (auto *list = notes->as<ListObject>())
        list->items.push_back(arguments[0]);
    return Value();
}

Evaluated cause(Evaluator &, ExceptionObject &self)
{
    return self.cause;
}

Evaluated context(Evaluator &, ExceptionObject &self)
{
    return self.context;
}

Evaluated suppressesContext(Evaluator &, ExceptionObject &self)
{
    return Value(self.suppressesContext);
}

Evaluated noTraceback(Evaluator &, ExceptionObject &)
{
    return Value();
}

Evaluated setArgs(Evaluator &evaluator, ExceptionObject &self, Values arguments)
{
    auto items = evaluator.items(arguments[0]);
    if (!items)
        return std::unexpected(items.error());
    self.arguments = *std::move(items);
    return Value();
}

Evaluated setCause(Evaluator &, ExceptionObject &self, Values arguments)
{
    self.cause = arguments[0];
    self.suppressesContext = true;
    return Value();
}

Evaluated setContext(Evaluator &, ExceptionObject &self, Values arguments)
{
    self.context = arguments[0];
    return Value();
}

Evaluated setSuppressesContext(Evaluator &evaluator, ExceptionObject &self, Values arguments)
{
    const Outcome<bool> truth = evaluator.truth(arguments[0]);
    if (!truth)
        return std::unexpected(truth.error());
    self.suppressesContext = *truth;
    return Value();
}

Evaluated ignoreTraceback(Evaluator &, ExceptionObject &, Values)
{
    return Value();
}

/// An attribute that scripts may set, made when its class is first asked for it.
template<FixedName Name, auto Get, auto Set>
Evaluated attribute(Evaluator &evaluator, const Arguments &)
{
    constexpr NativeMember set = oneArgument<Name, Set>;
    Heap &heap = evaluator.heap();
    auto *property = heap.make<PropertyObject>(
        PropertyKind::Property, heap.make<NativeFunction>(Name.unqualified(), getter<Name, Get>.call));
    property->setter = heap.make<NativeFunction>(set.name, set.call);
    return property;
}

constexpr NativeMember baseMembers[] = {
    {"__new__", MemberKind::StaticMethod, make},
    anyArguments<"BaseException.__init__", initialise>,
    noArguments<"BaseException.__str__", str>,
    noArguments<"BaseException.__repr__", repr>,
    {"args", MemberKind::Constant, attribute<"BaseException.args", args, setArgs>},
    {"__cause__", MemberKind::Constant, attribute<"BaseException.__cause__", cause, setCause>},
    {"__context__", MemberKind::Constant, attribute<"BaseException.__context__", context, setContext>},
    {"__suppress_context__", MemberKind::Constant,
     attribute<"BaseException.__suppress_context__", suppressesContext, setSuppressesContext>},
    {"__traceback__", MemberKind::Constant,
     attribute<"BaseException.__traceback__", noTraceback, ignoreTraceback>},
    oneArgument<"BaseException.with_traceback", withTraceback>,
    oneArgument<"BaseException.add_note", addNote>,
};

/// KeyError('name') reads 'name', so that a key of spaces is seen.
Evaluated keyText(Evaluator &evaluator, ExceptionObject &self)
{
    if (self.arguments.size() != 1)
        return str(evaluator, self);
    const auto text = evaluator.repr(self.arguments[0]);
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

Evaluated firstArgument(Evaluator &, ExceptionObject &self)
{
    return self.arguments.empty() ? Value() : self.arguments[0];
}

constexpr NativeMember keyMembers[] = {noArguments<"KeyError.__str__", keyText>};
constexpr NativeMember stopMembers[] = {getter<"StopIteration.value", firstArgument>};

Evaluated initialiseExit(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    const Evaluated done = initialise(evaluator, self, arguments);
    if (!done)
        return done;
    self.attributes.set("code", self.arguments.size() > 1 ? Value(evaluator.heap().tuple(self.arguments))
                                                          : *firstArgument(evaluator, self));
    return Value();
}

constexpr NativeMember exitMembers[] = {anyArguments<"SystemExit.__init__", initialiseExit>};

/// Keeps the keywords that the class knows as attributes, None where they are left out.
Evaluated initialiseWithKeywords(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments,
                                 std::initializer_list<std::string_view> names, std::string_view type)
{
    for (const std::string_view name : names)
        self.attributes.set(name, Value());
    for (const NamedValue &keyword : arguments.keywords) {
        if (std::ranges::find(names, keyword.name) == names.end()) {
            return evaluator.raise(
                "TypeError", std::format("{}() got an unexpected keyword argument '{}'", type, keyword.name));
        }
        self.attributes.set(keyword.name, keyword.value);
    }
    return initialise(evaluator, self, {arguments.positional, {}});
}

Evaluated initialiseImport(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    self.attributes.set("msg", arguments.positional.size() == 1 ? arguments.positional[0] : Value());
    return initialiseWithKeywords(evaluator, self, arguments, {"name", "path", "name_from"}, "ImportError");
}

Evaluated initialiseName(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    return initialiseWithKeywords(evaluator, self, arguments, {"name"}, "NameError");
}

Evaluated initialiseAttribute(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    return initialiseWithKeywords(evaluator, self, arguments, {"name", "obj"}, "AttributeError");
}

Evaluated initialiseSyntax(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    for (const std::string_view name : {"filename", "lineno", "offset", "text"})
        self.attributes.set(name, Value());
    self.attributes.set("msg", arguments.positional.empty() ? Value() : arguments.positional[0]);
    return initialise(evaluator, self, arguments);
}

Evaluated syntaxText(Evaluator &evaluator, ExceptionObject &self)
{
    const auto text = evaluator.str(*firstArgument(evaluator, self));
    if (!text)
        return std::unexpected(text.error());
    return newText(evaluator, *text);
}

constexpr NativeMember importMembers[] = {anyArguments<"ImportError.__init__", initialiseImport>};
constexpr NativeMember nameMembers[] = {anyArguments<"NameError.__init__", initialiseName>};
constexpr NativeMember attributeMembers[] = {anyArguments<"AttributeError.__init__", initialiseAttribute>};
constexpr NativeMember syntaxMembers[] = {anyArguments<"SyntaxError.__init__", initialiseSyntax>,
                                          noArguments<"SyntaxError.__str__", syntaxText>};

Evaluated initialiseGroup(Evaluator &evaluator, ExceptionObject &self, Values arguments)
{
    if (arguments[0].as<StringObject>() == nullptr) {
        return evaluator.raise("TypeError",
                               std::format("BaseExceptionGroup.__new__() argument 1 must be str, "
                                           "not {}",
                                           typeNameOf(evaluator, arguments[0])));
    }
    const auto members = evaluator.items(arguments[1]);
    if (!members)
        return evaluator.raise("TypeError", "second argument (exceptions) must be a sequence");
    if (members->empty())
        return evaluator.raise("ValueError", "second argument (exceptions) must be a non-empty sequence");
    for (std::size_t i = 0; i < members->size(); ++i) {
        if ((*members)[i].as<ExceptionObject>() == nullptr) {
            return evaluator.raise(
                "ValueError", std::format("Item {} of second argument (exceptions) is not an exception", i));
        }
    }
    self.attributes.set("message", arguments[0]);
    self.attributes.set("exceptions", evaluator.heap().tuple(*members));
    self.arguments.assign(arguments.begin(), arguments.end());
    return Value();
}

Evaluated groupText(Evaluator &evaluator, ExceptionObject &self)
{
    const Value *message = self.attributes.find("message");
    const Value *exceptions = self.attributes.find("exceptions");
    if (message == nullptr || exceptions == nullptr)
        return str(evaluator, self);
    const auto text = evaluator.str(*message);
    if (!text)
        return std::unexpected(text.error());
    const std::size_t count = exceptions->as<TupleObject>()->items.size();
    return newText(evaluator, std::format("{} ({} sub-exception{})", *text, count, count == 1 ? "" : "s"));
}

constexpr NativeMember groupMembers[] = {
    someArguments<"BaseExceptionGroup.__init__", 2, 2, initialiseGroup>,
    noArguments<"BaseExceptionGroup.__str__", groupText>,
};

} // namespace

constinit const std::span<const NativeMember> baseExceptionMembers = baseMembers;
constinit const std::span<const NativeMember> keyErrorMembers = keyMembers;
constinit const std::span<const NativeMember> stopIterationMembers = stopMembers;
constinit const std::span<const NativeMember> systemExitMembers = exitMembers;
constinit const std::span<const NativeMember> importErrorMembers = importMembers;
constinit const std::span<const NativeMember> nameErrorMembers = nameMembers;
constinit const std::span<const NativeMember> attributeErrorMembers = attributeMembers;
constinit const std::span<const NativeMember> syntaxErrorMembers = syntaxMembers;
constinit const std::span<const NativeMember> exceptionGroupMembers = groupMembers;

} // namespace athanor::python
