// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/operation/operation.h"
#include "core/sql/clause.h"
#include "core/sql/type.h"

#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace athanor::dialect {

enum class DialectName : std::uint8_t { PostgreSql, MySql, MariaDb, Sqlite, MsSql, Oracle };

/// What a database can do, as far as DDL and its text depend on it.
struct Capabilities
{
    bool hasTransactionalDdl = false;
    bool hasSchemas = true;
    bool hasComments = false;
    bool hasInlineComments = false; ///< in CREATE TABLE, not as statements of their own
    bool hasNativeBoolean = false;
    bool hasNativeEnum = false;
    bool hasNativeUuid = false;
    bool hasSequences = false;
    bool hasIdentityColumns = false;
    bool canAlterConstraints = true;
    int maximumIdentifierLength = 0; ///< characters; 0: no limit
    int maximumIndexNameLength = 0;  ///< 0: as identifiers
    int maximumConstraintNameLength = 0;
};

class Identifiers;  // identifiers.h: quoting and names
class TypeWriter;   // typewriter.h: types as DDL text, values as literals
class ClauseWriter; // clausewriter.h: expressions and statements
class DdlWriter;    // ddlwriter.h: operations as statements

/// How one database spells things: four writers that know each other through this.
struct Dialect
{
    DialectName name = DialectName::PostgreSql;
    QLatin1StringView
        text; ///< SQLAlchemy's name: "postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"
    QLatin1StringView driver; ///< SQLAlchemy's default driver: "psycopg2"
    Capabilities capabilities = {};
    const Identifiers &identifiers;
    const TypeWriter &types;
    const ClauseWriter &clauses;
    const DdlWriter &ddl;
};

const Dialect &dialectOf(DialectName name);
/// By SQLAlchemy's name, "postgres" and "+driver" forms included; empty for an unknown one.
std::optional<DialectName> dialectName(QStringView text);

/// How texts are written where SQLAlchemy's own settings change them.
struct WriteOptions
{
    /// Values in place of bind names: literal_binds of env.py.
    bool hasLiteralBinds = true;
    /// '%' doubled in texts, as drivers of the format and pyformat paramstyles ask for (not with
    /// paramstyle=named).
    bool doublesPercent = false;
    /// Binds as ":name" whatever the driver has: paramstyle=named. Only where there are no literal binds.
    bool hasNamedBinds = false;
    /// Columns with their table in front.
    bool includesTable = true;

    bool operator==(const WriteOptions &) const = default;
};

} // namespace athanor::dialect
