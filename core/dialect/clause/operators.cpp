// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clause/clausecompiler.h"
#include "core/dialect/typewriter.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

QLatin1StringView binaryOperator(Operator op)
{
    switch (op) {
    case Operator::And:
        return " AND "_L1;
    case Operator::Or:
        return " OR "_L1;
    case Operator::Add:
        return " + "_L1;
    case Operator::Multiply:
        return " * "_L1;
    case Operator::Subtract:
        return " - "_L1;
    case Operator::TrueDivide:
    case Operator::FloorDivide:
        return " / "_L1;
    case Operator::Less:
        return " < "_L1;
    case Operator::LessOrEqual:
        return " <= "_L1;
    case Operator::NotEqual:
        return " != "_L1;
    case Operator::Greater:
        return " > "_L1;
    case Operator::GreaterOrEqual:
        return " >= "_L1;
    case Operator::Equal:
        return " = "_L1;
    case Operator::IsDistinctFrom:
        return " IS DISTINCT FROM "_L1;
    case Operator::IsNotDistinctFrom:
        return " IS NOT DISTINCT FROM "_L1;
    case Operator::Concat:
        return " || "_L1;
    case Operator::In:
        return " IN "_L1;
    case Operator::NotIn:
        return " NOT IN "_L1;
    case Operator::Comma:
        return ", "_L1;
    case Operator::Is:
        return " IS "_L1;
    case Operator::IsNot:
        return " IS NOT "_L1;
    case Operator::Collate:
        return " COLLATE "_L1;
    case Operator::BitwiseXor:
        return " ^ "_L1;
    case Operator::BitwiseOr:
        return " | "_L1;
    case Operator::BitwiseAnd:
        return " & "_L1;
    case Operator::BitwiseShiftLeft:
        return " << "_L1;
    case Operator::BitwiseShiftRight:
        return " >> "_L1;
    case Operator::Match:
        return " MATCH "_L1;
    case Operator::NotMatch:
        return " NOT MATCH "_L1;
    default:
        return {};
    }
}

QLatin1StringView unaryOperator(Operator op)
{
    switch (op) {
    case Operator::Negative:
        return "-"_L1;
    case Operator::Exists:
        return "EXISTS "_L1;
    case Operator::Distinct:
        return "DISTINCT "_L1;
    case Operator::Not:
        return "NOT "_L1;
    case Operator::Any:
        return "ANY "_L1;
    case Operator::All:
        return "ALL "_L1;
    case Operator::BitwiseNot:
        return "~"_L1;
    case Operator::Descending:
        return " DESC"_L1;
    case Operator::Ascending:
        return " ASC"_L1;
    case Operator::NullsFirst:
        return " NULLS FIRST"_L1;
    case Operator::NullsLast:
        return " NULLS LAST"_L1;
    default:
        return {};
    }
}

/// Which of the three string searches an operator is: where '%' goes.
struct Search
{
    bool isSearch = false;
    bool hasLeadingPercent = false;
    bool hasTrailingPercent = false;
    bool ignoresCase = false;
    bool isNegated = false;
};

Search searchOf(Operator op)
{
    switch (op) {
    case Operator::Contains:
        return {true, true, true, false, false};
    case Operator::NotContains:
        return {true, true, true, false, true};
    case Operator::Icontains:
        return {true, true, true, true, false};
    case Operator::NotIcontains:
        return {true, true, true, true, true};
    case Operator::StartsWith:
        return {true, false, true, false, false};
    case Operator::NotStartsWith:
        return {true, false, true, false, true};
    case Operator::Istartswith:
        return {true, false, true, true, false};
    case Operator::NotIstartswith:
        return {true, false, true, true, true};
    case Operator::EndsWith:
        return {true, true, false, false, false};
    case Operator::NotEndsWith:
        return {true, true, false, false, true};
    case Operator::Iendswith:
        return {true, true, false, true, false};
    case Operator::NotIendswith:
        return {true, true, false, true, true};
    default:
        return {};
    }
}

/// A condition that every database takes for one, so that it needs no "= 1".
bool isCondition(const sql::Clause &clause)
{
    if (const auto *binary = sql::as<sql::Binary>(clause))
        return sql::isBoolean(binary->op) || binary->isCustomComparison;
    if (const auto *list = sql::as<sql::ClauseList>(clause))
        return sql::isBoolean(list->op);
    if (const auto *grouping = sql::as<sql::Grouping>(clause))
        return isCondition(grouping->element);
    if (const auto *unary = sql::as<sql::Unary>(clause))
        return unary->op == Operator::Exists || unary->op == Operator::Not
               || ((unary->op == Operator::IsTrue || unary->op == Operator::IsFalse)
                   && isCondition(unary->element));
    return false;
}

} // namespace

