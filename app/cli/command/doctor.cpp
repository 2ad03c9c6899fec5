// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/doctorreport.h"
#include "app/cli/json.h"
#include "app/cli/offlinesql.h"

#include <algorithm>

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct DoctorOptions
{
    bool verbose = false;
};

/// Both directions of every revision, in the order of an upgrade.
QList<plan::RevisionTurn> allTurns(const RevisionGraph &graph, const plan::ProjectReader &reader)
{
    QList<plan::RevisionTurn> turns;
    std::vector<int> revisions = graph.newestFirst();
    std::ranges::reverse(revisions);
    for (const int revision : revisions)
        turns += plan::turnsOf(reader, revision);
    return turns;
}

/// The project's env.py, read; where nothing says which dialect is wanted, for PostgreSQL.
Result<std::unique_ptr<plan::ProjectReader>> openReader(Session &session, const Project &project)
{
    auto options = readerOptions(session);
    if (!options)
        return std::unexpected(options.error());
    auto reader = std::make_unique<plan::ProjectReader>(project, *options);
    const auto opened = reader->open();
    if (opened)
        return reader;
    Error problem = opened.error();
    problem.message += u"; PostgreSQL is assumed"_s;
    session.report({Diagnostic::fromError(problem)});
    options->dialect = dialect::DialectName::PostgreSql;
    reader = std::make_unique<plan::ProjectReader>(project, *options);
    if (const auto assumed = reader->open(); !assumed)
        return std::unexpected(assumed.error());
    return reader;
}

Result<void> doctor(Session &session, const DoctorOptions &options)
{
    session.keepTrees();
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const auto reader = openReader(session, **project);
    if (!reader)
        return std::unexpected(reader.error());
    DoctorReport report{**project, **reader};
    report.url =
        databaseUrl((*project)->config(), (*project)->dotenv(), QProcessEnvironment::systemEnvironment());
    session.withApplication([&] { report.drivers = databaseDrivers(); });
    report.previews = plan::previewReport(**reader, allTurns((*project)->graph(), **reader));
    report.problems = session.diagnostics();
    if (session.options().json)
        session.out().bytes(jsonLine(doctorObject(report)));
    else
        session.out().text(doctorText(
            report, options.verbose ? DoctorDetail::Everything : DoctorDetail::Refused, session.style()));
    if (!report.isFine())
        session.markFailed();
    return {};
}

} // namespace

void addDoctor(CommandLine &line)
{
    const auto options = std::make_shared<DoctorOptions>();
    line.add("doctor", "Say what Athanor can read of the project, and what keeps it from the rest.")
        .details("Shows the settings of env.py with the lines that they come from, the database drivers, and "
                 "which revisions have SQL that can be shown: previewable, only with a connection, or not "
                 "readable, with place and reason. The exit code is 1 when something is not readable.")
        .flag("-v,--verbose", options->verbose, "List the revisions that can be shown too")
        .example("athanor doctor", "before the first preview of a project")
        .example("athanor doctor --dialect mysql", "how it would do on MySQL")
        .example("athanor doctor --json", "for other programs")
        .run([options](Session &session) { return doctor(session, *options); });
}

} // namespace athanor::cli
