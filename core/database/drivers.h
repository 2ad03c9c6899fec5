// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace athanor {

/// What connections to a kind of database need, and whether it is there.
struct DriverState
{
    QString database = {}; ///< "postgresql"
    QString driver = {};   ///< Qt's: "QPSQL"
    QString packages = {}; ///< that hold it, for people
    bool isPresent = false;

    bool operator==(const DriverState &) const = default;
};

/// Every kind of database that Athanor connects to. Needs a QCoreApplication, as Qt's drivers are plugins.
QList<DriverState> databaseDrivers();

} // namespace athanor
