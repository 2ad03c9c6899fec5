// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/listing.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

static constexpr LineParts branchParts = LinePart::Labels | LinePart::HeadMarks | LinePart::TreeMarks;

static std::vector<int> branchPoints(const RevisionGraph &graph)
{
    std::vector<int> points = graph.newestFirst();
    std::erase_if(points, [&](int revision) { return !graph.isBranchPoint(revision); });
    return points;
}

static void printBranchPoint(Session &session, const RevisionGraph &graph, int revision, Detail detail)
{
    const Style &style = session.style();
    session.out().line(detail == Detail::Verbose ? style.verboseBlock(graph, revision)
                                                 : style.oneLine(graph, revision, branchParts));
    const QString indent(graph.id(revision).size(), u' ');
    const LineParts parts = detail == Detail::Verbose ? branchParts | LinePart::Message : branchParts;
    for (const int child : graph.children(revision))
        session.out().line(indent + u' ' + style.arrow(u"->"_s) + u' ' + style.oneLine(graph, child, parts));
    session.out().line({});
}

static Result<void> branches(Session &session, Detail detail)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const RevisionGraph &graph = (*project)->graph();
    const std::vector<int> points = branchPoints(graph);
    if (session.options().json) {
        session.out().bytes(jsonArray(graph, points));
        return {};
    }
    for (const int revision : points)
        printBranchPoint(session, graph, revision, detail);
    return {};
}

void addBranches(CommandLine &line)
{
    const auto verbose = std::make_shared<bool>(false);
    line.add("branches", "List the branch points, each with the revisions that follow it.")
        .flag("-v,--verbose", *verbose,
              "Show each branch point's whole description and its children's messages")
        .example("athanor branches", "where the history forks")
        .example("athanor branches -v", "and what each side begins with")
        .run([verbose](Session &session) { return branches(session, detail(*verbose)); });
}

} // namespace athanor::cli
