// SPDX-License-Identifier: GPL-3.0-or-later
// Which module has which type.
#include "core/sqlalchemy/dialectobject.h"
#include "core/sqlalchemy/types/compiles.h"
#include "core/sqlalchemy/types/librarytypes.h"
#include "core/sqlalchemy/types/mssqltypes.h"
#include "core/sqlalchemy/types/mutable.h"
#include "core/sqlalchemy/types/mysqltypes.h"
#include "core/sqlalchemy/types/oracletypes.h"
#include "core/sqlalchemy/types/postgresqltypes.h"
#include "core/sqlalchemy/types/sqlitetypes.h"
#include "core/sqlalchemy/types/sqltypes.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;
using dialect::DialectName;

namespace {

/// `sqlalchemy` has the types up to what only sqlalchemy.types has.
std::span<const NativeName> topLevelNames()
{
    const std::span<const NativeName> all = sqlTypeNames();
    const auto end = std::ranges::find(all, "Concatenable", &NativeName::name);
    return all.first(static_cast<std::size_t>(end - all.begin()));
}

std::vector<NativeModule> makeModules()
{
    std::vector<NativeModule> modules = {
        {"sqlalchemy", topLevelNames()},
        {"sqlalchemy.types", sqlTypeNames()},
        {"sqlalchemy.sql.sqltypes", sqlTypeNames()},
        {"sqlalchemy.sql.type_api", sqlTypeNames()},
        {"sqlalchemy.ext.compiler", compilerNames()},
        {"sqlalchemy.ext.mutable", mutableNames()},
    };
    static constexpr std::string_view postgresqlParts[] = {
        "sqlalchemy.dialects.postgresql.array",       "sqlalchemy.dialects.postgresql.base",
        "sqlalchemy.dialects.postgresql.hstore",      "sqlalchemy.dialects.postgresql.json",
        "sqlalchemy.dialects.postgresql.named_types", "sqlalchemy.dialects.postgresql.psycopg2",
        "sqlalchemy.dialects.postgresql.ranges",      "sqlalchemy.dialects.postgresql.types",
    };
    static constexpr std::string_view mysqlParts[] = {
        "sqlalchemy.dialects.mysql.base",    "sqlalchemy.dialects.mysql.enumerated",
        "sqlalchemy.dialects.mysql.json",    "sqlalchemy.dialects.mysql.mariadb",
        "sqlalchemy.dialects.mysql.types",   "sqlalchemy.dialects.mysql.mysqldb",
        "sqlalchemy.dialects.mysql.pymysql",
    };
    static constexpr std::string_view otherParts[][2] = {
        {"sqlalchemy.dialects.sqlite.base", "sqlalchemy.dialects.sqlite.json"},
        {"sqlalchemy.dialects.mssql.base", "sqlalchemy.dialects.mssql.json"},
        {"sqlalchemy.dialects.oracle.base", "sqlalchemy.dialects.oracle.types"},
    };
    const auto add = [&](std::string_view name, std::span<const NativeName> types, DialectName dialect,
                         std::span<const std::string_view> parts) {
        modules.push_back({name, types});
        modules.push_back({name, dialectClassNames(dialect)});
        for (const std::string_view part : parts) {
            modules.push_back({part, types});
            modules.push_back({part, dialectClassNames(dialect)});
        }
    };
    add("sqlalchemy.dialects.postgresql", postgresqlTypeNames(), DialectName::PostgreSql, postgresqlParts);
    add("sqlalchemy.dialects.mysql", mysqlTypeNames(), DialectName::MySql, mysqlParts);
    add("sqlalchemy.dialects.mariadb", mysqlTypeNames(), DialectName::MariaDb, {});
    add("sqlalchemy.dialects.sqlite", sqliteTypeNames(), DialectName::Sqlite, otherParts[0]);
    add("sqlalchemy.dialects.mssql", mssqlTypeNames(), DialectName::MsSql, otherParts[1]);
    add("sqlalchemy.dialects.oracle", oracleTypeNames(), DialectName::Oracle, otherParts[2]);
    modules.insert(modules.end(), libraryModules().begin(), libraryModules().end());
    return modules;
}

} // namespace

std::span<const NativeModule> typeModules()
{
    static const std::vector<NativeModule> modules = makeModules();
    return modules;
}

} // namespace athanor::sqlalchemy
