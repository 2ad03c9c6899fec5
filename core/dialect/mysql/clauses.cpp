// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/clauses.h"

#include "core/dialect/typewriter.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

class MySqlCompiler final : public ClauseCompiler
{
public:
    MySqlCompiler(const Dialect &dialect, const WriteOptions &options)
        : ClauseCompiler(dialect, options)
    {
        m_traits.writesTrue = true;
        m_traits.dividesAsFloor = false;
        m_traits.hasBackslashEscapes = true;
        m_traits.hasPositionalBinds = true;
        m_traits.bindPrefix = "%s"_L1;
        m_traits.writesCteAfterInsert = true;
        m_traits.qualifiesUpdatedColumns = true;
    }

protected:
    bool isMariaDb() const { return dialect().name == DialectName::MariaDb; }

    QString concatenation(const QStringList &parts) override
    {
        return "concat("_L1 % parts.join(", "_L1) % u')';
    }
    QString nextValue(const sql::NextValue &next) override
    {
        const QString prefix = next.schema.isEmpty() ? QString() : QString(quotedSchema(next.schema) % u'.');
        return "nextval("_L1 % prefix % quoted(next.sequence) % u')';
    }
    QString fromNothing() override
    {
        return !m_stack.empty() && m_stack.back().hasWhere ? u" FROM DUAL"_s : QString();
    }
    QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                          const ClauseContext &context) override;
    QString writeExtract(const sql::Extract &extract, const ClauseContext &context) override
    {
        sql::Extract copy = extract;
        if (copy.field == "milliseconds"_L1)
            copy.field = u"millisecond"_s;
        return ClauseCompiler::writeExtract(copy, context);
    }
    QString writeCast(const sql::Clause &clause, const sql::Cast &cast, const ClauseContext &context) override
    {
        if (cast.isTry)
            return ClauseCompiler::writeCast(clause, cast, context);
        const QString type = taken(dialect().types.castText(sql::typeOf(clause)));
        // Where MySQL has no such cast, SQLAlchemy leaves it out with a warning.
        if (type.isEmpty())
            return process(sql::grouped(cast.element, Operator::None), context);
        return "CAST("_L1 % process(cast.element, context) % " AS "_L1 % type % u')';
    }
    QString writeMatch(const sql::Binary &binary, const ClauseContext &context) override
    {
        const QString text = "MATCH ("_L1 % process(binary.left, context) % ") AGAINST ("_L1
                             % process(binary.right, context) % " IN BOOLEAN MODE)"_L1;
        return binary.op == Operator::NotMatch ? QString("NOT "_L1 % text) : text;
    }
    QString writeDistinctFrom(const sql::Binary &binary, const ClauseContext &outer) override
    {
        ClauseContext context = outer;
        context.isBindAnyway = true;
        const QString text = process(binary.left, context) % " <=> "_L1 % process(binary.right, context);
        return binary.op == Operator::IsDistinctFrom ? QString("NOT ("_L1 % text % u')') : text;
    }
    QString writeRegexp(const sql::Binary &binary, const ClauseContext &context) override;
    QString writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                          const ClauseContext &context) override;
    QString emptySet(const sql::Type &type, Operator op) override
    {
        if (op == Operator::In || op == Operator::NotIn)
            return ClauseCompiler::emptySet(type, op);
        return u"SELECT _in_0 FROM (SELECT 1 AS _in_0) as _empty_set WHERE 1!=1"_s;
    }
    QString writeJoin(const sql::Join &join, const ClauseContext &context) override
    {
        if (join.isFull || join.isOuter)
            return ClauseCompiler::writeJoin(join, context);
        ClauseContext side = context;
        side.isFrom = true;
        ClauseContext condition = context;
        condition.isFrom = false;
        QString right = process(join.right, side);
        if (sql::as<sql::Join>(join.right))
            right = u'(' % right % u')';
        return process(join.left, side) % " INNER JOIN "_L1 % right % " ON "_L1
               % process(join.condition, condition);
    }
    QString limitText(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        if (tail.offset.isNull())
            return " \n LIMIT "_L1 % process(tail.limit, context);
        const QString offset = process(tail.offset, context);
        return " \n LIMIT "_L1 % offset % ", "_L1
               % (tail.limit.isNull() ? u"18446744073709551615"_s : process(tail.limit, context));
    }
    QString forUpdateText(const sql::SelectTail &tail, const ClauseContext &) override
    {
        const sql::ForUpdate &update = *tail.forUpdate;
        return (update.isRead ? " LOCK IN SHARE MODE"_L1 : " FOR UPDATE"_L1)
               % (update.isNoWait ? " NOWAIT"_L1 : ""_L1) % (update.skipsLocked ? " SKIP LOCKED"_L1 : ""_L1);
    }
    QString updatedTables(const sql::Clause &table, const QList<sql::Clause> &others,
                          const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        return joinedList(QList<sql::Clause>{table} + others, ", "_L1, inner);
    }
    QString updateFrom(const sql::Clause &, const QList<sql::Clause> &, const ClauseContext &) override
    {
        return {};
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
        ClauseContext inner = context;
        inner.isFrom = true;
        return "USING "_L1 % joinedList(QList<sql::Clause>{table} + others, ", "_L1, inner);
    }
    QString dmlLimit(const sql::Clause &limit) override
    {
        ClauseContext context;
        context.isLiteral = true;
        return "LIMIT "_L1 % process(limit, context);
    }
    QString duplicateKeyText(const sql::Insert &insert, const ClauseContext &context) override;
};

