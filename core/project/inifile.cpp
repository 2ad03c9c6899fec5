// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/inifile.h"

#include "core/project/inireader.h"
#include "core/project/interpolation.h"

namespace athanor {

using namespace Qt::StringLiterals;

const IniEntry *IniSection::find(const QString &key) const
{
    const auto found = index.constFind(key.toLower());
    return found == index.cend() ? nullptr : &entries.at(*found);
}

IniFile IniFile::parse(const QString &text, const QString &path)
{
    return IniReader(text, path).read();
}

void IniFile::setDefault(const QString &key, const QString &value)
{
    const QString name = key.toLower();
    if (m_defaults.index.contains(name))
        return;
    m_defaults.index.insert(name, m_defaults.entries.size());
    m_defaults.entries.append({name, value, {}});
}

QStringList IniFile::sectionNames() const
{
    QStringList names;
    for (const IniSection &section : m_sections)
        names.append(section.name);
    return names;
}

const IniSection *IniFile::section(const QString &name) const
{
    const auto found = m_index.constFind(name);
    return found == m_index.cend() ? nullptr : &m_sections.at(*found);
}

QStringList IniFile::keys(const QString &name) const
{
    QStringList keys;
    const IniSection *own = section(name);
    if (!own)
        return keys;
    for (const IniEntry &entry : m_defaults.entries)
        keys.append(entry.key);
    for (const IniEntry &entry : own->entries) {
        if (!m_defaults.index.contains(entry.key))
            keys.append(entry.key);
    }
    return keys;
}

const IniEntry *IniFile::find(const QString &name, const QString &key) const
{
    const IniSection *own = section(name);
    if (!own)
        return nullptr;
    const IniEntry *entry = own->find(key);
    return entry ? entry : m_defaults.find(key);
}

Result<std::optional<QString>> IniFile::value(const QString &section, const QString &key) const
{
    const IniEntry *entry = find(section, key);
    if (!entry)
        return std::nullopt;
    Result<QString> text = interpolated(*this, section, *entry);
    if (!text)
        return std::unexpected(text.error());
    return *text;
}

} // namespace athanor
