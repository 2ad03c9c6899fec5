// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyrows.h"

#include "core/revision/resolve.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(athanor::History)
};

using PillsById = QHash<QString, QList<Pill>>;

PillsById databasePills(const HistoryInput &input)
{
    PillsById pills;
    for (qsizetype i = 0; i < input.databases.size(); ++i) {
        const DatabasePosition &database = input.databases.at(i);
        for (const QString &id : database.rows) {
            Pill pill{database.name, pillKind(database.environment),
                      Tr::tr("Database %1 is at %2").arg(database.name, id)};
            pill.emphasised = i == input.chosen;
            pills[id].append(pill);
        }
    }
    return pills;
}

/// Databases first: they are what moves.
QList<Pill> rowPills(const RevisionGraph &graph, int revision, const PillsById &databases)
{
    QList<Pill> pills = databases.value(graph.id(revision));
    for (const QString &label : graph.at(revision).branchLabels)
        pills.append({label, PillKind::Label, Tr::tr("Branch label %1").arg(label)});
    if (graph.isRealHead(revision))
        pills.append({Tr::tr("head"), PillKind::Head, Tr::tr("Head: nothing follows this revision")});
    else if (graph.isHead(revision))
        pills.append(
            {Tr::tr("effective head"), PillKind::Head, Tr::tr("Another branch depends on this head")});
    return pills;
}

class Filter
{
public:
    explicit Filter(const QString &text)
        : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
    {
    }

    bool isEmpty() const { return m_words.isEmpty(); }

    bool matches(const QStringList &texts) const
    {
        return std::ranges::all_of(m_words, [&](const QString &word) {
            return std::ranges::any_of(
                texts, [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
        });
    }

private:
    QStringList m_words;
};

QStringList searchedTexts(const RevisionGraph &graph, int index, const PillsById &databases)
{
    const Revision &revision = graph.at(index);
    QStringList texts = graph.labels(index);
    texts << revision.id << revision.message() << QFileInfo(revision.path).fileName();
    for (const Pill &pill : databases.value(revision.id))
        texts << pill.text;
    return texts;
}

HistoryRow ghostRow(const QString &id, const QList<Pill> &pills)
{
    HistoryRow row;
    row.id = id;
    row.state = RevisionState::Ghost;
    row.pills = pills;
    return row;
}

std::vector<HistoryRow> ghostRows(const HistoryInput &input, const PillsById &databases)
{
    std::vector<HistoryRow> ghosts;
    QSet<QString> seen;
    for (const DatabasePosition &database : input.databases) {
        for (const QString &id : database.rows) {
            if (input.graph->find(id) || seen.contains(id))
                continue;
            seen.insert(id);
            ghosts.push_back(ghostRow(id, databases.value(id)));
        }
    }
    return ghosts;
}

RevisionState stateOf(const std::optional<RevisionSet> &applied, const QStringList &rows,
                      const RevisionGraph &graph, int revision)
{
    if (!applied)
        return RevisionState::Unplaced;
    if (!applied->contains(revision))
        return RevisionState::Pending;
    return rows.contains(graph.id(revision)) ? RevisionState::Current : RevisionState::Applied;
}

} // namespace

HistoryRows buildHistoryRows(const HistoryInput &input, const CancelToken &token)
{
    HistoryRows history;
    history.graph = input.graph;
    if (!input.graph)
        return history;

    const RevisionGraph &graph = *input.graph;
    const PillsById databases = databasePills(input);
    const Filter filter(input.filter);
    std::vector<HistoryRow> ghosts = ghostRows(input, databases);
    history.total = graph.size() + int(ghosts.size());
    for (HistoryRow &ghost : ghosts) {
        QStringList texts{ghost.id};
        for (const Pill &pill : std::as_const(ghost.pills))
            texts << pill.text;
        if (filter.matches(texts))
            history.rows.push_back(std::move(ghost));
    }

    std::vector<int> shown = graph.newestFirst();
    if (!filter.isEmpty()) {
        std::erase_if(shown, [&](int revision) {
            return token.isCancelled() || !filter.matches(searchedTexts(graph, revision, databases));
        });
    }
    if (token.isCancelled())
        return history;

    QStringList chosenRows;
    std::optional<RevisionSet> applied;
    history.hasDatabase = input.chosen >= 0 && input.chosen < input.databases.size();
    if (history.hasDatabase) {
        chosenRows = input.databases.at(input.chosen).rows;
        applied = appliedRevisions(graph, chosenRows);
    }

    history.ghostCount = int(history.rows.size());
    history.lanes = layoutLanes(graph, shown);
    history.rows.reserve(history.rows.size() + shown.size());
    for (const LaneRow &dot : history.lanes.rows()) {
        HistoryRow row;
        row.revision = dot.revision;
        row.id = graph.id(dot.revision);
        row.state = stateOf(applied, chosenRows, graph, dot.revision);
        row.dot = dot;
        row.pills = rowPills(graph, dot.revision, databases);
        history.rows.push_back(std::move(row));
    }
    return history;
}

} // namespace athanor
