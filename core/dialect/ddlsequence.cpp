// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

QString DdlWriter::sequenceOptions(const schema::Sequence &sequence) const
{
    QStringList parts;
    const auto addNumber = [&parts](const std::optional<qint64> &value, QLatin1StringView keyword) {
        if (value)
            parts.append(keyword + QString::number(*value));
    };
    addNumber(sequence.increment, "INCREMENT BY "_L1);
    addNumber(sequence.start, "START WITH "_L1);
    addNumber(sequence.minValue, "MINVALUE "_L1);
    addNumber(sequence.maxValue, "MAXVALUE "_L1);
    if (sequence.hasNoMinValue)
        parts.append(u"NO MINVALUE"_s);
    if (sequence.hasNoMaxValue)
        parts.append(u"NO MAXVALUE"_s);
    addNumber(sequence.cache, "CACHE "_L1);
    if (sequence.cycles)
        parts.append(*sequence.cycles ? u"CYCLE"_s : u"NO CYCLE"_s);
    return parts.join(u' ');
}

Result<QString> DdlWriter::createSequence(const DdlContext &context,
                                          const operation::CreateSequence &change) const
{
    QString text = u"CREATE SEQUENCE "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString())
                   + context.qualified(change.sequence.name);
    if (const QString options = sequenceOptions(change.sequence); !options.isEmpty())
        text += u' ' + options;
    return text;
}

Result<QString> DdlWriter::createType(const DdlContext &context, const operation::CreateType &) const
{
    return ddlError(u"CREATE TYPE can't be written for %1: only PostgreSQL has types of their own"_s.arg(
        context.dialect().text));
}

Result<QString> DdlWriter::dropType(const DdlContext &context, const operation::DropType &) const
{
    return ddlError(u"DROP TYPE can't be written for %1: only PostgreSQL has types of their own"_s.arg(
        context.dialect().text));
}

} // namespace athanor::dialect
