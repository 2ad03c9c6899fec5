// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace athanor {

/// One `key = value` of an ini file.
struct IniEntry
{
    QString key;   ///< in lower case
    QString value; ///< as written: not interpolated; lines joined with LF and without their indentation
    QList<SourceRange> lines; ///< where each line of the value begins; none for a value that is in no file

    bool operator==(const IniEntry &) const = default;
    SourceRange where() const { return lines.value(0); }
};

struct IniSection
{
    QString name;
    int line = 0;
    QList<IniEntry> entries;
    QHash<QString, qsizetype> index; ///< key to place in `entries`

    bool operator==(const IniSection &) const = default;
    const IniEntry *find(const QString &key) const;
};

/// An ini file in the dialect of Python's ConfigParser, with basic interpolation (Python library reference,
/// "configparser"). What ConfigParser refuses is a problem here, and the rest of the file still counts: of
/// two keys or sections with one name the first does.
class IniFile
{
public:
    static constexpr QLatin1StringView defaultSection{"DEFAULT"};

    IniFile() = default;
    static IniFile parse(const QString &text, const QString &path);

    const QString &path() const { return m_path; }
    const Diagnostics &problems() const { return m_problems; }
    bool operator==(const IniFile &) const = default;

    /// A value of DEFAULT that the file itself may override, as `here`.
    void setDefault(const QString &key, const QString &value);

    bool hasSection(const QString &name) const { return m_index.contains(name); }
    QStringList sectionNames() const;
    const IniSection *section(const QString &name) const;
    /// The keys of a section, those of DEFAULT first.
    QStringList keys(const QString &section) const;
    /// The entry of a key in a section that exists, or else in DEFAULT. Keys are given in any case.
    const IniEntry *find(const QString &section, const QString &key) const;
    /// The value after interpolation; nothing when section or key are missing.
    Result<std::optional<QString>> value(const QString &section, const QString &key) const;

private:
    QString m_path;
    IniSection m_defaults{QString(defaultSection), 0, {}, {}};
    QList<IniSection> m_sections;
    QHash<QString, qsizetype> m_index;
    Diagnostics m_problems;

    friend class IniReader;
};

} // namespace athanor