QString MySqlCompiler::writeFunction(const sql::Clause &clause, const sql::Function &function,
                                     const ClauseContext &context)
{
    const QString name = function.name.text.toLower();
    if (name == "random"_L1)
        return "rand"_L1 % argumentsText(function, context);
    if (name == "rollup"_L1)
        return joinedList(function.arguments, ", "_L1, context) % " WITH ROLLUP"_L1;
    if (name == "sysdate"_L1)
        return u"SYSDATE()"_s;
    if (name == "aggregate_strings"_L1 && function.arguments.size() == 2)
        return "group_concat("_L1 % process(function.arguments[0], context) % " SEPARATOR "_L1
               % process(function.arguments[1], context) % u')';
    return ClauseCompiler::writeFunction(clause, function, context);
}

QString MySqlCompiler::writeRegexp(const sql::Binary &binary, const ClauseContext &context)
{
    const QString left = process(binary.left, context);
    const QString flags = binary.flags
                              ? literal(sql::Literal{*binary.flags}, *sql::plainType(sql::TypeKind::String))
                              : QString();
    if (binary.op == Operator::RegexpReplace) {
        const auto *arguments = sql::as<sql::ClauseList>(binary.right);
        if (!binary.flags || !isMariaDb() || !arguments || arguments->items.size() != 2)
            return "REGEXP_REPLACE("_L1 % left % ", "_L1 % process(binary.right, context)
                   % (binary.flags ? QString(", "_L1 % flags) : QString()) % u')';
        ClauseContext unbound = context;
        unbound.isBindAnyway = true;
        return "REGEXP_REPLACE("_L1 % left % ", CONCAT('(?', "_L1 % flags % ", ')', "_L1
               % process(arguments->items[0], unbound) % "), "_L1 % process(arguments->items[1], context)
               % u')';
    }
    const bool isNegated = binary.op == Operator::NotRegexpMatch;
    const QLatin1StringView op = isNegated ? " NOT REGEXP "_L1 : " REGEXP "_L1;
    ClauseContext rightContext = context;
    rightContext.isBindAnyway = binary.flags && isMariaDb();
    const QString right = process(binary.right, rightContext);
    if (!binary.flags)
        return left % op % right;
    if (isMariaDb())
        return left % op % "CONCAT('(?', "_L1 % flags % ", ')', "_L1 % right % u')';
    return (isNegated ? "NOT "_L1 : ""_L1) % "REGEXP_LIKE("_L1 % left % ", "_L1 % right % ", "_L1 % flags
           % u')';
}

QString MySqlCompiler::writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                                     const ClauseContext &context)
{
    const QString item =
        "JSON_EXTRACT("_L1 % process(binary.left, context) % ", "_L1 % process(binary.right, context) % u')';
    const sql::Type &type = sql::typeOf(clause);
    QString otherwise = "ELSE "_L1 % item;
    switch (sql::affinityOf(type.kind)) {
    case sql::Affinity::Json:
        return item;
    case sql::Affinity::Integer:
        otherwise = "ELSE CAST("_L1 % item % " AS SIGNED INTEGER)"_L1;
        break;
    case sql::Affinity::Numeric:
        otherwise = type.precision && type.scale
                        ? QString("ELSE CAST("_L1 % item
                                  % u" AS DECIMAL(%1, %2))"_s.arg(*type.precision).arg(*type.scale))
                        : QString("ELSE "_L1 % item % "+0.0000000000000000000000"_L1);
        break;
    case sql::Affinity::Boolean:
        otherwise = u"WHEN true THEN true ELSE false"_s;
        break;
    case sql::Affinity::String:
        otherwise = "ELSE JSON_UNQUOTE("_L1 % item % u')';
        break;
    default:
        break;
    }
    return "CASE "_L1 % item % " WHEN 'null' THEN NULL "_L1 % otherwise % " END"_L1;
}

QString MySqlCompiler::duplicateKeyText(const sql::Insert &insert, const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.usesSchema = false;
    inner.isBindAnyway = true;
    QStringList parts;
    QStringList written;
    const QList<sql::TableColumn> columns = sql::exportedColumns(insert.table);
    const auto append = [&](const sql::TableColumn &column, const sql::Clause &value) {
        const auto *bind = sql::as<sql::Bind>(value);
        const bool isUntyped = bind && sql::typeKindOf(value) == sql::TypeKind::Null;
        const sql::Clause typed = isUntyped && column.type ? sql::makeClause(sql::Bind(*bind), column.type)
                                                           : sql::grouped(value, Operator::None);
        parts += quoted(column.name) % " = "_L1 % process(typed, inner);
        written += column.scriptName();
    };
    if (insert.isDuplicateOrdered) {
        for (const sql::Assignment &assignment : insert.onDuplicateKey) {
            const auto column = std::ranges::find(columns, assignment.name, &sql::TableColumn::scriptName);
            if (column != columns.end())
                append(*column, assignment.value);
        }
    }
    for (const sql::TableColumn &column : columns) {
        const auto given =
            std::ranges::find(insert.onDuplicateKey, column.scriptName(), &sql::Assignment::name);
        if (given != insert.onDuplicateKey.end() && !written.contains(column.scriptName()))
            append(column, given->value);
    }
    return "ON DUPLICATE KEY UPDATE "_L1 % parts.join(", "_L1);
}

} // namespace

std::unique_ptr<ClauseCompiler> mySqlCompiler(const Dialect &dialect, const WriteOptions &options)
{
    return std::make_unique<MySqlCompiler>(dialect, options);
}

} // namespace athanor::dialect
