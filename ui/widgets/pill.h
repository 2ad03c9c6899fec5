// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/settings.h"
#include "ui/widgets/theme.h"

#include <QList>
#include <QRect>
#include <QString>

class QPainter;
class QFontMetrics;

namespace athanor {

/// What a pill says, which decides its colour and shape.
enum class PillKind {
    Head,
    Label,
    Development, ///< ●
    Test,        ///< ▲
    Production,  ///< ■
    Caption,     ///< plain muted text without an outline: "pending", "+2"
};

/// A small rounded mark on a row.
struct Pill
{
    QString text;
    PillKind kind = PillKind::Caption;
    QString tip = {};
    bool emphasised = false; ///< the database that commands work on

    bool operator==(const Pill &) const = default;
};

/// At most `most` pills: the first ones, and "+n" for the rest, whose texts become its tip.
QList<Pill> foldPills(const QList<Pill> &pills, int most = 3);

/// The tips of all pills, a line each.
QString pillsTip(const QList<Pill> &pills);

/// Of a pill's text, shape and outline, and of what lies below them.
QColor pillColour(const ThemeColours &colours, PillKind kind);
QColor pillGround(const ThemeColours &colours, PillKind kind);

/// The kind of a database's pill.
PillKind pillKind(Environment environment);

/// ●, ▲ or ■ for the databases, drawn in the given square; nothing for the other kinds.
enum class ShapeFill { Filled, Hollow };
void paintShape(QPainter *painter, const QRectF &square, PillKind kind, const QColor &colour,
                ShapeFill fill = ShapeFill::Filled);

/// Width of one pill in the caption font.
int pillWidth(const QFontMetrics &caption, const Pill &pill);

/// Width of a row of pills with the gaps after them.
int pillsWidth(const QFontMetrics &caption, const QList<Pill> &pills);

/// Draws pills from left to right, shortening the last one that fits; returns the x after the last.
int paintPills(QPainter *painter, const QRect &rect, const QList<Pill> &pills, const ThemeColours &colours,
               const QFont &font);

} // namespace athanor
