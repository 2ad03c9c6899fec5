// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/describe.h"
#include "core/revision/lanes.h"
#include "core/revision/path.h"
#include "core/revision/resolve.h"
#include "tests/support/graphtext.h"

using namespace athanor;
using namespace Qt::StringLiterals;

static void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What must hold for any graph, however broken.
static void checkListing(const RevisionGraph &graph)
{
    const std::vector<int> order = graph.newestFirst();
    require(order.size() == size_t(graph.size()));
    const LaneLayout layout = layoutLanes(graph, order);
    require(layout.rows().size() == order.size());
    for (size_t row = 0; row < order.size(); ++row) {
        layout.segments(int(row));
        oneLine(graph, order[row],
                LinePart::Parents | LinePart::Labels | LinePart::HeadMarks | LinePart::TreeMarks);
        verboseBlock(graph, order[row]);
    }
}

/// All the way up and down again runs every revision once each way and leaves no row.
static void checkRoundTrip(const RevisionGraph &graph)
{
    const auto up = upgradePath(graph, {}, {u"heads"_s});
    require(up && up->steps.size() == graph.size());
    const auto down = downgradePath(graph, up->rows, u"base"_s);
    require(down && down->steps.size() == graph.size() && down->rows.isEmpty());
}

static void ask(const RevisionGraph &graph, const QStringList &words)
{
    for (const QString &word : words) {
        resolveRevisions(graph, word);
        resolveRevision(graph, word);
        currentRevisions(graph, {word});
        historyBetween(graph, {{word}, {}});
        historyBetween(graph, {{}, {word}});
        upgradePath(graph, {}, {word});
        upgradePath(graph, words.first(1), {word});
        downgradePath(graph, words.first(1), word);
        stampPath(graph, words.first(1), {word});
    }
}

/// The first line holds identifiers, the others a graph as tests/support/graphtext.h reads it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size > 2000)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QStringList words = text.section(u'\n', 0, 0).split(u' ', Qt::SkipEmptyParts);
    const RevisionGraph graph(test::revisionsFromText(text.section(u'\n', 1)));
    checkListing(graph);
    if (!graph.fault() && graph.problems().isEmpty())
        checkRoundTrip(graph);
    ask(graph, words);
    return 0;
}
