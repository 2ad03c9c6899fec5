// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/project/config.h"
#include "core/project/settings.h"
#include "core/revision/graph.h"

namespace athanor {

/// What to open, from the command line or the window.
struct ProjectLocation
{
    QString path = {}; ///< a folder, an ini, a pyproject.toml or athanor.toml; empty: the working folder
    QString section = QStringLiteral("alembic"); ///< the ini's section, `-n`
};

/// An Alembic project as it stands on disk: configuration, scripts and their graph. A value: open it again
/// after a change.
class Project
{
public:
    /// Fails only where there is nothing to show (no configuration, no script folder); broken scripts become
    /// diagnostics.
    static Result<Project> open(const ProjectLocation &location);

    const Config &config() const { return m_config; }
    const ProjectSettings &settings() const { return m_settings; }
    const RevisionGraph &graph() const { return m_graph; }
    /// Of configuration, scripts and graph, in this order.
    const Diagnostics &diagnostics() const { return m_diagnostics; }
    /// A name for titles and lists: that of the folder that holds the configuration.
    QString name() const;
    /// Files and folders whose change means that the project should be opened again.
    QStringList watchedPaths() const;

private:
    Config m_config;
    ProjectSettings m_settings;
    RevisionGraph m_graph;
    Diagnostics m_diagnostics;
};

/// The configuration files of all Alembic projects in or below a folder (alembic.ini, pyproject.toml with
/// [tool.alembic]), sorted; hidden folders, virtual environments and node_modules are passed over.
QStringList findProjects(const QString &folder);

} // namespace athanor
