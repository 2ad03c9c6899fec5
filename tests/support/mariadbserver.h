// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/privateserver.h"

namespace athanor::test {

/// A MariaDB server of the test's own on a free port of 127.0.0.1, up for as long as the object lives. Make
/// one in a test executable and as many databases in it as needed; see REQUIRE_SERVER for where there is
/// none.
class MariadbServer
{
public:
    /// With more options for the server's command line.
    explicit MariadbServer(const QStringList &options = {});

    bool isRunning() const { return m_server.isRunning(); }
    QString reason() const { return m_server.reason(); }
    int port() const { return m_server.port(); }
    QString socketPath() const { return m_server.folder() + QStringLiteral("/mariadb.sock"); }
    /// Its password holds characters that a URL has to escape.
    static QString user() { return QStringLiteral("athanor"); }
    static QString password() { return QStringLiteral("p@ss:w/rd%"); }

    /// Makes an empty database; without a name, one of its own. Returns its URL, for Athanor and for
    /// SQLAlchemy with PyMySQL.
    QString createDatabase(const QString &name = {});
    void execute(const QString &database, const QByteArray &sql) const;

private:
    PrivateServer m_server;
    int m_databases = 0;
};

} // namespace athanor::test
