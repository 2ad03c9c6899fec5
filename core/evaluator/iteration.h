// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/class.h"

#include <optional>

namespace athanor::python {

/// range(): the three numbers fit 64 bits, and so does the length.
class RangeObject : public ObjectOf<ObjectKind::Range>
{
public:
    RangeObject(std::int64_t start_, std::int64_t stop_, std::int64_t step_)
        : start(start_)
        , stop(stop_)
        , step(step_)
    {
    }

    const std::int64_t start;
    const std::int64_t stop;
    const std::int64_t step; ///< never 0

    std::int64_t length() const;
    std::int64_t at(std::int64_t index) const { return start + index * step; }
};

class SliceObject : public ObjectOf<ObjectKind::Slice>
{
public:
    SliceObject(Value start_, Value stop_, Value step_)
        : start(start_)
        , stop(stop_)
        , step(step_)
    {
    }

    const Value start;
    const Value stop;
    const Value step;
};

/// A slice of a sequence of a known length, as slice.indices() has it.
struct SliceBounds
{
    std::int64_t start = 0;
    std::int64_t stop = 0;
    std::int64_t step = 1;
    std::int64_t count = 0; ///< how many items it takes
};

Outcome<SliceBounds> sliceBounds(Evaluator &evaluator, const SliceObject &slice, std::int64_t length);

/// An int, or what __index__ gives; empty for anything else. Larger ones than 64 bits are cut to its half.
Outcome<std::optional<std::int64_t>> indexValue(Evaluator &evaluator, Value value);

/// What iter() gives, other than generators and objects of the script. Natives with lazy results derive
/// from it.
class IteratorObject : public ObjectOf<ObjectKind::Iterator>
{
public:
    /// `type` is what type() says; nullptr for the plain iteratorClass.
    explicit IteratorObject(const NativeClass *type_ = nullptr)
        : type(type_)
    {
    }

    const NativeClass *const type;

    /// Empty at the end.
    virtual Outcome<std::optional<Value>> next(Evaluator &evaluator) = 0;
};

/// Goes over values that are all there already.
class ValuesIterator : public IteratorObject
{
public:
    explicit ValuesIterator(std::vector<Value> values, const NativeClass *type_ = nullptr)
        : IteratorObject(type_)
        , m_values(std::move(values))
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override;

private:
    std::vector<Value> m_values;
    std::size_t m_at = 0;
};

} // namespace athanor::python
