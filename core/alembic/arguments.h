// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of directives as values.
#pragma once

#include "core/evaluator/signature.h"
#include "core/schema/option.h"
#include "core/sqlalchemy/schemaitems.h"

#include <QStringList>

namespace athanor::alembic {

using Given = std::optional<python::Value>;

/// True where the argument was handed over and is not None.
inline bool isGiven(const Given &argument)
{
    return argument && !argument->isNone();
}

python::Outcome<schema::Name> nameOf(python::Evaluator &evaluator, const Given &argument,
                                     std::string_view purpose);
python::Outcome<schema::QualifiedName> tableOf(python::Evaluator &evaluator, const Given &table,
                                               const Given &schema, std::string_view purpose);
/// Column names of a sequence of strings; an empty list for None.
python::Outcome<QList<schema::Name>> namesOf(python::Evaluator &evaluator, const Given &argument,
                                             std::string_view purpose);
/// A str; empty for None.
python::Outcome<QString> textOf(python::Evaluator &evaluator, const Given &argument,
                                std::string_view purpose);
/// Python's truth of the argument; empty for None and where it is left out.
python::Outcome<std::optional<bool>> flagOf(python::Evaluator &evaluator, const Given &argument);
/// As flagOf(), where None is false.
python::Outcome<bool> truthOf(python::Evaluator &evaluator, const Given &argument);

/// The keywords that a dialect knows ("postgresql_using"), the others left out.
std::vector<python::NamedValue> dialectKeywords(std::span<const python::NamedValue> keywords);
/// The keywords without those named.
std::vector<python::NamedValue> without(std::span<const python::NamedValue> keywords,
                                        std::initializer_list<std::string_view> names);
/// The first of this name; empty when there is none.
Given keyword(std::span<const python::NamedValue> keywords, std::string_view name);

QString qtText(std::string_view utf8);

/// Turns an error of the schema's own functions into an exception of the script.
std::unexpected<python::Raised> raised(python::Evaluator &evaluator, const Error &error);

} // namespace athanor::alembic
