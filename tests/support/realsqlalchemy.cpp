// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/realsqlalchemy.h"

#include <QJsonDocument>
#include <QProcess>

namespace athanor::test {

using namespace Qt::StringLiterals;

bool hasRealSqlAlchemy()
{
    static const bool has =
        QProcess::execute(u"python3"_s,
                          {u"-c"_s, u"import sqlalchemy; assert sqlalchemy.__version__ >= '2'"_s})
        == 0;
    return has;
}

QJsonArray askSqlAlchemy(const QString &program, const QJsonArray &question)
{
    QProcess python;
    python.start(u"python3"_s, {program});
    python.write(QJsonDocument(question).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(-1) || python.exitStatus() != QProcess::NormalExit
        || python.exitCode() != 0) {
        qWarning("%s: %s", qPrintable(program), python.readAllStandardError().constData());
        return {};
    }
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

} // namespace athanor::test