QString ClauseCompiler::binaryText(const sql::Binary &binary, const QString &op, const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.isInOperator = true;
    // One after the other: names are made up in the order of the text.
    const QString left = process(binary.left, inner);
    const QString text = left % op % process(binary.right, inner);
    return context.isInOperator && context.groupsEagerly ? QString(u'(' % text % u')') : text;
}

QString ClauseCompiler::escapeText(const sql::Binary &binary)
{
    if (!binary.escape)
        return {};
    return " ESCAPE "_L1 % literal(sql::Literal{*binary.escape}, *sql::plainType(sql::TypeKind::String));
}

QString ClauseCompiler::writeLike(const sql::Binary &binary, const QString &keyword, const ClauseContext &,
                                  const QString &left, const QString &right)
{
    return left % keyword % right % escapeText(binary);
}

QString ClauseCompiler::caseInsensitive(const QString &text)
{
    return "lower("_L1 % text % u')';
}

QString ClauseCompiler::writeIlike(const sql::Binary &binary, bool isNegated, const ClauseContext &context)
{
    return writeLike(binary, isNegated ? u" NOT LIKE "_s : u" LIKE "_s, context,
                     caseInsensitive(process(binary.left, context)),
                     caseInsensitive(process(binary.right, context)));
}

QString ClauseCompiler::concatenation(const QStringList &parts)
{
    return parts.join(" || "_L1);
}

QString ClauseCompiler::writeSearch(const sql::Binary &binary, const ClauseContext &context)
{
    const Search search = searchOf(binary.op);
    ClauseContext inner = context;
    inner.isInOperator = true;
    const QString left = process(binary.left, inner);
    QStringList parts;
    const QString percent = withPercents(u"'%'"_s);
    if (search.hasLeadingPercent)
        parts += percent;
    const QString right = process(binary.right, inner);
    parts += search.ignoresCase ? caseInsensitive(right) : right;
    if (search.hasTrailingPercent)
        parts += percent;
    if (!search.ignoresCase)
        return writeLike(binary, search.isNegated ? u" NOT LIKE "_s : u" LIKE "_s, context, left,
                         concatenation(parts));
    const QString keyword = m_traits.hasIlike ? u" ILIKE "_s : u" LIKE "_s;
    return writeLike(binary, search.isNegated ? " NOT"_L1 % keyword : keyword, context, caseInsensitive(left),
                     concatenation(parts));
}

QString ClauseCompiler::writeDistinctFrom(const sql::Binary &binary, const ClauseContext &context)
{
    return binaryText(binary, binaryOperator(binary.op), context);
}

QString ClauseCompiler::writeMatch(const sql::Binary &binary, const ClauseContext &context)
{
    return binaryText(binary, binaryOperator(binary.op), context);
}

QString ClauseCompiler::writeRegexp(const sql::Binary &binary, const ClauseContext &)
{
    return fail(u"%1 dialect does not support regular expression%2"_s.arg(
        m_dialect.text, binary.op == Operator::RegexpReplace ? " replacements"_L1 : "s"_L1));
}

QString ClauseCompiler::writeJsonItem(const sql::Clause &, const sql::Binary &, const ClauseContext &)
{
    return fail(u"%1 dialect does not support item access of JSON"_s.arg(m_dialect.text));
}

QString ClauseCompiler::writeDivision(const sql::Binary &binary, const ClauseContext &context)
{
    const QString left = process(binary.left, context);
    const sql::Affinity right = sql::affinityOf(sql::typeKindOf(binary.right));
    if (binary.op == Operator::TrueDivide) {
        if (!m_traits.dividesAsFloor)
            return left % " / "_L1 % process(binary.right, context);
        const Boxed<sql::Type> type = right == sql::Affinity::Numeric
                                          ? binary.right.node().type
                                          : sql::plainType(sql::TypeKind::Numeric);
        const sql::Clause cast = sql::cast(binary.right, type);
        m_kept.push_back(cast);
        return left % " / "_L1 % process(cast, context);
    }
    const QString text = left % " / "_L1 % process(binary.right, context);
    const bool areIntegers = right == sql::Affinity::Integer
                             && sql::affinityOf(sql::typeKindOf(binary.left)) == sql::Affinity::Integer;
    return m_traits.dividesAsFloor && areIntegers ? text : "FLOOR("_L1 % text % u')';
}

