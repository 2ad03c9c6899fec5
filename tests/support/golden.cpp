// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryFile>

namespace athanor::test {

using namespace Qt::StringLiterals;

QString goldenDifference(const QString &path, const QByteArray &actual)
{
    QFile file(path);
    if (qEnvironmentVariableIntValue("ATHANOR_UPDATE_GOLDEN") == 1) {
        if (file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size())
            return {};
        return u"can't write %1"_s.arg(path);
    }
    if (!file.open(QIODevice::ReadOnly))
        return u"there is no %1; ATHANOR_UPDATE_GOLDEN=1 makes it"_s.arg(path);
    if (file.readAll() == actual)
        return {};
    QTemporaryFile copy;
    if (!copy.open() || copy.write(actual) != actual.size() || !copy.flush())
        return u"%1 differs"_s.arg(path);
    QProcess diff;
    diff.start(u"diff"_s, {u"-u"_s, path, copy.fileName()});
    diff.waitForFinished();
    const QByteArray difference = diff.readAllStandardOutput();
    return difference.isEmpty() ? u"%1 differs"_s.arg(path) : u'\n' + QString::fromUtf8(difference);
}

} // namespace athanor::test
