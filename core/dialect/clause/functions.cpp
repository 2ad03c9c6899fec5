// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clause/clausecompiler.h"
#include "core/dialect/identifiers.h"
#include "core/dialect/typewriter.h"
#include "core/sql/build.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

/// How SQLAlchemy spells the functions that are keywords; the others keep their name.
QString knownName(const QString &name)
{
    static constexpr QLatin1StringView keywords[] = {
        "current_date"_L1, "current_time"_L1,   "current_timestamp"_L1, "current_user"_L1,
        "localtime"_L1,    "localtimestamp"_L1, "session_user"_L1,      "user"_L1,
        "cube"_L1,         "rollup"_L1,
    };
    if (name == "grouping_sets"_L1)
        return u"GROUPING SETS"_s;
    return std::ranges::none_of(keywords, [&](QLatin1StringView keyword) { return keyword == name; })
               ? name
               : name.toUpper();
}

/// A name with characters that only quotes allow; reserved words are functions like any other.
bool hasIllegalCharacters(const QString &name)
{
    if (name.isEmpty() || name.front().isDigit() || name.front() == u'$')
        return true;
    return std::ranges::any_of(name, [](QChar c) {
        return !((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
                 || c == u'$');
    });
}

} // namespace

QString ClauseCompiler::argumentsText(const sql::Function &function, const ClauseContext &context)
{
    ClauseContext inner = context;
    inner.isFrom = false;
    inner.isInOperator = false;
    return u'(' % joinedList(function.arguments, ", "_L1, inner) % u')';
}

QString ClauseCompiler::functionName(const sql::Identifier &name) const
{
    if (name.isQuoted.has_value() ? *name.isQuoted : hasIllegalCharacters(name.text))
        return withPercents(m_dialect.identifiers.inQuotes(name.text));
    return name.text;
}

QString ClauseCompiler::writeFunction(const sql::Clause &, const sql::Function &function,
                                      const ClauseContext &context)
{
    const QLatin1StringView ordinality = function.hasOrdinality ? " WITH ORDINALITY"_L1 : ""_L1;
    if (function.isKnown) {
        const QString name = knownName(function.name.text);
        const bool isBare = function.isAnsi && function.arguments.isEmpty();
        return isBare ? QString(name % ordinality) : name % argumentsText(function, context) % ordinality;
    }
    QString text;
    for (const sql::Identifier &package : function.packages)
        text += functionName(package) % u'.';
    return text % functionName(function.name) % argumentsText(function, context) % ordinality;
}

QString ClauseCompiler::writeExtract(const sql::Extract &extract, const ClauseContext &context)
{
    return "EXTRACT("_L1 % extract.field % " FROM "_L1 % process(extract.element, context) % u')';
}

QString ClauseCompiler::writeCast(const sql::Clause &clause, const sql::Cast &cast,
                                  const ClauseContext &context)
{
    if (cast.isTry)
        return fail(
            u"Compiler %1 can't render element of type <class 'sqlalchemy.sql.elements.TryCast'>"_s.arg(
                m_dialect.text));
    const QString element = process(cast.element, context);
    const QString type = taken(m_dialect.types.castText(sql::typeOf(clause)));
    const qsizetype collation = type.lastIndexOf(" COLLATE "_L1);
    if (collation < 0)
        return "CAST("_L1 % element % " AS "_L1 % type % u')';
    return "CAST("_L1 % element % " AS "_L1 % QStringView(type).left(collation) % u')'
           % QStringView(type).mid(collation);
}

QString ClauseCompiler::nextValue(const sql::NextValue &)
{
    return fail(u"Dialect '%1' does not support sequence increments."_s.arg(m_dialect.text));
}

QString ClauseCompiler::frameBound(const sql::FrameBound &bound, bool isFirst, const ClauseContext &context)
{
    if (bound.kind == sql::FrameBound::Kind::Unbounded)
        return isFirst ? u"UNBOUNDED PRECEDING"_s : u"UNBOUNDED FOLLOWING"_s;
    if (bound.kind == sql::FrameBound::Kind::Current)
        return u"CURRENT ROW"_s;
    const sql::Clause distance = sql::literal(sql::Literal{std::abs(bound.distance)});
    m_kept.push_back(distance);
    return process(distance, context) % (bound.distance < 0 ? " PRECEDING"_L1 : " FOLLOWING"_L1);
}

} // namespace athanor::dialect
