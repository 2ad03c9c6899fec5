// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

#include <span>

namespace athanor::alembic {

enum class Recreate : std::uint8_t { Auto, Always, Never };

/// An operation of a batch with what only making the table anew needs to know of it.
struct QueuedOperation
{
    operation::Operation operation = {};
    QString insertBefore = {}; ///< of add_column(): the columns that it goes between
    QString insertAfter = {};
    QString typeName = {}; ///< of drop_column(existing_type=…): the name of its CHECK
};

/// What `with op.batch_alter_table(…) as batch_op` gives: directives of one table, queued until the block
/// ends.
class BatchObject final : public python::Instance, public Sink
{
public:
    using Instance::Instance;

    python::Done add(python::Evaluator &evaluator, operation::Operation operation) override;

    python::Value table;  ///< the name as the script gave it
    python::Value schema; ///< likewise, or None
    schema::QualifiedName name = {};
    Recreate recreate = Recreate::Auto;
    python::Value copyFrom;
    python::Value tableArguments;    ///< table_args=: constraints and indexes of the new table, or None
    python::Value tableKeywords;     ///< table_kwargs=: what Table() takes, or None
    python::Value partialReordering; ///< tuples of column names, or None
    QList<QueuedOperation> queue = {};
};
extern const python::NativeClass batchOperationsClass;

/// Whether Alembic would make the table anew for these operations, on a dialect that can't alter it
/// (alembic.md 5.41).
bool needsRebuild(const dialect::Dialect &dialect, Recreate recreate, std::span<const QueuedOperation> queue);

} // namespace athanor::alembic
