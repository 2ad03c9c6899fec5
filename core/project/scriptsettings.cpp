// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptsettings.h"

#include "core/project/urlpassword.h"
#include "core/python/parser.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

const QStringList &dialects()
{
    static const QStringList names{u"postgresql"_s, u"mysql"_s,  u"mariadb"_s, u"sqlite"_s,
                                   u"mssql"_s,      u"oracle"_s, u"default"_s};
    return names;
}

/// A module and a name in it.
bool isDottedName(const QString &name)
{
    static const QRegularExpression form(u"\\A[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)+\\z"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(name).hasMatch();
}

void reportNoName(TomlReading &reading, const QString &name, const SourceRange &where)
{
    reading.report(Severity::Error, u"ATH-SET-008"_s,
                   u"'%1' is not the name of something in a module"_s.arg(name), where,
                   u"write it with its module, such as \"myapp.types.GUID\""_s);
}

bool readForm(const TomlMember &member, TomlReading &reading, DeclaredType &type)
{
    QString form;
    reading.readString(member, form);
    if (form.trimmed().isEmpty()) {
        if (member.value.kind == TomlValue::String)
            reading.report(Severity::Error, u"ATH-SET-009"_s, u"the type is empty"_s, member.value.where,
                           u"write \"sa.String(36)\", or SQL such as \"CHAR(36)\""_s);
        return false;
    }
    const QString key = dialects().contains(member.key) ? member.key : u"default"_s;
    if (isTypeExpression(form)) {
        const auto parsed = python::parseExpression(form.trimmed().toUtf8(), member.value.where.file);
        if (!parsed.expression) {
            reading.report(Severity::Error, u"ATH-SET-009"_s,
                           u"'%1' is no expression: %2"_s.arg(form, parsed.diagnostics.value(0).message),
                           member.value.where, u"write it as in Python, or as SQL"_s);
            return false;
        }
    }
    type.forms.insert(key, form.trimmed());
    return true;
}

void readType(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    DeclaredType type{member.key, {}, member.where};
    if (!isDottedName(member.key))
        return reportNoName(reading, member.key, member.where);
    if (member.value.kind == TomlValue::Table) {
        for (const TomlMember &form : member.value.members) {
            if (dialects().contains(form.key))
                readForm(form, reading, type);
            else
                reading.reportUnknown(form, dialects());
        }
    } else {
        readForm(member, reading, type);
    }
    if (!type.forms.isEmpty())
        settings.types.append(type);
}

void readFolders(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    if (!reading.expect(member.value, TomlValue::Array, member.key, u"write a list of folders in quotes"_s))
        return;
    for (const TomlValue &item : member.value.items) {
        if (reading.expect(item, TomlValue::String, u"an entry of paths"_s, u"write it in quotes"_s))
            settings.folders.append({item.text, item.where});
    }
}

void readHarmless(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    QStringList names;
    reading.readList(member, names);
    for (const QString &name : std::as_const(names)) {
        // A module as a whole may have no dot of its own.
        const bool isFine =
            name.endsWith(".*"_L1) ? isDottedName(name.chopped(1) + u'x') : isDottedName(name);
        if (isFine)
            settings.harmless.append(name);
        else
            reportNoName(reading, name, member.value.where);
    }
}

const QStringList &flagNames()
{
    static const QStringList names{u"literal_binds"_s,     u"render_as_batch"_s,
                                   u"include_schemas"_s,   u"transaction_per_migration"_s,
                                   u"transactional_ddl"_s, u"version_table_pk"_s};
    return names;
}

const QStringList &textNames()
{
    static const QStringList names{u"url"_s, u"dialect"_s, u"paramstyle"_s, u"version_table"_s,
                                   u"version_table_schema"_s};
    return names;
}

const QStringList &tableNames()
{
    static const QStringList names{u"naming_convention"_s, u"arguments"_s};
    return names;
}

/// What a text may be, where only some are known; empty: anything.
QStringList choices(const QString &name)
{
    if (name == "dialect"_L1)
        return dialects().first(dialects().size() - 1);
    return name == "paramstyle"_L1 ? QStringList{u"named"_s, u"pyformat"_s, u"format"_s, u"qmark"_s}
                                   : QStringList();
}

void readText(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    QString text;
    if (!reading.expect(member.value, TomlValue::String, member.key, u"write it in quotes"_s))
        return;
    text = member.value.text;
    const QStringList known = choices(member.key);
    if (!known.isEmpty() && !known.contains(text)) {
        reading.report(Severity::Error, u"ATH-SET-010"_s, u"%1 can't be '%2'"_s.arg(member.key, text),
                       member.value.where, u"use "_s + known.join(", "_L1));
        return;
    }
    if (member.key == "url"_L1) {
        const UrlWithoutPassword found = withoutPassword(text);
        text = found.url;
        if (found.hadPassword)
            reading.report(Severity::Warning, u"ATH-SET-004"_s,
                           u"the url holds a password, which is not used"_s, member.value.where,
                           u"only its dialect matters here: leave the password out"_s);
    }
    settings.overrides.append({member.key, text, member.where});
}

void readTable(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    if (!reading.expect(member.value, TomlValue::Table, member.key, u"write it as { name = \"value\" }"_s))
        return;
    QMap<QString, QString> table;
    for (const TomlMember &entry : member.value.members) {
        QString text;
        reading.readString(entry, text);
        if (entry.value.kind == TomlValue::String)
            table.insert(entry.key, text);
    }
    settings.overrides.append({member.key, table, member.where});
}

} // namespace

