// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

class QSettings;

namespace athanor {

/// What the window remembers from one start to the next. Holds no secrets.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Kept in the given file; in the user's own settings when it is empty.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    /// Newest first; those that are gone are left out.
    QStringList recentProjects() const;
    void addRecentProject(const QString &path);
    void clearRecentProjects();

    AppearanceChoice appearance() const;
    void setAppearance(AppearanceChoice choice);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// Docks and tool bars.
    QByteArray windowState() const;
    void setWindowState(const QByteArray &state);

    /// Where the last file was picked.
    QString lastFolder() const;
    void setLastFolder(const QString &folder);

    bool isScriptAndSqlTogether() const;
    void setScriptAndSqlTogether(bool together);
    /// How the two directions of a revision's SQL stand to each other.
    Qt::Orientation sqlOrientation() const;
    void setSqlOrientation(Qt::Orientation orientation);

    /// The dialect whose SQL was last chosen in a project; empty when none was.
    QString dialect(const QString &project) const;
    void setDialect(const QString &project, const QString &dialect);

Q_SIGNALS:
    void recentProjectsChanged();

private:
    QSettings *m_store = nullptr;
};

} // namespace athanor
