// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/target.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

Error errorFrom(const TargetFault &fault, const FaultWording &wording)
{
    switch (fault.kind) {
    case TargetFault::Unknown:
        return {u"ATH-REV-010"_s,
                u"Can't locate revision identified by '%1'"_s.arg(fault.argument),
                {},
                fault.detail};
    case TargetFault::SeveralHeads: {
        if (!wording.severalHeads.isEmpty())
            return {u"ATH-REV-011"_s, wording.severalHeads};
        const QString argument = wording.argument.isEmpty() ? fault.argument : wording.argument;
        return {
            u"ATH-REV-011"_s,
            u"Multiple head revisions are present for given argument '%1'; please specify a specific target "
            "revision, '<branchname>@%1' to narrow to a specific head, or 'heads' for all heads"_s.arg(
                argument)};
    }
    case TargetFault::NotAncestor:
        return {u"ATH-REV-012"_s, wording.notAncestor};
    case TargetFault::WalkedOut:
    case TargetFault::Other:
        return {u"ATH-REV-013"_s, fault.detail};
    }
    Q_UNREACHABLE_RETURN({});
}

TargetFault tooFewMigrations(const RelativeTarget &target)
{
    return {TargetFault::WalkedOut,
            {},
            u"Relative revision %1 didn't produce %2 migrations"_s.arg(target.text)
                .arg(std::abs(qint64(target.steps)))};
}

