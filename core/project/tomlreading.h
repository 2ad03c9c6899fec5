// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/tomlfile.h"

#include <QStringList>

namespace athanor {

/// Takes values out of a toml file and keeps what is wrong with them: ATH-SET-001 for one of another kind,
/// ATH-SET-002 for a key that is not known.
class TomlReading
{
public:
    const Diagnostics &diagnostics() const { return m_diagnostics; }

    /// Whether the value is of the kind. `what` names it in the message.
    bool expect(const TomlValue &value, TomlValue::Kind kind, const QString &what, const QString &hint);
    void readString(const TomlMember &member, QString &target);
    /// Strings; what is none is left out.
    void readList(const TomlMember &member, QStringList &list);
    /// With the known key that is nearest to what was written, or with all of them.
    void reportUnknown(const TomlMember &member, const QStringList &known);
    void report(Severity severity, const QString &code, const QString &message, const SourceRange &where,
                const QString &hint);

private:
    Diagnostics m_diagnostics;
};

} // namespace athanor
