// SPDX-License-Identifier: GPL-3.0-or-later
// Entries for the member tables of the builtin classes: typed C++ functions as native calls, with CPython's
// checks of receiver and number of arguments in front.
#pragma once

#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/class.h"

namespace athanor::python {

/// A qualified name ("str.find") as a template argument.
template<std::size_t N>
struct FixedName
{
    char text[N] = {};
    constexpr FixedName(const char (&name)[N]) { std::copy_n(name, N, text); } // NOLINT: meant to convert
    constexpr std::string_view view() const { return {text, N - 1}; }
    constexpr std::string_view unqualified() const { return view().substr(view().rfind('.') + 1); }
};

/// A method's object as the type its function takes: an object, a double or a BigInteger.
template<typename T>
auto receiver(Value value)
{
    if constexpr (std::is_same_v<T, const double>)
        return value.isFloat() ? std::optional(value.number()) : std::nullopt;
    else if constexpr (std::is_same_v<T, const BigInteger>)
        return bigInteger(value);
    else if constexpr (std::is_same_v<T, const Value>)
        return std::optional(value);
    else
        return value.as<T>();
}

/// Of functions "Evaluated f(Evaluator &, T &self, Values arguments)": T. `Values` may be `Arguments` where
/// the function binds them itself, or be missing where there are none.
template<typename F>
struct MethodReceiver;
template<typename T, typename... A>
struct MethodReceiver<Evaluated (*)(Evaluator &, T &, A...)>
{
    using Type = T;
};

template<FixedName Name, CallShape Shape, auto Function>
Evaluated checkedCall(Evaluator &evaluator, const Arguments &arguments)
{
    using T = typename MethodReceiver<decltype(Function)>::Type;
    if (arguments.positional.empty())
        return wrongReceiver(evaluator, Name.view(), arguments);
    auto self = receiver<T>(Evaluator::plain(arguments.positional.front()));
    if (!self)
        return wrongReceiver(evaluator, Name.view(), arguments);
    const Values rest = arguments.positional.subspan(1);
    if constexpr (requires { Function(evaluator, *self, Arguments()); }) {
        return Function(evaluator, *self, Arguments{rest, arguments.keywords});
    } else {
        if (const Done done = checkCall(evaluator, Name.view(), Shape, rest.size(), arguments); !done)
            return std::unexpected(done.error());
        if constexpr (requires { Function(evaluator, *self, rest); })
            return Function(evaluator, *self, rest);
        else
            return Function(evaluator, *self);
    }
}

template<FixedName Name, auto Function>
constexpr NativeMember noArguments{Name.unqualified(), MemberKind::Method,
                                   checkedCall<Name, CallShape{0, 0}, Function>};
template<FixedName Name, auto Function>
constexpr NativeMember oneArgument{Name.unqualified(), MemberKind::Method,
                                   checkedCall<Name, CallShape{1, 1}, Function>};
/// From `Least` to `Most` arguments by position.
template<FixedName Name, std::size_t Least, std::size_t Most, auto Function>
constexpr NativeMember someArguments{
    Name.unqualified(), MemberKind::Method,
    checkedCall<Name, CallShape{Least, Most, CallWording::Expected}, Function>};
/// __init__ speaks of its class in messages.
template<FixedName ClassName, std::size_t Least, std::size_t Most, auto Function>
constexpr NativeMember initialiser{
    "__init__", MemberKind::Method,
    checkedCall<ClassName, CallShape{Least, Most, CallWording::Expected}, Function>};
/// The function takes `Arguments`, keywords too, and checks them itself.
template<FixedName Name, auto Function>
constexpr NativeMember anyArguments{Name.unqualified(), MemberKind::Method,
                                    checkedCall<Name, CallShape{}, Function>};
template<FixedName Name, auto Function>
constexpr NativeMember getter{Name.unqualified(), MemberKind::Getter,
                              checkedCall<Name, CallShape{0, 0}, Function>};

/// A plain function, or a static method's: "Evaluated f(Evaluator &, Values)".
template<FixedName Name, CallShape Shape, auto Function>
Evaluated checkedFunction(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    if (const Done done = checkCall(evaluator, Name.view(), Shape, given, arguments); !done)
        return std::unexpected(done.error());
    return Function(evaluator, arguments.positional);
}

template<FixedName Name, std::size_t Least, std::size_t Most, auto Function>
constexpr NativeMember staticMethod{
    Name.unqualified(), MemberKind::StaticMethod,
    checkedFunction<Name, CallShape{Least, Most, CallWording::Expected}, Function>};

} // namespace athanor::python
