// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/table.h"

namespace athanor::dialect {

bool isBigInteger(const sql::Type &type);
bool isSmallInteger(const sql::Type &type);

/// A table's columns with what each is only together with the others: the primary key and the column that
/// counts by itself. Refers to the table, which has to outlive it.
class TableFrame
{
public:
    /// An Error where SQLAlchemy does not accept the primary key.
    static Result<TableFrame> of(const schema::Table &table);

    const schema::Table &table() const { return *m_table; }
    /// Explicit, or made of the columns' primary_key=True; nullptr where there is none.
    const schema::PrimaryKey *primaryKey() const { return m_primaryKey ? &*m_primaryKey : nullptr; }
    bool isPrimaryKey(const schema::Column &column) const;
    /// AUTO_INCREMENT, SERIAL, IDENTITY: SQLAlchemy's _autoincrement_column.
    bool isAutoincrement(const schema::Column &column) const { return m_autoincrement == &column; }
    bool isNullable(const schema::Column &column) const;
    /// Of its own or of a constraint.
    bool hasForeignKey(const schema::Column &column) const;
    const schema::Column *column(const QString &name) const;

private:
    Result<void> findAutoincrement();
    Result<bool> countsByItself(const schema::Column &column) const;

    const schema::Table *m_table = nullptr;
    std::optional<schema::PrimaryKey> m_primaryKey = {};
    const schema::Column *m_autoincrement = nullptr;
};

} // namespace athanor::dialect
