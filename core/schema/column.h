// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"
#include "core/schema/option.h"
#include "core/sql/type.h"

#include <cstdint>

namespace athanor::schema {

struct Sequence
{
    QualifiedName name = {};
    std::optional<qint64> start = {}, increment = {}, minValue = {}, maxValue = {}, cache = {};
    bool hasNoMinValue = false, hasNoMaxValue = false;
    std::optional<bool> cycles = {}, isOrdered = {};
    bool isOptional = false;
    std::optional<sql::Type> dataType = {};

    bool operator==(const Sequence &) const = default;
};

struct Identity
{
    bool isAlways = false;
    std::optional<bool> onNull = {};
    std::optional<qint64> start = {}, increment = {}, minValue = {}, maxValue = {}, cache = {};
    bool hasNoMinValue = false, hasNoMaxValue = false;
    std::optional<bool> cycles = {}, isOrdered = {};

    bool operator==(const Identity &) const = default;
};

struct Computed
{
    sql::Clause expression = {};
    std::optional<bool> isPersisted = {};

    bool operator==(const Computed &) const = default;
};

/// FetchedValue(): the server makes a value, DDL says nothing.
struct FetchedValue
{
    bool operator==(const FetchedValue &) const = default;
};

/// server_default=: a plain string (to be quoted), a clause, or one of the generated forms.
using ServerDefault = std::variant<QString, sql::Clause, Computed, Identity, FetchedValue>;

enum class Autoincrement : std::uint8_t { Auto, Yes, No, IgnoreForeignKey };

/// ForeignKey(…) in a column, or one element of a constraint: ends at `table`.`column`; the column is empty
/// where the script left it out.
struct ForeignKey
{
    QualifiedName table = {};
    QString column = {};
    Name constraint = {};
    QString onDelete = {}, onUpdate = {}, match = {}, initially = {};
    std::optional<bool> isDeferrable = {};
    bool usesAlter = false;
    bool linksToName = false;
    QString comment = {};
    Options options = {};

    bool operator==(const ForeignKey &) const = default;
};

struct ColumnCheck
{
    Name name = {};
    sql::Clause condition = {};
    std::optional<bool> isDeferrable = {};
    QString initially = {};
    Options options = {};

    bool operator==(const ColumnCheck &) const = default;
};

struct Column
{
    Name name = {};
    QString key = {}; ///< what scripts call it by; the name when empty
    sql::Type type = {};
    std::optional<bool> isNullable = {}; ///< empty: not given; then nullable unless it is a primary key
    bool isPrimaryKey = false;
    bool isUnique = false;
    std::optional<bool> isIndexed = {};
    bool isSystem = false;
    Autoincrement autoincrement = Autoincrement::Auto;
    std::optional<ServerDefault> serverDefault = {};
    std::optional<Sequence> defaultSequence = {}; ///< default=Sequence(…)
    bool hasClientDefault = false;                ///< default= of another kind: DDL says nothing of it
    std::optional<QString> comment = {};
    QList<ForeignKey> foreignKeys = {};
    QList<ColumnCheck> checks = {};
    Options options = {};

    bool operator==(const Column &) const = default;
};

} // namespace athanor::schema
