// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace athanor::test {

/// Compares with a file's content. Returns an empty text when they are the same, else a unified diff. With
/// ATHANOR_UPDATE_GOLDEN=1 in the environment the file is written instead.
QString goldenDifference(const QString &path, const QByteArray &actual);

} // namespace athanor::test
