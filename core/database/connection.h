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
};

/// An open connection to one database. Opened, used and closed in one thread; not copyable.
class Connection
{
public:
    /// Opens for reading and writing. A missing SQLite file is an error, never made. Errors name the server,
    /// the reason and what to do, and never hold the password.
    static Result<Connection> open(const DatabaseUrl &url);

    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection();

    const DatabaseUrl &url() const;

    /// The rows of the version table, sorted; none when there is no such table. Changes nothing.
    Result<QStringList> versionRows(const VersionTable &table = {}) const;

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace athanor
