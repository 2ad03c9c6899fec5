// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/batch.h"

#include <algorithm>

namespace athanor::alembic {

/// A default that SQLite can't give to rows that are there already, or constraints beside the column.
static bool needsRebuild(const operation::AddColumn &change)
{
    const auto isPrimaryKey = [](const schema::Constraint &constraint) {
        return std::holds_alternative<schema::PrimaryKey>(constraint);
    };
    if (!std::ranges::all_of(change.constraints, isPrimaryKey))
        return true;
    if (!change.column.serverDefault)
        return false;
    if (const auto *computed = std::get_if<schema::Computed>(&*change.column.serverDefault))
        return computed->isPersisted.value_or(false);
    return std::holds_alternative<sql::Clause>(*change.column.serverDefault);
}

static bool needsRebuild(const operation::Operation &operation)
{
    if (const auto *column = std::get_if<operation::AddColumn>(&operation.change))
        return needsRebuild(*column);
    return !std::holds_alternative<operation::CreateIndex>(operation.change)
           && !std::holds_alternative<operation::DropIndex>(operation.change);
}

bool needsRebuild(const dialect::Dialect &dialect, Recreate recreate, std::span<const QueuedOperation> queue)
{
    switch (recreate) {
    case Recreate::Always:
        return true;
    case Recreate::Never:
        return false;
    case Recreate::Auto:
        break;
    }
    if (dialect.capabilities.canAlterConstraints)
        return false;
    return std::ranges::any_of(queue, [](const QueuedOperation &o) { return needsRebuild(o.operation); });
}

} // namespace athanor::alembic
