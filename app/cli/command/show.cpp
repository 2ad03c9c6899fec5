// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/listing.h"
#include "core/revision/resolve.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

/// Each of the names in turn; a revision named twice comes twice.
static Result<std::vector<int>> resolveAll(const RevisionGraph &graph, const QStringList &identifiers)
{
    std::vector<int> revisions;
    for (const QString &identifier : identifiers) {
        const auto resolved = resolveRevisions(graph, identifier);
        if (!resolved)
            return resolved;
        revisions.insert(revisions.end(), resolved->begin(), resolved->end());
    }
    return revisions;
}

static Result<void> show(Session &session, const QString &identifier)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    QStringList identifiers{identifier};
    if (identifier == "current"_L1) {
        const auto rows = session.versionRows();
        if (!rows)
            return std::unexpected(rows.error());
        identifiers = *rows;
    }
    const RevisionGraph &graph = (*project)->graph();
    const auto revisions = resolveAll(graph, identifiers);
    if (!revisions)
        return std::unexpected(revisions.error());
    printRevisions(session, graph, *revisions, Detail::Verbose, LinePart::Id);
    return {};
}

void addShow(CommandLine &line)
{
    const auto identifier = std::make_shared<QString>();
    line.add("show", "Show a revision: parents, labels, file and whole description.")
        .argument("REV", *identifier,
                  "An id or the unique beginning of one, a branch label, head, heads, current, or label@head")
        .example("athanor show head", "the newest revision")
        .example("athanor show ae10", "the one whose id begins with ae10")
        .example("athanor show billing@head", "the newest one of the branch labelled billing")
        .example("athanor show current", "the ones the database is at")
        .run([identifier](Session &session) { return show(session, *identifier); });
}

} // namespace athanor::cli
