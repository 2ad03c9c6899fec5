// SPDX-License-Identifier: GPL-3.0-or-later
// x.create(bind) and x.drop(bind): what SQLAlchemy's SchemaGenerator and SchemaDropper do.
#pragma once

#include "core/sqlalchemy/schema/schemaobjects.h"

namespace athanor::sqlalchemy {

/// Whether a table's enums come and go with it, or with the whole MetaData.
enum class TypeCreation : std::uint8_t { WithTable, WithMetaData };

python::Done recordCreate(python::Evaluator &evaluator, TableObject &table, TypeCreation types);
python::Done recordDrop(python::Evaluator &evaluator, TableObject &table, TypeCreation types);
/// All tables, or those of `only`, each behind those that it refers to.
python::Done recordCreateAll(python::Evaluator &evaluator, MetaDataObject &metadata, python::Value only);
python::Done recordDropAll(python::Evaluator &evaluator, MetaDataObject &metadata, python::Value only);
/// Each behind those that it refers to, otherwise as they are. Refuses tables that refer to each other.
python::Outcome<std::vector<TableObject *>> sortedTables(python::Evaluator &evaluator,
                                                         std::vector<TableObject *> tables);

} // namespace athanor::sqlalchemy
