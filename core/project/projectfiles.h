// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/config.h"

namespace athanor {

/// What to open, from the command line or the window.
struct ProjectLocation
{
    QString path = {}; ///< a folder, an ini, a pyproject.toml or athanor.toml; empty: $ALEMBIC_CONFIG, else
                       ///< the working folder
    QString section = QStringLiteral("alembic"); ///< the ini's section, `-n`
    QString otherPath = {}; ///< with an ini a pyproject.toml, or the other way round: a second `-c`
    /// What relative paths start from; empty: the folder that is opened, or, for a file, the process's
    /// working folder.
    QString workingFolder = {};

    bool operator==(const ProjectLocation &) const = default;
};

/// The files that make up a project.
struct ProjectFiles
{
    ConfigFiles config;
    QString settingsPath; ///< athanor.toml; empty when there is none
    QString dotenvPath;   ///< .env; empty when there is none

    bool operator==(const ProjectFiles &) const = default;
};

/// Finds a project's files. In a folder these are looked for, in this order: `alembic.ini` and
/// `pyproject.toml` with [tool.alembic]; `migrations/alembic.ini` (Flask-Migrate); a script folder (env.py
/// and versions) whose configuration is in a folder above it, or nowhere; the only project below, as
/// findProjects() lists them.
Result<ProjectFiles> locateProject(const ProjectLocation &location);

/// The configuration files of all Alembic projects in a folder or up to five levels below it (alembic.ini,
/// else pyproject.toml with [tool.alembic]), sorted; hidden folders, virtual environments and node_modules
/// are passed over.
QStringList findProjects(const QString &folder);

/// What to choose from when a folder or an ini can't be opened as it is: each project that findProjects()
/// lists below the folder, and each section with a script_location of an ini that lacks the section asked
/// for.
QList<ProjectLocation> projectChoices(const ProjectLocation &location);

} // namespace athanor
