// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/realalembic.h"

#include <QProcess>
#include <QStandardPaths>

namespace athanor::test {

using namespace Qt::StringLiterals;

bool hasRealAlembic()
{
    return !QStandardPaths::findExecutable(u"alembic"_s).isEmpty();
}

AlembicAnswer runAlembic(const QString &folder, const QStringList &arguments)
{
    QProcess alembic;
    alembic.setWorkingDirectory(folder);
    alembic.setProcessChannelMode(QProcess::MergedChannels);
    alembic.start(u"alembic"_s, arguments);
    if (!alembic.waitForFinished(-1) || alembic.exitStatus() != QProcess::NormalExit)
        return {-1, alembic.errorString()};
    return {alembic.exitCode(), QString::fromUtf8(alembic.readAll())};
}

} // namespace athanor::test
