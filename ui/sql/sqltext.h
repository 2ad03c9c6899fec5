// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sql/sqlscript.h"

namespace athanor {

/// Which lines of the text a statement takes; both counted from 0, the last one included.
struct SqlBlock
{
    int firstLine = 0;
    int lastLine = 0;
    int scriptLine = 0;     ///< first of the call that makes it, from 1; 0: not known
    int lastScriptLine = 0; ///< last of the call
    QString scriptFile = {};
    bool canRunInTransaction = true;

    bool operator==(const SqlBlock &) const = default;
};

/// The statements as one text, as it is shown, copied and saved, and where each of them stands in it.
struct SqlText
{
    QString text = {};
    QList<SqlBlock> blocks = {};

    bool operator==(const SqlText &) const = default;

    /// The block at a line of the text, or the next one above it; -1 when there is none.
    int blockAt(int line) const;
    /// The blocks that a call makes which goes over a line of a script.
    QList<int> blocksOf(const QString &file, int scriptLine) const;
};

/// Each statement with its terminator and an empty line after it; in front of one that can't run in a
/// transaction a comment that says so.
SqlText laidOut(const SqlScript &script);

} // namespace athanor
