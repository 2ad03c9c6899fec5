// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace athanor {

/// A project template of `alembic init`, as `list_templates` shows it (alembic.md 1.20, 2.3).
struct ProjectTemplate
{
    QString name;
    QString synopsis; ///< the first line of its README
};

/// Alembic's templates by name; Alembic itself lists them in the order of the folder on disk.
std::span<const ProjectTemplate> projectTemplates();

} // namespace athanor
