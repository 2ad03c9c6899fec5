// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sourcerange.h"
#include "core/dialect/dialect.h"
#include "core/schema/naming.h"

#include <QMap>
#include <QStringList>

namespace athanor::alembic {

/// What env.py says with context.configure(), as far as it reaches offline SQL. The defaults are those of the
/// env.py that `alembic init` writes.
struct Settings
{
    QString url = {};
    std::optional<dialect::DialectName> dialect = {};
    bool hasLiteralBinds = true;
    bool hasNamedParameters = true; ///< dialect_opts={"paramstyle": "named"}: percent signs stay single
    QString versionTable = QStringLiteral("alembic_version");
    QString versionTableSchema = {};
    bool hasVersionPrimaryKey = true;
    bool hasTransactionPerMigration = false;
    std::optional<bool> hasTransactionalDdl = {}; ///< empty: as the dialect has it
    bool rendersAsBatch = false;
    bool includesSchemas = false;
    bool hasTargetMetadata = false;
    std::optional<QString> tag = {};
    QString mssqlSeparator = QStringLiteral("GO");
    QString oracleSeparator = QStringLiteral("/");
    QString outputEncoding = {};
    schema::NamingConvention convention = schema::defaultConvention();
    /// Where env.py gives each keyword that was read.
    QMap<QString, SourceRange> origins = {};
    /// The keywords that env.py gives and whose values can't be known, with their places.
    QMap<QString, SourceRange> unread = {};

    bool operator==(const Settings &) const = default;
};

/// How statements are written for these settings.
dialect::WriteOptions writeOptions(const dialect::Dialect &dialect, const Settings &settings);

/// What `context.config` and `context.get_x_argument()` answer from.
struct ConfigValues
{
    QString file = {}; ///< of the ini; empty when there is none
    QString section = QStringLiteral("alembic");
    QMap<QString, QMap<QString, QString>> sections = {}; ///< by section and lower-case key, interpolated
    QStringList xArguments = {};                         ///< of -x, as typed
    std::optional<QString> tag = {};                     ///< --tag

    bool operator==(const ConfigValues &) const = default;
};

enum class Direction : std::uint8_t { Upgrade, Downgrade };

} // namespace athanor::alembic
