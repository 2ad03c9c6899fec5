// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/tableframe.h"

#include "core/dialect/ddlcontext.h"
#include "core/sql/affinity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

using sql::TypeKind;
bool isBigInteger(const sql::Type &type)
{
    return type.kind == TypeKind::BigInteger || type.kind == TypeKind::SqlBigint
           || type.kind == TypeKind::MyBigint;
}

bool isSmallInteger(const sql::Type &type)
{
    return type.kind == TypeKind::SmallInteger || type.kind == TypeKind::SqlSmallint
           || type.kind == TypeKind::MySmallint;
}

Result<TableFrame> TableFrame::of(const schema::Table &table)
{
    TableFrame frame;
    frame.m_table = &table;
    for (const schema::Constraint &constraint : table.constraints) {
        if (const auto *key = std::get_if<schema::PrimaryKey>(&constraint); key && !frame.m_primaryKey)
            frame.m_primaryKey = *key;
    }
    if (!frame.m_primaryKey || frame.m_primaryKey->columns.isEmpty()) {
        schema::PrimaryKey key = frame.m_primaryKey.value_or(schema::PrimaryKey{});
        key.isImplicit = !frame.m_primaryKey;
        for (const schema::Column &column : table.columns) {
            if (column.isPrimaryKey)
                key.columns.append(column.name);
        }
        frame.m_primaryKey = key.columns.isEmpty() ? std::nullopt : std::optional(key);
    }
    if (const auto found = frame.findAutoincrement(); !found)
        return std::unexpected(found.error());
    if (frame.m_primaryKey && frame.m_primaryKey->isImplicit && frame.m_autoincrement) {
        // SQLAlchemy's columns_autoinc_first.
        auto &columns = frame.m_primaryKey->columns;
        const auto first = std::ranges::find(columns, frame.m_autoincrement->name.text, &schema::Name::text);
        std::rotate(columns.begin(), first, std::next(first));
    }
    return frame;
}

const schema::Column *TableFrame::column(const QString &name) const
{
    for (const schema::Column &column : m_table->columns) {
        if (column.name.text == name)
            return &column;
    }
    return nullptr;
}

bool TableFrame::isPrimaryKey(const schema::Column &column) const
{
    return m_primaryKey
           && std::ranges::contains(m_primaryKey->columns, column.name.text, &schema::Name::text);
}

bool TableFrame::isNullable(const schema::Column &column) const
{
    if (column.isNullable)
        return *column.isNullable;
    if (column.serverDefault && std::holds_alternative<schema::Identity>(*column.serverDefault))
        return false;
    return !isPrimaryKey(column) && !column.isPrimaryKey;
}

bool TableFrame::hasForeignKey(const schema::Column &column) const
{
    if (!column.foreignKeys.isEmpty())
        return true;
    return std::ranges::any_of(m_table->constraints, [&](const schema::Constraint &constraint) {
        const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        return key && std::ranges::contains(key->columns, column.name.text, &schema::Name::text);
    });
}

Result<bool> TableFrame::countsByItself(const schema::Column &column) const
{
    const bool isAsked = column.autoincrement == schema::Autoincrement::Yes;
    const sql::Affinity affinity = sql::affinityOf(column.type.kind);
    if (affinity != sql::Affinity::Integer && affinity != sql::Affinity::Numeric) {
        if (!isAsked)
            return false;
        return ddlError(u"Column type on column '%1.%2' is not compatible with autoincrement=True"_s.arg(
            m_table->name.name.text, column.name.text));
    }
    if (isAsked)
        return true;
    if (column.autoincrement == schema::Autoincrement::No)
        return false;
    if (column.hasClientDefault && !column.defaultSequence)
        return false;
    if (column.serverDefault && !std::holds_alternative<schema::Identity>(*column.serverDefault))
        return false;
    return column.autoincrement == schema::Autoincrement::IgnoreForeignKey || !hasForeignKey(column);
}

Result<void> TableFrame::findAutoincrement()
{
    if (!m_primaryKey)
        return {};
    const bool isSingle = m_primaryKey->columns.size() == 1;
    for (const schema::Name &name : m_primaryKey->columns) {
        const schema::Column *found = column(name.text);
        if (!found || (!isSingle && found->autoincrement != schema::Autoincrement::Yes))
            continue;
        const Result<bool> counts = countsByItself(*found);
        if (!counts)
            return std::unexpected(counts.error());
        if (*counts && m_autoincrement) {
            return ddlError(u"Only one Column may be marked autoincrement=True, found both %1 and %2."_s.arg(
                found->name.text, m_autoincrement->name.text));
        }
        if (*counts)
            m_autoincrement = found;
    }
    return {};
}

} // namespace athanor::dialect
