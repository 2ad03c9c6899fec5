// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/configsource.h"

namespace athanor {

/// Where the paths of a configuration start from.
struct PathOrigin
{
    QString workingFolder;
    QString here;
    QStringList prependSysPath = {}; ///< absolute; where packages are looked for first
};

/// The absolute form of a path. A relative one is looked for below the working folder, as in Alembic, and
/// then below `here`: people open projects from anywhere. Where neither exists, it is the one below the
/// working folder.
QString resolvedPath(const QString &path, const PathOrigin &origin);

/// As above, and `package:sub/folder` too, which names a folder in a Python package. Fails when there is no
/// such package.
Result<QString> resolvedResource(const QString &location, const PathOrigin &origin);

/// The entries of `version_locations` and `prepend_sys_path` as written, split as `path_separator` says.
QStringList versionLocationEntries(ConfigSource &source);
QStringList prependSysPathEntries(ConfigSource &source);

} // namespace athanor
