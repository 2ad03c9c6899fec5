// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/python/parser.h"
#include "ui/shell/scriptreading.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace athanor {

namespace plan {
class ProjectReader;
} // namespace plan

/// Reads a project's env.py; null where nothing says which dialect is wanted.
std::shared_ptr<plan::ProjectReader> openReader(const Project &project,
                                                std::optional<dialect::DialectName> dialect);

/// The SQL of scripts, in both directions. Reads env.py once for a project and dialect. May be asked from
/// several threads.
class ScriptSql
{
public:
    ScriptSql();
    ~ScriptSql();

    /// Fills in the SQL and its dialect.
    void read(const ScriptRequest &request, const python::ParsedModule &script, ScriptReading &reading);

private:
    std::shared_ptr<plan::ProjectReader> readerFor(const ScriptRequest &request, const QString &dialect);

    std::mutex m_mutex;
    std::shared_ptr<const Project> m_project; ///< the readers refer to it
    QHash<QString, std::shared_ptr<plan::ProjectReader>> m_readers;
};

} // namespace athanor
