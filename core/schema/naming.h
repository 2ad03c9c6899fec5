// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/table.h"

#include <QHash>

namespace athanor::schema {

/// SQLAlchemy's own convention: indexes only, ix_%(column_0_label)s. What a convention leaves out it does not
/// name.
NamingConvention defaultConvention();

/// What a name is made of besides the table. `kind` is the convention's key: "ix", "uq", "ck", "fk", "pk".
struct NamingSubject
{
    QString kind = {};
    Name name = {};           ///< as it was given; empty: none
    QStringList columns = {}; ///< names, in order
    QStringList keys = {};    ///< what scripts call the columns by; the names when empty
    QualifiedName referredTable = {};
    QStringList referredColumns = {};
};

/// The name that the convention gives, marked as final; the given one where it gives none (a final one, or a
/// kind without a template, or a template without %(constraint_name)s for a named constraint). An Error in
/// SQLAlchemy's words where a token can't be filled.
Result<Name> conventionName(const NamingConvention &convention, const QualifiedName &table,
                            const NamingSubject &subject);

/// What scripts call columns by, for those where it is not the name: from name to key.
using ColumnKeys = QHash<QString, QString>;

/// Gives the constraint the name that the convention has for it.
Result<void> applyConvention(const NamingConvention &convention, const QualifiedName &table,
                             Constraint &constraint, const ColumnKeys &keys = {});
/// An index takes the table from itself.
Result<void> applyConvention(const NamingConvention &convention, Index &index, const ColumnKeys &keys = {});

} // namespace athanor::schema
