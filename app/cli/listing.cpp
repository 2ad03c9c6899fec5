// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listing.h"

#include "app/cli/json.h"

#include <QSet>

namespace athanor::cli {

void printRevisions(Session &session, const RevisionGraph &graph, std::span<const int> revisions,
                    Detail detail, LineParts parts, const QStringList &marked)
{
    if (session.options().json) {
        session.out().bytes(jsonArray(graph, revisions));
        return;
    }
    const QSet<QString> current(marked.begin(), marked.end());
    for (const int revision : revisions) {
        const auto mark = current.contains(graph.id(revision)) ? CurrentMark::Present : CurrentMark::Absent;
        session.out().line(detail == Detail::Verbose ? session.style().verboseBlock(graph, revision, mark)
                                                     : session.style().oneLine(graph, revision, parts, mark));
    }
}

} // namespace athanor::cli
