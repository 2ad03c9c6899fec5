// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/dialect.h"

#include "core/dialect/writers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

constexpr Capabilities postgreSql = {
    .hasTransactionalDdl = true,
    .hasComments = true,
    .hasNativeBoolean = true,
    .hasNativeEnum = true,
    .hasNativeUuid = true,
    .hasSequences = true,
    .hasIdentityColumns = true,
    .maximumIdentifierLength = 63,
};

constexpr Capabilities mySql = {
    .hasComments = true,
    .hasInlineComments = true,
    .hasNativeEnum = true,
    .maximumIdentifierLength = 255,
    .maximumIndexNameLength = 64,
    .maximumConstraintNameLength = 64,
};

// SQLAlchemy's own limit; SQLite has none.
constexpr Capabilities sqlite = {
    .canAlterConstraints = false,
    .maximumIdentifierLength = 9999,
};

// GENERATED … AS IDENTITY is not SQL Server's way, IDENTITY(start, increment) is.
constexpr Capabilities msSql = {
    .hasTransactionalDdl = true,
    .hasComments = true,
    .hasNativeUuid = true,
    .hasSequences = true,
    .maximumIdentifierLength = 128,
};

constexpr Capabilities oracle = {
    .hasComments = true,
    .hasSequences = true,
    .hasIdentityColumns = true,
    .maximumIdentifierLength = 128,
};

Dialect dialect(DialectName name, QLatin1StringView text, QLatin1StringView driver,
                const Capabilities &capabilities)
{
    return {.name = name,
            .text = text,
            .driver = driver,
            .capabilities = capabilities,
            .identifiers = identifiersOf(name),
            .types = typeWriterOf(name),
            .clauses = clauseWriterOf(name),
            .ddl = ddlWriterOf(name)};
}

} // namespace

const Dialect &dialectOf(DialectName name)
{
    static const std::array dialects = {
        dialect(DialectName::PostgreSql, "postgresql"_L1, "psycopg2"_L1, postgreSql),
        dialect(DialectName::MySql, "mysql"_L1, "mysqldb"_L1, mySql),
        dialect(DialectName::MariaDb, "mariadb"_L1, "mysqldb"_L1, mySql),
        dialect(DialectName::Sqlite, "sqlite"_L1, "pysqlite"_L1, sqlite),
        dialect(DialectName::MsSql, "mssql"_L1, "pyodbc"_L1, msSql),
        dialect(DialectName::Oracle, "oracle"_L1, "cx_oracle"_L1, oracle),
    };
    return dialects[static_cast<std::size_t>(name)];
}

std::optional<DialectName> dialectName(QStringView text)
{
    const QStringView name = text.left(text.indexOf(u'+'));
    static constexpr std::pair<QLatin1StringView, DialectName> names[] = {
        {"postgresql"_L1, DialectName::PostgreSql}, {"postgres"_L1, DialectName::PostgreSql},
        {"mysql"_L1, DialectName::MySql},           {"mariadb"_L1, DialectName::MariaDb},
        {"sqlite"_L1, DialectName::Sqlite},         {"mssql"_L1, DialectName::MsSql},
        {"oracle"_L1, DialectName::Oracle},
    };
    for (const auto &[spelling, result] : names) {
        if (name == spelling)
            return result;
    }
    return std::nullopt;
}

} // namespace athanor::dialect