QString ClauseCompiler::writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                                    const ClauseContext &outer)
{
    // Only the operators that ask for it group what is directly inside of them.
    ClauseContext context = outer;
    context.groupsEagerly = false;
    switch (binary.op) {
    case Operator::TrueDivide:
    case Operator::FloorDivide:
        return writeDivision(binary, context);
    case Operator::Modulo:
        return process(binary.left, context) % (m_options.doublesPercent ? " %% "_L1 : " % "_L1)
               % process(binary.right, context);
    case Operator::Custom: {
        ClauseContext inner = context;
        inner.groupsEagerly = binary.groupsEagerly;
        return binaryText(binary, u' ' % withPercents(binary.customText) % u' ', inner);
    }
    case Operator::NotIn:
        return u'(' % binaryText(binary, u" NOT IN "_s, context) % u')';
    case Operator::Like:
    case Operator::NotLike:
        return writeLike(binary, binary.op == Operator::Like ? u" LIKE "_s : u" NOT LIKE "_s, context,
                         process(binary.left, context), process(binary.right, context));
    case Operator::Ilike:
    case Operator::NotIlike:
        return writeIlike(binary, binary.op == Operator::NotIlike, context);
    case Operator::Between:
        return binaryText(binary, binary.isSymmetric ? u" BETWEEN SYMMETRIC "_s : u" BETWEEN "_s, context);
    case Operator::NotBetween:
        return binaryText(binary, binary.isSymmetric ? u" NOT BETWEEN SYMMETRIC "_s : u" NOT BETWEEN "_s,
                          context);
    case Operator::IsDistinctFrom:
    case Operator::IsNotDistinctFrom:
        return writeDistinctFrom(binary, context);
    case Operator::Match:
    case Operator::NotMatch:
        return writeMatch(binary, context);
    case Operator::RegexpMatch:
    case Operator::NotRegexpMatch:
    case Operator::RegexpReplace:
        return writeRegexp(binary, context);
    case Operator::JsonGetItem:
    case Operator::JsonPathGetItem:
        return writeJsonItem(clause, binary, context);
    case Operator::GetItem:
        if (!m_traits.hasArrays)
            return unsupported("item access"_L1);
        return process(binary.left, context) % u'[' % process(binary.right, context) % u']';
    case Operator::Concat: {
        ClauseContext inner = context;
        inner.isInOperator = true;
        return concatenation({process(binary.left, inner), process(binary.right, inner)});
    }
    default:
        if (searchOf(binary.op).isSearch)
            return writeSearch(binary, context);
        return binaryText(binary, binaryOperator(binary.op), context);
    }
}

QString ClauseCompiler::writeUnary(const sql::Clause &, const sql::Unary &unary, const ClauseContext &context)
{
    if (unary.op == Operator::IsTrue || unary.op == Operator::IsFalse) {
        const bool isPlain = m_traits.hasNativeBoolean || isCondition(unary.element);
        const QString text = process(unary.element, context);
        if (unary.op == Operator::IsTrue)
            return isPlain ? text : QString(text % " = 1"_L1);
        return isPlain ? QString("NOT "_L1 % text) : QString(text % " = 0"_L1);
    }
    if (unary.op == Operator::Custom)
        return withPercents(unary.customText) % u' ' % process(unary.element, context);
    if (unary.op != Operator::None)
        return unaryOperator(unary.op) % process(unary.element, context);
    if (unary.modifier == Operator::Custom)
        return process(unary.element, context) % u' ' % withPercents(unary.customText);
    return process(unary.element, context) % unaryOperator(unary.modifier);
}

QString ClauseCompiler::writeList(const sql::Clause &, const sql::ClauseList &list,
                                  const ClauseContext &context)
{
    if (list.isTuple)
        return u'(' % joinedList(list.items, ", "_L1, context) % u')';
    if (list.op == Operator::Comma || list.op == Operator::None)
        return joinedList(list.items, ", "_L1, context);
    ClauseContext inner = context;
    inner.isInOperator = true;
    if (list.op == Operator::Concat) {
        QStringList parts;
        for (const sql::Clause &item : list.items)
            parts += process(item, inner);
        return concatenation(parts);
    }
    return joinedList(list.items, binaryOperator(list.op), inner);
}

QString ClauseCompiler::conditionText(const QList<sql::Clause> &conditions, const ClauseContext &context)
{
    const sql::Clause condition = sql::whereClause(conditions);
    if (condition.isNull())
        return {};
    m_kept.push_back(condition);
    return process(condition, context);
}

QString ClauseCompiler::emptySet(const sql::Type &, Operator op)
{
    if (op == Operator::NotIn)
        return u"NULL) OR (1 = 1"_s;
    if (op == Operator::In)
        return u"NULL) AND (1 != 1"_s;
    return fail(u"Dialect '%1' does not support empty set expression."_s.arg(m_dialect.text));
}

} // namespace athanor::dialect
