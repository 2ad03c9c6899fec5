// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/parser.h"

#include <QMap>

namespace athanor::alembic {

/// Where the values of a call's keywords stand, by keyword. `call` is the place of a call that is a statement
/// of its own, as Evaluator::where() gives it; empty where the module has no call there.
QMap<QString, SourceRange> keywordPlaces(const python::ParsedModule &script, const SourceRange &call);

} // namespace athanor::alembic
