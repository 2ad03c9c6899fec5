// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace athanor::python {

/// Python's C3: appends to `order`, which holds the class itself, the classes of `sequences`, which are the
/// orders of its bases and then the bases. False when they conflict.
template<typename T>
bool mergeOrders(std::vector<T> &order, std::vector<std::vector<T>> sequences)
{
    for (;;) {
        std::erase_if(sequences, [](const auto &sequence) { return sequence.empty(); });
        if (sequences.empty())
            return true;
        const auto isInATail = [&](const T &candidate) {
            return std::ranges::any_of(sequences, [&](const auto &sequence) {
                return std::find(sequence.begin() + 1, sequence.end(), candidate) != sequence.end();
            });
        };
        const auto good = std::ranges::find_if(
            sequences, [&](const auto &sequence) { return !isInATail(sequence.front()); });
        if (good == sequences.end())
            return false;
        const T next = good->front();
        order.push_back(next);
        for (auto &sequence : sequences) {
            if (sequence.front() == next)
                sequence.erase(sequence.begin());
        }
    }
}

} // namespace athanor::python
