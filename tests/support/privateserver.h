// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/checks.h"

#include <QProcess>
#include <QTemporaryDir>

namespace athanor::test {

/// A database server's process with a folder of its own, for as long as the object lives. Run as the server's
/// own user where the tests run as root, which servers refuse to be. It ends with the test, even when that
/// crashes.
class PrivateServer
{
public:
    /// `account` is the user to become when root.
    explicit PrivateServer(const QString &account);
    ~PrivateServer();

    QString folder() const { return m_folder.path(); }
    int port() const { return m_port; }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Why it does not run.
    QString reason() const { return m_reason; }

    /// Writes a file into the folder that the server's user can read.
    QString write(const QString &name, const QByteArray &content) const;
    /// Runs a program as the server's user to its end; false, with the reason kept, when that fails.
    bool run(const QString &program, const QStringList &arguments);

    struct Command
    {
        QString program;
        QStringList arguments; ///< "%port" stands for the free port that was found
        QByteArray readyText;  ///< what it prints once it accepts connections
    };
    /// Starts the server and returns when it accepts connections.
    bool start(const Command &command);

private:
    QStringList asAccount(const QString &program, const QStringList &arguments) const;
    bool startOnPort(const Command &command, int port);

    QString m_account;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    QString m_reason;
};

/// Runs a client program with SQL on its standard input; fails the whole test run when it does.
void runClient(const QString &program, const QStringList &arguments, const QByteArray &sql);

} // namespace athanor::test

#define REQUIRE_SERVER(server) REQUIRE_INSTALLED((server).isRunning(), (server).reason())
