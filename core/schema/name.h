// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace athanor::schema {

/// An identifier as the script has it. An empty text is "no name".
struct Name
{
    QString text = {};
    bool isFinal = false; ///< from op.f() or conv(): naming conventions leave it alone
    std::optional<bool> isQuoted =
        {}; ///< quoted_name(…, quote=): always or never; empty: by the dialect's rules

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Name &) const = default;
};

/// A table, view, index or sequence with the schema it lies in; the schema may be dotted ("db.owner").
struct QualifiedName
{
    Name schema = {};
    Name name = {};

    bool operator==(const QualifiedName &) const = default;
};

} // namespace athanor::schema
