// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/listing.h"
#include "core/revision/resolve.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct HistoryOptions
{
    QString range;
    bool verbose = false;
    bool indicateCurrent = false;
};

/// The ends of "start:end" as typed; an empty one is open.
struct Ends
{
    QString start;
    QString end;

    bool needDatabase() const { return start == "current"_L1 || end == "current"_L1; }
};

Result<Ends> splitRange(const QString &range)
{
    if (range.isEmpty())
        return Ends{};
    const QStringList parts = range.trimmed().split(u':');
    if (parts.size() != 2)
        return std::unexpected(
            Error{u"ATH-CLI-006"_s, u"History range requires [start]:[end], [start]:, or :[end]"_s});
    return Ends{parts.first(), parts.last()};
}

QStringList names(const QString &end, const QStringList &rows)
{
    if (end == "current"_L1)
        return rows;
    return end.isEmpty() ? QStringList() : QStringList(end);
}

Result<void> history(Session &session, const HistoryOptions &options)
{
    const auto ends = splitRange(options.range);
    if (!ends)
        return std::unexpected(ends.error());
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    QStringList rows;
    if (options.indicateCurrent || ends->needDatabase()) {
        const auto read = session.versionRows();
        if (!read)
            return std::unexpected(read.error());
        rows = *read;
    }
    const RevisionGraph &graph = (*project)->graph();
    std::vector<int> revisions;
    if (options.range.isEmpty()) {
        revisions = graph.newestFirst();
    } else {
        auto between = historyBetween(graph, {names(ends->start, rows), names(ends->end, rows)});
        if (!between)
            return std::unexpected(between.error());
        revisions = std::move(*between);
    }
    printRevisions(session, graph, revisions, detail(options.verbose),
                   LinePart::Parents | LinePart::Labels | LinePart::HeadMarks | LinePart::TreeMarks
                       | LinePart::Message,
                   options.indicateCurrent ? rows : QStringList());
    return {};
}

} // namespace

void addHistory(CommandLine &line)
{
    const auto options = std::make_shared<HistoryOptions>();
    line.add("history", "List the revisions, newest first.")
        .details(
            "Each line shows the parents, the revision, its branch labels, what is special about it, and its "
            "message. Both ends of a range belong to it; an end may be a revision, a branch (`label@head`), "
            "steps "
            "back from the head (`-3`), or `current`, the database's own position.")
        .option("-r,--rev-range", options->range, "START:END",
                "List only this range; either end may be left out")
        .flag("-v,--verbose", options->verbose, "Show each revision's whole description and its file")
        .flag("-i,--indicate-current", options->indicateCurrent, "Mark the revisions the database is at")
        .example("athanor history", "everything, newest first")
        .example("athanor history -r ae10:", "from the revision that begins with ae10 to the heads")
        .example("athanor history -r -3:", "the head and the three revisions before it")
        .example("athanor history -r current: -i", "from the database's revision to the heads, marked")
        .example("athanor history --json | jq -r '.[].path'", "the files, for another program")
        .run([options](Session &session) { return history(session, *options); });
}

} // namespace athanor::cli
