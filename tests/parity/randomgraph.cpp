// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/randomgraph.h"

namespace athanor::test {

using namespace Qt::StringLiterals;

namespace {

class RevisionGenerator
{
public:
    RevisionGenerator(unsigned seed, int size)
        : m_dice(seed)
        , m_size(size)
    {
    }

    QList<Revision> generate()
    {
        for (int i = 0; i < m_size; ++i)
            add(i);
        for (qsizetype i = m_revisions.size() - 1; i > 0; --i)
            m_revisions.swapItemsAt(i, m_dice.roll(int(i) + 1));
        return m_revisions;
    }

private:
    void add(int index)
    {
        Revision revision;
        revision.id = u"%1%2"_s.arg(m_dice.roll(0x10000), 4, 16, '0'_L1).arg(index, 2, 16, '0'_L1);
        revision.documentation = u"step %1"_s.arg(index);
        QSet<QString> above{revision.id};
        const int wanted = index == 0 || m_dice.chance(8) ? 0 : m_dice.chance(78) ? 1 : 2 + m_dice.roll(2);
        for (int i = 0; i < wanted; ++i)
            addParent(revision, above);
        if (index > 0 && m_dice.chance(15))
            addDependency(revision, above);
        if (m_dice.chance(18))
            revision.branchLabels.append(u"label%1"_s.arg(index));
        m_ancestors.insert(revision.id, above);
        m_revisions.append(revision);
    }

    /// Parents are near the tip more often than not, and never ancestors of one another.
    void addParent(Revision &revision, QSet<QString> &above)
    {
        const int reach = m_dice.chance(70) ? 3 : int(m_revisions.size());
        const qsizetype first = std::max<qsizetype>(0, m_revisions.size() - reach);
        const QString parent = m_revisions.at(first + m_dice.roll(int(m_revisions.size() - first))).id;
        const auto related = [&](const QString &other) {
            return m_ancestors.value(parent).contains(other) || m_ancestors.value(other).contains(parent);
        };
        if (std::ranges::any_of(revision.downRevisions, related))
            return;
        revision.downRevisions.append(parent);
        above.unite(m_ancestors.value(parent));
    }

    void addDependency(Revision &revision, QSet<QString> &above)
    {
        const QString dependency = m_revisions.at(m_dice.roll(int(m_revisions.size()))).id;
        if (above.contains(dependency))
            return;
        revision.dependsOn.append(dependency);
        above.unite(m_ancestors.value(dependency));
    }

    Dice m_dice;
    int m_size;
    QList<Revision> m_revisions;
    QHash<QString, QSet<QString>> m_ancestors; ///< each with itself, along both kinds of edge
};

} // namespace

QList<Revision> randomRevisions(unsigned seed, int size)
{
    return RevisionGenerator(seed, size).generate();
}

} // namespace athanor::test
