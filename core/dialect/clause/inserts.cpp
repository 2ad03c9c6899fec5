// SPDX-License-Identifier: GPL-3.0-or-later
// INSERT, and what INSERT and UPDATE have in common: a column and its value.
#include "core/dialect/clause/clausecompiler.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

/// The name that an assignment goes by.
QString nameOf(const sql::Assignment &assignment)
{
    if (const auto *column = sql::as<sql::Column>(assignment.column))
        return column->key.isEmpty() ? column->name.text : column->key;
    return assignment.name;
}

const sql::Assignment *find(const QList<sql::Assignment> &assignments, const QString &name)
{
    // As in a dictionary, the last one of a name counts.
    const sql::Assignment *found = nullptr;
    for (const sql::Assignment &assignment : assignments) {
        if (nameOf(assignment) == name)
            found = &assignment;
    }
    return found;
}

} // namespace

bool ClauseCompiler::checkNames(const QList<sql::TableColumn> &columns,
                                const QList<sql::Assignment> &assignments)
{
    QStringList unknown;
    for (const sql::Assignment &assignment : assignments) {
        const QString name = nameOf(assignment);
        if (!std::ranges::contains(columns, name, &sql::TableColumn::scriptName))
            unknown += name;
    }
    if (unknown.isEmpty())
        return true;
    fail("Unconsumed column names: "_L1 % unknown.join(", "_L1));
    return false;
}

QString ClauseCompiler::crudBind(const QString &name, const sql::Literal &value, const sql::Type &type,
                                 bool isInline)
{
    return m_options.hasLiteralBinds || isInline ? literal(value, type)
                                                 : QString(bindText(cut(name)) % bindCast(type));
}

QString ClauseCompiler::crudValue(const sql::TableColumn &column, const sql::Clause &value, int row,
                                  const ClauseContext &context)
{
    const auto *bind = sql::as<sql::Bind>(value);
    if (!bind)
        return process(sql::grouped(value, sql::Operator::None), context);
    const sql::Type &own = sql::typeOf(value);
    const sql::Type &type =
        own.kind == sql::TypeKind::Null && own.pythonName.isEmpty() && column.type ? *column.type : own;
    if (!bind->isUnique) {
        sql::Bind named = *bind;
        const sql::Clause typed = sql::makeClause(std::move(named), type);
        m_kept.push_back(typed);
        return process(typed, context);
    }
    QString name = column.scriptName();
    if (row >= 0)
        name += "_m"_L1 % QString::number(row);
    return crudBind(name, bind->value, type, bind->isInline);
}

QList<ClauseCompiler::Value> ClauseCompiler::insertValues(const QList<sql::TableColumn> &columns,
                                                          const QList<sql::Assignment> &assignments, int row,
                                                          const ClauseContext &context)
{
    QList<Value> values;
    for (const sql::TableColumn &column : columns) {
        const sql::Assignment *given = find(assignments, column.scriptName());
        if (!given && column.insertDefault.isNull())
            continue;
        if (given) {
            values += Value{quoted(column.name), crudValue(column, given->value, row, context)};
            continue;
        }
        // A default that Python would have computed has no name of a row in the first one.
        values +=
            Value{quoted(column.name), crudValue(column, column.insertDefault, row > 0 ? row : -1, context)};
    }
    return values;
}

namespace {

/// The key that comes back from an INSERT by itself, where the statement asks for nothing else.
QList<sql::Clause> implicitKeys(const sql::Insert &insert, const sql::Clause &table,
                                const QList<sql::TableColumn> &columns, bool knowsLastNumber)
{
    if (insert.isInline || !insert.returning.isEmpty() || !insert.rows.isEmpty() || !insert.select.isNull())
        return {};
    QList<sql::Clause> keys;
    for (const sql::TableColumn &column : columns) {
        if (!column.isPrimaryKey)
            continue;
        const sql::Assignment *given = find(insert.values, column.scriptName());
        const bool isExpression = given && !sql::as<sql::Bind>(given->value);
        // A default of Python's is known before the statement is executed.
        const bool isClause = !column.insertDefault.isNull() && !sql::as<sql::Bind>(column.insertDefault);
        const bool isNumbered = column.isAutoincrement && !knowsLastNumber;
        const bool isGenerated = !given && (isNumbered || column.hasServerDefault || isClause);
        if (isExpression || isGenerated)
            keys += sql::column(table, column);
    }
    return keys;
}

} // namespace

