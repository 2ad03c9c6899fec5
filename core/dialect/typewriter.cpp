// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/typewriter.h"

#include "core/dialect/writers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

Result<QString> TypeWriter::text(const sql::Type &type, const WriteOptions &options) const
{
    return write(sql::resolved(type, dialectOf(m_dialect).text), options);
}

Result<QString> TypeWriter::castText(const sql::Type &type, const WriteOptions &options) const
{
    return text(type, options);
}

Result<QString> TypeWriter::write(const sql::Type &, const WriteOptions &) const
{
    return std::unexpected(Error{.code = u"ATH-SQL-003"_s, .message = u"types can't be written yet"_s});
}

const TypeWriter &typeWriterOf(DialectName name)
{
    static const TypeWriter writer(name);
    return writer;
}

} // namespace athanor::dialect
