// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/environment.h"
#include "core/project/scriptsettings.h"

namespace athanor::plan {

/// Puts what athanor.toml says of env.py's settings in the place of what env.py says, in each of its runs.
/// The notes on settings that could not be read go where athanor.toml has them.
void applyOverrides(const QList<SettingOverride> &overrides, alembic::Environment &environment);

} // namespace athanor::plan
