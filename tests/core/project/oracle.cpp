// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/project/oracle.h"

#include <QJsonDocument>
#include <QProcess>

namespace athanor::test {

using namespace Qt::StringLiterals;

std::optional<QJsonObject> askPython(const QByteArray &program, const QJsonObject &question,
                                     const QString &workingFolder)
{
    QProcess python;
    if (!workingFolder.isEmpty())
        python.setWorkingDirectory(workingFolder);
    python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(program)});
    if (!python.waitForStarted())
        return std::nullopt;
    python.write(QJsonDocument(question).toJson());
    python.closeWriteChannel();
    python.waitForFinished();
    if (python.exitCode() == 77)
        return std::nullopt;
    if (python.exitStatus() != QProcess::NormalExit || python.exitCode() != 0)
        qWarning("python3 says: %s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace athanor::test
