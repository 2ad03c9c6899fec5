// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// Fails the test with the error's own text when a Result holds no value.
#define QVERIFY_RESULT(result)                                                                               \
    QVERIFY2((result).has_value(), qPrintable((result) ? QString() : (result).error().text()))
