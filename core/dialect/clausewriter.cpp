// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clausewriter.h"

#include "core/dialect/writers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

Result<QString> ClauseWriter::text(const sql::Clause &, const WriteOptions &) const
{
    return std::unexpected(
        Error{.code = u"ATH-SQL-001"_s, .message = u"expressions can't be written as SQL yet"_s});
}

QString ClauseWriter::stringLiteral(const QString &text, const WriteOptions &) const
{
    return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
}

const ClauseWriter &clauseWriterOf(DialectName)
{
    static const ClauseWriter writer;
    return writer;
}

} // namespace athanor::dialect
