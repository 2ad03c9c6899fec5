// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/environment.h"
#include "core/project/config.h"

namespace athanor::plan {

/// A setting of env.py, as people read it.
struct SettingReport
{
    QString name = {};      ///< as context.configure() calls it
    QString value = {};     ///< never a password
    SourceRange where = {}; ///< where it is given; empty: Alembic's default
    QString source = {};    ///< where the value itself comes from, such as "sqlalchemy.url, alembic.ini:3"

    bool operator==(const SettingReport &) const = default;
};

/// What one run of env.py works with: the settings that have a part in offline SQL, then those that env.py
/// gives and that have none, then the arguments that it hands to upgrade() and downgrade().
QList<SettingReport> settingsReport(const alembic::EnvironmentRun &run, const Config &config);

} // namespace athanor::plan
