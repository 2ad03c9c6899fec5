// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/plantext.h"
#include "app/cli/session.h"
#include "core/revision/resolve.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct PlanOptions
{
    QString operation;
    QStringList targets;
    QString from;
    bool purge = false;
};

/// What --from names.
QStringList startNames(const PlanOptions &options)
{
    QStringList names;
    for (const QString &part : options.from.split(u',')) {
        if (const QString name = part.trimmed(); !name.isEmpty())
            names += name;
    }
    return names;
}

Result<void> checkOptions(const PlanOptions &options)
{
    const auto usage = [](const QString &message, const QString &hint) {
        return std::unexpected(Error{u"ATH-CLI-002"_s, message, {}, hint, ErrorKind::Usage});
    };
    if (options.operation == "downgrade"_L1 && options.targets.size() > 1)
        return usage(u"a downgrade has one target"_s, u"name the one revision to go down to"_s);
    if (options.purge && options.operation != "stamp"_L1)
        return usage(u"--purge is for stamp only"_s, u"leave it out, or plan a stamp"_s);
    if (!options.from.isEmpty() && startNames(options).isEmpty())
        return usage(u"--from names no revision"_s, u"name the revisions to start from, or base"_s);
    return {};
}

/// --from as the rows of a version table. A purging stamp may start from anything, unknown ids too.
Result<QStringList> startingRows(const RevisionGraph &graph, const PlanOptions &options)
{
    QStringList rows;
    for (const QString &name : startNames(options)) {
        const auto resolved = resolveRevisions(graph, name);
        if (!resolved && !options.purge)
            return std::unexpected(resolved.error());
        if (!resolved) {
            rows += name;
            continue;
        }
        for (const int revision : *resolved)
            rows += graph.id(revision);
    }
    rows.removeDuplicates();
    return rows;
}

Result<RevisionPath> path(const RevisionGraph &graph, const QStringList &rows, const PlanOptions &options)
{
    if (options.operation == "upgrade"_L1)
        return upgradePath(graph, rows, options.targets);
    if (options.operation == "downgrade"_L1)
        return downgradePath(graph, rows, options.targets.first());
    return stampPath(graph, rows, options.targets, options.purge ? StampMode::Purge : StampMode::Keep);
}

Result<void> plan(Session &session, const PlanOptions &options)
{
    if (const auto fine = checkOptions(options); !fine)
        return fine;
    const auto project = session.wholeProject(u"a plan"_s);
    if (!project)
        return std::unexpected(project.error());
    const RevisionGraph &graph = (*project)->graph();
    const auto rows = options.from.isEmpty() ? session.versionRows() : startingRows(graph, options);
    if (!rows)
        return std::unexpected(rows.error());
    const auto planned = path(graph, *rows, options);
    if (!planned)
        return std::unexpected(planned.error());
    if (session.options().json)
        session.out().bytes(jsonLine(planObject(graph, *planned)));
    else
        session.out().text(planText(graph, *planned, session.style()));
    if (!session.options().quiet) {
        for (const QString &warning : planned->warnings)
            printError(u"WARNING: "_s + warning);
    }
    return {};
}

} // namespace

void addPlan(CommandLine &line)
{
    const auto options = std::make_shared<PlanOptions>();
    line.add("plan", "Show what an upgrade, downgrade or stamp would do, step by step. Changes nothing.")
        .details("Each step shows the revision left and the one arrived at, and how the version table "
                 "changes. The start is the "
                 "database's own position, unless --from names another one.")
        .argument("upgrade|downgrade|stamp", options->operation, "What to plan")
        .arguments("REV", options->targets,
                   "Where to: a revision, a branch (label@head), heads, base, or a step (+1, -1, ae10+2)")
        .option("--from", options->from, "REV[,REV]",
                "Start from these revisions, or from base, instead of the database's")
        .flag("--purge", options->purge, "With stamp: empty the version table first, whatever it holds")
        .example("athanor plan upgrade heads", "what the database still lacks")
        .example("athanor plan upgrade head --from base", "the whole way, without a database")
        .example("athanor plan downgrade -1", "what the last step back would undo")
        .example("athanor plan stamp ae10 --purge --json", "for another program")
        .run([options](Session &session) { return plan(session, *options); });
}

} // namespace athanor::cli
