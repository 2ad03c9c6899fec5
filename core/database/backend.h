// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/connection.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace athanor {

/// What Qt's driver is told to open a database.
struct ConnectSettings
{
    QString host = {};
    int port = -1; ///< Qt's "the server's default"
    QString user = {};
    QString password = {};
    QString database = {};
    QString options = {}; ///< as QSqlDatabase::setConnectOptions() takes them
};

enum class VersionTableState { Absent, WithoutVersionColumn, Present };

/// What differs between the kinds of database: one of these, in a file of its own, for each that can be
/// connected to.
struct Backend
{
    QString qtDriver;
    QString packages; ///< that hold Qt's driver, for people
    /// The code of an error on the way to an open connection.
    QString errorCode;

    Result<ConnectSettings> (*settings)(const DatabaseUrl &url, Access access);
    /// The database as an error names it: file, or database, server and user.
    QString (*place)(const DatabaseUrl &url);
    /// Run after connecting, where there is more to see to than Qt's driver does: no error for a good
    /// connection. May be null.
    QSqlError (*check)(const QSqlDatabase &database, const DatabaseUrl &url);
    /// What to do about an error on the way to an open connection.
    QString (*connectHint)(const DatabaseUrl &url, const QSqlError &error);
    QString (*quoted)(const QString &identifier);
    Result<VersionTableState> (*findVersionTable)(const QSqlDatabase &database, const VersionTable &table);
};

const Backend &sqliteBackend();
const Backend &postgresqlBackend();
const Backend &mysqlBackend();

Result<const Backend *> backendFor(const DatabaseUrl &url);

/// ATH-DB-006: an option or part of the URL that can't be used.
Error unusableOption(const QString &what, const QString &hint);
/// ATH-DB-007: the server's answer about the version table.
Error versionTableError(const VersionTable &table, const QSqlError &error);
/// A server's message on one line.
QString reasonOf(const QSqlError &error);
/// `"shop" on db.example.org:5432 as alice`, as far as it is given.
QString placeOnServer(const DatabaseUrl &url);
/// `"schema"."name"` in the backend's quotes.
QString quotedName(const Backend &backend, const VersionTable &table);

} // namespace athanor
