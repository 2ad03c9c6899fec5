// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evaluator/value.h"

#include <expected>
#include <memory>

namespace athanor::python {

/// Why an evaluation left its normal course: a Python exception, which `except` may catch, or a stop, which
/// nothing in a script catches: something the evaluator does not know, or a bound that was reached.
struct Raised
{
    Value exception = {};                   ///< the exception's instance; None for a stop
    std::shared_ptr<const Error> stop = {}; ///< set for a stop: what, where, what would be needed

    bool isStop() const { return stop != nullptr; }
};

/// What everything that can fail inside a script gives back.
template<typename T>
using Outcome = std::expected<T, Raised>;

using Evaluated = Outcome<Value>;
using Done = Outcome<void>;

} // namespace athanor::python
