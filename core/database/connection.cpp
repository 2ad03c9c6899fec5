// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/connection.h"

#include "core/database/backend.h"
#include "core/database/versiontable.h"

#include <atomic>

namespace athanor {

using namespace Qt::StringLiterals;

struct Connection::Private
{
    DatabaseUrl url;
    const Backend *backend = nullptr;
    QSqlDatabase database;

    Private() = default;
    Q_DISABLE_COPY_MOVE(Private)
    ~Private()
    {
        // Qt wants the last handle gone before the name is.
        const QString name = database.connectionName();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
};

Connection::Connection(std::unique_ptr<Private> connection)
    : d(std::move(connection))
{
}

Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;
Connection::~Connection() = default;

static QString uniqueConnectionName()
{
    static std::atomic<int> count = 0;
    return u"athanor-%1"_s.arg(++count);
}

static Error connectError(const Backend &backend, const DatabaseUrl &url, const QSqlError &error)
{
    return {backend.errorCode,
            u"can't open the database %1: %2"_s.arg(backend.place(url), reasonOf(error)),
            {},
            backend.connectHint(url, error),
            ErrorKind::Failure};
}

Result<Connection> Connection::open(const DatabaseUrl &url, Access access)
{
    const Result<const Backend *> backend = backendFor(url);
    if (!backend)
        return std::unexpected(backend.error());
    const Result<ConnectSettings> settings = (*backend)->settings(url, access);
    if (!settings)
        return std::unexpected(settings.error());
    if (!QSqlDatabase::isDriverAvailable((*backend)->qtDriver))
        return std::unexpected(Error{
            u"ATH-DB-003"_s,
            u"Qt's driver %1 for %2 databases is not installed"_s.arg((*backend)->qtDriver, url.dialect),
            {},
            u"install it: "_s + (*backend)->packages,
            ErrorKind::Failure});

    auto connection = std::make_unique<Private>();
    connection->url = url;
    connection->backend = *backend;
    connection->database = QSqlDatabase::addDatabase((*backend)->qtDriver, uniqueConnectionName());
    QSqlDatabase &database = connection->database;
    database.setHostName(settings->host);
    database.setPort(settings->port);
    database.setUserName(settings->user);
    database.setPassword(settings->password);
    database.setDatabaseName(settings->database);
    database.setConnectOptions(settings->options);
    if (!database.open())
        return std::unexpected(connectError(**backend, url, database.lastError()));
    if ((*backend)->check != nullptr) {
        if (const QSqlError error = (*backend)->check(database, url); error.isValid())
            return std::unexpected(connectError(**backend, url, error));
    }
    return Connection(std::move(connection));
}

const DatabaseUrl &Connection::url() const
{
    return d->url;
}

Result<QStringList> Connection::versionRows(const VersionTable &table) const
{
    return readVersionRows(*d->backend, d->database, table);
}

} // namespace athanor
