// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/checks.h"

#include <QJsonArray>

namespace athanor::test {

bool hasRealSqlAlchemy();

/// Runs a Python program that asks the installed, real SQLAlchemy: the question is the JSON on its standard
/// input, the answer what it prints. Empty, with the reason in a warning, when it fails.
QJsonArray askSqlAlchemy(const QString &program, const QJsonArray &question);

} // namespace athanor::test

#define REQUIRE_SQLALCHEMY()                                                                                 \
    REQUIRE_INSTALLED(athanor::test::hasRealSqlAlchemy(), u"real SQLAlchemy is not installed")
