// SPDX-License-Identifier: GPL-3.0-or-later
// The values that stand in statements in place of parameters.
#pragma once

#include "core/base/boxed.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <compare>
#include <variant>

namespace athanor::sql {

/// A number by its digits: integers beyond 64 bits, and decimal.Decimal as str() writes it.
struct Number
{
    QString digits = {};
    bool isDecimal = false;

    bool operator==(const Number &) const = default;
};

struct Date
{
    int year = 1, month = 1, day = 1;

    bool operator==(const Date &) const = default;
};

struct Time
{
    int hour = 0, minute = 0, second = 0, microsecond = 0;
    std::optional<qint64> offset = {}; ///< microseconds east of UTC; empty: naive

    bool operator==(const Time &) const = default;
};

struct DateTime
{
    Date date = {};
    Time time = {};

    bool operator==(const DateTime &) const = default;
};

/// datetime.timedelta as Python keeps it: 0 <= seconds < 86400, 0 <= microseconds < 1000000.
struct Interval
{
    qint64 days = 0;
    int seconds = 0, microseconds = 0;

    bool operator==(const Interval &) const = default;
};

/// In its canonical form with hyphens.
struct Uuid
{
    QString text = {};

    bool operator==(const Uuid &) const = default;
};

/// A list, a dictionary or another value of JSON as json.dumps() writes it.
struct JsonText
{
    QString text = {};

    bool operator==(const JsonText &) const = default;
};

/// A member of a Python enum: what the database gets is its name, or its value where the type says so.
struct EnumMember
{
    QString name = {};

    bool operator==(const EnumMember &) const = default;
};

/// A value that no type can write: its repr() and type() for the message.
struct PythonObject
{
    QString repr = {};

    bool operator==(const PythonObject &) const = default;
};

struct Literal;

struct LiteralList
{
    QList<Literal> items = {};
    bool isTuple = false;

    bool operator==(const LiteralList &other) const;
};

/// A value; std::monostate is None.
struct Literal
{
    std::variant<std::monostate, bool, qint64, double, QString, QByteArray, Number, Date, Time, DateTime,
                 Interval, Uuid, JsonText, EnumMember, LiteralList, PythonObject>
        value = {};

    bool isNone() const { return std::holds_alternative<std::monostate>(value); }
    bool operator==(const Literal &) const = default;
};

// Here, as lists of an incomplete Literal can't be compared; without inline, every file that includes this
// defines it anew.
// NOLINTNEXTLINE(readability-redundant-inline-specifier)
inline bool LiteralList::operator==(const LiteralList &other) const = default;

} // namespace athanor::sql
