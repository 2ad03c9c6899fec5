// SPDX-License-Identifier: GPL-3.0-or-later
// UPDATE and DELETE.
#include "core/dialect/clause/clausecompiler.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

/// The tables beside the one that is changed: those that the conditions name, then those of the values.
QList<sql::Clause> otherTables(const sql::Clause &table, const QList<sql::Clause> &conditions,
                               const QList<sql::Assignment> &values)
{
    const QList<sql::Clause> own = sql::fromsOf(table);
    QList<sql::Clause> others;
    const auto add = [&](const sql::Clause &clause) {
        for (const sql::Clause &from : sql::fromsOf(clause)) {
            if (!sql::contains(own, from) && !sql::contains(others, from))
                others += from;
        }
    };
    for (const sql::Clause &condition : conditions)
        add(condition);
    for (const sql::Assignment &assignment : values) {
        if (!assignment.column.isNull())
            add(assignment.column);
        add(assignment.value);
    }
    return others;
}

QString nameOf(const sql::Assignment &assignment)
{
    if (const auto *column = sql::as<sql::Column>(assignment.column))
        return column->key.isEmpty() ? column->name.text : column->key;
    return assignment.name;
}

/// True where the script named a column of another table than the changed one.
bool isForeign(const sql::Assignment &assignment, const QList<sql::Clause> &others)
{
    const auto *column = sql::as<sql::Column>(assignment.column);
    return column && !column->table.isNull() && sql::contains(others, column->table);
}

} // namespace

QString ClauseCompiler::updatedTables(const sql::Clause &table, const QList<sql::Clause> &,
                                      const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.isFrom = true;
    return process(table, inner);
}

QString ClauseCompiler::updateFrom(const sql::Clause &, const QList<sql::Clause> &, const ClauseContext &)
{
    return fail(u"This backend does not support multiple-table criteria within UPDATE"_s);
}

QString ClauseCompiler::deletedTable(const sql::Clause &table, const QList<sql::Clause> &,
                                     const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.isFrom = true;
    return process(table, inner);
}

QString ClauseCompiler::deleteFrom(const sql::Clause &, const QList<sql::Clause> &, const ClauseContext &)
{
    return fail(u"This backend does not support multiple-table criteria within DELETE"_s);
}

QString ClauseCompiler::dmlLimit(const sql::Clause &)
{
    return {};
}

QList<ClauseCompiler::Value> ClauseCompiler::updateValues(const sql::Update &update,
                                                          const QList<sql::Clause> &others,
                                                          const ClauseContext &context)
{
    const QList<sql::TableColumn> columns = sql::exportedColumns(update.table);
    const bool isQualified = m_traits.qualifiesUpdatedColumns && !others.isEmpty();
    const QString prefix = isQualified ? QString(aliasName(update.table) % u'.') : QString();
    QList<Value> values;
    QList<sql::Assignment> own;
    for (const sql::Assignment &assignment : update.values) {
        if (!isForeign(assignment, others)) {
            own += assignment;
            continue;
        }
        const auto *column = sql::as<sql::Column>(assignment.column);
        if (!isQualified) {
            fail(
                u"Backend does not support additional tables in the SET clause; cannot include columns from table(s) '%1' in SET clause"_s
                    .arg(tableLabel(column->table)));
            return {};
        }
        const sql::TableColumn target{
            .name = column->name, .key = column->key, .type = assignment.column.node().type};
        values +=
            Value{process(assignment.column, context), crudValue(target, assignment.value, -1, context)};
    }
    if (!checkNames(columns, own))
        return {};
    const auto append = [&](const sql::TableColumn &column, const sql::Clause &value) {
        values += Value{prefix % quoted(column.name), crudValue(column, value, -1, context)};
    };
    QStringList written;
    if (update.isOrdered) {
        for (const sql::Assignment &assignment : own) {
            const QString name = nameOf(assignment);
            append(*std::ranges::find(columns, name, &sql::TableColumn::scriptName), assignment.value);
            written += name;
        }
    }
    for (const sql::TableColumn &column : columns) {
        if (written.contains(column.scriptName()))
            continue;
        const auto given = std::ranges::find(own, column.scriptName(), nameOf);
        if (given != own.end())
            append(column, given->value);
        else if (!column.updateDefault.isNull())
            append(column, column.updateDefault);
    }
    return values;
}

QString ClauseCompiler::writeUpdate(const sql::Clause &clause, const sql::Update &update,
                                    const ClauseContext &context)
{
    const bool isTop = m_stack.empty();
    const QList<sql::Clause> others = otherTables(update.table, update.where, update.values);
    pushLevel(clause, QList<sql::Clause>{update.table} + others, {});
    for (const sql::Clause &cte : update.independentCtes)
        process(cte, {});
    ClauseContext inner;
    inner.isLiteral = context.isLiteral;
    QString text = "UPDATE "_L1 % prefixText(update.prefixes, {}) % updatedTables(update.table, others, inner)
                   % " SET "_L1;
    QStringList parts;
    if (update.hasValues) {
        for (const Value &value : updateValues(update, others, inner))
            parts += value.column % u'=' % value.value;
    } else {
        for (const sql::TableColumn &column : sql::exportedColumns(update.table))
            parts += quoted(column.name) % u'=' % bindText(cut(column.scriptName()));
    }
    text += parts.join(", "_L1);
    const QString returning =
        update.returning.isEmpty() ? QString() : returningText(update.table, update.returning, false, inner);
    if (!returning.isEmpty() && m_traits.returnsBeforeValues)
        text += u' ' % returning;
    if (!others.isEmpty()) {
        if (const QString from = updateFrom(update.table, others, inner); !from.isEmpty())
            text += u' ' % from;
    }
    if (const QString where = conditionText(update.where, inner); !where.isEmpty())
        text += " WHERE "_L1 % where;
    if (const QString limit = update.limit.isNull() ? QString() : dmlLimit(update.limit); !limit.isEmpty())
        text += u' ' % limit;
    if (!returning.isEmpty() && !m_traits.returnsBeforeValues)
        text += u' ' % returning;
    if (isTop)
        text = cteClause() % text;
    m_stack.pop_back();
    return text;
}

QString ClauseCompiler::writeDelete(const sql::Clause &clause, const sql::Delete &remove,
                                    const ClauseContext &context)
{
    const bool isTop = m_stack.empty();
    const QList<sql::Clause> others = otherTables(remove.table, remove.where, {});
    pushLevel(clause, QList<sql::Clause>{remove.table} + others, {});
    for (const sql::Clause &cte : remove.independentCtes)
        process(cte, {});
    ClauseContext inner;
    inner.isLiteral = context.isLiteral;
    QString text = "DELETE "_L1 % prefixText(remove.prefixes, {}) % "FROM "_L1
                   % deletedTable(remove.table, others, inner);
    const QString returning =
        remove.returning.isEmpty() ? QString() : returningText(remove.table, remove.returning, true, inner);
    if (!returning.isEmpty() && m_traits.returnsBeforeValues)
        text += u' ' % returning;
    if (!others.isEmpty())
        text += u' ' % deleteFrom(remove.table, others, inner);
    if (const QString where = conditionText(remove.where, inner); !where.isEmpty())
        text += " WHERE "_L1 % where;
    if (const QString limit = remove.limit.isNull() ? QString() : dmlLimit(remove.limit); !limit.isEmpty())
        text += u' ' % limit;
    if (!returning.isEmpty() && !m_traits.returnsBeforeValues)
        text += u' ' % returning;
    if (isTop)
        text = cteClause() % text;
    m_stack.pop_back();
    return text;
}

} // namespace athanor::dialect
