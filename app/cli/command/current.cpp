// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/listing.h"
#include "core/revision/resolve.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct CurrentOptions
{
    bool verbose = false;
    bool checkHeads = false;
};

/// Whether each head is reached and each row is a head. Unlike Alembic's, the comparison counts an effective
/// head as reached through what depends on it; otherwise the check could never succeed on a project that has
/// one.
bool isOnAllHeads(const RevisionGraph &graph, const std::vector<int> &revisions)
{
    return std::ranges::is_permutation(revisions, graph.heads());
}

Result<void> current(Session &session, const CurrentOptions &options)
{
    const auto project = options.checkHeads ? session.wholeProject(u"the check"_s) : session.project();
    if (!project)
        return std::unexpected(project.error());
    const auto rows = session.versionRows();
    if (!rows)
        return std::unexpected(rows.error());
    const RevisionGraph &graph = (*project)->graph();
    if (options.verbose && !session.options().json)
        session.out().line(u"Current revision(s) for %1:"_s.arg(session.database()->url.masked()));
    const auto revisions = currentRevisions(graph, *rows);
    if (!revisions)
        return std::unexpected(revisions.error());
    if (options.checkHeads && !isOnAllHeads(graph, *revisions))
        return std::unexpected(Error{u"ATH-CLI-007"_s, u"Database is not on all head revisions"_s});
    printRevisions(session, graph, *revisions, detail(options.verbose),
                   LinePart::HeadMarks | LinePart::TreeMarks);
    return {};
}

} // namespace

void addCurrent(CommandLine &line)
{
    const auto options = std::make_shared<CurrentOptions>();
    line.add("current", "Show the revisions the database is at.")
        .details("Reads the version table and changes nothing; a database without one prints nothing. The "
                 "database is that of "
                 "--url or --target, else the default target of athanor.toml, else the project's own.")
        .flag("-v,--verbose", options->verbose,
              "Show the database's URL and each revision's whole description")
        .flag("-c,--check-heads", options->checkHeads, "Fail unless the database is on all heads")
        .example("athanor current", "the project's database")
        .example("athanor current --url postgresql://app@db.example.org/shop", "another one")
        .example("athanor current -c -q", "for scripts: exit code 0 when there is nothing to upgrade")
        .run([options](Session &session) { return current(session, *options); });
}

} // namespace athanor::cli
