// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sourcerange.h"

#include <QStringList>

namespace athanor {

/// What one migration script says of itself. Knows nothing of the scripts around it.
struct Revision
{
    QString id;                ///< `revision`
    QStringList downRevisions; ///< `down_revision`; none for a base, several for a merge
    QStringList dependsOn;     ///< `depends_on` as written: ids or branch labels
    QStringList branchLabels;  ///< `branch_labels` as written, without inherited ones
    QString documentation;     ///< the module's docstring, stripped of surrounding white space
    QString createDate;        ///< text after "Create Date:" in the docstring; empty when absent
    QString path;              ///< absolute path of the script
    int line = 0;              ///< line of the `revision` assignment; 0 when not known

    bool operator==(const Revision &) const = default;

    /// The first paragraph of the docstring: what Alembic prints after an id.
    QString message() const;
    SourceRange where() const { return {path, line}; }
};

} // namespace athanor
