// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int SidePadding = 7;
constexpr int ShapeSize = 7;
constexpr int Gap = 5; ///< between pills, and between shape and text
constexpr int SmallestWidth = 28;

bool hasShape(PillKind kind)
{
    return kind == PillKind::Development || kind == PillKind::Test || kind == PillKind::Production;
}

int pillHeight(const QFontMetrics &caption)
{
    return caption.height() + 4;
}

void paintPill(QPainter *painter, const QRect &rect, const Pill &pill, const ThemeColours &colours)
{
    const QColor colour = pillColour(colours, pill.kind);
    QRect inner = rect;
    if (pill.kind != PillKind::Caption) {
        const QRectF outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
        painter->setPen(QPen(mixed(colours.surface, colour, pill.emphasised ? 1.0 : 0.45), 1));
        painter->setBrush(pillGround(colours, pill.kind));
        painter->drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
        inner.adjust(SidePadding, 0, -SidePadding, 0);
    }
    if (hasShape(pill.kind)) {
        const QRectF square(inner.left(), inner.center().y() + 1 - ShapeSize / 2.0, ShapeSize, ShapeSize);
        paintShape(painter, square, pill.kind, colour);
        inner.setLeft(inner.left() + ShapeSize + Gap - 1);
    }
    painter->setPen(colour);
    const QString text = painter->fontMetrics().elidedText(pill.text, Qt::ElideRight, inner.width() + 1);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
}

} // namespace

QList<Pill> foldPills(const QList<Pill> &pills, int most)
{
    if (pills.size() <= most)
        return pills;
    QList<Pill> folded = pills.first(most);
    const QList<Pill> rest = pills.sliced(most);
    folded.append({.text = u"+%1"_s.arg(rest.size()), .kind = PillKind::Caption, .tip = pillsTip(rest)});
    return folded;
}

QString pillsTip(const QList<Pill> &pills)
{
    QStringList lines;
    for (const Pill &pill : pills)
        lines.append(pill.tip.isEmpty() ? pill.text : pill.tip);
    return lines.join(u'\n');
}

QColor pillColour(const ThemeColours &colours, PillKind kind)
{
    switch (kind) {
    case PillKind::Head:
        return colours.accent;
    case PillKind::Label:
        return colours.changed;
    case PillKind::Development:
        return colours.added;
    case PillKind::Test:
        return colours.warning;
    case PillKind::Production:
        return colours.production;
    case PillKind::Caption:
        break;
    }
    return colours.muted;
}

QColor pillGround(const ThemeColours &colours, PillKind kind)
{
    return mixed(colours.surface, pillColour(colours, kind), 0.10);
}

PillKind pillKind(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return PillKind::Development;
    case Environment::Test:
        return PillKind::Test;
    case Environment::Production:
        break;
    }
    return PillKind::Production;
}

void paintShape(QPainter *painter, const QRectF &square, PillKind kind, const QColor &colour, ShapeFill fill)
{
    const bool filled = fill == ShapeFill::Filled;
    const QRectF box = filled ? square : square.adjusted(0.75, 0.75, -0.75, -0.75);
    painter->setPen(filled ? QPen(Qt::NoPen) : QPen(colour, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter->setBrush(filled ? QBrush(colour) : QBrush(Qt::NoBrush));
    if (kind == PillKind::Development)
        painter->drawEllipse(box);
    else if (kind == PillKind::Production)
        painter->drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    else if (kind == PillKind::Test)
        painter->drawPolygon(
            QPolygonF({box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top())}));
}

int pillWidth(const QFontMetrics &caption, const Pill &pill)
{
    const int text = caption.horizontalAdvance(pill.text);
    if (pill.kind == PillKind::Caption)
        return text;
    return text + 2 * SidePadding + (hasShape(pill.kind) ? ShapeSize + Gap : 0);
}

int pillsWidth(const QFontMetrics &caption, const QList<Pill> &pills)
{
    int width = 0;
    for (const Pill &pill : pills)
        width += pillWidth(caption, pill) + Gap;
    return width;
}

int paintPills(QPainter *painter, const QRect &rect, const QList<Pill> &pills, const ThemeColours &colours,
               const QFont &font)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const int height = pillHeight(metrics);
    int x = rect.left();
    for (const Pill &pill : pills) {
        const int wanted = pillWidth(metrics, pill);
        const int smallest = pill.kind == PillKind::Caption ? wanted : std::min(wanted, SmallestWidth);
        const int width = std::min(wanted, rect.right() - x);
        if (width < smallest)
            break;
        paintPill(painter, QRect(x, rect.center().y() + 1 - height / 2, width, height), pill, colours);
        x += width + Gap;
    }
    painter->restore();
    return x;
}

} // namespace athanor
