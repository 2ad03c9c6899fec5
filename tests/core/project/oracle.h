// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <optional>

namespace athanor::test {

/// Asks Python: runs a program that reads one JSON value from its input and prints one. Nothing when Python
/// or what the program imports is missing; then the test is to be skipped.
std::optional<QJsonObject> askPython(const QByteArray &program, const QJsonObject &question,
                                     const QString &workingFolder = {});

} // namespace athanor::test
