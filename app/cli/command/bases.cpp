// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/listing.h"

namespace athanor::cli {

static Result<void> bases(Session &session, bool verbose)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const RevisionGraph &graph = (*project)->graph();
    printRevisions(session, graph, graph.bases(), detail(verbose),
                   LinePart::Labels | LinePart::HeadMarks | LinePart::TreeMarks);
    return {};
}

void addBases(CommandLine &line)
{
    const auto verbose = std::make_shared<bool>(false);
    line.add("bases", "List the bases: revisions that follow no other one.")
        .flag("-v,--verbose", *verbose, "Show each base's whole description and its file")
        .example("athanor bases", "more than one line means independent histories in one project")
        .example("athanor bases --json", "the same for another program")
        .run([verbose](Session &session) { return bases(session, *verbose); });
}

} // namespace athanor::cli
