// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/project/inifile.h"

#include <QHash>
#include <QStringList>

namespace athanor {

/// One tool that Alembic runs on a new revision file.
struct PostWriteHook
{
    QString name;
    QHash<QString, QString> options; ///< "type", "entrypoint", "options", …

    bool operator==(const PostWriteHook &) const = default;
};

/// The settings of an Alembic project after defaults, interpolation and both files (alembic.md chapter 2).
/// Paths are absolute.
struct Config
{
    QString iniPath;  ///< empty when there is none
    QString tomlPath; ///< pyproject.toml with [tool.alembic]; empty when there is none
    QString section = QStringLiteral("alembic");
    QString here; ///< folder of the ini, else of the toml

    QString scriptLocation;
    QString writtenScriptLocation; ///< as Alembic names it in messages: interpolated, relative if it was
                                   ///< written so
    QStringList versionLocations;  ///< in Alembic's order
    bool recursiveVersionLocations = false;
    bool sourceless = false;
    bool revisionEnvironment = false;
    QString fileTemplate = QStringLiteral("%(rev)s_%(slug)s");
    int truncateSlugLength = 40;
    QString timezone;
    QString outputEncoding = QStringLiteral("utf-8");
    QStringList prependSysPath;
    QString sqlalchemyUrl; ///< `sqlalchemy.url` of the ini; empty when absent
    QList<PostWriteHook> postWriteHooks;

    /// Every key of the section after interpolation, for what env.py reads.
    QHash<QString, QString> sectionValues;
    /// All sections, for what env.py reads beside its own; `here` is set. Without a file only the main
    /// section is there.
    IniFile ini;

    bool operator==(const Config &) const = default;

    /// The folder the project is known by: that of the ini, else of the toml.
    QString folder() const { return here; }
};

/// The files a configuration is made of. Any of them may be missing; see projectfiles.h for how they are
/// found.
struct ConfigFiles
{
    QString iniPath = {};
    QString tomlPath = {};
    QString section = QStringLiteral("alembic");
    QString workingFolder = {}; ///< what relative paths are relative to, as in Alembic; empty: the process's
    QString scriptFolder =
        {}; ///< the script folder where no file names one that exists, as with Flask-Migrate; may be empty

    bool operator==(const ConfigFiles &) const = default;
};

struct ConfigReading
{
    Config config;
    Diagnostics diagnostics;
};

/// The sections of an ini that could be chosen with `-n`.
QStringList sectionsWithScripts(const IniFile &ini);

/// Reads the files. Fails only where they name no script folder, with the first cause for that.
Result<ConfigReading> readConfig(const ConfigFiles &files);

/// What `config.get_section_option(section, key)` gives to env.py: nothing when the key is missing, an error
/// in Alembic's words when the section is.
Result<std::optional<QString>> sectionOption(const Config &config, const QString &section,
                                             const QString &key);

} // namespace athanor
