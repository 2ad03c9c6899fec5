// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/config.h"

#include <functional>

namespace athanor {

/// The revision files of a project, in Alembic's load order: that of the version locations, then of the file
/// names by their bytes; below a folder with sub-folders its own files come first (alembic.md 2.11, 4.01).
struct ScriptListing
{
    QStringList paths;   ///< absolute, symbolic links resolved: as Alembic names them
    QStringList folders; ///< every folder that was listed, to be watched
    Diagnostics problems;
};

ScriptListing listScripts(const Config &config);

/// What reading a script's bytes gave: the bytes, or why there are none.
using ScriptBytes = std::expected<QByteArrayView, Diagnostic>;

/// Reads the files on all processors and hands each to the function, which is called from several threads at
/// once, once for every index. Returns when all are done.
void readScripts(const QStringList &paths,
                 const std::function<void(qsizetype index, const ScriptBytes &bytes)> &use);

/// Calls the function for every index below `count`, from several threads at once where there are many.
/// Returns when all are done.
void eachInParallel(qsizetype count, const std::function<void(qsizetype index)> &use);

} // namespace athanor
