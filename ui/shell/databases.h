// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/history/historyrows.h"
#include "ui/widgets/taskrunner.h"

namespace athanor {

/// A database the window knows: one of the project's, or one the user connected to.
struct DatabaseEntry
{
    enum class State { Known, Connecting, Connected, Failed };

    Target target;
    State state = State::Known;
    QStringList rows;   ///< of the version table, once connected
    QString problem;    ///< why it failed and what to do
    bool added = false; ///< by the user, not from the project's files
};

/// The databases of the open project. Each is opened, read and closed in a job of its own.
class Databases : public QObject
{
    Q_OBJECT

public:
    explicit Databases(QObject *parent = nullptr);

    enum class Keep { Nothing, Positions };
    /// Takes the databases from a project's files, and connects to the SQLite files among them. With
    /// Positions, for the same project read again: what is connected stays so and is read anew.
    void setProject(const Project &project, Keep keep);

    const QList<DatabaseEntry> &entries() const { return m_entries; }
    int chosen() const { return m_chosen; }
    void choose(int index);

    /// Adds or replaces the database of this name, connects to it and, when that works, chooses it. The
    /// password is kept until the window is closed, and nowhere else.
    void connectTo(const Target &target, const QString &password = {});
    void connectTo(int index);
    /// Reads the positions of all connected databases again.
    void refresh();
    bool isBusy() const;

    QList<DatabasePosition> positions() const;
    /// Index in positions() of the chosen database; -1 when there is none or it is not connected.
    int chosenPosition() const;

Q_SIGNALS:
    void changed();
    void connected(const QString &name);
    void failed(const QString &name, const QString &problem);

private:
    enum class AfterReading { Choose, Stay };
    int indexOf(const QString &name) const;
    void read(int index, AfterReading after);
    void finish(const QString &name, const Result<QStringList> &rows, AfterReading after);
    void connectFiles();

    QList<DatabaseEntry> m_entries;
    QHash<QString, QString> m_passwords;
    QHash<QString, TaskRunner *> m_runners;
    QString m_folder;
    int m_chosen = -1;
};

} // namespace athanor
