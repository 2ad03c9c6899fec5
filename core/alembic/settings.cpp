// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/settings.h"

namespace athanor::alembic {

using dialect::DialectName;

dialect::WriteOptions writeOptions(const dialect::Dialect &dialect, const Settings &settings)
{
    // The drivers that SQLAlchemy takes by default for these format parameters with percent signs.
    const bool isPercentDriver = dialect.name == DialectName::PostgreSql || dialect.name == DialectName::MySql
                                 || dialect.name == DialectName::MariaDb;
    dialect::WriteOptions options;
    options.hasLiteralBinds = settings.hasLiteralBinds;
    options.doublesPercent = isPercentDriver && !settings.hasNamedParameters;
    return options;
}

} // namespace athanor::alembic
