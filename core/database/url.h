// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QPair>
#include <QStringList>

namespace athanor {

/// A database URL as SQLAlchemy 2.0 reads it: `dialect[+driver]://user:password@host:port/database?key=value`
/// (SQLAlchemy 2.0 manual, "Engine Configuration", Database URLs). User and password are percent-decoded,
/// keys and values of the query as a web form's; host and database are taken as written. A part that is not
/// given is a null string, one that is given but empty (the database in `sqlite:///`) is an empty one.
struct DatabaseUrl
{
    QString
        dialect;    ///< "postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle" or whatever was written
    QString driver; ///< "asyncpg" in postgresql+asyncpg; null when not given
    QString user;
    QString password; ///< decoded; null when not given
    QString host;
    int port = 0;     ///< 0: the server's default
    QString database; ///< for SQLite the file, absolute or relative, or a `file:` URI; empty or ":memory:"
                      ///< for none
    QList<QPair<QString, QString>> query; ///< in the order written; a key can come several times

    bool operator==(const DatabaseUrl &) const = default;

    /// `postgres://`, which SQLAlchemy dropped, is read as `postgresql://`. Refused although SQLAlchemy
    /// splits them somehow: ports that no server can have, and an unescaped @ in the password, which would
    /// show its rest as the host's name. Errors (ATH-DB-001) say what is wrong without repeating the text,
    /// since it may hold a password.
    static Result<DatabaseUrl> parse(const QString &text);

    /// As SQLAlchemy prints it, with the password as *** : safe to show and to log. Passwords among the
    /// query's options, which SQLAlchemy prints, are *** as well.
    QString masked() const;
    /// A short name for lists and titles: "shop on db.example.org", or the file's name.
    QString displayName() const;

    /// Where the server is: host, or what the query gives in its stead (several hosts, a unix socket);
    /// "localhost" for neither.
    QString serverName() const;

    QStringList queryValues(const QString &key) const;
    /// Of a key that comes several times the last one; null when there is none.
    QString queryValue(const QString &key) const;

    bool isSqlite() const;
    /// SQLite: whether the database is a URI (`file:…` with the option uri=true) and not a path.
    bool isFileUri() const;
    /// SQLite: the file's path as written, also out of a URI; empty when the database is in memory.
    QString filePath() const;
    /// With a relative SQLite path made absolute below the folder; any other URL as it is.
    DatabaseUrl resolvedAgainst(const QString &folder) const;
};

} // namespace athanor
