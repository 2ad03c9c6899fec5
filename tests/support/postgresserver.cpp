// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"

#include <QDir>
#include <QStandardPaths>
#include <QUrl>

namespace athanor::test {

using namespace Qt::StringLiterals;

/// Debian keeps the server's programs out of the PATH; the newest version wins.
static QString serverProgram(const QString &name)
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    QStringList folders;
    for (const QString &version :
         versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
        folders += versions.filePath(version + u"/bin"_s);
    const QString found = QStandardPaths::findExecutable(name, folders);
    return found.isEmpty() ? name : found;
}

PostgresServer::PostgresServer()
    : m_server(u"postgres"_s)
{
    const QString passwordFile = m_server.write(u"password"_s, password().toUtf8());
    if (!m_server.run(serverProgram(u"initdb"_s),
                      {u"--pgdata=data"_s, u"--username="_s + user(), u"--pwfile="_s + passwordFile,
                       u"--no-sync"_s, u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s,
                       u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s}))
        return;
    // Errors of statements stay out of its output, which nobody reads once it is up.
    QStringList arguments = {u"-D"_s, u"data"_s, u"-p"_s, u"%port"_s};
    const QStringList settings = {u"listen_addresses=127.0.0.1"_s,
                                  u"unix_socket_directories="_s + m_server.folder(),
                                  u"fsync=off"_s,
                                  u"full_page_writes=off"_s,
                                  u"synchronous_commit=off"_s,
                                  u"shared_buffers=16MB"_s,
                                  u"log_checkpoints=off"_s,
                                  u"log_min_messages=log"_s,
                                  u"autovacuum=off"_s};
    for (const QString &setting : settings)
        arguments << u"-c"_s << setting;
    m_server.start({serverProgram(u"postgres"_s), arguments, "ready to accept connections"});
}

QString PostgresServer::createDatabase(const QString &name)
{
    const QString database = name.isEmpty() ? u"scratch_%1"_s.arg(++m_databases) : name;
    execute(u"postgres"_s, "CREATE DATABASE \"" + QString(database).replace(u'"', u"\"\""_s).toUtf8() + '"');
    return u"postgresql+psycopg2://%1:%2@127.0.0.1:%3/%4"_s.arg(
        user(), QString::fromLatin1(QUrl::toPercentEncoding(password())), QString::number(port()), database);
}

void PostgresServer::execute(const QString &database, const QByteArray &sql) const
{
    runClient(u"psql"_s,
              {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, socketFolder(), u"-p"_s,
               QString::number(port()), u"-U"_s, user(), u"-d"_s, database},
              sql);
}

} // namespace athanor::test
