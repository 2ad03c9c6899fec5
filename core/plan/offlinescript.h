// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/renderedrevision.h"
#include "core/plan/versionstatements.h"
#include "core/revision/path.h"

#include <functional>

namespace athanor::plan {

/// What `upgrade A:B --sql` prints for one run of env.py, byte for byte. When a revision can't be read the
/// text ends with the statements before that place.
struct OfflineScript
{
    QString text = {};
    std::optional<Error> error = {};
    Diagnostics notes = {};
};

struct OfflineRequest
{
    const RevisionGraph &graph;
    const RevisionPath &path;
    QStringList startingRows = {};
    const alembic::Settings &settings;
    bool hasTransaction = true; ///< env.py opens one around its run
};

/// `revisionOf` gives the statements of the path's step of that index; steps of a stamp have none.
OfflineScript offlineScript(const OfflineRequest &request, const OutputFormat &format,
                            const std::function<RenderedRevision(qsizetype step)> &revisionOf);

} // namespace athanor::plan
