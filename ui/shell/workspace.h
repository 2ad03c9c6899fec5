// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/shell/databases.h"
#include "ui/shell/projectwatcher.h"
#include "ui/widgets/taskrunner.h"

#include <memory>

namespace athanor {

/// The open project and its databases: what the pages of the window share.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr);

    /// Opens a folder, an ini or a toml file off the window's thread; ends in opened(), severalFound() or
    /// failed().
    void open(const ProjectLocation &location);
    /// Reads the open project again; ends in reloaded() or failed().
    void reload();

    /// Null while none is open.
    const std::shared_ptr<const Project> &project() const { return m_project; }
    std::shared_ptr<const RevisionGraph> graph() const;
    /// The path that opens this project again.
    QString location() const;
    Databases *databases() { return &m_databases; }
    bool isBusy() const { return m_runner.isBusy() || m_databases.isBusy(); }

Q_SIGNALS:
    void opening(const QString &path);
    void opened();
    void reloaded();
    /// What was to be opened is no project but holds several.
    void severalFound(const QList<ProjectLocation> &choices);
    void failed(const QString &message);

private:
    struct Outcome;
    static Outcome read(const ProjectLocation &location);
    void finish(const Outcome &outcome, Databases::Keep keep);

    std::shared_ptr<const Project> m_project;
    ProjectLocation m_location;
    Databases m_databases;
    ProjectWatcher m_watcher;
    TaskRunner m_runner;
};

} // namespace athanor
