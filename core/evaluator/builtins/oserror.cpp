// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/exceptionmembers.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/exception.h"

#include <format>

namespace athanor::python {

namespace {

struct ErrorNumber
{
    std::int64_t number;
    std::string_view type;
};

/// The classes that OSError(number, …) becomes, by Linux's numbers.
constexpr ErrorNumber ErrorNumbers[] = {
    {1, "PermissionError"},          {2, "FileNotFoundError"},  {3, "ProcessLookupError"},
    {4, "InterruptedError"},         {10, "ChildProcessError"}, {11, "BlockingIOError"},
    {13, "PermissionError"},         {17, "FileExistsError"},   {20, "NotADirectoryError"},
    {21, "IsADirectoryError"},       {32, "BrokenPipeError"},   {103, "ConnectionAbortedError"},
    {104, "ConnectionResetError"},   {108, "BrokenPipeError"},  {110, "TimeoutError"},
    {111, "ConnectionRefusedError"}, {114, "BlockingIOError"},  {115, "BlockingIOError"},
};

Evaluated make(Evaluator &evaluator, const Arguments &arguments)
{
    Value type = arguments.positional.empty() ? Value() : arguments.positional[0];
    const Values given = arguments.positional.empty() ? Values() : arguments.positional.subspan(1);
    if (type.isSame(evaluator.classOf(osErrorClass)) && given.size() > 1 && given[0].isInteger()) {
        const auto *const known = std::ranges::find(ErrorNumbers, given[0].integer(), &ErrorNumber::number);
        if (known != std::end(ErrorNumbers)) {
            const Evaluated special = evaluator.attribute(evaluator.builtins(), known->type);
            if (!special)
                return special;
            type = *special;
        }
    }
    auto *known = type.as<ClassObject>();
    if (known == nullptr)
        return evaluator.raise("TypeError", "OSError.__new__(X): X is not a type object");
    Instance *made = evaluator.allocate(known);
    if (auto *exception = Value(made).as<ExceptionObject>())
        exception->arguments.assign(given.begin(), given.end());
    return made;
}

Evaluated initialise(Evaluator &evaluator, ExceptionObject &self, const Arguments &arguments)
{
    if (!arguments.keywords.empty())
        return evaluator.raise("TypeError", self.type->name + "() takes no keyword arguments");
    const Values given = arguments.positional;
    const bool hasNumber = given.size() >= 2 && given.size() <= 5;
    self.attributes.set("errno", hasNumber ? given[0] : Value());
    self.attributes.set("strerror", hasNumber ? given[1] : Value());
    self.attributes.set("filename", hasNumber && given.size() > 2 ? given[2] : Value());
    self.attributes.set("filename2", hasNumber && given.size() > 4 ? given[4] : Value());
    const Values kept = hasNumber && given.size() > 2 ? given.first(2) : given;
    self.arguments.assign(kept.begin(), kept.end());
    return Value();
}

Evaluated text(Evaluator &evaluator, ExceptionObject &self)
{
    const auto part = [&](std::string_view name) {
        const Value *value = self.attributes.find(name);
        return value == nullptr ? Value() : *value;
    };
    if (part("errno").isNone() && part("strerror").isNone()) {
        const Value *base = evaluator.classOf(baseExceptionClass)->find("__str__");
        return evaluator.call(*base, {&self});
    }
    const auto number = evaluator.str(part("errno"));
    if (!number)
        return std::unexpected(number.error());
    const auto reason = evaluator.str(part("strerror"));
    if (!reason)
        return std::unexpected(reason.error());
    std::string result = std::format("[Errno {}] {}", *number, *reason);
    for (const std::string_view name : {"filename", "filename2"}) {
        if (part(name).isNone())
            continue;
        const auto shown = evaluator.repr(part(name));
        if (!shown)
            return std::unexpected(shown.error());
        result += (name == "filename" ? ": " : " -> ") + *shown;
    }
    return newText(evaluator, result);
}

constexpr NativeMember members[] = {
    {"__new__", MemberKind::StaticMethod, make},
    anyArguments<"OSError.__init__", initialise>,
    noArguments<"OSError.__str__", text>,
};

} // namespace

constinit const std::span<const NativeMember> osErrorMembers = members;

} // namespace athanor::python
