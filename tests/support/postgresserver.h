// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/privateserver.h"

namespace athanor::test {

/// A PostgreSQL server of the test's own on a free port of 127.0.0.1, up for as long as the object lives.
/// Make one in a test executable and as many databases in it as needed; see REQUIRE_SERVER for where there is
/// none.
class PostgresServer
{
public:
    PostgresServer();

    bool isRunning() const { return m_server.isRunning(); }
    QString reason() const { return m_server.reason(); }
    int port() const { return m_server.port(); }
    /// The folder of its unix socket, where no password is asked for.
    QString socketFolder() const { return m_server.folder(); }
    /// Its password holds characters that a URL has to escape.
    static QString user() { return QStringLiteral("athanor"); }
    static QString password() { return QStringLiteral("p@ss:w/rd%"); }

    /// Makes an empty database; without a name, one of its own. Returns its URL, for Athanor and for
    /// SQLAlchemy with psycopg2.
    QString createDatabase(const QString &name = {});
    void execute(const QString &database, const QByteArray &sql) const;

private:
    PrivateServer m_server;
    int m_databases = 0;
};

} // namespace athanor::test
