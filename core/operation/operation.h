// SPDX-License-Identifier: GPL-3.0-or-later
// The one vocabulary of changes: scripts are read into it, comparing writes it, dialects spell it.
#pragma once

#include "core/base/sourcerange.h"
#include "core/schema/table.h"

#include <variant>

namespace athanor::operation {

enum class TableParts : std::uint8_t {
    All,          ///< with the types before it, and indexes and comments behind it
    WithoutTypes, ///< as metadata.create_all() does, which makes the types of all tables first
    TableOnly     ///< sa.schema.CreateTable() as a statement
};

struct CreateTable
{
    schema::Table table = {};
    bool ifNotExists = false;
    TableParts parts = TableParts::All;

    bool operator==(const CreateTable &) const = default;
};

struct DropTable
{
    schema::QualifiedName table = {};
    bool ifExists = false;
    schema::Options options = {};

    bool operator==(const DropTable &) const = default;
};

struct RenameTable
{
    schema::QualifiedName table = {};
    schema::Name newName = {};

    bool operator==(const RenameTable &) const = default;
};

/// A column with what belongs to it: its own foreign keys, checks, unique and index flags become statements
/// of their own where the dialect has no other way.
struct AddColumn
{
    schema::QualifiedName table = {};
    schema::Column column = {};
    /// What the column brings as constraints and indexes of the table, names given.
    QList<schema::Constraint> constraints = {};
    QList<schema::Index> indexes = {};
    bool ifNotExists = false;
    bool hasInlineReferences = false;
    bool hasInlinePrimaryKey = false;

    bool operator==(const AddColumn &) const = default;
};

struct DropColumn
{
    schema::QualifiedName table = {};
    schema::Name column = {};
    bool ifExists = false;
    schema::Options options = {}; ///< mssql_drop_default …

    bool operator==(const DropColumn &) const = default;
};

/// "Not given" is different from "none": the outer optional is empty when the script says nothing.
struct AlterColumn
{
    schema::QualifiedName table = {};
    schema::Name column = {};
    std::optional<bool> isNullable = {};
    std::optional<std::optional<QString>> comment = {};
    std::optional<std::optional<schema::ServerDefault>> serverDefault = {};
    std::optional<schema::Name> newName = {};
    std::optional<sql::Type> type = {};
    std::optional<bool> autoincrement = {};
    std::optional<sql::Type> existingType = {};
    std::optional<std::optional<schema::ServerDefault>> existingServerDefault = {};
    std::optional<bool> existingNullable = {};
    std::optional<bool> existingAutoincrement = {};
    std::optional<QString> existingComment = {};
    bool isTypeAClass =
        false; ///< type, or else existingType, came as a class: sa.DateTime, not sa.DateTime()
    schema::Options options = {}; ///< postgresql_using …

    bool operator==(const AlterColumn &) const = default;
};

struct CreateIndex
{
    schema::Index index = {};
    bool ifNotExists = false;

    bool operator==(const CreateIndex &) const = default;
};

struct DropIndex
{
    schema::Name name = {};
    schema::QualifiedName table = {}; ///< its name is empty when the script leaves it out
    bool ifExists = false;
    schema::Options options = {};

    bool operator==(const DropIndex &) const = default;
};

struct AddConstraint
{
    schema::QualifiedName table = {};
    schema::Constraint constraint =
        {}; ///< one with ofType is written only where the dialect checks such types

    bool operator==(const AddConstraint &) const = default;
};

enum class ConstraintKind : std::uint8_t { Unknown, PrimaryKey, Unique, Check, ForeignKey };

struct DropConstraint
{
    schema::QualifiedName table = {};
    schema::Name name = {};
    ConstraintKind kind = ConstraintKind::Unknown;
    bool ifExists = false;
    bool cascades = false;
    /// Set where it is the CHECK of this type that goes: only where the dialect checks such types.
    std::optional<sql::Type> ofType = {};
    schema::Options options = {};

    bool operator==(const DropConstraint &) const = default;
};

struct SetTableComment
{
    schema::QualifiedName table = {};
    std::optional<QString> comment = {}; ///< empty: taken away
    std::optional<QString> existing = {};

    bool operator==(const SetTableComment &) const = default;
};

/// COMMENT ON COLUMN as a statement of its own (sa.schema.SetColumnComment).
struct SetColumnComment
{
    schema::QualifiedName table = {};
    schema::Column column = {};

    bool operator==(const SetColumnComment &) const = default;
};

/// CREATE TYPE / DROP TYPE of an enum or a domain by itself: enum.create(bind).
struct CreateType
{
    sql::Type type = {};
    bool ifNotExists = false;

    bool operator==(const CreateType &) const = default;
};

struct DropType
{
    sql::Type type = {};
    bool ifExists = false;

    bool operator==(const DropType &) const = default;
};

struct CreateSequence
{
    schema::Sequence sequence = {};
    bool ifNotExists = false;

    bool operator==(const CreateSequence &) const = default;
};

struct DropSequence
{
    schema::Sequence sequence = {};
    bool ifExists = false;

    bool operator==(const DropSequence &) const = default;
};

struct CreateSchema
{
    schema::Name name = {};
    bool ifNotExists = false;

    bool operator==(const CreateSchema &) const = default;
};

struct DropSchema
{
    schema::Name name = {};
    bool ifExists = false;
    bool cascades = false;

    bool operator==(const DropSchema &) const = default;
};

/// A statement of the script's own: text or a construct.
struct Execute
{
    sql::Clause statement = {};

    bool operator==(const Execute &) const = default;
};

/// op.bulk_insert(): one INSERT a row when it is written offline, each with the row's own columns.
struct BulkInsert
{
    schema::QualifiedName table = {};
    QList<sql::Clause> statements = {};

    bool operator==(const BulkInsert &) const = default;
};

/// SQLite's table rebuild from a definition the script gives (batch_alter_table(copy_from=…)): the new table
/// is made under a temporary name, filled, and takes the old one's place.
struct RebuildTable
{
    schema::Table before = {};
    schema::Table after = {}; ///< under its temporary name; its indexes are made at once
    /// Where each column of `after` that is filled comes from: an expression over `before`.
    QList<std::pair<schema::Name, sql::Clause>> sources = {};
    QList<schema::Index> indexes = {}; ///< made when the new table has the old one's name

    bool operator==(const RebuildTable &) const = default;
};

/// with op.get_context().autocommit_block(): the statements between run outside of a transaction.
struct BeginAutocommit
{
    bool operator==(const BeginAutocommit &) const = default;
};

struct EndAutocommit
{
    bool operator==(const EndAutocommit &) const = default;
};

using Change =
    std::variant<CreateTable, DropTable, RenameTable, AddColumn, DropColumn, AlterColumn, CreateIndex,
                 DropIndex, AddConstraint, DropConstraint, SetTableComment, SetColumnComment, CreateType,
                 DropType, CreateSequence, DropSequence, CreateSchema, DropSchema, Execute, BulkInsert,
                 RebuildTable, BeginAutocommit, EndAutocommit>;

struct Operation
{
    Change change = {};
    SourceRange where = {}; ///< the call in the revision script

    bool operator==(const Operation &) const = default;
};

} // namespace athanor::operation
