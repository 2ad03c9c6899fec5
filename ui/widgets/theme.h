// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>

namespace athanor {

enum class ColourScheme { Light, Dark };

/// Every colour of the window, named by its role. Text in any of the roles is readable (contrast 4.5:1 or
/// better) on window, surface, raised, selection and hover.
struct ThemeColours
{
    QColor window;  ///< behind everything: tool bar, side bar, status bar
    QColor surface; ///< what is read: lists, scripts
    QColor raised;  ///< what floats or is pressed: menus, tips, buttons under the pointer
    QColor line;    ///< hairlines between surfaces; carries no text
    QColor text;
    QColor muted; ///< captions and what matters less
    QColor accent;
    QColor added;
    QColor changed;
    QColor removed;
    QColor warning;
    QColor production;
    QColor selection;    ///< tint of a selected row
    QColor hover;        ///< tint of the row under the pointer
    QList<QColor> lanes; ///< Okabe and Ito's colours, for lines and dots
};

const ThemeColours &themeColours(ColourScheme scheme);
/// The colours that go with a widget's palette.
const ThemeColours &themeColours(const QPalette &palette);

QPalette themePalette(ColourScheme scheme);

/// `share` (0 to 1) of `over` laid on `under`.
QColor mixed(const QColor &under, const QColor &over, double share);

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// One step smaller than the given font.
QFont captionFont(const QFont &base);
/// The fixed-width font for ids, scripts and types, as large as the given font.
QFont codeFont(const QFont &base);

/// Distances in device-independent pixels: 4 inside controls, 8 between related things, 16 between groups.
namespace metrics {
constexpr int Inside = 4;
constexpr int Related = 8;
constexpr int Apart = 16;
constexpr int RowHeight = 28;
constexpr int IconSize = 16;
constexpr int Radius = 4;
} // namespace metrics

} // namespace athanor
