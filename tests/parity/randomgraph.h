// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

#include <QSet>

#include <random>

namespace athanor::test {

/// A valid project of `size` revisions with branches, merges, labels, dependencies and several bases. The
/// same for the same seed on every machine; the order of the list is no topological one.
QList<Revision> randomRevisions(unsigned seed, int size);

/// Numbers that are the same everywhere, which std::uniform_int_distribution does not promise.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    /// From 0 up to below `sides`.
    int roll(int sides) { return int(m_engine() % unsigned(sides)); }
    bool chance(int percent) { return roll(100) < percent; }

private:
    std::mt19937 m_engine;
};

} // namespace athanor::test
