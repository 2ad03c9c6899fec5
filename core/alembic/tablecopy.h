// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/batch.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

namespace athanor::alembic {

/// A column on its way into the new table. `key` stays what it is called by when it is renamed.
struct CopiedColumn
{
    QString key = {};
    schema::Column column = {};
    sql::Clause source = {};       ///< what its values are taken from; null: it is new
    bool hasOwnNullability = true; ///< the script says nullable= where it makes the column
    bool hasTypeCheck = true;      ///< the CHECK of its type comes with it
};

struct CopiedIndex
{
    schema::Index index = {};
    bool isOfFlag = false; ///< made by index=True: it can be dropped, but is not made again
};

/// The table that a batch makes anew, while the batch's operations are applied to it one by one: what
/// Alembic keeps in a copy of its own (alembic.md 5.42).
class TableCopy
{
public:
    /// With what partial_reordering= says.
    static python::Outcome<TableCopy> of(python::Evaluator &evaluator, sqlalchemy::TableObject &table,
                                         QList<QStringList> reordering);

    /// Raises what Alembic raises for a column, constraint or index that is not there.
    python::Done apply(python::Evaluator &evaluator, const QueuedOperation &queued);
    /// Puts the columns in the order that the places of new columns and partial_reordering= ask for.
    python::Done order(python::Evaluator &evaluator);

    const schema::Table &before() const { return m_before; }
    const QList<CopiedColumn> &columns() const { return m_columns; }
    const QList<schema::Constraint> &named() const { return m_named; }
    const QList<schema::Constraint> &unnamed() const { return m_unnamed; }
    const QList<CopiedIndex> &indexes() const { return m_indexes; }
    const QList<schema::Index> &newIndexes() const { return m_newIndexes; }
    const CopiedColumn *column(const QString &key) const;

private:
    CopiedColumn *find(const QString &key);
    schema::PrimaryKey *ownKey();
    python::Done addColumn(python::Evaluator &evaluator, const operation::AddColumn &change,
                           const QueuedOperation &queued);
    python::Done dropColumn(python::Evaluator &evaluator, const QString &key, const QString &typeName);
    python::Done alterColumn(python::Evaluator &evaluator, const operation::AlterColumn &change);
    python::Done addConstraint(python::Evaluator &evaluator, const schema::Constraint &constraint);
    python::Done dropConstraint(python::Evaluator &evaluator, const operation::DropConstraint &change);
    void addIndex(const schema::Index &index);
    python::Done dropIndex(python::Evaluator &evaluator, const QString &name);
    python::Done place(python::Evaluator &evaluator, const QString &key, const QueuedOperation &queued);
    void removeNamed(const QString &name);

    sqlalchemy::TableObject *m_table = nullptr;
    schema::Table m_before = {};
    QList<CopiedColumn> m_columns = {};
    QList<schema::Constraint> m_named = {};
    QList<schema::Constraint> m_unnamed = {};
    QList<CopiedIndex> m_indexes = {};
    QList<schema::Index> m_newIndexes = {};
    QStringList m_existing = {};                          ///< the old columns that are left, in their order
    QList<std::pair<QString, QString>> m_neighbours = {}; ///< of new columns: one before the other
    QList<QStringList> m_reordering = {};
};

} // namespace athanor::alembic
