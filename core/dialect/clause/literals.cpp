// SPDX-License-Identifier: GPL-3.0-or-later
// Values in place of binds, as the literal processors of SQLAlchemy's types write them.
#include "core/dialect/clause/clausecompiler.h"
#include "core/dialect/clause/literaltext.h"
#include "core/dialect/typewriter.h"
#include "core/sql/affinity.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

QString ClauseCompiler::stringLiteral(const QString &text)
{
    return u'\'' % withPercents(QString(text).replace(u'\'', "''"_L1)) % u'\'';
}

QString ClauseCompiler::unicodeLiteral(const QString &text)
{
    return stringLiteral(text);
}

QString ClauseCompiler::literal(const sql::Literal &value, const sql::Type &given)
{
    if (value.isNone())
        return u"NULL"_s;
    const sql::Type &type = sql::resolved(given, m_dialect.text);
    QString text = rawLiteral(value, type);
    if (m_traits.hasBackslashEscapes)
        text.replace(u'\\', "\\\\"_L1);
    return text;
}

QString ClauseCompiler::cannotRender(const sql::Literal &value, const sql::Type &type)
{
    return fail(
        u"Could not render literal value \"%1\" with datatype %2; see parent stack trace for more detail."_s
            .arg(literalRepr(value), m_dialect.types.text(type).value_or(u"NULL"_s)));
}

QString ClauseCompiler::noRenderer(const sql::Literal &value, const sql::Type &type)
{
    return fail(u"No literal value renderer is available for literal value \"%1\" with datatype %2"_s.arg(
        literalRepr(value),
        type.kind == sql::TypeKind::Null ? u"NULL"_s : m_dialect.types.text(type).value_or(u"NULL"_s)));
}

namespace {

std::optional<QString> integerText(const sql::Literal &value)
{
    if (const auto *number = std::get_if<qint64>(&value.value))
        return QString::number(*number);
    if (const auto *truth = std::get_if<bool>(&value.value))
        return *truth ? u"1"_s : u"0"_s;
    if (const auto *big = std::get_if<sql::Number>(&value.value); big && !big->isDecimal)
        return big->digits;
    if (const auto *real = std::get_if<double>(&value.value); real && std::isfinite(*real))
        return QString::number(static_cast<qint64>(*real));
    if (const auto *text = std::get_if<QString>(&value.value)) {
        bool isNumber = false;
        const qlonglong number = text->trimmed().toLongLong(&isNumber);
        if (isNumber)
            return QString::number(number);
    }
    return std::nullopt;
}

std::optional<bool> truthOf(const sql::Literal &value)
{
    if (const auto *truth = std::get_if<bool>(&value.value))
        return *truth;
    if (const auto *number = std::get_if<qint64>(&value.value); number && (*number == 0 || *number == 1))
        return *number == 1;
    if (const auto *real = std::get_if<double>(&value.value); real && (*real == 0.0 || *real == 1.0))
        return *real == 1.0;
    return std::nullopt;
}

/// What str() of a number, or of a text taken for one, gives.
std::optional<QString> numberText(const sql::Literal &value)
{
    if (const auto *truth = std::get_if<bool>(&value.value))
        return *truth ? u"True"_s : u"False"_s;
    if (std::holds_alternative<qint64>(value.value) || std::holds_alternative<double>(value.value)
        || std::holds_alternative<sql::Number>(value.value) || std::holds_alternative<QString>(value.value))
        return literalStr(value);
    return std::nullopt;
}

bool isUnicodeKind(sql::TypeKind kind)
{
    return kind == sql::TypeKind::Unicode || kind == sql::TypeKind::UnicodeText
           || kind == sql::TypeKind::SqlNchar || kind == sql::TypeKind::SqlNvarchar
           || kind == sql::TypeKind::MsNtext;
}

bool hasNoRenderer(sql::TypeKind kind)
{
    switch (sql::affinityOf(kind)) {
    case sql::Affinity::Null:
    case sql::Affinity::Json:
    case sql::Affinity::Hstore:
    case sql::Affinity::Tuple:
    case sql::Affinity::Range:
        return true;
    case sql::Affinity::Other:
        return kind != sql::TypeKind::MsBit && kind != sql::TypeKind::PgCitext
               && kind != sql::TypeKind::OraRowid;
    default:
        return false;
    }
}

} // namespace

