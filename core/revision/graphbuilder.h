// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor {

/// Ties revisions into a graph, step by step, noting what does not fit. Whatever the input, the result has no
/// cycle and no edge to nowhere: what had to be left out is a problem, and the first grave one is the graph's
/// fault.
class GraphBuilder
{
public:
    explicit GraphBuilder(RevisionGraph &graph)
        : m_graph(graph)
    {
    }
    void build(const QList<Revision> &revisions);

private:
    void addRevisions(const QList<Revision> &revisions);
    void addLabels();
    void linkParents();
    void resolveDependencies();
    void linkDependents();
    void reportCycles();
    void breakCycles();
    void thinOutDependencies();
    void findTips();
    void spreadLabels();
    QStringList labelsFromBelow(int revision) const;
    void spreadLabelDown(int revision);

    void checkId(const Revision &revision);
    void checkSelfLoops(const Revision &revision);
    void report(Severity severity, const Error &error);

    RevisionGraph &m_graph;
};

} // namespace athanor
