// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/listing.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct HeadsOptions
{
    bool verbose = false;
    bool resolveDependencies = false;
};

Result<void> heads(Session &session, const HeadsOptions &options)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const RevisionGraph &graph = (*project)->graph();
    printRevisions(session, graph, options.resolveDependencies ? graph.realHeads() : graph.heads(),
                   detail(options.verbose), LinePart::Labels | LinePart::HeadMarks);
    return {};
}

} // namespace

void addHeads(CommandLine &line)
{
    const auto options = std::make_shared<HeadsOptions>();
    line.add("heads", "List the heads: revisions that no other one follows.")
        .details("An effective head is one that nothing follows, but that another revision depends on.")
        .flag("-v,--verbose", options->verbose, "Show each head's whole description and its file")
        .flag("--resolve-dependencies", options->resolveDependencies, "Leave out effective heads")
        .example("athanor heads",
                 "more than one line means that a merge is due, or that the project has branches")
        .example("athanor heads --resolve-dependencies", "what the version table holds after `upgrade heads`")
        .run([options](Session &session) { return heads(session, *options); });
}

} // namespace athanor::cli
