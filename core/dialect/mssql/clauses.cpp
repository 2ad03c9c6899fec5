// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mssql/clauses.h"

#include "core/dialect/typewriter.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

class MsSqlCompiler final : public ClauseCompiler
{
public:
    MsSqlCompiler(const Dialect &dialect, const WriteOptions &options)
        : ClauseCompiler(dialect, options)
    {
        m_traits.bindPrefix = ":"_L1;
        m_traits.returnsBeforeValues = true;
        m_traits.returnsInserted = true;
        m_traits.hasDefaultValues = true;
        m_traits.quotesCollations = false;
        m_traits.recursiveKeyword = "WITH"_L1;
    }

protected:
    QString unicodeLiteral(const QString &text) override { return u'N' % stringLiteral(text); }
    QString uuidLiteral(const sql::Literal &value, const sql::Type &type) override
    {
        if (!type.isNative)
            return ClauseCompiler::uuidLiteral(value, type);
        if (const auto *uuid = std::get_if<sql::Uuid>(&value.value))
            return u'\'' % uuid->text % u'\'';
        if (const auto *text = std::get_if<QString>(&value.value))
            return u'\'' % QString(*text).replace(u'\'', "''"_L1) % u'\'';
        return cannotRender(value, type);
    }
    QString concatenation(const QStringList &parts) override { return parts.join(" + "_L1); }
    QString nextValue(const sql::NextValue &next) override
    {
        const QString prefix = next.schema.isEmpty() ? QString() : QString(quotedSchema(next.schema) % u'.');
        return "NEXT VALUE FOR "_L1 % prefix % quoted(next.sequence);
    }
    QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                          const ClauseContext &context) override
    {
        const QString name = function.name.text.toLower();
        if (name == "now"_L1)
            return u"CURRENT_TIMESTAMP"_s;
        if (name == "current_date"_L1)
            return u"GETDATE()"_s;
        if (name == "length"_L1 || name == "char_length"_L1)
            return "LEN"_L1 % argumentsText(function, context);
        if (name == "aggregate_strings"_L1)
            return "string_agg"_L1 % argumentsText(function, context);
        return ClauseCompiler::writeFunction(clause, function, context);
    }
    QString writeExtract(const sql::Extract &extract, const ClauseContext &context) override
    {
        QString field = extract.field;
        if (field == "doy"_L1)
            field = u"dayofyear"_s;
        else if (field == "dow"_L1)
            field = u"weekday"_s;
        else if (field == "milliseconds"_L1 || field == "microseconds"_L1)
            field.chop(1);
        return "DATEPART("_L1 % field % ", "_L1 % process(extract.element, context) % u')';
    }
    QString writeCast(const sql::Clause &clause, const sql::Cast &cast, const ClauseContext &context) override
    {
        if (!cast.isTry)
            return ClauseCompiler::writeCast(clause, cast, context);
        return "TRY_CAST ("_L1 % process(cast.element, context) % " AS "_L1
               % taken(dialect().types.castText(sql::typeOf(clause))) % u')';
    }
    QString writeMatch(const sql::Binary &binary, const ClauseContext &context) override
    {
        const QString text =
            "CONTAINS ("_L1 % process(binary.left, context) % ", "_L1 % process(binary.right, context) % u')';
        return binary.op == Operator::NotMatch ? QString("NOT "_L1 % text) : text;
    }
    QString writeDistinctFrom(const sql::Binary &binary, const ClauseContext &outer) override
    {
        ClauseContext context = outer;
        context.isBindAnyway = true;
        return (binary.op == Operator::IsDistinctFrom ? "NOT "_L1 : ""_L1) % "EXISTS (SELECT "_L1
               % process(binary.left, context) % " INTERSECT SELECT "_L1 % process(binary.right, context)
               % u')';
    }
    QString writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                        const ClauseContext &context) override
    {
        // Values stand on the right.
        if (binary.op == Operator::Equal && sql::as<sql::Bind>(binary.left)
            && !sql::as<sql::Bind>(binary.right)) {
            sql::Binary turned = binary;
            std::swap(turned.left, turned.right);
            return ClauseCompiler::writeBinary(clause, turned, context);
        }
        return ClauseCompiler::writeBinary(clause, binary, context);
    }
    QString writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                          const ClauseContext &context) override;
    QString emptySet(const sql::Type &type, Operator op) override
    {
        if (op == Operator::In || op == Operator::NotIn)
            return ClauseCompiler::emptySet(type, op);
        return u"SELECT 1 WHERE 1!=1"_s;
    }
    QString frameBound(const sql::FrameBound &bound, bool isFirst, const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isPostCompiled = true;
        return ClauseCompiler::frameBound(bound, isFirst, inner);
    }

    static bool isSimpleNumber(const sql::Clause &clause)
    {
        const auto *bind = sql::as<sql::Bind>(clause);
        return bind && std::holds_alternative<qint64>(bind->value.value);
    }
    static bool usesTop(const sql::SelectTail &tail)
    {
        return tail.offset.isNull()
               && (isSimpleNumber(tail.limit)
                   || (isSimpleNumber(tail.fetch) && (tail.fetchesPercent || tail.fetchesTies)));
    }
    QString beforeColumns(const sql::Select &select, const ClauseContext &context) override
    {
        QString text = ClauseCompiler::beforeColumns(select, context);
        const sql::SelectTail &tail = select.tail;
        if (!isRowLimited(tail) || !usesTop(tail))
            return text;
        ClauseContext inner = context;
        inner.isFrom = false;
        inner.isPostCompiled = true;
        text += "TOP "_L1 % process(tail.fetch.isNull() ? tail.limit : tail.fetch, inner) % u' ';
        if (tail.fetchesPercent)
            text += "PERCENT "_L1;
        if (tail.fetchesTies)
            text += "WITH TIES "_L1;
        return text;
    }
    QString rowLimit(const sql::SelectTail &tail, const ClauseContext &) override
    {
        return usesTop(tail) ? QString() : fail(u"MSSQL has no LIMIT for this kind of statement"_s);
    }
    QString writeSelect(const sql::Clause &clause, const sql::Select &select,
                        const ClauseContext &context) override;
    QString orderByText(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        // SQL Server takes ORDER BY in a subquery only with TOP or OFFSET.
        if (isSubqueryHere() && !usesTop(tail) && tail.offset.isNull())
            return {};
        return ClauseCompiler::orderByText(tail, context);
    }
    QString forUpdateText(const sql::SelectTail &, const ClauseContext &) override { return {}; }
    QString returningText(const sql::Clause &table, const QList<sql::Clause> &columns, bool isDelete,
                          const ClauseContext &context) override;
    QString updateFrom(const sql::Clause &table, const QList<sql::Clause> &others,
                       const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        return "FROM "_L1 % joinedList(QList<sql::Clause>{table} + others, ", "_L1, inner);
    }
    QString deletedTable(const sql::Clause &table, const QList<sql::Clause> &others,
                         const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        inner.isHint = !others.isEmpty();
        return process(table, inner);
    }
    QString deleteFrom(const sql::Clause &table, const QList<sql::Clause> &others,
                       const ClauseContext &context) override
    {
        return updateFrom(table, others, context);
    }
};

