// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

#include <span>

namespace athanor::alembic {

enum class Recreate : std::uint8_t { Auto, Always, Never };

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
    std::vector<python::NamedValue> rebuildKeywords = {}; ///< table_args, table_kwargs, partial_reordering …
    QList<operation::Operation> queue = {};
};
extern const python::NativeClass batchOperationsClass;

/// Whether Alembic would make the table anew for these operations, on a dialect that can't alter it
/// (alembic.md 5.41).
bool needsRebuild(const dialect::Dialect &dialect, Recreate recreate,
                  std::span<const operation::Operation> queue);

} // namespace athanor::alembic
