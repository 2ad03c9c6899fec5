// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/config.h"
#include "core/project/dotenv.h"

namespace athanor {

/// A database URL as written, with its password if it has one, and where it was found, to be shown with it.
struct ProjectUrl
{
    QString url;    ///< empty when none was found
    QString origin; ///< "alembic.ini:12", ".env:3 (DATABASE_URL)", "environment (DATABASE_URL)"

    bool operator==(const ProjectUrl &) const = default;
};

/// The URL the project itself would use: that of the ini, unless it is missing or the placeholder that
/// `alembic init` writes; else the variable that projects of this kind read it from, in the environment or in
/// .env.
ProjectUrl databaseUrl(const Config &config, const Dotenv &dotenv, const QProcessEnvironment &environment);

/// Whether a URL is the one that `alembic init` writes for users to replace.
bool isPlaceholderUrl(const QString &url);

} // namespace athanor
