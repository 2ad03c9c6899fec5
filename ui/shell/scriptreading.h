// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/history/previewstate.h"
#include "ui/sql/sqlscript.h"

#include <functional>
#include <memory>

namespace athanor {

/// A script's text that is to be read, saved or not.
struct ScriptRequest
{
    std::shared_ptr<const Project> project = {};
    QString path = {};
    QByteArray bytes = {}; ///< as they would be written
    QString dialect = {};  ///< SQLAlchemy's name
};

/// What a script's text says.
struct ScriptReading
{
    Diagnostics diagnostics = {};
    SqlScript upgrade = {};
    SqlScript downgrade = {};
    QString refusal = {}; ///< why there is no SQL at all

    bool operator==(const ScriptReading &) const = default;
};

/// Called off the window's thread.
using ScriptReader = std::function<ScriptReading(const ScriptRequest &request)>;

/// Reads a script with all that the core knows of it.
ScriptReading readScript(const ScriptRequest &request);

/// Whether the SQL can be shown, said from what became of it.
PreviewState previewState(const ScriptReading &reading);

/// SQLAlchemy's name of the dialect that the project's own URL has; "postgresql" where it has none.
QString projectDialect(const Project &project);

} // namespace athanor
