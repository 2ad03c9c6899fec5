// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

/// The __init__ of Enum: `keywords` are taken out of what the call hands over as they are used; the rest is
/// the caller's.
python::Done initEnum(python::Evaluator &evaluator, TypeObject &self, std::span<const python::Value> enums,
                      std::vector<python::NamedValue> &keywords);
python::Outcome<sql::Type> enumValue(python::Evaluator &evaluator, TypeObject &object);
/// "Enum('a', 'b', name='e')": `names` are shown where they differ from what an Enum has without them.
python::Outcome<std::string> shownEnum(python::Evaluator &evaluator, const TypeObject &object,
                                       std::string_view values, std::span<const std::string_view> names);
/// A member's name in the database, for a parameter's value; other values as they are.
python::Evaluated enumLiteral(const TypeObject &object, python::Value value);

/// The strings of a list or tuple that a constructor was given.
python::Outcome<QStringList> stringsFrom(python::Evaluator &evaluator, python::Value items,
                                         std::string_view purpose);

} // namespace athanor::sqlalchemy
