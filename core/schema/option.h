// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/clause.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace athanor::schema {

/// A dictionary of texts, in the order in which it was written.
using OptionMap = QList<std::pair<QString, QString>>;

/// The value of a dialect's own keyword: postgresql_where=text(…), mysql_length={'a': 10},
/// mssql_include=['b'].
using OptionValue = std::variant<std::monostate, bool, qint64, double, QString, sql::Clause, QStringList,
                                 QList<sql::Clause>, OptionMap>;

/// By keyword as it is written, in order of the call: ("postgresql_using", "gin").
using Options = QList<std::pair<QString, OptionValue>>;

/// nullptr when it is not given.
const OptionValue *option(const Options &options, QStringView keyword);
/// The text of an option; empty when it is not given, None, or no text.
QString textOption(const Options &options, QStringView keyword);
/// Whether it is given as something that Python calls true.
bool isSet(const Options &options, QStringView keyword);
/// True or False as given; empty otherwise.
std::optional<bool> flagOption(const Options &options, QStringView keyword);

} // namespace athanor::schema
