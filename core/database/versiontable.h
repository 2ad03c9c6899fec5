// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/backend.h"

namespace athanor {

/// See Connection::versionRows().
Result<QStringList> readVersionRows(const Backend &backend, const QSqlDatabase &database,
                                    const VersionTable &table);

} // namespace athanor