bool isTypeExpression(const QString &form)
{
    static const QRegularExpression beginning(
        u"\\A\\s*(sa|postgresql|mysql|mariadb|sqlite|mssql|oracle)\\s*\\."_s);
    return beginning.match(form).hasMatch();
}

void readTypes(const TomlValue &value, TomlReading &reading, ScriptSettings &settings)
{
    if (!reading.expect(value, TomlValue::Table, u"types"_s, u"write a table [types]"_s))
        return;
    for (const TomlMember &member : value.members)
        readType(member, reading, settings);
}

void readScripts(const TomlValue &value, TomlReading &reading, ScriptSettings &settings)
{
    if (!reading.expect(value, TomlValue::Table, u"scripts"_s, u"write a table [scripts]"_s))
        return;
    for (const TomlMember &member : value.members) {
        if (member.key == "paths"_L1)
            readFolders(member, reading, settings);
        else if (member.key == "environment"_L1)
            reading.readList(member, settings.environment);
        else if (member.key == "harmless"_L1)
            readHarmless(member, reading, settings);
        else
            reading.reportUnknown(member, {u"paths"_s, u"environment"_s, u"harmless"_s});
    }
}

void readOverrides(const TomlValue &value, TomlReading &reading, ScriptSettings &settings)
{
    if (!reading.expect(value, TomlValue::Table, u"env"_s, u"write a table [env]"_s))
        return;
    for (const TomlMember &member : value.members) {
        if (flagNames().contains(member.key)) {
            if (reading.expect(member.value, TomlValue::Boolean, member.key, u"write it without quotes"_s))
                settings.overrides.append({member.key, member.value.boolean, member.where});
        } else if (textNames().contains(member.key)) {
            readText(member, reading, settings);
        } else if (tableNames().contains(member.key)) {
            readTable(member, reading, settings);
        } else {
            reading.reportUnknown(member, textNames() + flagNames() + tableNames());
        }
    }
}

void readAlembicCommand(const TomlMember &member, TomlReading &reading, ScriptSettings &settings)
{
    if (member.value.kind == TomlValue::String)
        settings.alembicCommand = QProcess::splitCommand(member.value.text);
    else
        reading.readList(member, settings.alembicCommand);
    const bool isCommand = member.value.kind == TomlValue::String || member.value.kind == TomlValue::Array;
    if (isCommand && settings.alembicCommand.value(0).isEmpty())
        reading.report(Severity::Error, u"ATH-SET-011"_s, u"the command of alembic is empty"_s,
                       member.value.where, u"write it as in a shell, such as \"uv run alembic\""_s);
}

} // namespace athanor
