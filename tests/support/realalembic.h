// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/checks.h"

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

#define REQUIRE_ALEMBIC() REQUIRE_INSTALLED(athanor::test::hasRealAlembic(), u"real Alembic is not installed")
