// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

#include "core/sql/build.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

sql::Identifier identifier(const schema::Name &name)
{
    return {.text = name.text, .isQuoted = name.isQuoted};
}

/// INSERT INTO the new table SELECT the sources FROM the old one.
sql::Clause copyStatement(const operation::RebuildTable &change, const schema::QualifiedName &target)
{
    sql::Select select;
    sql::Insert insert;
    QList<sql::TableColumn> columns;
    for (const auto &[name, source] : change.sources) {
        columns.append({.name = identifier(name)});
        insert.selectNames.append(name.text);
        select.columns.append(source);
    }
    select.froms = {
        sql::table(identifier(change.before.name.name), {}, identifier(change.before.name.schema))};
    insert.table = sql::table(identifier(target.name), columns, identifier(target.schema));
    insert.select = sql::makeClause(select);
    insert.includesDefaults = false;
    insert.isInline = true;
    return sql::makeClause(insert);
}

} // namespace

Result<QList<Statement>> DdlWriter::rebuildTable(const DdlContext &context,
                                                 const operation::RebuildTable &change,
                                                 DdlMemory &memory) const
{
    const schema::QualifiedName &target = change.after.name;
    Statements statements = createTableAndParts(context, {.table = change.after}, memory);
    if (!statements)
        return statements;
    Text copied = context.statement(copyStatement(change, target));
    if (!copied)
        return std::unexpected(copied.error());
    statements->append({.sql = *std::move(copied)});
    statements->append({.sql = u"DROP TABLE "_s + context.qualified(change.before.name)});
    statements->append({.sql = renameTable(context, {.table = target, .newName = change.before.name.name})});
    for (const schema::Index &index : change.indexes) {
        Result<Statement> statement = createIndex(context, {.index = index});
        if (!statement)
            return std::unexpected(statement.error());
        statements->append(*std::move(statement));
    }
    return statements;
}

} // namespace athanor::dialect
