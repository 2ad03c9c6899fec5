// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/style.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

QString Style::painted(const char *sgr, const QString &text) const
{
    if (!m_coloured || text.isEmpty())
        return text;
    return u"\x1b["_s + QLatin1StringView(sgr) + u'm' + text + u"\x1b[0m"_s;
}

/// " (label) (head) (current)": all but the labels in the colour of marks.
QString Style::markedTail(const QString &tail) const
{
    QString result = tail;
    for (const QString &mark :
         {u"(head)"_s, u"(effective head)"_s, u"(current)"_s, u"(branchpoint)"_s, u"(mergepoint)"_s})
        result.replace(mark, painted("36", mark));
    return result;
}

QString Style::oneLine(const RevisionGraph &graph, int revision, LineParts parts, CurrentMark current) const
{
    QString whole = athanor::oneLine(graph, revision, parts, current);
    if (!m_coloured)
        return whole;
    // The message is free text and may hold anything, arrows and marks too; so it is cut off first.
    const qsizetype length =
        athanor::oneLine(graph, revision, parts & ~LineParts(LinePart::Message), current).size();
    QString head = whole.first(length);
    QString before;
    if (parts.testFlag(LinePart::Parents)) {
        const qsizetype arrowAt = head.indexOf(u" -> "_s);
        before = painted("33", head.first(arrowAt)) + u' ' + painted("2", u"->"_s) + u' ';
        head = head.mid(arrowAt + 4);
    }
    const qsizetype idLength = graph.id(revision).size();
    return before + painted("33", head.first(idLength)) + markedTail(head.mid(idLength)) + whole.mid(length);
}

QString Style::verboseBlock(const RevisionGraph &graph, int revision, CurrentMark current) const
{
    QString block = athanor::verboseBlock(graph, revision, current);
    if (!m_coloured)
        return block;
    const QString &id = graph.id(revision);
    const qsizetype idAt = block.indexOf(u' ') + 1;
    const qsizetype lineEnd = block.indexOf(u'\n');
    const qsizetype idEnd = idAt + id.size();
    return block.first(idAt) + painted("33", id) + markedTail(block.mid(idEnd, lineEnd - idEnd))
           + block.mid(lineEnd);
}

} // namespace athanor::cli
