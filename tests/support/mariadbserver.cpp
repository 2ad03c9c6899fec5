// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mariadbserver.h"

#include <QUrl>

namespace athanor::test {

using namespace Qt::StringLiterals;

MariadbServer::MariadbServer(const QStringList &options)
    : m_server(u"mysql"_s)
{
    if (!m_server.run(u"mariadb-install-db"_s,
                      {u"--no-defaults"_s, u"--datadir="_s + m_server.folder() + u"/data"_s,
                       u"--skip-test-db"_s, u"--auth-root-authentication-method=normal"_s,
                       u"--skip-name-resolve"_s, u"--innodb-log-file-size=8M"_s}))
        return;
    const QString account = u"'%1'@'%'"_s.arg(user());
    const QString users = m_server.write(
        u"users.sql"_s, u"CREATE USER %1 IDENTIFIED BY '%2';\nGRANT ALL ON *.* TO %1 WITH GRANT OPTION;\n"_s
                            .arg(account, password())
                            .toUtf8());
    const QStringList arguments = {u"--no-defaults"_s,
                                   u"--datadir="_s + m_server.folder() + u"/data"_s,
                                   u"--socket="_s + socketPath(),
                                   u"--port=%port"_s,
                                   u"--bind-address=127.0.0.1"_s,
                                   u"--init-file="_s + users,
                                   u"--skip-name-resolve"_s,
                                   u"--pid-file=mariadb.pid"_s,
                                   u"--innodb-flush-log-at-trx-commit=0"_s,
                                   u"--innodb-flush-method=nosync"_s,
                                   u"--innodb-fast-shutdown=3"_s,
                                   u"--innodb-buffer-pool-size=16M"_s,
                                   u"--character-set-server=utf8mb4"_s};
    m_server.start({u"mariadbd"_s, arguments + options, "ready for connections"});
}

QString MariadbServer::createDatabase(const QString &name)
{
    const QString database = name.isEmpty() ? u"scratch_%1"_s.arg(++m_databases) : name;
    execute(u"mysql"_s, "CREATE DATABASE `" + QString(database).replace(u'`', u"``"_s).toUtf8() + '`');
    return u"mysql+pymysql://%1:%2@127.0.0.1:%3/%4"_s.arg(
        user(), QString::fromLatin1(QUrl::toPercentEncoding(password())), QString::number(port()), database);
}

void MariadbServer::execute(const QString &database, const QByteArray &sql) const
{
    runClient(u"mariadb"_s,
              {u"--no-defaults"_s, u"--protocol=socket"_s, u"--skip-ssl"_s, u"--socket="_s + socketPath(),
               u"--user="_s + user(), u"--password="_s + password(), u"--default-character-set=utf8mb4"_s,
               database},
              sql);
}

} // namespace athanor::test
