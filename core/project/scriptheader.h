// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/revision/revision.h"

#include <QByteArrayView>

#include <optional>

namespace athanor::python {
struct ParsedModule;
}

namespace athanor {

/// What a migration script says of itself, or why that can't be read.
struct ScriptHeader
{
    std::optional<Revision> revision = {};
    Diagnostics diagnostics =
        {}; ///< errors when there is no revision: "ATH-SCR-…", or "ATH-PY-…" of the language reader
};

/// Reads `revision`, `down_revision`, `branch_labels`, `depends_on` and the docstring at module level without
/// running anything. The values may be written in any way whose outcome is plain to see: with annotations, as
/// concatenations, f-strings or names assigned above; the last assignment counts. Everything else is an error
/// that names the construct. `path` is that of the script, for Revision::path and messages; nothing is read
/// from it.
ScriptHeader readScriptHeader(const QString &path, QByteArrayView bytes);
ScriptHeader readScriptHeader(const QString &path, const python::ParsedModule &parsed);

} // namespace athanor
