// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace athanor::test {

/// An Alembic project in a folder of its own that goes away with the object: `alembic.ini`,
/// `migrations/versions`.
class TemporaryProject
{
public:
    TemporaryProject();

    QString folder() const { return m_folder.path(); }
    QString iniPath() const { return filePath(QStringLiteral("alembic.ini")); }
    QString filePath(const QString &relative) const { return m_folder.filePath(relative); }

    /// Writes a file below the project's folder, making the folders on the way. Returns its absolute path.
    QString write(const QString &relative, const QByteArray &content) const;

    /// A script `migrations/versions/<id>_.py` as Alembic's template writes it.
    struct Script
    {
        QString id;
        QStringList down = {};
        QString message = {};
        QStringList dependsOn = {};
        QStringList labels = {};
    };
    QString addRevision(const Script &script) const;

private:
    QTemporaryDir m_folder;
};

} // namespace athanor::test
