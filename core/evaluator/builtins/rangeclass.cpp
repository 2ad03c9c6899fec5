// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/specialmembers.h"

#include <format>

namespace athanor::python {

namespace {

using Range = const RangeObject;
using Slice = const SliceObject;

Evaluated makeRange(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "range", {1, 3, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    std::int64_t bounds[] = {0, 0, 1};
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto bound = indexArgument(evaluator, given[i]);
        if (!bound)
            return std::unexpected(bound.error());
        bounds[given.size() == 1 ? 1 : i] = *bound;
    }
    if (bounds[2] == 0)
        return evaluator.raise("ValueError", "range() arg 3 must not be zero");
    return evaluator.heap().make<RangeObject>(bounds[0], bounds[1], bounds[2]);
}

/// The place of an item in the range; empty when it has no such item.
Outcome<std::optional<std::int64_t>> placeOf(Evaluator &evaluator, Range &range, Value item)
{
    if (const std::optional<BigInteger> number = bigInteger(item)) {
        const std::optional<std::int64_t> small = number->toInt64();
        if (!small)
            return std::nullopt;
        const bool isInside = range.step > 0 ? *small >= range.start && *small < range.stop
                                             : *small <= range.start && *small > range.stop;
        if (!isInside || (*small - range.start) % range.step != 0)
            return std::nullopt;
        return (*small - range.start) / range.step;
    }
    for (std::int64_t i = 0; i < range.length(); ++i) {
        if (const Done done = evaluator.step(); !done)
            return std::unexpected(done.error());
        const auto isEqual = evaluator.equal(Value(range.at(i)), item);
        if (!isEqual)
            return std::unexpected(isEqual.error());
        if (*isEqual)
            return i;
    }
    return std::nullopt;
}

Evaluated index(Evaluator &evaluator, Range &self, Values arguments)
{
    const auto place = placeOf(evaluator, self, arguments[0]);
    if (!place)
        return std::unexpected(place.error());
    if (*place)
        return Value(**place);
    const auto shown = evaluator.repr(arguments[0]);
    if (!shown)
        return std::unexpected(shown.error());
    return evaluator.raise("ValueError", bigInteger(arguments[0]) ? std::format("{} is not in range", *shown)
                                                                  : "sequence.index(x): x not in sequence");
}

Evaluated count(Evaluator &evaluator, Range &self, Values arguments)
{
    const auto place = placeOf(evaluator, self, arguments[0]);
    if (!place)
        return std::unexpected(place.error());
    return Value(std::int64_t(*place ? 1 : 0));
}

Evaluated rangeStart(Evaluator &, Range &self)
{
    return Value(self.start);
}

Evaluated rangeStop(Evaluator &, Range &self)
{
    return Value(self.stop);
}

Evaluated rangeStep(Evaluator &, Range &self)
{
    return Value(self.step);
}

constexpr std::array rangeMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeRange},
    oneArgument<"range.index", index>,
    oneArgument<"range.count", count>,
    getter<"range.start", rangeStart>,
    getter<"range.stop", rangeStop>,
    getter<"range.step", rangeStep>,
    {"__getitem__", MemberKind::Method, specialItem},
});

constexpr std::array rangeMembers =
    joinedMembers(rangeMethods, shownMembers, hashedMembers, containerMembers);

Evaluated makeSlice(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "slice", {1, 3, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    if (given.size() == 1)
        return evaluator.heap().make<SliceObject>(Value(), given[0], Value());
    return evaluator.heap().make<SliceObject>(given[0], given[1], given.size() > 2 ? given[2] : Value());
}

Evaluated indices(Evaluator &evaluator, Slice &self, Values arguments)
{
    const auto length = indexArgument(evaluator, arguments[0]);
    if (!length)
        return std::unexpected(length.error());
    if (*length < 0)
        return evaluator.raise("ValueError", "length should not be negative");
    const auto bounds = sliceBounds(evaluator, self, *length);
    if (!bounds)
        return std::unexpected(bounds.error());
    return evaluator.heap().tuple({Value(bounds->start), Value(bounds->stop), Value(bounds->step)});
}

Evaluated sliceStart(Evaluator &, Slice &self)
{
    return self.start;
}

Evaluated sliceStop(Evaluator &, Slice &self)
{
    return self.stop;
}

Evaluated sliceStep(Evaluator &, Slice &self)
{
    return self.step;
}

constexpr std::array sliceMethods = std::to_array<NativeMember>({
    {"__new__", MemberKind::StaticMethod, makeSlice},
    oneArgument<"slice.indices", indices>,
    getter<"slice.start", sliceStart>,
    getter<"slice.stop", sliceStop>,
    getter<"slice.step", sliceStep>,
});

constexpr std::array sliceMembers = joinedMembers(sliceMethods, shownMembers, hashedMembers);

} // namespace

const NativeClass rangeClass{.name = "range", .module = "builtins", .members = rangeMembers};
const NativeClass sliceClass{.name = "slice", .module = "builtins", .members = sliceMembers};

} // namespace athanor::python
