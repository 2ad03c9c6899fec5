// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/constraint.h"

#include <QMap>

namespace athanor::schema {

/// A column by its name, or an expression.
using IndexElement = std::variant<Name, sql::Clause>;

struct Index
{
    Name name = {};
    QualifiedName table = {};
    QList<IndexElement> elements = {};
    bool isUnique = false;
    Options options = {};

    bool operator==(const Index &) const = default;
};

/// Naming conventions by kind ("ix", "uq", "ck", "fk", "pk") as in MetaData(naming_convention=…). A template
/// is
/// %-formatted with the tokens of alembic.md 5.00c.
struct NamingConvention
{
    QMap<QString, QString> templates = {};

    bool operator==(const NamingConvention &) const = default;
};

struct Table
{
    QualifiedName name = {};
    QList<Column> columns = {};
    QList<Constraint> constraints = {};
    QList<Index> indexes = {};
    std::optional<QString> comment = {};
    QStringList prefixes = {};
    Options options = {};

    bool operator==(const Table &) const = default;
};

} // namespace athanor::schema
