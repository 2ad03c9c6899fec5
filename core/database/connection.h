// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/url.h"

#include <QStringList>
#include <memory>

namespace athanor {

/// Where Alembic keeps its position.
struct VersionTable
{
    QString name = QStringLiteral("alembic_version");
    QString schema = {}; ///< empty: the connection's default

    bool operator==(const VersionTable &) const = default;
};

/// What a connection is for. Only SQLite is opened differently: for Read, its file can't be written by any
/// means.
enum class Access { Read, Write };

/// An open connection to one database. Opened, used and closed in one thread; not copyable. Needs a
/// QCoreApplication, as Qt's database drivers are plugins.
class Connection
{
public:
    /// A missing SQLite file is an error, never made; a relative one is looked for in the working folder (see
    /// DatabaseUrl::resolvedAgainst). Gives up after 10 seconds, or as many as the URL's `connect_timeout`
    /// (for SQLite: 5 seconds of waiting for locks, or `timeout`). Options of the URL that only Python's
    /// drivers understand are passed over.
    ///
    /// Errors name the server, the reason and what to do, and never hold the password:
    /// ATH-DB-002 no live connections to this kind of database, ATH-DB-003 Qt's driver is not installed,
    /// ATH-DB-004 the server can't be reached or refuses, ATH-DB-005 the SQLite file is missing or unusable,
    /// ATH-DB-006 an option or part of the URL can't be used.
    static Result<Connection> open(const DatabaseUrl &url, Access access = Access::Read);

    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection();

    const DatabaseUrl &url() const;

    /// The rows of the version table, sorted; none when there is no such table. Changes nothing. ATH-DB-007:
    /// the table can't be read, or is not a version table.
    Result<QStringList> versionRows(const VersionTable &table = {}) const;

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace athanor
