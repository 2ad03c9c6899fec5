// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Fails the test with the error's own text when a Result holds no value.
#define QVERIFY_RESULT(result)                                                                               \
    QVERIFY2((result).has_value(), qPrintable((result) ? QString() : (result).error().text()))

/// Skips the test where something it compares with, or works on, is not installed. Where all of it has to be
/// there (packaging/test sets ATHANOR_REQUIRE_SERVERS), it fails.
#define REQUIRE_INSTALLED(isThere, reason)                                                                   \
    do {                                                                                                     \
        if (!(isThere)) {                                                                                    \
            QVERIFY2(!qEnvironmentVariableIsSet("ATHANOR_REQUIRE_SERVERS"), qPrintable(QString(reason)));    \
            QSKIP(qPrintable(QString(reason)));                                                              \
        }                                                                                                    \
    } while (false)
