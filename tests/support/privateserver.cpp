// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privateserver.h"

#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace athanor::test {

using namespace Qt::StringLiterals;

namespace {

bool isRoot()
{
    return ::geteuid() == 0;
}

void giveTo(const QString &account, const QString &path)
{
    if (!isRoot())
        return;
    const passwd *entry = ::getpwnam(qPrintable(account));
    if (entry != nullptr && ::chown(qPrintable(path), entry->pw_uid, entry->pw_gid) != 0)
        qFatal("can't give %s to %s", qPrintable(path), qPrintable(account));
}

/// A port that nothing listens on just now; another program may take it before the server does.
int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = ::bind(probe, reinterpret_cast<sockaddr *>(&address), size) == 0
                       && ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(probe);
    if (!found)
        qFatal("no free port on 127.0.0.1");
    return ntohs(address.sin_port);
}

} // namespace

PrivateServer::PrivateServer(const QString &account)
    : m_account(account)
{
    giveTo(m_account, folder());
}

PrivateServer::~PrivateServer()
{
    if (!isRunning())
        return;
    // SIGQUIT ends PostgreSQL with its children at once, and MariaDB ends on SIGTERM: the data is thrown
    // away.
    ::kill(static_cast<pid_t>(m_process.processId()), m_account == "postgres"_L1 ? SIGQUIT : SIGTERM);
    m_process.waitForFinished(-1);
}

QString PrivateServer::write(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qPrintable(path));
    giveTo(m_account, path);
    return path;
}

/// setpriv replaces itself with the program, so the process id is the program's; the signal comes when the
/// test has died.
QStringList PrivateServer::asAccount(const QString &program, const QStringList &arguments) const
{
    QStringList words = {u"--pdeathsig"_s, m_account == "postgres"_L1 ? u"QUIT"_s : u"TERM"_s};
    if (isRoot())
        words += {u"--reuid"_s, m_account, u"--regid"_s, m_account, u"--init-groups"_s};
    return words << u"--"_s << program << arguments;
}

bool PrivateServer::run(const QString &program, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        m_reason = program + u" is not installed"_s;
        return false;
    }
    QProcess process;
    process.setWorkingDirectory(folder());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"setpriv"_s, asAccount(program, arguments));
    if (process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    m_reason = program + u": "_s + process.errorString() + u'\n' + QString::fromUtf8(process.readAll());
    return false;
}

bool PrivateServer::start(const Command &command)
{
    constexpr int attempts = 5; // for the case that the port is taken meanwhile
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (startOnPort(command, freePort()))
            return true;
    }
    return false;
}

bool PrivateServer::startOnPort(const Command &command, int port)
{
    QStringList arguments = command.arguments;
    arguments.replaceInStrings(u"%port"_s, QString::number(port));
    m_process.setWorkingDirectory(folder());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"setpriv"_s, asAccount(command.program, arguments));
    QByteArray output;
    while (!output.contains(command.readyText) && m_process.waitForReadyRead(-1))
        output += m_process.readAll();
    if (!output.contains(command.readyText)) {
        m_process.waitForFinished(-1);
        m_reason = command.program + u": "_s + QString::fromUtf8(output + m_process.readAll());
        return false;
    }
    m_port = port;
    return true;
}

void runClient(const QString &program, const QStringList &arguments, const QByteArray &sql)
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(program, arguments);
    if (client.waitForStarted())
        client.write(sql);
    client.closeWriteChannel();
    if (!client.waitForFinished(-1) || client.exitStatus() != QProcess::NormalExit || client.exitCode() != 0)
        qFatal("%s: %s\n%s", qPrintable(program), client.readAll().constData(), sql.constData());
}

} // namespace athanor::test
