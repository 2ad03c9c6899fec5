// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/stdlib/world.h"

#include <QList>
#include <QString>

namespace athanor::test {

/// One expression, evaluated after some statements.
struct Case
{
    QString setup = {};
    QString expression = {};
    int line = 0; ///< in the table's file
};

/// Reads a table: statements, then lines that begin with ">>> ", each a case; the next statement begins
/// another group of them.
QList<Case> readCases(const QString &file);

/// What real Python says of each case: a repr(), or the exception with its message. Empty when it does not
/// run.
QStringList askPython(const QList<Case> &cases);

/// What the evaluator says of a case.
struct Evaluation
{
    QString text = {}; ///< as askPython(); "refused: …" with the place where it stops
    Diagnostics notes = {};
};

Evaluation evaluateWithNotes(const Case &testCase, const python::World &world = {});
QString evaluate(const Case &testCase);

} // namespace athanor::test
