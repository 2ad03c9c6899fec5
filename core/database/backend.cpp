// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/backend.h"

namespace athanor {

using namespace Qt::StringLiterals;

Result<const Backend *> backendFor(const DatabaseUrl &url)
{
    const QString &dialect = url.dialect;
    if (dialect == "sqlite"_L1)
        return &sqliteBackend();
    if (dialect == "postgresql"_L1)
        return &postgresqlBackend();
    if (dialect == "mysql"_L1 || dialect == "mariadb"_L1)
        return &mysqlBackend();
    return std::unexpected(
        Error{u"ATH-DB-002"_s,
              u"live connections to %1 databases are not supported"_s.arg(dialect),
              {},
              u"Athanor connects to sqlite, postgresql, mysql and mariadb; for others, use --sql"_s,
              ErrorKind::Failure});
}

Error unusableOption(const QString &what, const QString &hint)
{
    return {u"ATH-DB-006"_s, u"can't use the database URL: "_s + what, {}, hint, ErrorKind::Failure};
}

Error versionTableError(const VersionTable &table, const QSqlError &error)
{
    const QString name = table.schema.isEmpty() ? table.name : table.schema + u'.' + table.name;
    return {u"ATH-DB-007"_s,
            u"can't read the version table %1: %2"_s.arg(name, reasonOf(error)),
            {},
            u"check that the user may read it"_s,
            ErrorKind::Failure};
}

QString reasonOf(const QSqlError &error)
{
    const QString server = error.databaseText().simplified();
    return server.isEmpty() ? error.driverText().simplified() : server;
}

QString placeOnServer(const DatabaseUrl &url)
{
    QString place = url.serverName();
    if (url.port != 0)
        place += u':' + QString::number(url.port);
    if (!url.database.isEmpty())
        place = u"\"%1\" on %2"_s.arg(url.database, place);
    return url.user.isEmpty() ? place : u"%1 as %2"_s.arg(place, url.user);
}

QString quotedName(const Backend &backend, const VersionTable &table)
{
    const QString name = backend.quoted(table.name);
    return table.schema.isEmpty() ? name : backend.quoted(table.schema) + u'.' + name;
}

} // namespace athanor