/// Without a server's version SQLAlchemy takes an old one, and numbers the rows where TOP is not enough.
QString MsSqlCompiler::writeSelect(const sql::Clause &clause, const sql::Select &select,
                                   const ClauseContext &context)
{
    const sql::SelectTail &tail = select.tail;
    if (!isRowLimited(tail) || usesTop(tail))
        return ClauseCompiler::writeSelect(clause, select, context);
    if (tail.orderBy.isEmpty())
        return fail(u"MSSQL requires an order_by when using an OFFSET or a non-simple LIMIT clause"_s);
    if (tail.fetchesPercent || tail.fetchesTies)
        return fail(u"MSSQL needs TOP to use PERCENT and/or WITH TIES. "
                    "Only simple fetch without offset can be used."_s);
    const sql::Clause number = sql::column({u"mssql_rn"_s});
    sql::Select numbered = select;
    numbered.tail.orderBy.clear();
    numbered.tail.limit = numbered.tail.offset = numbered.tail.fetch = {};
    const sql::Clause over = sql::makeClause(
        sql::Over{.element = sql::function({{u"ROW_NUMBER"_s}}, {}, {}),
                  .orderBy = sql::makeClause(sql::ClauseList{tail.orderBy, Operator::Comma, false})});
    numbered.columns += sql::makeClause(sql::Label{.element = over, .name = {u"mssql_rn"_s}});
    const sql::Clause alias = sql::makeClause(sql::Alias{.kind = sql::Alias::Kind::Subquery,
                                                         .element = sql::makeClause(std::move(numbered)),
                                                         .name = {u"anon"_s},
                                                         .isAnonymous = true});
    sql::Select outer;
    for (const sql::TableColumn &column : sql::exportedColumns(alias)) {
        if (column.name.text != "mssql_rn"_L1)
            outer.columns += sql::column(alias, column);
    }
    const sql::Clause limit = tail.fetch.isNull() ? tail.limit : tail.fetch;
    if (!tail.offset.isNull())
        outer.where += sql::binary(Operator::Greater, number, tail.offset);
    if (!limit.isNull())
        outer.where +=
            sql::binary(Operator::LessOrEqual, number,
                        tail.offset.isNull() ? limit : sql::binary(Operator::Add, limit, tail.offset));
    const sql::Clause &wrapped = kept(sql::makeClause(std::move(outer)));
    return ClauseCompiler::writeSelect(wrapped, *sql::as<sql::Select>(wrapped), context);
}

