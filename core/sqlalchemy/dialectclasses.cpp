// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of dialects: for each database one, and one for its usual driver, which is what a dialect is an
// instance of.
#include "core/sqlalchemy/dialectobject.h"

#include <utility>

namespace athanor::sqlalchemy {

using namespace python;
using dialect::DialectName;

namespace {

template<DialectName Name>
Instance *allocateDialect(Heap &heap, ClassObject *type)
{
    auto *made = heap.make<DialectObject>(type);
    made->name = Name;
    return made;
}

constexpr const NativeClass *baseOfAll[] = {&dialectClass};

template<DialectName Name>
constexpr NativeClass databaseClass(std::string_view name, std::string_view module,
                                    std::span<const NativeClass *const> bases = baseOfAll)
{
    return {.name = name, .module = module, .bases = bases, .allocate = allocateDialect<Name>};
}

constinit const NativeClass postgreSqlClass =
    databaseClass<DialectName::PostgreSql>("PGDialect", "sqlalchemy.dialects.postgresql.base");
constinit const NativeClass mySqlClass =
    databaseClass<DialectName::MySql>("MySQLDialect", "sqlalchemy.dialects.mysql.base");
constexpr const NativeClass *mySqlBase[] = {&mySqlClass};
constinit const NativeClass mariaDbClass =
    databaseClass<DialectName::MariaDb>("MariaDBDialect", "sqlalchemy.dialects.mysql.mariadb", mySqlBase);
constinit const NativeClass sqliteClass =
    databaseClass<DialectName::Sqlite>("SQLiteDialect", "sqlalchemy.dialects.sqlite.base");
constinit const NativeClass msSqlClass =
    databaseClass<DialectName::MsSql>("MSDialect", "sqlalchemy.dialects.mssql.base");
constinit const NativeClass oracleClass =
    databaseClass<DialectName::Oracle>("OracleDialect", "sqlalchemy.dialects.oracle.base");

template<const NativeClass &Database>
constexpr const NativeClass *driverBases[] = {&Database};

template<const NativeClass &Database>
constexpr NativeClass driverClass(std::string_view name, std::string_view module)
{
    return {.name = name, .module = module, .bases = driverBases<Database>};
}

constinit const NativeClass psycopg2Class =
    driverClass<postgreSqlClass>("PGDialect_psycopg2", "sqlalchemy.dialects.postgresql.psycopg2");
constinit const NativeClass mySqlDbClass =
    driverClass<mySqlClass>("MySQLDialect_mysqldb", "sqlalchemy.dialects.mysql.mysqldb");
constinit const NativeClass mariaDbDriverClass =
    driverClass<mariaDbClass>("MariaDBDialect_mysqldb", "sqlalchemy.dialects.mysql.mysqldb");
constinit const NativeClass pysqliteClass =
    driverClass<sqliteClass>("SQLiteDialect_pysqlite", "sqlalchemy.dialects.sqlite.pysqlite");
constinit const NativeClass pyodbcClass =
    driverClass<msSqlClass>("MSDialect_pyodbc", "sqlalchemy.dialects.mssql.pyodbc");
constinit const NativeClass cxOracleClass =
    driverClass<oracleClass>("OracleDialect_cx_oracle", "sqlalchemy.dialects.oracle.cx_oracle");

constexpr NativeName postgreSqlNames[] = {
    {.name = "dialect", .type = &psycopg2Class},
    {.name = "PGDialect", .type = &postgreSqlClass},
    {.name = "PGDialect_psycopg2", .type = &psycopg2Class},
};
constexpr NativeName mySqlNames[] = {
    {.name = "dialect", .type = &mySqlDbClass},
    {.name = "MySQLDialect", .type = &mySqlClass},
    {.name = "MariaDBDialect", .type = &mariaDbClass},
    {.name = "MySQLDialect_mysqldb", .type = &mySqlDbClass},
};
constexpr NativeName mariaDbNames[] = {
    {.name = "dialect", .type = &mariaDbDriverClass},
    {.name = "MariaDBDialect", .type = &mariaDbClass},
};
constexpr NativeName sqliteNames[] = {
    {.name = "dialect", .type = &pysqliteClass},
    {.name = "SQLiteDialect", .type = &sqliteClass},
    {.name = "SQLiteDialect_pysqlite", .type = &pysqliteClass},
};
constexpr NativeName msSqlNames[] = {
    {.name = "dialect", .type = &pyodbcClass},
    {.name = "MSDialect", .type = &msSqlClass},
    {.name = "MSDialect_pyodbc", .type = &pyodbcClass},
};
constexpr NativeName oracleNames[] = {
    {.name = "dialect", .type = &cxOracleClass},
    {.name = "OracleDialect", .type = &oracleClass},
    {.name = "OracleDialect_cx_oracle", .type = &cxOracleClass},
};

} // namespace

const NativeClass &dialectClassOf(DialectName name)
{
    return *dialectClassNames(name).front().type;
}

std::span<const NativeName> dialectClassNames(DialectName name)
{
    switch (name) {
    case DialectName::PostgreSql:
        return postgreSqlNames;
    case DialectName::MySql:
        return mySqlNames;
    case DialectName::MariaDb:
        return mariaDbNames;
    case DialectName::Sqlite:
        return sqliteNames;
    case DialectName::MsSql:
        return msSqlNames;
    case DialectName::Oracle:
        return oracleNames;
    }
    std::unreachable();
}

} // namespace athanor::sqlalchemy
