// SPDX-License-Identifier: GPL-3.0-or-later
// Things to select from: tables, aliases, subqueries, CTEs, joins, VALUES.
#include "core/dialect/clause/clausecompiler.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

QString ClauseCompiler::writeTable(const sql::Clause &, const sql::Table &table, const ClauseContext &context)
{
    if (table.schema.isEmpty() || !context.usesSchema)
        return quoted(table.name);
    return quotedSchema(table.schema) % u'.' % quoted(table.name);
}

QString ClauseCompiler::aliasName(const sql::Clause &from)
{
    if (const auto *alias = sql::as<sql::Alias>(from))
        return quoted(alias->isAnonymous
                          ? sql::Identifier{anonymousName(from.node(), alias->name.text, alias->identity)}
                          : alias->name);
    if (const auto *values = sql::as<sql::Values>(from)) {
        if (values->name.isEmpty())
            return {};
        return quoted(values->name);
    }
    if (const auto *table = sql::as<sql::Table>(from))
        return quoted(table->name);
    if (const auto *function = sql::as<sql::Function>(from))
        return quoted(function->name);
    return {};
}

QString ClauseCompiler::aliasSuffix(const QString &name)
{
    return " AS "_L1 % name;
}

/// What the name is given to: an alias of an alias is one more name of the same thing.
static sql::Clause aliasedElement(const sql::Alias &alias)
{
    const auto *other = sql::as<sql::Alias>(alias.element);
    return other && other->kind != sql::Alias::Kind::Cte ? aliasedElement(*other) : alias.element;
}

QString ClauseCompiler::writeAlias(const sql::Clause &clause, const sql::Alias &alias,
                                   const ClauseContext &context)
{
    if (alias.kind == sql::Alias::Kind::Cte)
        return writeCte(clause, alias, context);
    const QString name = aliasName(clause);
    if (context.isHint || !context.isFrom)
        return name;
    ClauseContext inner;
    inner.isFrom = true;
    inner.isLateral = alias.kind == sql::Alias::Kind::Lateral || alias.isLateral;
    inner.enclosingCte = context.enclosingCte;
    const sql::Clause element = aliasedElement(alias);
    const bool isQuery = sql::isQuery(element);
    QString text = process(element, inner);
    if (isQuery)
        text = u'(' % text % u')';
    text += aliasSuffix(name);
    if (inner.isLateral)
        text = "LATERAL "_L1 % text;
    if (alias.rendersDerived) {
        QStringList columns;
        for (const sql::TableColumn &column : alias.columns)
            columns +=
                quoted(column.name)
                % (alias.rendersTypes && column.type ? QString(u' ' % typeText(*column.type)) : QString());
        text += u'(' % columns.join(", "_L1) % u')';
    }
    if (alias.kind == sql::Alias::Kind::TableSample) {
        text += " TABLESAMPLE "_L1 % process(alias.sampling, {});
        if (!alias.seed.isNull())
            text += " REPEATABLE ("_L1 % process(alias.seed, {}) % u')';
    }
    return text;
}

QString ClauseCompiler::writeCte(const sql::Clause &clause, const sql::Alias &alias, const ClauseContext &)
{
    const QString name = aliasName(clause);
    const auto known = std::ranges::find(m_ctes, name, &WrittenCte::name);
    const bool isKnown = known != m_ctes.end();
    const bool isRestated =
        isKnown && (isSameFrom(known->cte, clause) || isSameFrom(known->cte, alias.restates) || [&] {
            const auto *other = sql::as<sql::Alias>(known->cte);
            return other && isSameFrom(other->restates, clause);
        }());
    if (isKnown && !isRestated)
        return fail(u"Multiple, unrelated CTEs found with the same name: '%1'"_s.arg(name));
    // The one that took another one up is the one that is written.
    const bool replaces = isKnown && isSameFrom(known->cte, alias.restates);
    if (isKnown && !replaces)
        return name;
    if (replaces)
        m_ctes.erase(known);
    m_ctes.push_back({clause, name, {}});
    ClauseContext inner;
    inner.isFrom = true;
    inner.enclosingCte = &clause.node();
    QString text = name;
    if (alias.isRecursive) {
        QStringList columns;
        for (const sql::TableColumn &column : sql::exportedColumns(alias.element))
            columns += quoted(column.name);
        text += u'(' % columns.join(", "_L1) % u')';
    }
    const QString body = process(alias.element, inner);
    const QLatin1StringView prefix = !alias.isMaterialized   ? ""_L1
                                     : *alias.isMaterialized ? "MATERIALIZED "_L1
                                                             : "NOT MATERIALIZED "_L1;
    text += " AS "_L1 % prefix % "\n("_L1 % body % u')';
    // CTEs that the body named are written before it.
    const auto own = std::ranges::find(m_ctes, name, &WrittenCte::name);
    if (own != m_ctes.end()) {
        WrittenCte written = *own;
        written.text = text;
        m_ctes.erase(own);
        m_ctes.push_back(std::move(written));
    }
    return name;
}

QString ClauseCompiler::cteClause()
{
    if (m_ctes.empty())
        return {};
    bool isRecursive = false;
    QStringList texts;
    for (const WrittenCte &written : m_ctes) {
        const auto *alias = sql::as<sql::Alias>(written.cte);
        isRecursive = isRecursive || (alias && alias->isRecursive);
        texts += written.text;
    }
    m_ctes.clear();
    return (isRecursive ? m_traits.recursiveKeyword : "WITH"_L1) % u' ' % texts.join(", \n"_L1) % "\n "_L1;
}

QString ClauseCompiler::writeJoin(const sql::Join &join, const ClauseContext &context)
{
    ClauseContext side = context;
    side.isFrom = true;
    const QLatin1StringView keyword = join.isFull    ? " FULL OUTER JOIN "_L1
                                      : join.isOuter ? " LEFT OUTER JOIN "_L1
                                                     : " JOIN "_L1;
    ClauseContext condition = context;
    condition.isFrom = false;
    const QString left = process(join.left, side);
    QString right = process(join.right, side);
    if (sql::as<sql::Join>(join.right))
        right = u'(' % right % u')';
    return left % keyword % right % " ON "_L1 % process(join.condition, condition);
}

QString ClauseCompiler::writeValues(const sql::Clause &clause, const sql::Values &values,
                                    const ClauseContext &context)
{
    ClauseContext inner;
    inner.isLiteral = values.hasLiteralBinds;
    QStringList rows;
    for (const QList<sql::Clause> &row : values.rows)
        rows += u'(' % joinedList(row, ", "_L1, inner) % u')';
    const QString text = "VALUES "_L1 % rows.join(", "_L1);
    if (!context.isFrom)
        return text;
    const QString name = aliasName(clause);
    const QLatin1StringView lateral = values.isLateral ? "LATERAL "_L1 : ""_L1;
    if (context.enclosingCte)
        return text;
    if (name.isEmpty())
        return lateral % u'(' % text % u')';
    QStringList columns;
    for (const sql::TableColumn &column : values.columns)
        columns += quoted(column.name);
    return lateral % u'(' % text % u')' % aliasSuffix(name) % " ("_L1 % columns.join(", "_L1) % u')';
}

} // namespace athanor::dialect
