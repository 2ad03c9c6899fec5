// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"
#include "core/base/diagnostic.h"
#include "core/evaluator/evaluator.h"

namespace athanor::alembic {

/// The keywords of context.configure() as settings, each with its place in `script`. Those that can't be
/// known are left at Alembic's own defaults, and told of in `notes`.
Settings settingsFrom(python::Evaluator &evaluator, std::span<const python::NamedValue> keywords,
                      const python::ParsedModule &script, Diagnostics &notes);

} // namespace athanor::alembic
