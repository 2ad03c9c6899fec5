// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/previewstate.h"
#include "core/project/project.h"
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
    QString dialect = {};  ///< SQLAlchemy's name; empty: the project's own
};

/// What a script's text says.
struct ScriptReading
{
    Diagnostics diagnostics = {};
    QString dialect = {}; ///< that of the SQL
    SqlScript upgrade = {};
    SqlScript downgrade = {};
    QString refusal = {}; ///< why there is no SQL at all

    bool operator==(const ScriptReading &) const = default;
};

/// Called off the window's thread.
using ScriptReader = std::function<ScriptReading(const ScriptRequest &request)>;

/// Reads scripts with all that the core knows of them. What is known of a project is kept until another one
/// is asked about.
ScriptReader coreReader();

/// Whether the SQL can be shown, said from what became of it.
PreviewState previewState(const ScriptReading &reading);

} // namespace athanor
