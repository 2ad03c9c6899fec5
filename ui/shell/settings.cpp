// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr qsizetype MostRecent = 12;
constexpr auto RecentKey = "recentProjects"_L1;
constexpr auto AppearanceKey = "appearance"_L1;
constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto StateKey = "window/state"_L1;
constexpr auto FolderKey = "lastFolder"_L1;
constexpr auto TogetherKey = "sql/besideScript"_L1;
constexpr auto SidewaysKey = "sql/sideBySide"_L1;
constexpr auto DialectKey = "sql/dialects/%1"_L1;

/// A path as a key: slashes would be groups.
QString keyOf(const QString &project)
{
    return DialectKey.arg(QString::fromLatin1(project.toUtf8().toPercentEncoding()));
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? new QSettings(QSettings::IniFormat, QSettings::UserScope, u"athanor"_s,
                                             u"workbench"_s, this)
                             : new QSettings(file, QSettings::IniFormat, this))
{
}

QStringList Settings::recentProjects() const
{
    QStringList paths = m_store->value(RecentKey).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void Settings::addRecentProject(const QString &path)
{
    QStringList paths = recentProjects();
    paths.removeAll(path);
    paths.prepend(path);
    m_store->setValue(RecentKey, paths.first(std::min(paths.size(), MostRecent)));
    Q_EMIT recentProjectsChanged();
}

void Settings::clearRecentProjects()
{
    m_store->remove(RecentKey);
    Q_EMIT recentProjectsChanged();
}

AppearanceChoice Settings::appearance() const
{
    const QString name = m_store->value(AppearanceKey).toString();
    if (name == "light"_L1)
        return AppearanceChoice::Light;
    return name == "dark"_L1 ? AppearanceChoice::Dark : AppearanceChoice::System;
}

void Settings::setAppearance(AppearanceChoice choice)
{
    switch (choice) {
    case AppearanceChoice::System:
        m_store->remove(AppearanceKey);
        return;
    case AppearanceChoice::Light:
        m_store->setValue(AppearanceKey, u"light"_s);
        return;
    case AppearanceChoice::Dark:
        m_store->setValue(AppearanceKey, u"dark"_s);
        return;
    }
}

QByteArray Settings::windowGeometry() const
{
    return m_store->value(GeometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store->setValue(GeometryKey, geometry);
}

QByteArray Settings::windowState() const
{
    return m_store->value(StateKey).toByteArray();
}

void Settings::setWindowState(const QByteArray &state)
{
    m_store->setValue(StateKey, state);
}

QString Settings::lastFolder() const
{
    return m_store->value(FolderKey, QDir::homePath()).toString();
}

void Settings::setLastFolder(const QString &folder)
{
    m_store->setValue(FolderKey, folder);
}

bool Settings::isScriptAndSqlTogether() const
{
    return m_store->value(TogetherKey, false).toBool();
}

void Settings::setScriptAndSqlTogether(bool together)
{
    m_store->setValue(TogetherKey, together);
}

Qt::Orientation Settings::sqlOrientation() const
{
    return m_store->value(SidewaysKey, false).toBool() ? Qt::Horizontal : Qt::Vertical;
}

void Settings::setSqlOrientation(Qt::Orientation orientation)
{
    m_store->setValue(SidewaysKey, orientation == Qt::Horizontal);
}

QString Settings::dialect(const QString &project) const
{
    return m_store->value(keyOf(project)).toString();
}

void Settings::setDialect(const QString &project, const QString &dialect)
{
    m_store->setValue(keyOf(project), dialect);
}

} // namespace athanor
