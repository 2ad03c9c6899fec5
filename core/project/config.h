// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QHash>
#include <QStringList>

namespace athanor {

/// One tool that Alembic runs on a new revision file.
struct PostWriteHook
{
    QString name;
    QHash<QString, QString> options; ///< "type", "entrypoint", "options", …
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
    QStringList versionLocations; ///< in Alembic's order
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

    /// The folder the project is known by: that of the ini, else of the toml.
    QString folder() const { return here; }
};

} // namespace athanor