QString ClauseCompiler::rawLiteral(const sql::Literal &value, const sql::Type &type)
{
    using sql::Affinity;
    if (hasNoRenderer(type.kind))
        return noRenderer(value, type);
    switch (type.kind == sql::TypeKind::MsBit ? Affinity::Boolean : sql::affinityOf(type.kind)) {
    case Affinity::Integer:
        if (const auto text = integerText(value))
            return *text;
        break;
    case Affinity::Numeric:
        if (const auto text = numberText(value))
            return *text;
        break;
    case Affinity::Boolean:
        if (const auto truth = truthOf(value))
            return m_traits.writesTrue ? (*truth ? u"true"_s : u"false"_s) : (*truth ? u"1"_s : u"0"_s);
        break;
    case Affinity::Date:
        if (const auto *date = std::get_if<sql::Date>(&value.value))
            return dateLiteral(*date);
        if (const auto *moment = std::get_if<sql::DateTime>(&value.value))
            return dateLiteral(moment->date);
        break;
    case Affinity::Time:
        if (const auto *time = std::get_if<sql::Time>(&value.value))
            return timeLiteral(*time);
        break;
    case Affinity::DateTime:
        if (const auto *moment = std::get_if<sql::DateTime>(&value.value))
            return dateTimeLiteral(*moment, type);
        if (const auto *date = std::get_if<sql::Date>(&value.value))
            return dateOnlyLiteral(*date);
        break;
    case Affinity::Interval:
        if (const auto *interval = std::get_if<sql::Interval>(&value.value))
            return intervalLiteral(*interval, type);
        break;
    case Affinity::Binary:
        if (const auto *bytes = std::get_if<QByteArray>(&value.value)) {
            const QString text = QString::fromUtf8(*bytes);
            if (text.toUtf8() == *bytes)
                return u'\'' % QString(text).replace(u'\'', "''"_L1) % u'\'';
        }
        break;
    case Affinity::Array:
        return arrayLiteral(value, type);
    case Affinity::Uuid:
        return uuidLiteral(value, type);
    default:
        if (const auto *member = std::get_if<sql::EnumMember>(&value.value))
            return stringLiteral(member->name);
        if (const auto *text = std::get_if<QString>(&value.value))
            return isUnicodeKind(type.kind) ? unicodeLiteral(*text) : stringLiteral(*text);
        break;
    }
    return cannotRender(value, type);
}

QString ClauseCompiler::arrayLiteral(const sql::Literal &value, const sql::Type &type)
{
    const auto *list = std::get_if<sql::LiteralList>(&value.value);
    if (!list)
        return cannotRender(value, type);
    const sql::Type item = type.item ? *type.item : sql::Type{};
    QStringList parts;
    for (const sql::Literal &element : list->items) {
        if (element.isNone())
            return cannotRender(value, type);
        const bool isNested = std::holds_alternative<sql::LiteralList>(element.value);
        parts +=
            isNested ? arrayLiteral(element, type) : rawLiteral(element, sql::resolved(item, m_dialect.text));
    }
    const bool isPostgreSql =
        type.kind == sql::TypeKind::PgArray || m_dialect.name == DialectName::PostgreSql;
    return (isPostgreSql ? "ARRAY["_L1 : "["_L1) % parts.join(", "_L1) % u']';
}

QString ClauseCompiler::dateLiteral(const sql::Date &value)
{
    return u'\'' % isoDate(value) % u'\'';
}

QString ClauseCompiler::dateOnlyLiteral(const sql::Date &value)
{
    return u'\'' % isoDate(value) % u'\'';
}

QString ClauseCompiler::timeLiteral(const sql::Time &value)
{
    return u'\'' % isoTime(value) % u'\'';
}

QString ClauseCompiler::dateTimeLiteral(const sql::DateTime &value, const sql::Type &)
{
    return u'\'' % isoDate(value.date) % u' ' % isoTime(value.time) % u'\'';
}

QString ClauseCompiler::intervalLiteral(const sql::Interval &value, const sql::Type &type)
{
    if (type.kind == sql::TypeKind::PgInterval)
        return "make_interval(secs=>"_L1 % secondsText(value) % u')';
    return cannotRender(sql::Literal{value}, type);
}

QString ClauseCompiler::uuidLiteral(const sql::Literal &value, const sql::Type &type)
{
    const auto *uuid = std::get_if<sql::Uuid>(&value.value);
    const auto *text = std::get_if<QString>(&value.value);
    if (!uuid && !text)
        return cannotRender(value, type);
    if (m_dialect.capabilities.hasNativeUuid && type.isNative && type.isUuid)
        return u'\'' % (uuid ? uuid->text : QString(*text).replace(u'\'', "''"_L1)) % u'\'';
    if (text && type.isUuid)
        return cannotRender(value, type);
    QString digits = uuid ? uuid->text : *text;
    digits.remove(u'-');
    return u'\'' % digits.replace(u'\'', "''"_L1) % u'\'';
}

} // namespace athanor::dialect
