// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clause/literaltext.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

QString padded(qint64 number, int digits)
{
    return u"%1"_s.arg(number, digits, 10, QChar(u'0'));
}

QString offsetText(qint64 microseconds)
{
    const qint64 size = std::abs(microseconds);
    QString text = (microseconds < 0 ? u'-' : u'+') % padded(size / 3'600'000'000, 2) % u':'
                   % padded(size / 60'000'000 % 60, 2);
    if (size % 60'000'000 != 0)
        text += u':' % padded(size / 1'000'000 % 60, 2);
    if (size % 1'000'000 != 0)
        text += u'.' % padded(size % 1'000'000, 6);
    return text;
}

/// repr() of a float: the shortest digits that give it back, exponents outside of 1e-4 … 1e16.
QString floatRepr(double value)
{
    if (std::isnan(value))
        return u"nan"_s;
    if (std::isinf(value))
        return value < 0 ? u"-inf"_s : u"inf"_s;
    char buffer[64];
    const double size = std::fabs(value);
    const bool isPlain = size == 0.0 || (size >= 1e-4 && size < 1e16);
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   isPlain ? std::chars_format::fixed : std::chars_format::scientific);
    QString text = QString::fromLatin1(buffer, end.ptr - buffer);
    if (isPlain && !text.contains(u'.'))
        text += ".0"_L1;
    return text;
}

QString quotedRepr(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (const QChar c : text) {
        if (c == u'\\' || c == quote)
            result += u'\\' % c;
        else if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (c == u'\r')
            result += "\\r"_L1;
        else
            result += c;
    }
    return result % quote;
}

QString bytesRepr(const QByteArray &bytes)
{
    QString text = u"b'"_s;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\\' || byte == '\'')
            text += u'\\' % QChar(QLatin1Char(byte));
        else if (code < 32 || code > 126)
            text += "\\x"_L1 % u"%1"_s.arg(code, 2, 16, QChar(u'0'));
        else
            text += QLatin1Char(byte);
    }
    return text % u'\'';
}

QString dateRepr(const sql::Date &date, QLatin1StringView name)
{
    return "datetime."_L1 % name % u"(%1, %2, %3"_s.arg(date.year).arg(date.month).arg(date.day);
}

QString timeParts(const sql::Time &time)
{
    QString text = u"%1, %2"_s.arg(time.hour).arg(time.minute);
    if (time.second != 0 || time.microsecond != 0)
        text += u", %1"_s.arg(time.second);
    if (time.microsecond != 0)
        text += u", %1"_s.arg(time.microsecond);
    return text;
}

QString intervalRepr(const sql::Interval &interval)
{
    QStringList parts;
    if (interval.days != 0)
        parts += u"days=%1"_s.arg(interval.days);
    if (interval.seconds != 0)
        parts += u"seconds=%1"_s.arg(interval.seconds);
    if (interval.microseconds != 0)
        parts += u"microseconds=%1"_s.arg(interval.microseconds);
    return "datetime.timedelta("_L1 % (parts.isEmpty() ? u"0"_s : parts.join(", "_L1)) % u')';
}

struct Repr
{
    QString operator()(std::monostate) const { return u"None"_s; }
    QString operator()(bool value) const { return value ? u"True"_s : u"False"_s; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return floatRepr(value); }
    QString operator()(const QString &value) const { return quotedRepr(value); }
    QString operator()(const QByteArray &value) const { return bytesRepr(value); }
    QString operator()(const sql::Number &value) const
    {
        return value.isDecimal ? "Decimal('"_L1 % value.digits % "')"_L1 : value.digits;
    }
    QString operator()(const sql::Date &value) const { return dateRepr(value, "date"_L1) % u')'; }
    QString operator()(const sql::Time &value) const { return "datetime.time("_L1 % timeParts(value) % u')'; }
    QString operator()(const sql::DateTime &value) const
    {
        return dateRepr(value.date, "datetime"_L1) % ", "_L1 % timeParts(value.time) % u')';
    }
    QString operator()(const sql::Interval &value) const { return intervalRepr(value); }
    QString operator()(const sql::Uuid &value) const { return "UUID('"_L1 % value.text % "')"_L1; }
    QString operator()(const sql::JsonText &value) const { return value.text; }
    QString operator()(const sql::EnumMember &value) const { return value.name; }
    QString operator()(const sql::LiteralList &value) const
    {
        QStringList parts;
        for (const sql::Literal &item : value.items)
            parts += literalRepr(item);
        if (value.isTuple)
            return u'(' % parts.join(", "_L1) % (parts.size() == 1 ? ",)"_L1 : ")"_L1);
        return u'[' % parts.join(", "_L1) % u']';
    }
    QString operator()(const sql::PythonObject &value) const { return value.repr; }
};

} // namespace

QString isoDate(const sql::Date &date)
{
    return padded(date.year, 4) % u'-' % padded(date.month, 2) % u'-' % padded(date.day, 2);
}

QString isoTime(const sql::Time &time)
{
    QString text = padded(time.hour, 2) % u':' % padded(time.minute, 2) % u':' % padded(time.second, 2);
    if (time.microsecond != 0)
        text += u'.' % padded(time.microsecond, 6);
    if (time.offset)
        text += offsetText(*time.offset);
    return text;
}

QString secondsText(const sql::Interval &interval)
{
    const double seconds =
        static_cast<double>((interval.days * 86400 + interval.seconds) * 1'000'000 + interval.microseconds)
        / 1e6;
    return floatRepr(seconds);
}

QString literalStr(const sql::Literal &value)
{
    if (const auto *text = std::get_if<QString>(&value.value))
        return *text;
    if (const auto *number = std::get_if<sql::Number>(&value.value))
        return number->digits;
    return literalRepr(value);
}

QString literalRepr(const sql::Literal &value)
{
    return std::visit(Repr{}, value.value);
}

} // namespace athanor::dialect
