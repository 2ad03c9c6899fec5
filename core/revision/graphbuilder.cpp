// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/graphbuilder.h"

#include "core/revision/cycles.h"
#include "core/revision/traversal.h"

#include <algorithm>
#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

static void appendOnce(std::vector<int> &list, int item)
{
    if (!std::ranges::contains(list, item))
        list.push_back(item);
}

static void appendOnce(QStringList &list, const QStringList &items)
{
    for (const QString &item : items) {
        if (!list.contains(item))
            list.append(item);
    }
}

void GraphBuilder::report(Severity severity, const Error &error)
{
    Diagnostic problem = Diagnostic::fromError(error);
    problem.severity = severity;
    m_graph.m_problems.append(problem);
    if (severity == Severity::Error && !m_graph.m_fault)
        m_graph.m_fault = error;
}

void GraphBuilder::build(const QList<Revision> &revisions)
{
    addRevisions(revisions);
    const auto count = size_t(m_graph.size());
    m_graph.m_parents.resize(count);
    m_graph.m_children.resize(count);
    m_graph.m_dependencies.resize(count);
    m_graph.m_dependents.resize(count);
    m_graph.m_missingParents.resize(qsizetype(count));
    m_graph.m_labels.resize(qsizetype(count));

    addLabels();
    linkParents();
    resolveDependencies();
    reportCycles();
    breakCycles();
    linkDependents();
    thinOutDependencies();
    findTips();
    spreadLabels();
}

void GraphBuilder::addRevisions(const QList<Revision> &revisions)
{
    m_graph.m_revisions.reserve(revisions.size());
    m_graph.m_index.reserve(revisions.size());
    m_graph.m_keys.reserve(revisions.size());
    for (const Revision &revision : revisions) {
        checkId(revision);
        checkSelfLoops(revision);
        const auto known = m_graph.m_index.constFind(revision.id);
        if (known == m_graph.m_index.constEnd()) {
            m_graph.m_index.insert(revision.id, m_graph.size());
            m_graph.m_keys.append(revision.id);
            m_graph.m_revisions.append(revision);
            continue;
        }
        // As in a Python dictionary: the later value, at the place of the first.
        Revision &place = m_graph.m_revisions[*known];
        report(Severity::Warning,
               {u"ATH-REV-001"_s, u"Revision %1 is present more than once"_s.arg(revision.id),
                revision.where(),
                u"also in %1; only the former counts, so give one of them another id"_s.arg(
                    place.where().text()),
                ErrorKind::Failure});
        place = revision;
    }
}

void GraphBuilder::checkId(const Revision &revision)
{
    QStringList illegal;
    for (const QChar character : {u'+', u'-', u':', u'@'}) {
        if (revision.id.contains(character))
            illegal.append(character);
    }
    if (!illegal.isEmpty()) {
        report(Severity::Error, {u"ATH-REV-002"_s,
                                 u"Character(s) '%1' not allowed in revision identifier '%2'"_s.arg(
                                     illegal.join(", "_L1), revision.id),
                                 revision.where(), u"rename the revision"_s, ErrorKind::Failure});
    }
}

void GraphBuilder::checkSelfLoops(const Revision &revision)
{
    const auto reportLoop = [&](const QString &kind, const QString &variable) {
        report(Severity::Error,
               {u"ATH-REV-003"_s, u"%1 is detected in revisions (%2)"_s.arg(kind, revision.id),
                revision.where(), u"take its own id out of %1"_s.arg(variable), ErrorKind::Failure});
    };
    if (revision.downRevisions.contains(revision.id))
        reportLoop(u"Self-loop"_s, u"down_revision"_s);
    else if (revision.dependsOn.contains(revision.id))
        reportLoop(u"Dependency self-loop"_s, u"depends_on"_s);
}

void GraphBuilder::addLabels()
{
    for (int i = 0; i < m_graph.size(); ++i) {
        const Revision &revision = m_graph.at(i);
        for (const QString &label : revision.branchLabels) {
            if (const auto user = m_graph.m_index.constFind(label); user == m_graph.m_index.constEnd()) {
                m_graph.m_index.insert(label, i);
                m_graph.m_keys.append(label);
            } else {
                report(Severity::Error,
                       {u"ATH-REV-004"_s,
                        u"Branch name '%1' in revision %2 already used by revision %3"_s.arg(
                            label, revision.id, m_graph.id(*user)),
                        revision.where(),
                        u"the other is in %1; rename one"_s.arg(m_graph.at(*user).where().text()),
                        ErrorKind::Failure});
            }
        }
    }
}

static Error missing(const QString &id, const Revision &referrer, const QString &variable)
{
    return {u"ATH-REV-005"_s, u"Revision %1 referenced from %2 is not present"_s.arg(id, referrer.id),
            referrer.where(), u"restore its script, or correct %1"_s.arg(variable), ErrorKind::Failure};
}

void GraphBuilder::linkParents()
{
    for (int i = 0; i < m_graph.size(); ++i) {
        const Revision &revision = m_graph.at(i);
        for (const QString &id : revision.downRevisions) {
            // Labels don't count here, unlike in depends_on.
            const auto parent = m_graph.find(id);
            if (!parent || m_graph.id(*parent) != id) {
                m_graph.m_missingParents[i].append(id);
                report(Severity::Error, missing(id, revision, u"down_revision"_s));
            } else if (*parent != i) {
                appendOnce(m_graph.m_parents[size_t(i)], *parent);
            }
        }
    }
}

