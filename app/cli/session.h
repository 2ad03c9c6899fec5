// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/output.h"
#include "app/cli/style.h"
#include "core/database/connection.h"
#include "core/project/project.h"

#include <optional>

namespace athanor::cli {

/// The database a command works on, and where it keeps its position.
struct ChosenDatabase
{
    DatabaseUrl url;
    VersionTable table;
};

/// What the commands share in one run of the program: the options, the output, and the project, opened when
/// first asked for.
class Session
{
public:
    explicit Session(const CommandLine &line);

    const CommandLine &commandLine() const { return m_line; }
    const GlobalOptions &options() const { return m_line.globals(); }
    Output &out() { return m_out; }
    const Style &style() const { return m_style; }

    /// The project that the options name.
    Result<const Project *> project();
    /// To be said before the project is asked for, where most of its scripts are going to be run.
    void keepTrees() { m_trees = ScriptTrees::Kept; }
    /// As project(), but an error when a script could not be read or the graph has a fault, since an answer
    /// drawn from a part of the scripts would be wrong. `purpose` completes the sentence: "a plan".
    Result<const Project *> wholeProject(const QString &purpose);
    /// Of the project, as far as it was opened, and what the command itself has found.
    Diagnostics diagnostics() const;
    /// Something to be told of at the end; an error makes the exit code 1.
    void report(const Diagnostics &found) { m_found += found; }
    bool hasErrors() const;

    /// The exit code is 1 although nothing was reported that is an error.
    void markFailed() { m_hasFailed = true; }
    bool hasFailed() const { return m_hasFailed; }
    /// Runs something that needs QtSql's drivers: they are plugins, which only an application object finds.
    void withApplication(const std::function<void()> &run);

    /// --url, else --target, else athanor.toml's default, else the project's own.
    Result<ChosenDatabase> database();
    /// The rows of the chosen database's version table, sorted. Never makes the table.
    Result<QStringList> versionRows();

private:
    const CommandLine &m_line;
    Output m_out;
    Style m_style;
    ScriptTrees m_trees = ScriptTrees::Dropped;
    std::optional<Project> m_project;
    Diagnostics m_found;
    bool m_hasFailed = false;
};

} // namespace athanor::cli
