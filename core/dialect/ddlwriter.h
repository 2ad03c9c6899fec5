// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/ddlcontext.h"
#include "core/dialect/tableframe.h"

#include <QSet>

namespace athanor::dialect {

/// One statement, without the terminator and the batch separator that scripts put after it.
struct Statement
{
    QString sql = {};
    bool canRunInTransaction = true;
    QString typeMade = {}; ///< the key in DdlMemory of the type that is made because CREATE TABLE needs it

    bool operator==(const Statement &) const = default;
};

/// What Alembic remembers from one operation of a run to the next: PostgreSQL's types that CREATE TABLE has
/// made are not made again.
struct DdlMemory
{
    QSet<QString> types = {};
};

/// Alembic's DefaultImpl and SQLAlchemy's DDLCompiler for one dialect. Holds no state of its own.
class DdlWriter
{
public:
    explicit DdlWriter(DialectName dialect)
        : m_dialect(dialect)
    {
    }
    virtual ~DdlWriter() = default;

    /// The statements of one operation, in order. An Error where Alembic or SQLAlchemy raise, in their words;
    /// what they only warn of goes to `notes`. `memory` is that of the run.
    Result<QList<Statement>> statements(const operation::Change &change, const WriteOptions &options,
                                        QStringList *notes = nullptr, DdlMemory *memory = nullptr) const;

protected:
    using Text = Result<QString>;
    /// No text: the dialect leaves it out.
    using MaybeText = Result<std::optional<QString>>;
    using Statements = Result<QList<Statement>>;

    // columns: ddlcolumn.cpp
    virtual Text columnText(const DdlContext &context, const TableFrame &frame,
                            const schema::Column &column) const;
    Text nameAndType(const DdlContext &context, const schema::Column &column) const;
    MaybeText defaultText(const DdlContext &context, const schema::Column &column) const;
    MaybeText defaultText(const DdlContext &context, const schema::ServerDefault &value) const;
    virtual Text computedText(const DdlContext &context, const schema::Computed &computed) const;
    virtual QString identityText(const schema::Identity &identity) const;
    virtual QString identityOptions(const schema::Identity &identity) const;
    /// " GENERATED …" as far as the column has it.
    Text generatedText(const DdlContext &context, const schema::Column &column) const;

    // tables: ddltable.cpp
    Text createTable(const DdlContext &context, const TableFrame &frame,
                     const operation::CreateTable &change) const;
    virtual Text tableOptions(const DdlContext &context, const schema::Table &table) const;
    virtual Statements createTypes(const DdlContext &context, const schema::Table &table,
                                   DdlMemory &memory) const;
    virtual QString renameTable(const DdlContext &context, const operation::RenameTable &change) const;
    virtual Text tableComment(const DdlContext &context, const operation::SetTableComment &change) const;
    /// COMMENT ON COLUMN; an empty comment takes it away.
    virtual Text columnComment(const DdlContext &context, const schema::QualifiedName &table,
                               const schema::Column &column) const;

    // constraints: ddlconstraint.cpp
    MaybeText constraintText(const DdlContext &context, const TableFrame &frame,
                             const schema::Constraint &constraint) const;
    virtual MaybeText primaryKeyText(const DdlContext &context, const TableFrame &frame,
                                     const schema::PrimaryKey &key) const;
    virtual MaybeText uniqueText(const DdlContext &context, const TableFrame &frame,
                                 const schema::UniqueConstraint &unique) const;
    virtual MaybeText checkText(const DdlContext &context, const schema::CheckConstraint &check) const;
    virtual Text columnCheckText(const DdlContext &context, const schema::ColumnCheck &check) const;
    virtual MaybeText foreignKeyText(const DdlContext &context, const schema::QualifiedName &table,
                                     const schema::ForeignKeyConstraint &key) const;
    virtual MaybeText excludeText(const DdlContext &context, const schema::ExcludeConstraint &exclude) const;
    virtual QString referredTable(const DdlContext &context, const schema::QualifiedName &table) const;
    virtual Text matchText(const schema::ForeignKeyConstraint &key) const;
    virtual Text cascadesText(const DdlContext &context, const schema::ForeignKeyConstraint &key) const;
    virtual bool acceptsOnDelete(const QString &phrase) const;
    /// What stands between UNIQUE or PRIMARY KEY and the columns.
    virtual QString clusteringText(const schema::Options &options) const;
    virtual QString distinctText(const schema::Options &options) const;
    Text preamble(const DdlContext &context, const schema::Name &name) const;
    Text deferrability(const std::optional<bool> &isDeferrable, const QString &initially) const;
    QString columnList(const DdlContext &context, const QList<schema::Name> &columns) const;
    /// Whether the CHECK of such a type is written at all.
    bool checksType(const DdlContext &context, const sql::Type &type) const;

    // indexes: ddlindex.cpp
    virtual Result<Statement> createIndex(const DdlContext &context,
                                          const operation::CreateIndex &change) const;
    virtual Result<Statement> dropIndex(const DdlContext &context, const operation::DropIndex &change) const;
    virtual Text indexElement(const DdlContext &context, const schema::IndexElement &element) const;
    Text indexElements(const DdlContext &context, const schema::Index &index) const;
    Text indexName(const DdlContext &context, const schema::Name &name, const schema::Name &schema) const;
    MaybeText optionClause(const DdlContext &context, const schema::Options &options,
                           QStringView keyword) const;
    QString includeText(const DdlContext &context, const schema::Options &options, QStringView keyword) const;

    // ALTER TABLE: ddlalter.cpp
    virtual Statements alterColumn(const DdlContext &context, const operation::AlterColumn &change) const;
    /// Nullability, default, type, comment, name: each with a statement of its own, as far as it is given.
    Statements alterSeparately(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterNullable(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterDefault(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterIdentity(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterType(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterComment(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual Text alterName(const DdlContext &context, const operation::AlterColumn &change) const;
    QString alterHead(const DdlContext &context, const operation::AlterColumn &change) const;
    virtual QString alterVerb() const;
    Text newDefault(const DdlContext &context, const schema::ServerDefault &value) const;
    static bool concernsIdentity(const operation::AlterColumn &change);
    static bool concernsComputed(const operation::AlterColumn &change);
    /// The foreign key that ADD COLUMN writes itself: the only one, of one column, where it is asked for.
    static const schema::ForeignKeyConstraint *inlineReference(const operation::AddColumn &change);

    virtual Statements addColumn(const DdlContext &context, const operation::AddColumn &change) const;
    virtual Text addColumnText(const DdlContext &context, const operation::AddColumn &change,
                               const TableFrame &frame) const;
    virtual Statements dropColumn(const DdlContext &context, const operation::DropColumn &change) const;
    virtual Statements addConstraint(const DdlContext &context, const operation::AddConstraint &change) const;
    virtual Statements dropConstraint(const DdlContext &context,
                                      const operation::DropConstraint &change) const;

    // the rest: ddlsequence.cpp, ddlrebuild.cpp
    virtual Text createSequence(const DdlContext &context, const operation::CreateSequence &change) const;
    virtual QString sequenceOptions(const schema::Sequence &sequence) const;
    virtual Text createType(const DdlContext &context, const operation::CreateType &change) const;
    virtual Text dropType(const DdlContext &context, const operation::DropType &change) const;
    Statements rebuildTable(const DdlContext &context, const operation::RebuildTable &change,
                            DdlMemory &memory) const;

    Statements createTableAndParts(const DdlContext &context, const operation::CreateTable &change,
                                   DdlMemory &memory) const;

private:
    class Visitor;

    DialectName m_dialect;
};

} // namespace athanor::dialect
