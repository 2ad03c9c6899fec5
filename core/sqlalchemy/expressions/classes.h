// SPDX-License-Identifier: GPL-3.0-or-later
// The classes that clauses have for scripts, and their members by the file that has them.
#pragma once

#include "core/sqlalchemy/expressionobject.h"

#include <span>

namespace athanor::sqlalchemy {

/// The class whose instances hold such a clause.
const python::NativeClass &classOfClause(const sql::Clause &clause);

extern const python::NativeClass textClauseClass;
extern const python::NativeClass bindParameterClass;
extern const python::NativeClass functionElementClass;
extern const python::NativeClass labelClass;
extern const python::NativeClass caseClass;
extern const python::NativeClass castClass;
extern const python::NativeClass binaryExpressionClass;
extern const python::NativeClass unaryExpressionClass;
extern const python::NativeClass booleanClauseListClass;
extern const python::NativeClass existsClass;
extern const python::NativeClass nullClass;
extern const python::NativeClass trueClass;
extern const python::NativeClass falseClass;
extern const python::NativeClass aliasClass;
extern const python::NativeClass joinClass;
extern const python::NativeClass valuesClass;
extern const python::NativeClass selectClass;
extern const python::NativeClass compoundSelectClass;
extern const python::NativeClass textualSelectClass;
extern const python::NativeClass insertClass;
extern const python::NativeClass updateClass;
extern const python::NativeClass deleteClass;
extern const python::NativeClass columnCollectionClass;

std::span<const python::NativeMember> clauseElementMembers();   // compile.cpp
std::span<const python::NativeMember> columnElementMembers();   // columnelement.cpp
std::span<const python::NativeMember> functionElementMembers(); // functions.cpp
std::span<const python::NativeMember> textClauseMembers();      // text.cpp
std::span<const python::NativeMember> fromClauseMembers();      // froms.cpp
std::span<const python::NativeMember> tableClauseMembers();     // tables.cpp
std::span<const python::NativeMember> selectMembers();          // selects.cpp
std::span<const python::NativeMember> compoundSelectMembers();  // compounds.cpp
std::span<const python::NativeMember> insertMembers();          // inserts.cpp
std::span<const python::NativeMember> updateMembers();          // updates.cpp
std::span<const python::NativeMember> deleteMembers();          // updates.cpp

/// An alias of `element`, its name made up where it is None.
sql::Clause makeAlias(python::Evaluator &evaluator, sql::Alias::Kind kind, const sql::Clause &element,
                      python::Value name);
/// A join; without an ON clause by the foreign keys between its sides.
python::Outcome<sql::Clause> makeJoin(python::Evaluator &evaluator, const sql::Clause &left,
                                      python::Value right, python::Value on, bool isOuter, bool isFull);

/// The object's clause; objects of these classes always have one.
python::Outcome<sql::Clause> selfClause(python::Evaluator &evaluator, const python::Arguments &arguments);

} // namespace athanor::sqlalchemy
