// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqltext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(athanor::SqlText)
};

} // namespace

int SqlText::blockAt(int line) const
{
    const auto after = std::ranges::upper_bound(blocks, line, {}, &SqlBlock::firstLine);
    return int(after - blocks.begin()) - 1;
}

QList<int> SqlText::blocksOf(const QString &file, int scriptLine) const
{
    QList<int> found;
    for (int i = 0; i < blocks.size(); ++i) {
        const SqlBlock &block = blocks.at(i);
        if (block.scriptLine <= scriptLine && scriptLine <= block.lastScriptLine && block.scriptFile == file)
            found.append(i);
    }
    return found;
}

SqlText laidOut(const SqlScript &script)
{
    SqlText result;
    int line = 0;
    for (const SqlStatement &statement : script.statements) {
        QString part;
        if (!statement.canRunInTransaction)
            part += "-- "_L1 + Tr::tr("outside of a transaction") + u'\n';
        part += statement.sql + script.terminator + u'\n';
        if (!script.separator.isEmpty())
            part += script.separator + u'\n';
        const int lines = int(part.count(u'\n'));
        result.blocks.append({.firstLine = line,
                              .lastLine = line + lines - 1,
                              .scriptLine = statement.where.line,
                              .lastScriptLine = std::max(statement.where.line, statement.where.endLine),
                              .scriptFile = statement.where.file,
                              .canRunInTransaction = statement.canRunInTransaction});
        result.text += part + u'\n';
        line += lines + 1;
    }
    return result;
}

} // namespace athanor
