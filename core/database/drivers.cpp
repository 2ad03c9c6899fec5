// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/drivers.h"

#include "core/database/backend.h"

namespace athanor {

using namespace Qt::StringLiterals;

QList<DriverState> databaseDrivers()
{
    const std::pair<QString, const Backend &> backends[] = {{u"sqlite"_s, sqliteBackend()},
                                                            {u"postgresql"_s, postgresqlBackend()},
                                                            {u"mysql, mariadb"_s, mysqlBackend()}};
    QList<DriverState> states;
    for (const auto &[name, backend] : backends)
        states.append(
            {name, backend.qtDriver, backend.packages, QSqlDatabase::isDriverAvailable(backend.qtDriver)});
    return states;
}

} // namespace athanor
