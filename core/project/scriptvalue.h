// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/syntaxtree.h"

#include <QList>
#include <QString>

#include <string_view>
#include <unordered_map>

namespace athanor {

/// A value at module level of a script, as far as it can be known without running it.
struct ScriptValue
{
    enum class Kind { None, Text, Number, Items, Unknown };

    Kind kind = Kind::None;
    QString text = {}; ///< of Text and Number; of Unknown: what stands in the way ("a function call")
    QList<ScriptValue> items = {}; ///< of a tuple or list
    python::Node place = {};       ///< of Unknown: where that stands

    bool operator==(const ScriptValue &other) const
    {
        return kind == other.kind && text == other.text && items == other.items;
    }

    static ScriptValue unknown(const QString &what, const python::Node &place)
    {
        return {Kind::Unknown, what, {}, place};
    }
};

/// A name's last assignment.
struct ScriptBinding
{
    ScriptValue value = {};
    python::Node place = {};
};

using ScriptNames = std::unordered_map<std::string_view, ScriptBinding>;

/// Strings, numbers, None, tuples, lists, known names, and `+`, `%` and f-strings of these. All else is
/// Unknown.
ScriptValue constantValue(const python::Expression &expression, const ScriptNames &names);

/// left + right or left % right; `place` is the operation.
ScriptValue combined(python::BinaryOperator op, const ScriptValue &left, const ScriptValue &right,
                     const python::Node &place);

/// What the statements at module level leave in its names. What is assigned under a condition, in a loop, by
/// an import … is Unknown. The module's docstring is in `__doc__`.
ScriptNames moduleNames(const python::Module &module);

} // namespace athanor
