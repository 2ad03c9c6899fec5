// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/column.h"

#include <variant>

namespace athanor::schema {

/// What all kinds of constraints may say.
struct ConstraintCommon
{
    Name name = {};
    std::optional<bool> isDeferrable = {};
    QString initially = {};
    QString comment = {};
    Options options = {};

    bool operator==(const ConstraintCommon &) const = default;
};

struct PrimaryKey : ConstraintCommon
{
    QList<Name> columns = {};
    bool isImplicit = false; ///< made from the columns' primary_key=True

    bool operator==(const PrimaryKey &) const = default;
};

struct UniqueConstraint : ConstraintCommon
{
    QList<Name> columns = {};

    bool operator==(const UniqueConstraint &) const = default;
};

struct CheckConstraint : ConstraintCommon
{
    sql::Clause condition = {};
    /// Made by a Boolean or Enum with create_constraint=True: only where the dialect checks such types.
    std::optional<sql::Type> ofType = {};
    QString ofColumn = {};
    QStringList columns =
        {}; ///< those that the condition names, as far as it says so: for naming conventions

    bool operator==(const CheckConstraint &) const = default;
};

struct ForeignKeyConstraint : ConstraintCommon
{
    QList<Name> columns = {};
    QualifiedName referredTable = {};
    QList<Name> referredColumns = {};
    QString onDelete = {}, onUpdate = {}, match = {};
    bool usesAlter = false;

    bool operator==(const ForeignKeyConstraint &) const = default;
};

struct ExcludeElement
{
    sql::Clause expression = {};
    QString op = {};

    bool operator==(const ExcludeElement &) const = default;
};

/// PostgreSQL's EXCLUDE.
struct ExcludeConstraint : ConstraintCommon
{
    QList<ExcludeElement> elements = {};
    QString method = {}; ///< USING; gist when empty
    sql::Clause where = {};

    bool operator==(const ExcludeConstraint &) const = default;
};

using Constraint =
    std::variant<PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKeyConstraint, ExcludeConstraint>;

} // namespace athanor::schema
