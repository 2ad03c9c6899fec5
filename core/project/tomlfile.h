// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <optional>

namespace athanor {

struct TomlMember;

/// A value of a toml file with its place.
struct TomlValue
{
    enum Kind { String, Integer, Boolean, Other, Array, Table };
    Kind kind = Table;
    QString text;              ///< of a String
    qint64 integer = 0;        ///< of an Integer
    bool boolean = false;      ///< of a Boolean
    QList<TomlValue> items;    ///< of an Array
    QList<TomlMember> members; ///< of a Table, in the file's order
    SourceRange where;

    /// The member of a table with this key; none in other kinds.
    const TomlValue *find(const QString &key) const;
    /// The table's member under a path of keys.
    const TomlValue *find(std::initializer_list<QString> path) const;
    /// "a string", "a list" …
    QString kindName() const;
};

struct TomlMember
{
    QString key;
    TomlValue value;
    SourceRange where; ///< of the key
};

/// A toml 1.0 file as one table. Syntax errors come with line and column.
Result<TomlValue> parseToml(const QString &text, const QString &path);

} // namespace athanor
