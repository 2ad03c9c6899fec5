// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace athanor {

/// A place in a text file. Lines and columns count from 1; 0 means "not known". Columns count characters
/// (Unicode code points), as Python's and the compilers' messages do. The end is exclusive.
struct SourceRange
{
    QString file;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;

    bool operator==(const SourceRange &) const = default;

    /// "file:line:column", leaving out what is not known; empty when nothing is.
    QString text() const;
};

} // namespace athanor
