// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace athanor {

struct Workspace::Outcome
{
    ProjectLocation location;
    std::shared_ptr<const Project> project;
    QList<ProjectLocation> candidates;
    QString problem;
};

Workspace::Workspace(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &ProjectWatcher::changed, this, &Workspace::reload);
}

std::shared_ptr<const RevisionGraph> Workspace::graph() const
{
    // Shares ownership with the project that holds the graph.
    return m_project ? std::shared_ptr<const RevisionGraph>(m_project, &m_project->graph()) : nullptr;
}

QString Workspace::location() const
{
    if (!m_project)
        return {};
    const Config &config = m_project->config();
    return config.iniPath.isEmpty() ? config.tomlPath : config.iniPath;
}

void Workspace::open(const ProjectLocation &location)
{
    Q_EMIT opening(location.path);
    m_runner.run(
        this, [location](const CancelToken &) { return read(location); },
        [this](const Outcome &outcome) { finish(outcome, Databases::Keep::Nothing); });
}

void Workspace::reload()
{
    if (!m_project)
        return;
    m_runner.run(
        this, [location = m_location](const CancelToken &) { return read(location); },
        [this](const Outcome &outcome) { finish(outcome, Databases::Keep::Positions); });
}

Workspace::Outcome Workspace::read(const ProjectLocation &location)
{
    Outcome outcome{location, nullptr, {}, {}};
    Result<Project> project = Project::open(location);
    if (!project) {
        outcome.candidates = projectChoices(location);
        if (outcome.candidates.size() == 1) {
            outcome.location = outcome.candidates.takeFirst();
            project = Project::open(outcome.location);
        }
    }
    if (project)
        outcome.project = std::make_shared<const Project>(std::move(*project));
    else
        outcome.problem = project.error().text();
    return outcome;
}

void Workspace::finish(const Outcome &outcome, Databases::Keep keep)
{
    if (!outcome.project) {
        if (outcome.candidates.isEmpty())
            Q_EMIT failed(outcome.problem);
        else
            Q_EMIT severalFound(outcome.candidates);
        return;
    }
    m_location = outcome.location;
    m_project = outcome.project;
    m_watcher.watch(m_project->watchedPaths());
    m_databases.setProject(*m_project, keep);
    if (keep == Databases::Keep::Positions)
        Q_EMIT reloaded();
    else
        Q_EMIT opened();
}

} // namespace athanor
