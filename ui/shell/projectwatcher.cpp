// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/projectwatcher.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace athanor {

namespace {

using namespace std::chrono_literals;

/// Long enough for a checkout that rewrites many files to be one change.
constexpr auto CalmTime = 300ms;
/// Systems limit the number of watches. Folders go first: they also tell of files that were replaced.
constexpr qsizetype MostWatched = 2000;

} // namespace

ProjectWatcher::ProjectWatcher(QObject *parent)
    : QObject(parent)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(CalmTime);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_calm, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_calm, qOverload<>(&QTimer::start));
    connect(&m_calm, &QTimer::timeout, this, &ProjectWatcher::changed);
}

void ProjectWatcher::watch(const QStringList &paths)
{
    QStringList wanted = paths;
    std::ranges::stable_partition(wanted, [](const QString &path) { return QFileInfo(path).isDir(); });
    wanted = wanted.first(std::min(wanted.size(), MostWatched));

    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> before(watched.begin(), watched.end());
    const QSet<QString> after(wanted.begin(), wanted.end());
    const auto values = [](const QSet<QString> &set) { return QStringList(set.begin(), set.end()); };
    if (const QStringList gone = values(before - after); !gone.isEmpty())
        m_watcher.removePaths(gone);
    if (const QStringList added = values(after - before); !added.isEmpty())
        m_watcher.addPaths(added);
}

} // namespace athanor
