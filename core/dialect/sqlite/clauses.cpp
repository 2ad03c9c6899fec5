// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/clauses.h"

#include "core/dialect/clause/literaltext.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

struct ExtractField
{
    QLatin1StringView name;
    QLatin1StringView format;
};

constexpr ExtractField extractFields[] = {
    {"month"_L1, "%m"_L1}, {"day"_L1, "%d"_L1},  {"year"_L1, "%Y"_L1},   {"second"_L1, "%S"_L1},
    {"hour"_L1, "%H"_L1},  {"doy"_L1, "%j"_L1},  {"minute"_L1, "%M"_L1}, {"epoch"_L1, "%s"_L1},
    {"dow"_L1, "%w"_L1},   {"week"_L1, "%W"_L1},
};

class SqliteCompiler final : public ClauseCompiler
{
public:
    SqliteCompiler(const Dialect &dialect, const WriteOptions &options)
        : ClauseCompiler(dialect, options)
    {
        m_traits.hasPositionalBinds = true;
        m_traits.bindPrefix = "?"_L1;
        m_traits.returnsInserted = true;
        m_traits.knowsLastNumber = true;
        m_traits.hasDefaultValues = true;
        m_traits.hasOnConflict = true;
        m_traits.hasPostCompiledIndexWhere = true;
        m_traits.hasTuplesInValues = true;
    }

protected:
    // Dates and times as SQLite's types store them, to the microsecond and without a time zone.
    QString timeLiteral(const sql::Time &value) override { return u'\'' % fullTime(value) % u'\''; }
    QString dateTimeLiteral(const sql::DateTime &value, const sql::Type &) override
    {
        return u'\'' % isoDate(value.date) % u' ' % fullTime(value.time) % u'\'';
    }
    QString dateOnlyLiteral(const sql::Date &value) override
    {
        return u'\'' % isoDate(value) % " 00:00:00.000000'"_L1;
    }
    QString writeDivision(const sql::Binary &binary, const ClauseContext &context) override
    {
        if (binary.op != Operator::TrueDivide)
            return ClauseCompiler::writeDivision(binary, context);
        return process(binary.left, context) % " / ("_L1 % process(binary.right, context) % " + 0.0)"_L1;
    }
    QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                          const ClauseContext &context) override
    {
        const QString name = function.name.text.toLower();
        if (name == "now"_L1)
            return u"CURRENT_TIMESTAMP"_s;
        if (name == "localtimestamp"_L1)
            return u"DATETIME(CURRENT_TIMESTAMP, 'localtime')"_s;
        if (name == "char_length"_L1)
            return "length"_L1 % argumentsText(function, context);
        if (name == "aggregate_strings"_L1)
            return "group_concat"_L1 % argumentsText(function, context);
        return ClauseCompiler::writeFunction(clause, function, context);
    }
    QString writeExtract(const sql::Extract &extract, const ClauseContext &context) override
    {
        const auto field =
            std::ranges::find(extractFields, QStringView(extract.field),
                              [](const ExtractField &candidate) { return QString(candidate.name); });
        if (field == std::end(extractFields))
            return fail(extract.field % " is not a valid extract argument."_L1);
        return "CAST(STRFTIME('"_L1 % field->format % "', "_L1 % process(extract.element, context)
               % ") AS INTEGER)"_L1;
    }
    QString writeDistinctFrom(const sql::Binary &binary, const ClauseContext &outer) override
    {
        ClauseContext context = outer;
        context.isBindAnyway = true;
        return process(binary.left, context)
               % (binary.op == Operator::IsDistinctFrom ? " IS NOT "_L1 : " IS "_L1)
               % process(binary.right, context);
    }
    QString writeRegexp(const sql::Binary &binary, const ClauseContext &context) override
    {
        if (binary.op == Operator::RegexpReplace)
            return ClauseCompiler::writeRegexp(binary, context);
        return binaryText(binary, binary.op == Operator::RegexpMatch ? u" REGEXP "_s : u" NOT REGEXP "_s,
                          context);
    }
    QString writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                          const ClauseContext &context) override
    {
        const QString item = "JSON_EXTRACT("_L1 % process(binary.left, context) % ", "_L1
                             % process(binary.right, context) % u')';
        return sql::isJson(sql::typeKindOf(clause)) ? QString("JSON_QUOTE("_L1 % item % u')') : item;
    }
    QString writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                        const ClauseContext &context) override
    {
        if (binary.op != Operator::BitwiseXor)
            return ClauseCompiler::writeBinary(clause, binary, context);
        ClauseContext inner = context;
        inner.groupsEagerly = true;
        return u'(' % binaryText(binary, u" | "_s, inner) % " - "_L1 % binaryText(binary, u" & "_s, inner)
               % u')';
    }
    QString emptySet(const sql::Type &, Operator) override
    {
        return u"SELECT 1 FROM (SELECT 1) WHERE 1!=1"_s;
    }
    QString returningText(const sql::Clause &table, const QList<sql::Clause> &columns, bool isDelete,
                          const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.includesTable = false;
        return ClauseCompiler::returningText(table, columns, isDelete, inner);
    }
    QString limitText(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        ClauseContext unbound;
        unbound.isBindAnyway = true;
        QString text;
        if (!tail.limit.isNull())
            text += "\n LIMIT "_L1 % process(tail.limit, context);
        if (tail.offset.isNull())
            return text % " OFFSET "_L1 % number(0, {});
        if (tail.limit.isNull())
            text += "\n LIMIT "_L1 % number(-1, unbound);
        return text % " OFFSET "_L1 % process(tail.offset, context);
    }
    QString forUpdateText(const sql::SelectTail &, const ClauseContext &) override { return {}; }
    QString updateFrom(const sql::Clause &, const QList<sql::Clause> &others,
                       const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        return "FROM "_L1 % joinedList(others, ", "_L1, inner);
    }

private:
    /// A number that is a bind like any other.
    QString number(qint64 value, const ClauseContext &context)
    {
        return process(kept(sql::literal(sql::Literal{value})), context);
    }

    static QString fullTime(sql::Time value)
    {
        value.offset.reset();
        const QString text = isoTime(value);
        return value.microsecond == 0 ? QString(text % ".000000"_L1) : text;
    }
};

} // namespace

std::unique_ptr<ClauseCompiler> sqliteCompiler(const Dialect &dialect, const WriteOptions &options)
{
    return std::make_unique<SqliteCompiler>(dialect, options);
}

} // namespace athanor::dialect
