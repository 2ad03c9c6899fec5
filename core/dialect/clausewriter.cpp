// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clausewriter.h"

#include "core/dialect/mssql/clauses.h"
#include "core/dialect/mysql/clauses.h"
#include "core/dialect/oracle/clauses.h"
#include "core/dialect/postgresql/clauses.h"
#include "core/dialect/sqlite/clauses.h"
#include "core/dialect/writers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

ClauseWriter::ClauseWriter(DialectName dialect, MakeCompiler makeCompiler)
    : m_dialect(dialect)
    , m_makeCompiler(makeCompiler)
{
}

ClauseWriter::~ClauseWriter() = default;

Result<QString> ClauseWriter::text(const sql::Clause &clause, const WriteOptions &options) const
{
    return m_makeCompiler(dialectOf(m_dialect), options)->compile(clause);
}

QString ClauseWriter::stringLiteral(const QString &text, const WriteOptions &options) const
{
    QString inside = text;
    inside.replace(u'\'', "''"_L1);
    const bool escapesBackslash = m_dialect == DialectName::PostgreSql || m_dialect == DialectName::MySql
                                  || m_dialect == DialectName::MariaDb;
    if (options.doublesPercent)
        inside.replace(u'%', "%%"_L1);
    if (escapesBackslash)
        inside.replace(u'\\', "\\\\"_L1);
    return u'\'' % inside % u'\'';
}

const ClauseWriter &clauseWriterOf(DialectName name)
{
    static const std::array<ClauseWriter, 6> writers = {
        ClauseWriter(DialectName::PostgreSql, postgreSqlCompiler),
        ClauseWriter(DialectName::MySql, mySqlCompiler),
        ClauseWriter(DialectName::MariaDb, mySqlCompiler),
        ClauseWriter(DialectName::Sqlite, sqliteCompiler),
        ClauseWriter(DialectName::MsSql, msSqlCompiler),
        ClauseWriter(DialectName::Oracle, oracleCompiler),
    };
    return writers[static_cast<std::size_t>(name)];
}

} // namespace athanor::dialect
