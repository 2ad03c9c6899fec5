// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

#include "core/dialect/writers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

Result<QList<Statement>> DdlWriter::statements(const operation::Change &, const WriteOptions &,
                                               QStringList *) const
{
    return std::unexpected(Error{.code = u"ATH-SQL-002"_s, .message = u"DDL can't be written yet"_s});
}

const DdlWriter &ddlWriterOf(DialectName)
{
    static const DdlWriter writer;
    return writer;
}

} // namespace athanor::dialect