QString ClauseCompiler::insertBody(const sql::Insert &insert, const QList<sql::TableColumn> &columns,
                                   const QString &returning, const ClauseContext &context)
{
    const QString output =
        returning.isEmpty() || !m_traits.returnsBeforeValues ? QString() : u' ' % returning;
    if (!insert.select.isNull())
        return insertFromSelect(insert, columns, output);
    if (!insert.hasValues && insert.rows.isEmpty()) {
        // Nothing given at all: every column gets a bind, also where values stand in place.
        QStringList names, binds;
        for (const sql::TableColumn &column : columns) {
            names += quoted(column.name);
            binds += bindText(cut(column.scriptName()));
        }
        return " ("_L1 % names.join(", "_L1) % u')' % output % " VALUES ("_L1 % binds.join(", "_L1) % u')';
    }
    const bool isMultiple = !insert.rows.isEmpty();
    const QList<Value> first =
        insertValues(columns, isMultiple ? insert.rows.first() : insert.values, isMultiple ? 0 : -1, context);
    QStringList names, texts;
    for (const Value &value : first) {
        names += value.column;
        texts += value.value;
    }
    if (first.isEmpty() && m_traits.hasDefaultValues)
        return output % " DEFAULT VALUES"_L1;
    QString text =
        " ("_L1 % names.join(", "_L1) % u')' % output % " VALUES ("_L1 % texts.join(", "_L1) % u')';
    for (int row = 1; row < insert.rows.size(); ++row) {
        QStringList parts;
        for (const sql::TableColumn &column : columns) {
            // Rows have the columns of the first one.
            const QString &name = column.scriptName();
            const bool isUsed = find(insert.rows.first(), name) || !column.insertDefault.isNull();
            if (!isUsed)
                continue;
            const sql::Assignment *given = find(insert.rows[row], name);
            if (!given && column.insertDefault.isNull())
                return fail(
                    u"INSERT value for column %1.%2 is explicitly rendered as a bound parameter in the VALUES clause; a Python-side value or SQL expression is required"_s
                        .arg(tableLabel(insert.table), name));
            parts += crudValue(column, given ? given->value : column.insertDefault, row, context);
        }
        text += ", ("_L1 % parts.join(", "_L1) % u')';
    }
    return text;
}

QString ClauseCompiler::insertFromSelect(const sql::Insert &insert, const QList<sql::TableColumn> &columns,
                                         const QString &output)
{
    QStringList names;
    QList<sql::Clause> extra;
    for (const QString &name : insert.selectNames) {
        const auto found = std::ranges::find(columns, name, &sql::TableColumn::scriptName);
        names += quoted(found == columns.end() ? sql::Identifier{name} : found->name);
    }
    for (const sql::TableColumn &column : columns) {
        const bool isNamed = insert.selectNames.contains(column.scriptName());
        if (isNamed || column.insertDefault.isNull() || !insert.includesDefaults)
            continue;
        names += quoted(column.name);
        extra += column.insertDefault;
    }
    sql::Clause source = insert.select;
    if (const auto *select = sql::as<sql::Select>(source); select && !extra.isEmpty()) {
        sql::Select copy = *select;
        copy.columns += extra;
        source = sql::makeClause(std::move(copy));
        m_kept.push_back(source);
    }
    ClauseContext context;
    context.isInsertSource = true;
    const QString body = process(source, context);
    const QString ctes = m_traits.writesCteAfterInsert ? cteClause() : QString();
    return " ("_L1 % names.join(", "_L1) % u')' % output % u' ' % ctes % body;
}

QString ClauseCompiler::writeInsert(const sql::Clause &clause, const sql::Insert &insert,
                                    const ClauseContext &context)
{
    const bool isTop = m_stack.empty();
    QList<sql::TableColumn> columns = sql::exportedColumns(insert.table);
    if (!m_dialect.capabilities.hasSequences) {
        for (sql::TableColumn &column : columns) {
            if (sql::as<sql::NextValue>(column.insertDefault))
                column.insertDefault = {};
        }
    }
    if (!insert.rows.isEmpty() && !m_traits.hasMultipleRows)
        return fail(
            u"The '%1' dialect with current database version settings does not support in-place multirow inserts."_s
                .arg(m_dialect.text));
    const auto known = insert.rows.isEmpty() ? insert.values : insert.rows.first();
    if (!checkNames(columns, known))
        return {};
    m_stack.emplace_back().statement = &clause.node();
    for (const sql::Clause &cte : insert.independentCtes)
        process(cte, {});
    QList<sql::Clause> returned = insert.returning;
    if (isTop && insert.hasValues && m_traits.returnsInserted)
        returned += implicitKeys(insert, insert.table, columns, m_traits.knowsLastNumber);
    ClauseContext inner;
    inner.isLiteral = context.isLiteral;
    const QString returning =
        returned.isEmpty() ? QString() : returningText(insert.table, returned, false, inner);
    ClauseContext name;
    name.isFrom = true;
    QString text = "INSERT "_L1 % prefixText(insert.prefixes, {}) % "INTO "_L1 % process(insert.table, name)
                   % insertBody(insert, columns, returning, inner);
    if (!insert.onConflict.isEmpty())
        text += u' ' % conflictText(insert, inner);
    if (!insert.onDuplicateKey.isEmpty())
        text += u' ' % duplicateKeyText(insert, inner);
    if (!returning.isEmpty() && !m_traits.returnsBeforeValues)
        text += u' ' % returning;
    if (isTop)
        text = cteClause() % text;
    m_stack.pop_back();
    return text;
}

