// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace athanor::python {

/// What scripts can learn of the moment at which they run: the clock and randomness. As in Python both are
/// the machine's, unless whoever evaluates sets them first (Evaluator::state<World>()) to get the same text
/// twice. Each use is noted as not reproducible.
struct World
{
    std::optional<std::int64_t> microseconds; ///< since 1970 in UTC
    std::optional<std::uint64_t> seed;

    std::int64_t now() const;
    /// Minutes by which local time is ahead of UTC.
    int localOffset() const;
    /// That many random bytes.
    std::string entropy(std::size_t count);
};

} // namespace athanor::python
