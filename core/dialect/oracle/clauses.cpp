// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/oracle/clauses.h"

#include "core/dialect/clause/literaltext.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

/// Functions that Oracle writes without parentheses.
constexpr QLatin1StringView bareFunctions[] = {"UID"_L1,  "CURRENT_DATE"_L1, "SYSDATE"_L1,
                                               "USER"_L1, "CURRENT_TIME"_L1, "CURRENT_TIMESTAMP"_L1};

class OracleCompiler final : public ClauseCompiler
{
public:
    OracleCompiler(const Dialect &dialect, const WriteOptions &options)
        : ClauseCompiler(dialect, options)
    {
        m_traits.dividesAsFloor = false;
        m_traits.bindPrefix = ":"_L1;
        m_traits.returnsInserted = true;
        m_traits.hasMultipleRows = false;
        m_traits.writesCteAfterInsert = true;
        m_traits.hasSimpleOrderByLabel = false;
        m_traits.recursiveKeyword = "WITH"_L1;
        m_traits.columnValueSuffix = ".COLUMN_VALUE"_L1;
    }

protected:
    QString dateLiteral(const sql::Date &value) override
    {
        return "TO_DATE('"_L1 % isoDate(value) % "', 'YYYY-MM-DD')"_L1;
    }
    QString dateOnlyLiteral(const sql::Date &value) override
    {
        return "TO_DATE('"_L1 % isoDate(value) % "', 'YYYY-MM-DD HH24:MI:SS')"_L1;
    }
    QString dateTimeLiteral(const sql::DateTime &value, const sql::Type &) override
    {
        const QString text = isoDate(value.date) % u' ' % isoTime(value.time);
        if (value.time.microsecond != 0)
            return "TO_TIMESTAMP('"_L1 % text % "', 'YYYY-MM-DD HH24:MI:SS.FF')"_L1;
        return "TO_DATE('"_L1 % text % "', 'YYYY-MM-DD HH24:MI:SS')"_L1;
    }
    QString intervalLiteral(const sql::Interval &value, const sql::Type &type) override
    {
        if (type.kind == sql::TypeKind::PgInterval)
            return ClauseCompiler::intervalLiteral(value, type);
        return "NUMTODSINTERVAL("_L1 % secondsText(value) % ", 'SECOND')"_L1;
    }
    QString nextValue(const sql::NextValue &next) override
    {
        const QString prefix = next.schema.isEmpty() ? QString() : QString(quotedSchema(next.schema) % u'.');
        return prefix % quoted(next.sequence) % ".nextval"_L1;
    }
    QString fromNothing() override { return u" FROM DUAL"_s; }
    QString aliasSuffix(const QString &name) override { return u' ' % name; }
    QString compoundKeyword(sql::CompoundKind kind) override
    {
        return kind == sql::CompoundKind::Except ? u"MINUS"_s : ClauseCompiler::compoundKeyword(kind);
    }
    QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                          const ClauseContext &context) override
    {
        const QString text = callText(clause, function, context);
        const bool isTable =
            context.isFrom && function.name.text.compare("table"_L1, Qt::CaseInsensitive) != 0;
        return isTable ? QString("TABLE ("_L1 % text % u')') : text;
    }
    QString callText(const sql::Clause &clause, const sql::Function &function, const ClauseContext &context)
    {
        const QString name = function.name.text.toLower();
        if (name == "now"_L1)
            return u"CURRENT_TIMESTAMP"_s;
        if (name == "char_length"_L1)
            return "LENGTH"_L1 % argumentsText(function, context);
        if (name == "aggregate_strings"_L1)
            return "LISTAGG"_L1 % argumentsText(function, context);
        if (function.arguments.isEmpty() && std::ranges::contains(bareFunctions, name.toUpper())) {
            const QString text = ClauseCompiler::writeFunction(clause, function, context);
            return text.endsWith("()"_L1) ? text.chopped(2) : text;
        }
        return ClauseCompiler::writeFunction(clause, function, context);
    }
    QString writeMatch(const sql::Binary &binary, const ClauseContext &outer) override
    {
        ClauseContext context = outer;
        context.isBindAnyway = true;
        const QString text =
            "CONTAINS ("_L1 % process(binary.left, context) % ", "_L1 % process(binary.right, context) % u')';
        return binary.op == Operator::NotMatch ? QString("NOT "_L1 % text) : text;
    }
    QString writeDistinctFrom(const sql::Binary &binary, const ClauseContext &outer) override
    {
        ClauseContext context = outer;
        context.isBindAnyway = true;
        return "DECODE("_L1 % process(binary.left, context) % ", "_L1 % process(binary.right, context)
               % ", 0, 1) = "_L1 % (binary.op == Operator::IsDistinctFrom ? u'1' : u'0');
    }
    QString writeRegexp(const sql::Binary &binary, const ClauseContext &context) override
    {
        QString arguments = process(binary.left, context) % ", "_L1 % process(binary.right, context);
        if (binary.flags)
            arguments +=
                ", "_L1 % literal(sql::Literal{*binary.flags}, *sql::plainType(sql::TypeKind::String));
        if (binary.op == Operator::RegexpReplace)
            return "REGEXP_REPLACE("_L1 % arguments % u')';
        return (binary.op == Operator::NotRegexpMatch ? "NOT "_L1 : ""_L1) % "REGEXP_LIKE("_L1 % arguments
               % u')';
    }
    QString writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                        const ClauseContext &context) override
    {
        const auto call = [&](QLatin1StringView name) {
            return QString(name % u'(' % process(binary.left, context) % ", "_L1
                           % process(binary.right, context) % u')');
        };
        switch (binary.op) {
        case Operator::Modulo:
            return call("mod"_L1);
        case Operator::BitwiseXor:
            return call("BITXOR"_L1);
        case Operator::BitwiseOr:
            return call("BITOR"_L1);
        case Operator::BitwiseAnd:
            return call("BITAND"_L1);
        case Operator::BitwiseShiftLeft:
            return fail(u"Cannot compile bitwise_lshift in oracle"_s);
        case Operator::BitwiseShiftRight:
            return fail(u"Cannot compile bitwise_rshift in oracle"_s);
        default:
            return ClauseCompiler::writeBinary(clause, binary, context);
        }
    }
    QString writeUnary(const sql::Clause &clause, const sql::Unary &unary,
                       const ClauseContext &context) override
    {
        if (unary.op == Operator::BitwiseNot)
            return fail(u"Cannot compile bitwise_not in oracle"_s);
        return ClauseCompiler::writeUnary(clause, unary, context);
    }
    QString emptySet(const sql::Type &type, Operator op) override
    {
        if (op == Operator::In || op == Operator::NotIn)
            return ClauseCompiler::emptySet(type, op);
        return u"SELECT 1 FROM DUAL WHERE 1!=1"_s;
    }
    QString rowLimit(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isPostCompiled = true;
        return fetchText(tail, tail.fetch.isNull() ? tail.limit : tail.fetch, inner);
    }
    QString forUpdateText(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        if (isSubqueryHere())
            return {};
        const sql::ForUpdate &update = *tail.forUpdate;
        QString text = u" FOR UPDATE"_s;
        if (!update.of.isEmpty()) {
            // Of a whole table SQLAlchemy writes nothing there.
            QList<sql::Clause> columns = update.of;
            columns.removeIf(sql::isFrom);
            text += " OF "_L1 % joinedList(columns, ", "_L1, context);
        }
        return text % (update.isNoWait ? " NOWAIT"_L1 : ""_L1)
               % (update.skipsLocked ? " SKIP LOCKED"_L1 : ""_L1);
    }
    QString returningText(const sql::Clause &, const QList<sql::Clause> &columns, bool,
                          const ClauseContext &context) override
    {
        QStringList parts, binds;
        for (const sql::Clause &column : sql::expandedColumns(columns)) {
            binds += bindText("ret_"_L1 % QString::number(parts.size()));
            parts += process(column, context);
        }
        return "RETURNING "_L1 % parts.join(", "_L1) % " INTO "_L1 % binds.join(", "_L1);
    }
};

} // namespace

std::unique_ptr<ClauseCompiler> oracleCompiler(const Dialect &dialect, const WriteOptions &options)
{
    return std::make_unique<OracleCompiler>(dialect, options);
}

} // namespace athanor::dialect
