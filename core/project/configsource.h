// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/inifile.h"
#include "core/project/tomlfile.h"

namespace athanor {

/// Looks up settings in the ini's section first, then in [tool.alembic], as Alembic does
/// (alembic.md 2.03-2.05). What has the wrong form becomes a diagnostic and counts as not set.
class ConfigSource
{
public:
    ConfigSource(const IniFile &ini, const QString &section, const TomlValue &table, const QString &tomlHere)
        : m_ini(ini)
        , m_section(section)
        , m_table(table)
        , m_tomlValues{{QStringLiteral("here"), tomlHere}}
    {
    }

    /// A string; a number of the toml as its digits.
    std::optional<QString> text(const QString &key);
    /// True only for the ini's exact `true`, or the toml's true.
    bool strictFlag(const QString &key);
    /// Yes, on, 1 and the like too.
    bool lenientFlag(const QString &key);
    std::optional<int> number(const QString &key);

    /// The ini's own value; empty counts, missing doesn't.
    std::optional<QString> iniText(const QString &key);
    /// The toml's list of strings, formatted.
    QStringList tomlList(const QString &key);
    /// A string of the toml, formatted; nothing when it can't be.
    std::optional<QString> formatted(const TomlValue &value, const QString &key);

    const TomlValue &table() const { return m_table; }
    SourceRange placeOf(const QString &key) const;

    void report(Severity severity, const QString &code, const QString &message, const SourceRange &where,
                const QString &hint);
    Diagnostics diagnostics() const { return m_diagnostics; }

private:
    const IniFile &m_ini;
    QString m_section;
    const TomlValue &m_table;
    QHash<QString, QString> m_tomlValues;
    Diagnostics m_diagnostics;
};

} // namespace athanor