std::optional<RelativeTarget> parseRelative(const QString &target)
{
    static const QRegularExpression form(u"\\A(?:(.+?)@)?(\\w+)?((?:\\+|-)\\d+)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = form.match(target);
    if (!match.hasMatch())
        return std::nullopt;
    RelativeTarget relative{match.captured(1), match.captured(2), match.captured(3)};
    bool fits = false;
    relative.steps = relative.text.toInt(&fits);
    if (!fits) // more steps than any graph has
        relative.steps = relative.text.startsWith(u'-') ? -std::numeric_limits<int>::max()
                                                        : std::numeric_limits<int>::max();
    return relative;
}

Found<QStringList> TargetResolver::oneHead(const QString &branch) const
{
    std::vector<int> heads = m_graph.heads();
    if (!branch.isEmpty()) {
        auto ofBranch = onLineage(heads, branch);
        if (!ofBranch)
            return std::unexpected(ofBranch.error());
        heads = std::move(*ofBranch);
    }
    if (heads.size() > 1)
        return std::unexpected(
            TargetFault{TargetFault::SeveralHeads, branch.isEmpty() ? u"head"_s : branch + "@head"_L1});
    return heads.empty() ? QStringList() : QStringList{m_graph.id(heads.front())};
}

Found<TargetResolver::Symbols> TargetResolver::symbols(const QString &identifier) const
{
    Symbols symbols;
    QString id = identifier;
    if (const qsizetype at = identifier.indexOf(u'@'); at >= 0) {
        symbols.branch = identifier.left(at);
        id = identifier.mid(at + 1);
    }
    if (id == "heads"_L1) {
        std::vector<int> heads = m_graph.realHeads();
        if (!symbols.branch.isEmpty()) {
            auto ofBranch = onLineage(m_graph.heads(), symbols.branch);
            if (!ofBranch)
                return std::unexpected(ofBranch.error());
            heads = std::move(*ofBranch);
        }
        for (const int head : heads)
            symbols.ids.append(m_graph.id(head));
    } else if (id == "head"_L1) {
        auto head = oneHead(symbols.branch);
        if (!head)
            return std::unexpected(head.error());
        symbols.ids = std::move(*head);
    } else if (id != "base"_L1) {
        symbols.ids.append(id);
    }
    return symbols;
}

/// Python's int() for the forms that can be typed here.
static std::optional<int> negativeNumber(const QString &text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber && number < 0 ? std::optional(number) : std::nullopt;
}

Found<std::vector<int>> TargetResolver::belowHeads(int steps, const QString &branch) const
{
    std::vector<int> stops;
    for (const int head : m_graph.realHeads()) {
        if (!branch.isEmpty() && !m_graph.labels(head).contains(branch))
            continue;
        const auto stop = walk({head}, steps, {}, Overwalk::Fail);
        if (!stop)
            return std::unexpected(stop.error());
        if (!*stop || (*stop)->isBase())
            return std::unexpected(tooFewMigrations({branch, {}, QString::number(steps), steps}));
        stops.push_back((*stop)->revision);
    }
    return stops;
}

Found<std::vector<int>> TargetResolver::revisions(const QString &identifier) const
{
    const auto resolved = symbols(identifier);
    if (!resolved)
        return std::unexpected(resolved.error());
    if (resolved->ids.size() == 1) {
        if (const auto steps = negativeNumber(resolved->ids.first()))
            return belowHeads(*steps, resolved->branch);
    }
    std::vector<int> found;
    for (const QString &id : resolved->ids) {
        const auto revision = revisionNamed(id, resolved->branch);
        if (!revision)
            return std::unexpected(revision.error());
        found.push_back(*revision);
    }
    return found;
}

Found<std::vector<int>> TargetResolver::revisions(const QStringList &identifiers) const
{
    std::vector<int> all;
    for (const QString &identifier : identifiers) {
        const auto found = revisions(identifier);
        if (!found)
            return std::unexpected(found.error());
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

Found<std::optional<int>> TargetResolver::revision(const QString &identifier) const
{
    const auto resolved = symbols(identifier);
    if (!resolved)
        return std::unexpected(resolved.error());
    if (resolved->ids.size() > 1)
        return std::unexpected(TargetFault{TargetFault::SeveralHeads, identifier});
    if (resolved->ids.isEmpty()) {
        if (!resolved->branch.isEmpty()) {
            if (const auto known = branch(resolved->branch); !known)
                return std::unexpected(known.error());
        }
        return std::optional<int>();
    }
    return revisionNamed(resolved->ids.first(), resolved->branch).transform([](int found) {
        return std::optional(found);
    });
}

TargetFault TargetResolver::noSuchRevision(const QString &id) const
{
    QString detail = u"No such revision or branch '%1'"_s.arg(id);
    if (id.size() < 4)
        detail +=
            "; please ensure at least four characters are present for partial revision identifier matches"_L1;
    return {TargetFault::Unknown, id, detail};
}

Found<int> TargetResolver::branch(const QString &label) const
{
    if (const auto exact = m_graph.find(label))
        return *exact;
    const auto named = revisionNamed(label);
    if (!named)
        return std::unexpected(
            TargetFault{TargetFault::Unknown, label, u"No such branch: '%1'"_s.arg(label)});
    return *named;
}

Found<int> TargetResolver::revisionNamed(const QString &id, const QString &branchName) const
{
    std::optional<RevisionSet> lineage;
    if (!branchName.isEmpty()) {
        const auto top = branch(branchName);
        if (!top)
            return std::unexpected(top.error());
        lineage = lineageOf(m_graph, std::array{*top}, Edges::Revisions);
    }
    std::optional<int> found = m_graph.find(id);
    if (!found) {
        QStringList matches;
        for (const QString &key : m_graph.keys()) {
            if (key.size() > 3 && key.startsWith(id) && (!lineage || lineage->contains(*m_graph.find(key))))
                matches.append(key);
        }
        if (matches.isEmpty())
            return std::unexpected(noSuchRevision(id));
        if (matches.size() > 1) {
            return std::unexpected(TargetFault{
                TargetFault::Unknown, id,
                u"Multiple revisions start with '%1': '%2'..."_s.arg(id, matches.mid(0, 3).join("', '"_L1))});
        }
        found = m_graph.find(matches.first());
    }
    if (lineage && !lineage->contains(*found)) {
        return std::unexpected(
            TargetFault{TargetFault::Unknown, id,
                        u"Revision %1 is not a member of branch '%2'"_s.arg(m_graph.id(*found), branchName)});
    }
    return *found;
}

Found<std::optional<Stop>> TargetResolver::walk(Stop start, int steps, const QString &branchName,
                                                Overwalk overwalk) const
{
    bool atBottom =
        false; // "base" as the end of a walk down; as its beginning, base is where an empty database stands
    Stop place = start;
    for (int taken = 0; taken < std::abs(steps); ++taken) {
        std::vector<int> next;
        if (steps > 0) {
            const std::span<const int> above =
                place.isBase() ? m_graph.bases() : m_graph.children(place.revision);
            next.assign(above.begin(), above.end());
            if (!branchName.isEmpty()) {
                auto ofBranch = onLineage(next, branchName);
                if (!ofBranch)
                    return std::unexpected(ofBranch.error());
                next = std::move(*ofBranch);
            }
        } else if (!atBottom) {
            const std::span<const int> below =
                place.isBase() ? m_graph.heads() : m_graph.parents(place.revision);
            if (below.empty()) {
                atBottom = true;
                place = {};
                continue;
            }
            next.assign(below.begin(), below.end());
        }
        if (next.empty())
            return overwalk == Overwalk::Fail ? std::optional<Stop>() : std::optional(place);
        if (next.size() > 1)
            return std::unexpected(TargetFault{TargetFault::Other, {}, u"Ambiguous walk"_s});
        place = {next.front()};
    }
    return std::optional(place);
}

Found<std::vector<int>> TargetResolver::filtered(std::span<const int> revisions, const QString &identifier,
                                                 Edges edges) const
{
    const auto resolved = symbols(identifier);
    if (!resolved)
        return std::unexpected(resolved.error());
    QStringList names = resolved->ids;
    if (!resolved->branch.isEmpty())
        names.prepend(resolved->branch);
    std::vector<int> kept(revisions.begin(), revisions.end());
    if (names.isEmpty() || kept.empty()) // Alembic does not look the names up either then
        return kept;
    std::vector<int> tests;
    for (const QString &name : names) {
        const auto test = revisionNamed(name);
        if (!test)
            return std::unexpected(test.error());
        tests.push_back(*test);
    }
    const RevisionSet lineage = lineageOf(m_graph, tests, edges);
    std::erase_if(kept, [&](int revision) { return !lineage.contains(revision); });
    return kept;
}

Found<std::vector<int>> TargetResolver::onLineage(std::span<const int> revisions,
                                                  const QString &identifier) const
{
    return filtered(revisions, identifier, Edges::Revisions);
}

Found<std::vector<int>> TargetResolver::onLineageOrDependent(std::span<const int> revisions,
                                                             const QString &identifier) const
{
    return filtered(revisions, identifier, Edges::RevisionsAndDependencies);
}

} // namespace athanor
