// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/describe.h"

namespace athanor::cli {

/// How parts of a line look. Without colours every function returns the text it was given.
class Style
{
public:
    static Style plain() { return Style(false); }
    static Style coloured() { return Style(true); }

    QString id(const QString &text) const { return painted("33", text); }
    QString arrow(const QString &text) const { return painted("2", text); }
    QString mark(const QString &text) const { return painted("36", text); }
    QString direction(const QString &text) const { return painted("1", text); }

    /// The one-line form with ids, arrow and marks coloured.
    QString oneLine(const RevisionGraph &graph, int revision, LineParts parts,
                    CurrentMark current = CurrentMark::Absent) const;
    /// The block with the id and its marks coloured.
    QString verboseBlock(const RevisionGraph &graph, int revision,
                         CurrentMark current = CurrentMark::Absent) const;

private:
    explicit Style(bool coloured)
        : m_coloured(coloured)
    {
    }
    QString painted(const char *sgr, const QString &text) const;
    QString markedTail(const QString &tail) const;

    bool m_coloured;
};

} // namespace athanor::cli
