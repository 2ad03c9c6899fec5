// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace athanor::test {

/// What a run of the installed, real Alembic gave.
struct AlembicAnswer
{
    int exitCode = -1; ///< -1: it did not run
    QString output;    ///< of both channels

    bool operator==(const AlembicAnswer &) const = default;
};

bool hasRealAlembic();

/// Runs `alembic` with these arguments in a folder that holds an alembic.ini, to its end.
AlembicAnswer runAlembic(const QString &folder, const QStringList &arguments);

} // namespace athanor::test

/// Skips the test where real Alembic is not installed. Where it has to be there (packaging/test sets
/// ATHANOR_REQUIRE_SERVERS), it fails.
#define REQUIRE_ALEMBIC()                                                                                    \
    do {                                                                                                     \
        if (!athanor::test::hasRealAlembic()) {                                                              \
            QVERIFY2(!qEnvironmentVariableIsSet("ATHANOR_REQUIRE_SERVERS"),                                  \
                     "real Alembic is not installed");                                                       \
            QSKIP("real Alembic is not installed");                                                          \
        }                                                                                                    \
    } while (false)