void GraphBuilder::resolveDependencies()
{
    for (int i = 0; i < m_graph.size(); ++i) {
        const Revision &revision = m_graph.at(i);
        for (const QString &name : revision.dependsOn) {
            if (const auto dependency = m_graph.find(name); !dependency)
                report(Severity::Error, missing(name, revision, u"depends_on"_s));
            else if (*dependency != i)
                appendOnce(m_graph.m_dependencies[size_t(i)], *dependency);
        }
    }
}

void GraphBuilder::reportCycles()
{
    const auto reportCycle = [&](const QString &kind, const std::vector<int> &revisions) {
        QStringList ids;
        for (const int revision : revisions)
            ids.append(m_graph.id(revision));
        report(Severity::Error,
               {u"ATH-REV-006"_s, u"%1 is detected in revisions (%2)"_s.arg(kind, ids.join(", "_L1)),
                m_graph.at(revisions.front()).where(),
                u"correct the down_revision or depends_on of one of them"_s, ErrorKind::Failure});
    };
    if (const auto revisions = revisionsBesideCycle(m_graph, m_graph.m_parents); !revisions.empty()) {
        reportCycle(u"Cycle"_s, revisions);
        return;
    }
    Adjacency requirements = m_graph.m_parents;
    for (size_t i = 0; i < requirements.size(); ++i) {
        for (const int dependency : m_graph.m_dependencies[i])
            appendOnce(requirements[i], dependency);
    }
    if (const auto revisions = revisionsBesideCycle(m_graph, requirements); !revisions.empty())
        reportCycle(u"Dependency cycle"_s, revisions);
}

void GraphBuilder::breakCycles()
{
    if (!m_graph.m_fault)
        return;
    removeBackEdges({&m_graph.m_parents, &m_graph.m_dependencies});
}

void GraphBuilder::linkDependents()
{
    for (int i = 0; i < m_graph.size(); ++i) {
        for (const int parent : m_graph.parents(i))
            m_graph.m_children[size_t(parent)].push_back(i);
        for (const int dependency : m_graph.dependencies(i))
            m_graph.m_dependents[size_t(dependency)].push_back(i);
    }
}

void GraphBuilder::thinOutDependencies()
{
    const Adjacency resolved = m_graph.m_dependencies;
    for (int i = 0; i < m_graph.size(); ++i) {
        if (resolved[size_t(i)].empty())
            continue;
        auto &kept = m_graph.m_dependencies[size_t(i)];
        for (const int below : ancestors(m_graph, std::array{i}, Edges::Revisions).members()) {
            if (below == i)
                continue;
            std::erase_if(kept, [&](int one) { return std::ranges::contains(resolved[size_t(below)], one); });
        }
    }
}

void GraphBuilder::findTips()
{
    for (int i = 0; i < m_graph.size(); ++i) {
        if (m_graph.isHead(i))
            m_graph.m_heads.push_back(i);
        if (m_graph.isRealHead(i))
            m_graph.m_realHeads.push_back(i);
        if (m_graph.isBase(i))
            m_graph.m_bases.push_back(i);
    }
}

void GraphBuilder::spreadLabels()
{
    const auto hasLabels = [](const Revision &revision) { return !revision.branchLabels.isEmpty(); };
    if (std::ranges::none_of(m_graph.m_revisions, hasLabels))
        return;
    for (const int revision : parentsFirst(m_graph.m_parents, m_graph.m_children)) {
        QStringList &labels = m_graph.m_labels[revision];
        const QStringList inherited = labelsFromBelow(revision);
        labels = m_graph.at(revision).branchLabels;
        if (labels.isEmpty())
            labels = inherited;
        else
            appendOnce(labels, inherited);
    }
    for (int i = 0; i < m_graph.size(); ++i) {
        if (hasLabels(m_graph.at(i)))
            spreadLabelDown(i);
    }
}

QStringList GraphBuilder::labelsFromBelow(int revision) const
{
    QStringList labels;
    for (const int parent : m_graph.parents(revision)) {
        if (labels.isEmpty())
            labels = m_graph.m_labels[parent]; // shared, not copied: long lines all have the same list
        else
            appendOnce(labels, m_graph.m_labels[parent]);
    }
    return labels;
}

static bool isJoint(const RevisionGraph &graph, int revision)
{
    return graph.isMergePoint(revision) || graph.requiredBy(revision).size() > 1;
}

/// A label also holds for what lies below its revision, down to a joint, but only where the line above it has
/// no joint either: Alembic starts that walk at the far end of the branch.
void GraphBuilder::spreadLabelDown(int revision)
{
    for (int above = revision;; above = m_graph.children(above).front()) {
        if (isJoint(m_graph, above))
            return;
        if (m_graph.children(above).empty())
            break;
    }
    int below = revision;
    while (!m_graph.parents(below).empty()) {
        below = m_graph.parents(below).front();
        if (isJoint(m_graph, below))
            return;
        appendOnce(m_graph.m_labels[below], m_graph.at(revision).branchLabels);
    }
}

} // namespace athanor
