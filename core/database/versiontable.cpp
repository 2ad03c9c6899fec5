// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/versiontable.h"

#include <QSqlQuery>

namespace athanor {

using namespace Qt::StringLiterals;

static Error notAVersionTable(const QString &name, const QString &why)
{
    return {u"ATH-DB-007"_s,
            u"%1 is not a version table of Alembic: %2"_s.arg(name, why),
            {},
            u"check the names given as version_table and version_table_schema"_s,
            ErrorKind::Failure};
}

Result<QStringList> readVersionRows(const Backend &backend, const QSqlDatabase &database,
                                    const VersionTable &table)
{
    const Result<VersionTableState> state = backend.findVersionTable(database, table);
    if (!state)
        return std::unexpected(state.error());
    if (*state == VersionTableState::Absent)
        return QStringList();
    const QString name = quotedName(backend, table);
    if (*state == VersionTableState::WithoutVersionColumn)
        return std::unexpected(notAVersionTable(name, u"it has no column version_num"_s));

    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT version_num FROM "_s + name))
        return std::unexpected(versionTableError(table, query.lastError()));
    QStringList rows;
    while (query.next()) {
        if (query.isNull(0))
            return std::unexpected(notAVersionTable(name, u"a row holds no revision (NULL)"_s));
        rows += query.value(0).toString();
    }
    if (query.lastError().isValid())
        return std::unexpected(versionTableError(table, query.lastError()));
    rows.sort();
    return rows;
}

} // namespace athanor
