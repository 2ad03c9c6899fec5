// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/lanepainter.h"

#include <QPainter>
#include <QPainterPath>

namespace athanor {

namespace {

constexpr qreal LineWidth = 2;
constexpr qreal DotRadius = 4.5;
constexpr qreal RingRadius = 7.5;
constexpr qreal DiamondGrowth = 1.45; ///< for the same weight as a circle
constexpr qreal CurveTension = 0.6;

/// Where things of one row lie.
struct RowGeometry
{
    QRectF rect;
    int dotLane = 0;

    qreal x(int lane) const { return rect.left() + lanes::Margin + lane * lanes::Width; }
    QPointF dot() const { return {x(dotLane), rect.top() + rect.height() / 2}; }
    QPointF top(int lane) const { return {x(lane), rect.top()}; }
    QPointF bottom(int lane) const { return {x(lane), rect.top() + rect.height()}; }
};

QColor laneColour(const ThemeColours &colours, int colour)
{
    return colours.lanes.at(colour % colours.lanes.size());
}

QPen linePen(const QColor &colour, LaneSegment::Kind kind)
{
    QPen pen(colour, LineWidth, Qt::SolidLine, Qt::FlatCap);
    if (kind == LaneSegment::Dependency)
        pen.setDashPattern({2.5, 1.5});
    else if (kind == LaneSegment::Hidden)
        pen.setDashPattern({1, 2});
    return pen;
}

void paintSegment(QPainter *painter, const RowGeometry &row, const LaneSegment &segment,
                  const ThemeColours &colours)
{
    const QPointF start = segment.from == LaneSegment::Dot ? row.dot() : row.top(segment.from);
    const QPointF end = segment.to == LaneSegment::Dot ? row.dot() : row.bottom(segment.to);
    painter->setPen(linePen(laneColour(colours, segment.colour), segment.kind));
    painter->setBrush(Qt::NoBrush);
    if (qFuzzyCompare(start.x(), end.x())) {
        painter->drawLine(start, end);
        return;
    }
    // Upright at the edges of the row, level at the dot.
    const QPointF down(0, (end.y() - start.y()) * CurveTension);
    const QPointF across((end.x() - start.x()) * CurveTension, 0);
    QPainterPath path(start);
    path.cubicTo(start + (segment.from == LaneSegment::Dot ? across : down),
                 end - (segment.to == LaneSegment::Dot ? across : down), end);
    painter->drawPath(path);
}

void paintDotShape(QPainter *painter, const QPointF &centre, qreal radius, bool diamond)
{
    if (!diamond) {
        painter->drawEllipse(centre, radius, radius);
        return;
    }
    const qreal reach = radius * DiamondGrowth;
    painter->drawPolygon(QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, 0),
                                    centre + QPointF(0, reach), centre + QPointF(-reach, 0)}));
}

void paintDot(QPainter *painter, const QPointF &centre, const HistoryRow &row, bool merge,
              const ThemeColours &colours, const QColor &ground)
{
    const bool ghost = row.state == RevisionState::Ghost;
    const QColor colour = ghost ? colours.muted : laneColour(colours, row.dot.colour);
    const bool hollow = row.state == RevisionState::Pending || ghost;
    if (row.state == RevisionState::Current) {
        painter->setPen(QPen(colour, 1.5));
        painter->setBrush(ground);
        painter->drawEllipse(centre, RingRadius, RingRadius);
    }
    if (hollow) {
        QPen pen(colour, ghost ? 1.5 : LineWidth);
        if (ghost)
            pen.setDashPattern({1.6, 1.4});
        painter->setPen(pen);
        painter->setBrush(ground);
        paintDotShape(painter, centre, DotRadius - LineWidth / 2, merge);
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    paintDotShape(painter, centre, DotRadius, merge);
}

} // namespace

int laneColumnWidth(int laneCount)
{
    return 2 * lanes::Margin + (std::clamp(laneCount, 1, lanes::MostShown) - 1) * lanes::Width;
}

void paintLanes(QPainter *painter, const QRect &rect, const HistoryRows &history, int index,
                const ThemeColours &colours, const QColor &ground)
{
    const HistoryRow &row = history.rows[size_t(index)];
    const bool known = row.revision >= 0;
    const RowGeometry geometry{QRectF(rect), row.dot.lane};
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);
    if (known) {
        const int visible = rect.width() / lanes::Width + 1;
        for (const LaneSegment &segment : history.lanes.segments(index - history.ghostCount, visible))
            paintSegment(painter, geometry, segment, colours);
        if (!history.graph->missingParents(row.revision).isEmpty()) {
            painter->setPen(linePen(colours.removed, LaneSegment::Hidden));
            painter->drawLine(geometry.dot(), geometry.bottom(row.dot.lane));
        }
    }
    paintDot(painter, geometry.dot(), row, known && history.graph->isMergePoint(row.revision), colours,
             ground);
    painter->restore();
}

} // namespace athanor
