// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/historyrows.h"

class QPainter;

namespace athanor {

/// How lanes are measured out, in device-independent pixels.
namespace lanes {
constexpr int Width = 14;
constexpr int Margin = 12;
constexpr int MostShown = 14; ///< beyond that the column is cut off until it is made wider
} // namespace lanes

/// Width that shows so many lanes.
int laneColumnWidth(int laneCount);

/// The lines of a row and its dot: filled for applied, hollow for pending, with a ring for current, dashed
/// for a ghost, a diamond for a merge.
void paintLanes(QPainter *painter, const QRect &rect, const HistoryRows &history, int index,
                const ThemeColours &colours, const QColor &ground);

} // namespace athanor
