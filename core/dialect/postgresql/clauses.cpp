// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/clauses.h"

#include "core/dialect/clause/literaltext.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

class PostgreSqlCompiler final : public ClauseCompiler
{
public:
    PostgreSqlCompiler(const Dialect &dialect, const WriteOptions &options)
        : ClauseCompiler(dialect, options)
    {
        m_traits.hasNativeBoolean = true;
        m_traits.writesTrue = true;
        m_traits.hasBackslashEscapes = true;
        m_traits.bindPrefix = "%("_L1;
        m_traits.bindSuffix = ")s"_L1;
        m_traits.returnsInserted = true;
        m_traits.hasDefaultValues = true;
        m_traits.hasOnConflict = true;
        m_traits.hasIlike = true;
        m_traits.hasArrays = true;
        m_traits.hasConstraintTargets = true;
    }

protected:
    QString bindCast(const sql::Type &given) override
    {
        const sql::Type &type = sql::resolved(given, dialect().text);
        const sql::Affinity affinity = sql::affinityOf(type.kind);
        const bool isRange =
            type.kind >= sql::TypeKind::PgInt4Range && type.kind <= sql::TypeKind::PgTstzMultiRange;
        const bool isUuid = affinity == sql::Affinity::Uuid && type.isNative;
        if (affinity != sql::Affinity::Json && affinity != sql::Affinity::Array && !isRange && !isUuid)
            return {};
        return "::"_L1 % typeText(type);
    }
    QString intervalLiteral(const sql::Interval &value, const sql::Type &) override
    {
        return "make_interval(secs=>"_L1 % secondsText(value) % u')';
    }
    QString nextValue(const sql::NextValue &next) override
    {
        QString name = next.schema.isEmpty() ? QString() : QString(quotedSchema(next.schema) % u'.');
        name += quoted(next.sequence);
        return "nextval("_L1 % stringLiteral(name) % u')';
    }
    QString caseInsensitive(const QString &text) override { return text; }
    QString writeIlike(const sql::Binary &binary, bool isNegated, const ClauseContext &context) override
    {
        return writeLike(binary, isNegated ? u" NOT ILIKE "_s : u" ILIKE "_s, context,
                         process(binary.left, context), process(binary.right, context));
    }
    QString writeMatch(const sql::Binary &binary, const ClauseContext &context) override
    {
        const QString text =
            process(binary.left, context) % " @@ plainto_tsquery("_L1 % process(binary.right, context) % u')';
        return binary.op == Operator::NotMatch ? QString("NOT "_L1 % text) : text;
    }
    QString writeRegexp(const sql::Binary &binary, const ClauseContext &context) override;
    QString writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                          const ClauseContext &context) override;
    QString writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                        const ClauseContext &context) override
    {
        if (binary.op == Operator::BitwiseXor)
            return binaryText(binary, u" # "_s, context);
        return ClauseCompiler::writeBinary(clause, binary, context);
    }
    QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                          const ClauseContext &context) override;
    QString beforeColumns(const sql::Select &select, const ClauseContext &context) override
    {
        if (select.distinctOn.isEmpty())
            return ClauseCompiler::beforeColumns(select, context);
        return "DISTINCT ON ("_L1 % joinedList(select.distinctOn, ", "_L1, {}) % ") "_L1;
    }
    QString limitText(const sql::SelectTail &tail, const ClauseContext &context) override
    {
        QString text;
        if (!tail.limit.isNull())
            text += " \n LIMIT "_L1 % process(tail.limit, context);
        if (!tail.offset.isNull()) {
            if (tail.limit.isNull())
                text += "\n LIMIT ALL"_L1;
            text += " OFFSET "_L1 % process(tail.offset, context);
        }
        return text;
    }
    QString fetchText(const sql::SelectTail &tail, const sql::Clause &fetch,
                      const ClauseContext &context) override
    {
        QString text;
        if (!tail.offset.isNull())
            text += "\n OFFSET ("_L1 % process(tail.offset, context) % ") ROWS"_L1;
        if (!fetch.isNull())
            text += "\n FETCH FIRST ("_L1 % process(fetch, context) % u')'
                    % (tail.fetchesPercent ? " PERCENT"_L1 : ""_L1) % " ROWS "_L1
                    % (tail.fetchesTies ? "WITH TIES"_L1 : "ONLY"_L1);
        return text;
    }
    QString forUpdateText(const sql::SelectTail &tail, const ClauseContext &context) override;
    QString updateFrom(const sql::Clause &, const QList<sql::Clause> &others,
                       const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        return "FROM "_L1 % joinedList(others, ", "_L1, inner);
    }
    QString deleteFrom(const sql::Clause &, const QList<sql::Clause> &others,
                       const ClauseContext &context) override
    {
        ClauseContext inner = context;
        inner.isFrom = true;
        return "USING "_L1 % joinedList(others, ", "_L1, inner);
    }
};

