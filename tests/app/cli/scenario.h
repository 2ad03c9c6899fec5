// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporaryproject.h"

#include <QList>

namespace athanor::test {

/// A command line of a scenario and what it must print.
struct ScenarioCommand
{
    QString line;
    QString output;
    QString errors;
    int exitCode = 0;

    bool operator==(const ScenarioCommand &) const = default;
};

/// One text file with input files, commands and what these print, in the manner of Go's txtar. Sections begin
/// with a line
/// `-- name --`; what stands before the first is a comment. The project of TemporaryProject is there already.
/// Sections:
///
///     -- revisions --        a script a line: `id < parent,parent [label,label] (depends,depends) message`
///     -- rows db.sqlite --   a SQLite file whose version table holds these lines; `table NAME` names another
///     table
///     -- $ athanor heads --  a command for the shell, in the project's folder; then what it prints to
///     standard output
///     -- stderr --           what the command above prints to standard error; nothing if left out
///     -- exit 255 --         its exit code; 0 if left out
///     -- path/to/file --     any other file
///
/// The project's folder appears as $DIR, the program's version as $VERSION.
class Scenario
{
public:
    static Scenario fromFile(const QString &path);

    /// Writes the input files and runs the commands; the same commands with what they really printed.
    QList<ScenarioCommand> run(const QString &program) const;

    const QList<ScenarioCommand> &commands() const { return m_commands; }
    /// The file's text with these commands in the place of its own.
    QString text(const QList<ScenarioCommand> &commands) const;
    /// What is wrong with the file itself; empty when nothing is.
    const QString &fault() const { return m_fault; }

private:
    struct Section
    {
        QString name;
        QString body;
    };
    void addSection(const Section &section);
    void writeInput(const TemporaryProject &project, const Section &section) const;

    QString m_comment;
    QList<Section> m_inputs;
    QList<ScenarioCommand> m_commands;
    QString m_fault;
};

} // namespace athanor::test
