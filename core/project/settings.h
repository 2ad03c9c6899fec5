// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/project/dotenv.h"
#include "core/project/scriptsettings.h"

#include <QStringList>

namespace athanor {

/// What a database is for; decides colour, shape and how careful the program is.
enum class Environment { Development, Test, Production };

/// A named database of the project.
struct Target
{
    QString name;
    QString url; ///< as written, without a password; may hold `${NAME}`, see targetUrl()
    Environment environment = Environment::Development;
    QString versionTable = QStringLiteral("alembic_version");
    QString versionTableSchema;

    bool operator==(const Target &) const = default;
};

/// What comparing leaves out, by name; `*` and `?` as in file names.
struct IgnoreRules
{
    QStringList schemas;
    QStringList tables;
    QStringList columns;
    QStringList indexes;

    bool operator==(const IgnoreRules &) const = default;
};

/// athanor.toml beside the project's configuration: what the team shares, and no secrets.
struct ProjectSettings
{
    QString path;          ///< empty when there is no file
    QList<Target> targets; ///< in the file's order
    QString defaultTarget; ///< never one of production; empty when the file names none
    IgnoreRules ignore;
    ScriptSettings scripts;

    bool operator==(const ProjectSettings &) const = default;

    const Target *find(const QString &targetName) const;
};

struct SettingsReading
{
    ProjectSettings settings;
    Diagnostics diagnostics;
};

/// Reads athanor.toml's text. What can't be used is left out and told of; the rest counts.
SettingsReading parseSettings(const QString &text, const QString &path);

/// The URL to connect with: `${NAME}` replaced. Fails when a variable is set neither in the environment nor
/// in .env.
Result<QString> targetUrl(const Target &target, const Dotenv &dotenv, const QProcessEnvironment &environment);

} // namespace athanor
