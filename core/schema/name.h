// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace athanor::schema {

/// An identifier as the script has it. An empty text is "no name".
struct Name
{
    QString text = {};
    /// From op.f(), conv() or a naming convention: conventions leave it alone, and a dialect shortens it
    /// where it is too long (a name that is not final is an error then).
    bool isFinal = false;
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
