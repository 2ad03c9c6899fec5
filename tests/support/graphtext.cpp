// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphtext.h"

#include <QRegularExpression>

namespace athanor::test {

using namespace Qt::StringLiterals;

QList<Revision> revisionsFromText(const QString &text)
{
    static const QRegularExpression form(u"^\\s*(\\S+)\\s*(?:<([^!:]*))?(?:!([^:]*))?(?::(.*))?$"_s);
    QList<Revision> revisions;
    int line = 0;
    for (const QString &row : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = form.match(row);
        if (row.trimmed().isEmpty())
            continue;
        const auto list = [&](int group) { return match.captured(group).split(u' ', Qt::SkipEmptyParts); };
        Revision revision;
        revision.id = match.captured(1);
        revision.downRevisions = list(2);
        revision.dependsOn = list(3);
        revision.branchLabels = list(4);
        revision.path = revision.id + ".py"_L1;
        revision.line = ++line;
        revisions.append(revision);
    }
    return revisions;
}

QStringList idsOf(const RevisionGraph &graph, std::span<const int> revisions)
{
    QStringList ids;
    for (const int revision : revisions)
        ids.append(graph.id(revision));
    return ids;
}

} // namespace athanor::test
