// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QPair>

namespace athanor {

/// A database URL as SQLAlchemy reads it: `dialect[+driver]://user:password@host:port/database?key=value`
/// (SQLAlchemy 2.0 manual, "Engine Configuration", Database URLs).
struct DatabaseUrl
{
    QString
        dialect;    ///< "postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle" or whatever was written
    QString driver; ///< "asyncpg" in postgresql+asyncpg; empty when not given
    QString user;
    QString password; ///< decoded; null when not given
    QString host;
    int port = 0;     ///< 0: the server's default
    QString database; ///< for SQLite the file, absolute or relative; empty or ":memory:" for none
    QList<QPair<QString, QString>> query;

    bool operator==(const DatabaseUrl &) const = default;

    static Result<DatabaseUrl> parse(const QString &text);

    /// As SQLAlchemy prints it, with the password as *** : safe to show and to log.
    QString masked() const;
    /// A short name for lists and titles: "shop on db.example.org", or the file's name.
    QString displayName() const;
};

} // namespace athanor
