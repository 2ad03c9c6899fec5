// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/project/config.h"
#include "core/project/dotenv.h"
#include "core/project/projectfiles.h"
#include "core/project/settings.h"
#include "core/revision/graph.h"

namespace athanor {

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
    const Dotenv &dotenv() const { return m_dotenv; }
    const RevisionGraph &graph() const { return m_graph; }
    /// Of configuration, scripts and graph, in this order.
    const Diagnostics &diagnostics() const { return m_diagnostics; }
    /// A name for titles and lists: that of the folder that holds the configuration.
    QString name() const;
    /// Files and folders whose change means that the project should be opened again; the scripts themselves
    /// last, so that the list can be cut where it is too long to be watched.
    QStringList watchedPaths() const;

private:
    void readSettings(const ProjectFiles &files);
    void readScripts();

    Config m_config;
    ProjectSettings m_settings;
    Dotenv m_dotenv;
    RevisionGraph m_graph;
    Diagnostics m_diagnostics;
    QStringList m_folders;
    QStringList m_scripts;
};

} // namespace athanor
