// SPDX-License-Identifier: GPL-3.0-or-later
// What athanor.toml says in the place of what can't be read from the project's Python.
#pragma once

#include "core/project/tomlreading.h"

#include <QMap>

#include <variant>

namespace athanor {

/// A column type of the application.
struct DeclaredType
{
    QString name = {}; ///< module and class, dotted
    /// By dialect, or "default": an expression of Python such as "sa.String(36)", or else SQL as it is to be
    /// written.
    QMap<QString, QString> forms = {};
    SourceRange where = {};

    bool operator==(const DeclaredType &) const = default;
};

/// A folder that modules are imported from.
struct ImportFolder
{
    QString path = {}; ///< as written: relative to athanor.toml, or absolute
    SourceRange where = {};

    bool operator==(const ImportFolder &) const = default;
};

/// A setting of env.py that counts instead of what env.py says.
struct SettingOverride
{
    QString name = {}; ///< the keyword of context.configure(), or "dialect", "paramstyle" …
    std::variant<QString, bool, QMap<QString, QString>> value = {};
    SourceRange where = {};

    bool operator==(const SettingOverride &) const = default;
};

struct ScriptSettings
{
    QList<DeclaredType> types = {};
    QList<ImportFolder> folders = {};
    QStringList environment = {}; ///< variables that os.environ has
    /// Functions, dotted, that issue no statements; with `.*` all that a module has.
    QStringList harmless = {};
    QList<SettingOverride> overrides = {};
    /// The project's own Alembic: program and arguments.
    QStringList alembicCommand = {};

    bool operator==(const ScriptSettings &) const = default;
};

/// Each takes one member of athanor.toml.
void readTypes(const TomlValue &value, TomlReading &reading, ScriptSettings &settings);
void readScripts(const TomlValue &value, TomlReading &reading, ScriptSettings &settings);
void readOverrides(const TomlValue &value, TomlReading &reading, ScriptSettings &settings);
void readAlembicCommand(const TomlMember &member, TomlReading &reading, ScriptSettings &settings);

/// Whether a form of a type is an expression of Python, and no SQL.
bool isTypeExpression(const QString &form);

} // namespace athanor