QString ClauseCompiler::returningText(const sql::Clause &, const QList<sql::Clause> &columns, bool,
                                      const ClauseContext &context)
{
    QStringList parts;
    for (const NamedColumn &column : namedColumns(columns, sql::LabelStyle::DisambiguateOnly))
        parts += selectedColumn(column, context);
    return "RETURNING "_L1 % parts.join(", "_L1);
}

QString ClauseCompiler::conflictTarget(const sql::OnConflict &conflict, const ClauseContext &context)
{
    if (!conflict.constraint.isEmpty() && m_traits.hasConstraintTargets)
        return "ON CONSTRAINT "_L1 % quoted(sql::Identifier{conflict.constraint});
    if (conflict.indexElements.isEmpty())
        return {};
    ClauseContext inner = context;
    inner.includesTable = false;
    inner.usesSchema = false;
    QString text = u'(' % joinedList(conflict.indexElements, ", "_L1, inner) % u')';
    if (!conflict.indexWhere.isNull()) {
        inner.isPostCompiled = m_traits.hasPostCompiledIndexWhere;
        text += " WHERE "_L1 % process(conflict.indexWhere, inner);
    }
    return text;
}

QString ClauseCompiler::assignmentText(const QList<sql::TableColumn> &columns,
                                       const QList<sql::Assignment> &assignments,
                                       const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.usesSchema = false;
    QStringList parts;
    const auto valueText = [&](const sql::Clause &value, const Boxed<sql::Type> &type) {
        const auto *bind = sql::as<sql::Bind>(value);
        const bool isUntyped = bind && sql::typeKindOf(value) == sql::TypeKind::Null;
        // Unlike in VALUES the bind has a name of its own.
        const sql::Clause typed = isUntyped && type ? sql::makeClause(sql::Bind(*bind), type)
                                                    : sql::grouped(value, sql::Operator::None);
        m_kept.push_back(typed);
        return process(typed, inner);
    };
    for (const sql::TableColumn &column : columns) {
        if (const sql::Assignment *given = find(assignments, column.scriptName()))
            parts += quoted(column.name) % " = "_L1 % valueText(given->value, column.type);
    }
    for (const sql::Assignment &assignment : assignments) {
        const QString name = nameOf(assignment);
        if (!std::ranges::contains(columns, name, &sql::TableColumn::scriptName))
            parts += quoted(sql::Identifier{name}) % " = "_L1 % valueText(assignment.value, {});
    }
    return parts.join(", "_L1);
}

QString ClauseCompiler::conflictText(const sql::Insert &insert, const ClauseContext &context)
{
    if (!m_traits.hasOnConflict)
        return fail(
            u"Compiler can't render element of type <class 'sqlalchemy.dialects.postgresql.dml.OnConflictDo%1'>"_s
                .arg(insert.onConflict.first().doesUpdate ? "Update"_L1 : "Nothing"_L1));
    const sql::OnConflict &conflict = insert.onConflict.first();
    const QString target = conflictTarget(conflict, context);
    if (!conflict.doesUpdate)
        return target.isEmpty() ? u"ON CONFLICT DO NOTHING"_s
                                : QString("ON CONFLICT "_L1 % target % " DO NOTHING"_L1);
    QString text = "ON CONFLICT "_L1 % target % " DO UPDATE SET "_L1
                   % assignmentText(sql::exportedColumns(insert.table), conflict.assignments, context);
    if (!conflict.where.isNull()) {
        ClauseContext inner = context;
        inner.usesSchema = false;
        text += " WHERE "_L1 % process(conflict.where, inner);
    }
    return text;
}

QString ClauseCompiler::duplicateKeyText(const sql::Insert &, const ClauseContext &)
{
    return fail(
        u"Compiler can't render element of type <class 'sqlalchemy.dialects.mysql.dml.OnDuplicateClause'>"_s);
}

} // namespace athanor::dialect
