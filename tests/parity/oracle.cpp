// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/oracle.h"

#include <QJsonDocument>
#include <QProcess>

namespace athanor::test {

using namespace Qt::StringLiterals;

Result<QJsonArray> askOracle(const QString &script, const QJsonArray &question, const QString &workingFolder)
{
    QProcess python;
    if (!workingFolder.isEmpty())
        python.setWorkingDirectory(workingFolder);
    python.start(u"python3"_s, {QStringLiteral(ORACLES "/") + script});
    python.write(QJsonDocument(question).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    python.waitForFinished(-1);
    if (python.error() == QProcess::FailedToStart)
        return std::unexpected(Error{u"TEST"_s, u"python3 is not installed"_s});
    const QByteArray answer = python.readAllStandardOutput();
    if (python.exitCode() != 0) {
        const QString complaint =
            QString::fromUtf8(python.readAllStandardError()).trimmed().section(u'\n', -1);
        return std::unexpected(Error{u"TEST"_s, script + u" failed: "_s + complaint});
    }
    return QJsonDocument::fromJson(answer).array();
}

} // namespace athanor::test
