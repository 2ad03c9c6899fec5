// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/clause.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <variant>

namespace athanor::schema {

/// The value of a dialect's own keyword: postgresql_where=text(…), mysql_length={'a': 10},
/// mssql_include=['b'].
using OptionValue = std::variant<std::monostate, bool, qint64, double, QString, sql::Clause, QStringList,
                                 QList<sql::Clause>, QMap<QString, QString>>;

/// By keyword as it is written, in order of the call: ("postgresql_using", "gin").
using Options = QList<std::pair<QString, OptionValue>>;

/// nullptr when it is not given.
const OptionValue *option(const Options &options, QStringView keyword);

} // namespace athanor::schema
