// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/describe.h"

namespace athanor {

using namespace Qt::StringLiterals;

static QString parentsText(const Revision &revision)
{
    return revision.downRevisions.isEmpty() ? u"<base>"_s : revision.downRevisions.join(", "_L1);
}

static QLatin1StringView headMark(const RevisionGraph &graph, int revision)
{
    if (graph.isRealHead(revision))
        return " (head)"_L1;
    return graph.isHead(revision) ? " (effective head)"_L1 : ""_L1;
}

static QString treeMarks(const RevisionGraph &graph, int revision)
{
    QString marks;
    if (graph.isBranchPoint(revision))
        marks += " (branchpoint)"_L1;
    if (graph.isMergePoint(revision))
        marks += " (mergepoint)"_L1;
    return marks;
}

QString oneLine(const RevisionGraph &graph, int index, LineParts parts, CurrentMark current)
{
    const Revision &revision = graph.at(index);
    QString line;
    if (parts & LinePart::Parents) {
        line += parentsText(revision);
        if (!revision.dependsOn.isEmpty())
            line += " ("_L1 + revision.dependsOn.join(", "_L1) + u')';
        line += " -> "_L1;
    }
    line += revision.id;
    if (parts & LinePart::Labels && !graph.labels(index).isEmpty())
        line += " ("_L1 + graph.labels(index).join(", "_L1) + u')';
    if (parts & LinePart::HeadMarks) {
        line += headMark(graph, index);
        if (current == CurrentMark::Present)
            line += " (current)"_L1;
    }
    if (parts & LinePart::TreeMarks)
        line += treeMarks(graph, index);
    if (parts & LinePart::Message)
        line += ", "_L1 + revision.message();
    return line;
}

QString verboseBlock(const RevisionGraph &graph, int index, CurrentMark current)
{
    const Revision &revision = graph.at(index);
    QString block = "Rev: "_L1 + revision.id;
    if (graph.isHead(index)) // an effective head too: Alembic makes no difference here
        block += " (head)"_L1;
    block += treeMarks(graph, index);
    if (current == CurrentMark::Present)
        block += " (current)"_L1;
    block += (graph.isMergePoint(index) ? "\nMerges: "_L1 : "\nParent: "_L1) + parentsText(revision);
    if (!revision.dependsOn.isEmpty())
        block += "\nAlso depends on: "_L1 + revision.dependsOn.join(", "_L1);
    if (graph.isBranchPoint(index)) {
        QStringList children;
        for (const int child : graph.children(index))
            children.append(graph.id(child));
        block += "\nBranches into: "_L1 + children.join(", "_L1);
    }
    if (!graph.labels(index).isEmpty())
        block += "\nBranch names: "_L1 + graph.labels(index).join(", "_L1);
    block += "\nPath: "_L1 + revision.path + "\n\n"_L1;
    if (!revision.documentation.isEmpty()) {
        for (const QString &line : revision.documentation.split(u'\n'))
            block += "    "_L1 + line + u'\n';
    } else {
        block += u'\n';
    }
    return block;
}

} // namespace athanor
