// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor::python {

extern const NativeModule jsonModule;
extern const NativeModule jsonDecoderModule;
extern const NativeClass jsonDecodeErrorClass;

/// The arguments of json.dumps().
struct JsonStyle
{
    bool isAscii = true;
    bool allowsNan = true;
    bool sortsKeys = false;
    bool skipsKeys = false;
    std::optional<std::string> indent = {}; ///< one step of indentation; without it, one line
    std::string itemSeparator = ", ";
    std::string keySeparator = ": ";
    Value fallback = {}; ///< default=
};

Outcome<std::string> writeJson(Evaluator &evaluator, Value value, const JsonStyle &style);

/// The functions that json.loads() is given to make values with; None where it is not.
struct JsonHooks
{
    Value object = {};
    Value pairs = {};
    Value number = {}; ///< parse_float
    Value integer = {};
};

Evaluated readJson(Evaluator &evaluator, std::string_view text, const JsonHooks &hooks);

} // namespace athanor::python
