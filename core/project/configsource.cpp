// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/configsource.h"

#include "core/project/interpolation.h"

namespace athanor {

using namespace Qt::StringLiterals;

void ConfigSource::report(Severity severity, const QString &code, const QString &message,
                          const SourceRange &where, const QString &hint)
{
    const Diagnostic diagnostic{severity, code, message, where, hint};
    if (!m_diagnostics.contains(diagnostic))
        m_diagnostics.append(diagnostic);
}

SourceRange ConfigSource::placeOf(const QString &key) const
{
    if (const IniEntry *entry = m_ini.find(m_section, key))
        return entry->where();
    const TomlValue *value = m_table.find(key);
    return value ? value->where : SourceRange{};
}

std::optional<QString> ConfigSource::iniText(const QString &key)
{
    const Result<std::optional<QString>> value = m_ini.value(m_section, key);
    if (value)
        return *value;
    const Error &error = value.error();
    report(Severity::Error, error.code, error.message, error.where, error.hint);
    return std::nullopt;
}

std::optional<QString> ConfigSource::formatted(const TomlValue &value, const QString &key)
{
    if (value.kind != TomlValue::String) {
        report(Severity::Error, u"ATH-CFG-002"_s, u"unsupported TOML value type for key: '%1'"_s.arg(key),
               value.where, u"write a string in quotes"_s);
        return std::nullopt;
    }
    const Result<QString> text = percentFormatted(value.text, m_tomlValues, value.where);
    if (text)
        return *text;
    const Error &error = text.error();
    report(Severity::Error, error.code, error.message, error.where, error.hint);
    return std::nullopt;
}

std::optional<QString> ConfigSource::text(const QString &key)
{
    if (m_ini.find(m_section, key))
        return iniText(key);
    const TomlValue *value = m_table.find(key);
    if (!value)
        return std::nullopt;
    if (value->kind == TomlValue::Integer)
        return QString::number(value->integer);
    return formatted(*value, key);
}

bool ConfigSource::strictFlag(const QString &key)
{
    if (m_ini.find(m_section, key)) {
        const QString word = iniText(key).value_or(QString());
        if (word != "true"_L1 && QStringList{u"true"_s, u"yes"_s, u"on"_s, u"1"_s}.contains(word.toLower())) {
            report(Severity::Warning, u"ATH-CFG-004"_s, u"'%1 = %2' counts as false"_s.arg(key, word),
                   placeOf(key), u"Alembic takes nothing but 'true' for true here"_s);
        }
        return word == "true"_L1;
    }
    const TomlValue *value = m_table.find(key);
    if (value && value->kind != TomlValue::Boolean) {
        report(Severity::Error, u"ATH-CFG-003"_s,
               u"boolean value expected for TOML parameter '%1'"_s.arg(key), value->where,
               u"write true or false, without quotes"_s);
        return false;
    }
    return value && value->boolean;
}

bool ConfigSource::lenientFlag(const QString &key)
{
    const TomlValue *value = m_ini.find(m_section, key) ? nullptr : m_table.find(key);
    if (value && value->kind == TomlValue::Boolean)
        return value->boolean;
    const QString word = text(key).value_or(QString()).trimmed().toLower();
    if (QStringList{u"true"_s, u"yes"_s, u"on"_s, u"y"_s, u"t"_s, u"1"_s}.contains(word))
        return true;
    if (!word.isEmpty()
        && !QStringList{u"false"_s, u"no"_s, u"off"_s, u"n"_s, u"f"_s, u"0"_s}.contains(word)) {
        report(Severity::Error, u"ATH-CFG-005"_s, u"'%1 = %2' is neither true nor false"_s.arg(key, word),
               placeOf(key), u"write true or false"_s);
    }
    return false;
}

std::optional<int> ConfigSource::number(const QString &key)
{
    const std::optional<QString> digits = text(key);
    if (!digits)
        return std::nullopt;
    bool isNumber = false;
    const int value = digits->trimmed().toInt(&isNumber);
    if (isNumber)
        return value;
    report(Severity::Error, u"ATH-CFG-006"_s, u"'%1 = %2' is not a whole number"_s.arg(key, *digits),
           placeOf(key), u"write a number"_s);
    return std::nullopt;
}

QStringList ConfigSource::tomlList(const QString &key)
{
    const TomlValue *value = m_table.find(key);
    QStringList list;
    if (value && value->kind != TomlValue::Array) {
        report(Severity::Error, u"ATH-CFG-002"_s, u"unsupported TOML value type for key: '%1'"_s.arg(key),
               value->where, u"write a list of strings, such as [\"a\", \"b\"]"_s);
    } else if (value) {
        for (const TomlValue &item : value->items)
            list.append(formatted(item, key).value_or(QString()));
    }
    list.removeAll(QString());
    return list;
}

} // namespace athanor
