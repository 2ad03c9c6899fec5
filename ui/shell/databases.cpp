// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/databases.h"

#include "core/database/connection.h"
#include "core/project/projecturl.h"

#include <QFileInfo>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

/// Opening a file costs nothing and asks nobody.
bool connectsByItself(const Target &target, const QString &folder)
{
    const auto url = DatabaseUrl::parse(target.url);
    return url && url->isSqlite() && target.environment != Environment::Production
           && QFileInfo(url->resolvedAgainst(folder).filePath()).isFile();
}

QList<Target> targetsOf(const Project &project)
{
    QList<Target> targets = project.settings().targets;
    const QString own =
        databaseUrl(project.config(), project.dotenv(), QProcessEnvironment::systemEnvironment()).url;
    const bool listed = std::ranges::any_of(targets, [&](const Target &target) { return target.url == own; });
    const auto url = DatabaseUrl::parse(own);
    if (!url || listed || isPlaceholderUrl(own))
        return targets;
    Target target;
    target.name = url->displayName();
    target.url = own;
    targets.prepend(target);
    return targets;
}

Result<QStringList> readPosition(const DatabaseUrl &url, const VersionTable &table)
{
    const Result<Connection> connection = Connection::open(url);
    if (!connection)
        return std::unexpected(connection.error());
    return connection->versionRows(table);
}

} // namespace

Databases::Databases(QObject *parent)
    : QObject(parent)
{
}

void Databases::setProject(const Project &project, Keep keep)
{
    const QList<DatabaseEntry> before = keep == Keep::Positions ? m_entries : QList<DatabaseEntry>();
    const QString chosenName =
        keep == Keep::Positions && m_chosen >= 0 ? m_entries.at(m_chosen).target.name : QString();
    if (keep == Keep::Nothing) {
        m_passwords.clear();
        qDeleteAll(m_runners);
        m_runners.clear();
    }
    m_folder = project.config().folder();
    m_entries.clear();
    m_chosen = -1;
    for (const Target &target : targetsOf(project)) {
        DatabaseEntry entry;
        entry.target = target;
        for (const DatabaseEntry &old : before) {
            if (old.target == target)
                entry = old;
        }
        m_entries.append(entry);
    }
    for (const DatabaseEntry &old : before) {
        if (old.added)
            m_entries.append(old);
    }
    m_chosen = indexOf(chosenName.isEmpty() ? project.settings().defaultTarget : chosenName);
    connectFiles();
    refresh();
    Q_EMIT changed();
}

void Databases::connectFiles()
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const DatabaseEntry &entry = m_entries.at(i);
        const bool idle =
            entry.state == DatabaseEntry::State::Known || entry.state == DatabaseEntry::State::Failed;
        if (!idle || !connectsByItself(entry.target, m_folder))
            continue;
        if (m_chosen < 0)
            m_chosen = i;
        read(i, AfterReading::Stay);
    }
}

void Databases::choose(int index)
{
    if (index == m_chosen || index >= m_entries.size())
        return;
    m_chosen = index;
    Q_EMIT changed();
}

void Databases::connectTo(const Target &target, const QString &password)
{
    int index = indexOf(target.name);
    if (index < 0) {
        DatabaseEntry entry;
        entry.added = true;
        m_entries.append(entry);
        index = int(m_entries.size()) - 1;
    }
    m_entries[index].target = target;
    if (!password.isNull())
        m_passwords.insert(target.name, password);
    read(index, AfterReading::Choose);
    Q_EMIT changed();
}

void Databases::connectTo(int index)
{
    connectTo(Target(m_entries.at(index).target));
}

void Databases::refresh()
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).state == DatabaseEntry::State::Connected)
            read(i, AfterReading::Stay);
    }
}

bool Databases::isBusy() const
{
    return std::ranges::any_of(m_runners, [](const TaskRunner *runner) { return runner->isBusy(); });
}

QList<DatabasePosition> Databases::positions() const
{
    QList<DatabasePosition> positions;
    for (const DatabaseEntry &entry : m_entries) {
        if (entry.state == DatabaseEntry::State::Connected)
            positions.append({entry.target.name, entry.target.environment, entry.rows});
    }
    return positions;
}

int Databases::chosenPosition() const
{
    int position = -1;
    for (int i = 0; i <= m_chosen; ++i)
        position += m_entries.at(i).state == DatabaseEntry::State::Connected ? 1 : 0;
    return m_chosen >= 0 && m_entries.at(m_chosen).state == DatabaseEntry::State::Connected ? position : -1;
}

int Databases::indexOf(const QString &name) const
{
    const auto found =
        std::ranges::find(m_entries, name, [](const DatabaseEntry &entry) { return entry.target.name; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

void Databases::read(int index, AfterReading after)
{
    DatabaseEntry &entry = m_entries[index];
    const Target target = entry.target;
    // One that is read again keeps its pill meanwhile.
    if (entry.state != DatabaseEntry::State::Connected)
        entry.state = DatabaseEntry::State::Connecting;
    TaskRunner *&runner = m_runners[target.name];
    if (!runner)
        runner = new TaskRunner(this);
    runner->run(
        this,
        [target, folder = m_folder,
         password = m_passwords.value(target.name)](const CancelToken &) -> Result<QStringList> {
            Result<DatabaseUrl> url = DatabaseUrl::parse(target.url);
            if (!url)
                return std::unexpected(url.error());
            if (!password.isNull())
                url->password = password;
            return readPosition(url->resolvedAgainst(folder),
                                {target.versionTable, target.versionTableSchema});
        },
        [this, name = target.name, after](const Result<QStringList> &rows) { finish(name, rows, after); });
}

void Databases::finish(const QString &name, const Result<QStringList> &rows, AfterReading after)
{
    const int index = indexOf(name);
    if (index < 0)
        return;
    DatabaseEntry &entry = m_entries[index];
    if (rows) {
        entry.state = DatabaseEntry::State::Connected;
        entry.rows = *rows;
        entry.problem.clear();
        if (after == AfterReading::Choose)
            m_chosen = index;
    } else {
        entry.state = DatabaseEntry::State::Failed;
        entry.rows.clear();
        entry.problem = rows.error().text();
    }
    Q_EMIT changed();
    if (rows)
        Q_EMIT connected(name);
    else
        Q_EMIT failed(name, rows.error().text());
}

} // namespace athanor
