// SPDX-License-Identifier: GPL-3.0-or-later
// What the natives of schema items share: values to texts and back.
#pragma once

#include "core/evaluator/signature.h"
#include "core/sqlalchemy/schemaitems.h"

namespace athanor::sqlalchemy {

/// For NativeClass::allocate.
template<typename T>
python::Instance *allocateAs(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<T>(type);
}

python::Value textValue(python::Evaluator &evaluator, const QString &text);
/// The text of a str; refused for anything else.
python::Outcome<QString> textFrom(python::Evaluator &evaluator, python::Value value,
                                  std::string_view purpose);
/// The text of a str, or an empty one for None.
python::Outcome<QString> textOrNothing(python::Evaluator &evaluator, python::Value value,
                                       std::string_view purpose);
/// None stays unknown.
python::Outcome<std::optional<bool>> flagFrom(python::Evaluator &evaluator, python::Value value);
python::Outcome<std::optional<qint64>> numberFrom(python::Evaluator &evaluator, python::Value value,
                                                  std::string_view purpose);
python::Value flagValue(const std::optional<bool> &flag);
python::Value numberValue(const std::optional<qint64> &number);

/// An exception of sqlalchemy.exc by its name: ArgumentError, InvalidRequestError …
std::unexpected<python::Raised> raiseSqlAlchemy(python::Evaluator &evaluator, std::string_view type,
                                                std::string_view message);
/// The error of a pure function as an exception of the script's language.
std::unexpected<python::Raised> raiseError(python::Evaluator &evaluator, const Error &error);

/// Numbers the objects of an evaluation: constraints in the order in which they were made, tables apart from
/// each other.
quint64 nextNumber(python::Evaluator &evaluator);

} // namespace athanor::sqlalchemy
