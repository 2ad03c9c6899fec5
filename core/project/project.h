// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/project/config.h"
#include "core/project/dotenv.h"
#include "core/project/projectfiles.h"
#include "core/project/settings.h"
#include "core/revision/graph.h"

#include <QHash>

#include <memory>

namespace athanor::python {
struct ParsedModule;
}

namespace athanor {

/// Whether the trees of the scripts stay after their headers were read: about eight times the files' sizes,
/// and worth it where most of the scripts are going to be run.
enum class ScriptTrees { Dropped, Kept };

/// An Alembic project as it stands on disk: configuration, scripts and their graph. A value: open it again
/// after a change.
class Project
{
public:
    /// Fails only where there is nothing to show (no configuration, no script folder); broken scripts become
    /// diagnostics.
    static Result<Project> open(const ProjectLocation &location, ScriptTrees trees = ScriptTrees::Dropped);

    const Config &config() const { return m_config; }
    const ProjectSettings &settings() const { return m_settings; }
    const Dotenv &dotenv() const { return m_dotenv; }
    const RevisionGraph &graph() const { return m_graph; }
    /// Of configuration, scripts and graph, in this order.
    const Diagnostics &diagnostics() const { return m_diagnostics; }
    /// The tree of a script by its path; nullptr where none was kept.
    const python::ParsedModule *tree(const QString &path) const { return m_trees.value(path).get(); }
    /// A name for titles and lists: that of the folder that holds the configuration.
    QString name() const;
    /// Files and folders whose change means that the project should be opened again; the scripts themselves
    /// last, so that the list can be cut where it is too long to be watched.
    QStringList watchedPaths() const;

private:
    void readSettings(const ProjectFiles &files);
    void readScripts(ScriptTrees trees);

    Config m_config;
    ProjectSettings m_settings;
    Dotenv m_dotenv;
    RevisionGraph m_graph;
    Diagnostics m_diagnostics;
    QStringList m_folders;
    QStringList m_scripts;
    QHash<QString, std::shared_ptr<const python::ParsedModule>> m_trees;
};

} // namespace athanor