QString PostgreSqlCompiler::writeRegexp(const sql::Binary &binary, const ClauseContext &context)
{
    const sql::Type &string = *sql::plainType(sql::TypeKind::String);
    if (binary.op == Operator::RegexpReplace) {
        const QString arguments = process(binary.left, context) % ", "_L1 % process(binary.right, context);
        if (!binary.flags)
            return "REGEXP_REPLACE("_L1 % arguments % u')';
        return "REGEXP_REPLACE("_L1 % arguments % ", "_L1 % literal(sql::Literal{*binary.flags}, string)
               % u')';
    }
    const QLatin1StringView op = binary.op == Operator::RegexpMatch ? "~"_L1 : "!~"_L1;
    if (!binary.flags)
        return binaryText(binary, u' ' % op % u' ', context);
    if (*binary.flags == "i"_L1)
        return binaryText(binary, u' ' % op % "* "_L1, context);
    return process(binary.left, context) % u' ' % op % " CONCAT('(?', "_L1
           % literal(sql::Literal{*binary.flags}, string) % ", ')', "_L1 % process(binary.right, context)
           % u')';
}

QString PostgreSqlCompiler::writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                                          const ClauseContext &context)
{
    const bool isPath = binary.op == Operator::JsonPathGetItem;
    if (!context.isCastApplied && !sql::isJson(sql::typeKindOf(clause))) {
        ClauseContext inner = context;
        inner.isCastApplied = true;
        const sql::Clause cast = sql::cast(clause, clause.node().type);
        return process(cast, inner);
    }
    ClauseContext inner = context;
    inner.groupsEagerly = true;
    inner.isCastApplied = false;
    const bool isSubscript =
        !isPath && !context.isCastApplied && sql::typeKindOf(binary.left) == sql::TypeKind::PgJsonb;
    const bool isCall = sql::as<sql::Function>(binary.left) || sql::as<sql::Cast>(binary.left);
    if (isSubscript && isCall)
        return u'(' % process(binary.left, inner) % ")["_L1 % process(binary.right, inner) % u']';
    if (isSubscript)
        return process(binary.left, inner) % u'[' % process(binary.right, inner) % u']';
    const QLatin1StringView op = isPath ? (context.isCastApplied ? " #>> "_L1 : " #> "_L1)
                                        : (context.isCastApplied ? " ->> "_L1 : " -> "_L1);
    return binaryText(binary, op, inner);
}

QString PostgreSqlCompiler::writeFunction(const sql::Clause &clause, const sql::Function &function,
                                          const ClauseContext &context)
{
    const QString name = function.name.text.toLower();
    if (name == "substring"_L1 && function.arguments.size() >= 2) {
        QString text = "SUBSTRING("_L1 % process(function.arguments[0], context) % " FROM "_L1
                       % process(function.arguments[1], context);
        if (function.arguments.size() > 2)
            text += " FOR "_L1 % process(function.arguments[2], context);
        return text % u')';
    }
    if (name == "aggregate_strings"_L1)
        return "string_agg"_L1 % argumentsText(function, context);
    return ClauseCompiler::writeFunction(clause, function, context);
}

QString PostgreSqlCompiler::forUpdateText(const sql::SelectTail &tail, const ClauseContext &context)
{
    const sql::ForUpdate &update = *tail.forUpdate;
    QString text = update.isRead       ? (update.isKeyShare ? u" FOR KEY SHARE"_s : u" FOR SHARE"_s)
                   : update.isKeyShare ? u" FOR NO KEY UPDATE"_s
                                       : u" FOR UPDATE"_s;
    if (!update.of.isEmpty()) {
        QStringList names;
        ClauseContext inner = context;
        inner.isHint = true;
        inner.usesSchema = false;
        for (const sql::Clause &element : update.of) {
            for (const sql::Clause &from : sql::fromsOf(element)) {
                const QString name = process(from, inner);
                if (!names.contains(name))
                    names += name;
            }
        }
        text += " OF "_L1 % names.join(", "_L1);
    }
    if (update.isNoWait)
        text += " NOWAIT"_L1;
    if (update.skipsLocked)
        text += " SKIP LOCKED"_L1;
    return text;
}

} // namespace

std::unique_ptr<ClauseCompiler> postgreSqlCompiler(const Dialect &dialect, const WriteOptions &options)
{
    return std::make_unique<PostgreSqlCompiler>(dialect, options);
}

} // namespace athanor::dialect