QString MsSqlCompiler::writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                                     const ClauseContext &context)
{
    const QString arguments =
        u'(' % process(binary.left, context) % ", "_L1 % process(binary.right, context) % u')';
    const sql::Type &type = sql::typeOf(clause);
    QString otherwise;
    switch (sql::affinityOf(type.kind)) {
    case sql::Affinity::Json:
        return "JSON_QUERY"_L1 % arguments;
    case sql::Affinity::Integer:
        otherwise = "ELSE CAST(JSON_VALUE"_L1 % arguments % " AS INTEGER)"_L1;
        break;
    case sql::Affinity::Numeric:
        otherwise =
            "ELSE CAST(JSON_VALUE"_L1 % arguments % " AS "_L1
            % (type.precision && type.scale ? u"NUMERIC(%1, %2)"_s.arg(*type.precision).arg(*type.scale)
                                            : u"FLOAT"_s)
            % u')';
        break;
    case sql::Affinity::Boolean:
        otherwise = u"WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE NULL"_s;
        break;
    case sql::Affinity::String:
        otherwise = "ELSE JSON_VALUE"_L1 % arguments;
        break;
    default:
        otherwise = "ELSE JSON_QUERY"_L1 % arguments;
        break;
    }
    return "CASE JSON_VALUE"_L1 % arguments % " WHEN NULL THEN NULL "_L1 % otherwise % " END"_L1;
}

QString MsSqlCompiler::returningText(const sql::Clause &table, const QList<sql::Clause> &columns,
                                     bool isDelete, const ClauseContext &context)
{
    const sql::Clause target = kept(
        sql::makeClause(sql::Alias{.element = table, .name = {isDelete ? u"deleted"_s : u"inserted"_s}}));
    QList<sql::Clause> adapted;
    for (const sql::Clause &clause : sql::expandedColumns(columns)) {
        const auto *column = sql::as<sql::Column>(clause);
        if (!column || !sql::isSameFrom(column->table, table)) {
            adapted += clause;
            continue;
        }
        sql::Column copy = *column;
        copy.table = target;
        adapted += sql::makeClause(std::move(copy), clause.node().type);
    }
    QStringList parts;
    for (const NamedColumn &column : namedColumns(adapted, sql::LabelStyle::DisambiguateOnly))
        parts += selectedColumn(column, context);
    return "OUTPUT "_L1 % parts.join(", "_L1);
}

} // namespace

std::unique_ptr<ClauseCompiler> msSqlCompiler(const Dialect &dialect, const WriteOptions &options)
{
    return std::make_unique<MsSqlCompiler>(dialect, options);
}

} // namespace athanor::dialect
