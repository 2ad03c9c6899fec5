// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace athanor {

namespace {

constexpr double SmallestPointSize = 7.5;

ThemeColours lightColours()
{
    ThemeColours c;
    c.window = QColor(0xf3f4f6);
    c.surface = QColor(0xffffff);
    c.raised = QColor(0xf9fafb);
    c.line = QColor(0xdcdfe4);
    c.text = QColor(0x1f2429);
    c.muted = QColor(0x58616b);
    c.accent = QColor(0x0a5cb8);
    c.added = QColor(0x1a6f32);
    c.changed = QColor(0x7045b8);
    c.removed = QColor(0xb42318);
    c.warning = QColor(0x855600);
    c.production = QColor(0xa5124d);
    c.selection = QColor(0xdce9f8);
    c.hover = QColor(0xf0f3f7);
    c.lanes = {QColor(0x0072b2), QColor(0xe69f00), QColor(0x009e73),
               QColor(0xcc79a7), QColor(0x56b4e9), QColor(0xd55e00)};
    return c;
}

ThemeColours darkColours()
{
    ThemeColours c;
    c.window = QColor(0x191b1f);
    c.surface = QColor(0x1f2226);
    c.raised = QColor(0x292d33);
    c.line = QColor(0x363b42);
    c.text = QColor(0xe4e7eb);
    c.muted = QColor(0xa3acb7);
    c.accent = QColor(0x69b1ff);
    c.added = QColor(0x58c777);
    c.changed = QColor(0xc3a1ff);
    c.removed = QColor(0xff8a80);
    c.warning = QColor(0xe8b64c);
    c.production = QColor(0xff85b0);
    c.selection = QColor(0x263a52);
    c.hover = QColor(0x272b30);
    // The first blue is too dark for a dark surface: the same hue, lighter.
    c.lanes = {QColor(0x3d9bdc), QColor(0xe69f00), QColor(0x1fb58a),
               QColor(0xd68fb7), QColor(0x7cc8f2), QColor(0xe8742a)};
    return c;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

} // namespace

const ThemeColours &themeColours(ColourScheme scheme)
{
    static const ThemeColours light = lightColours();
    static const ThemeColours dark = darkColours();
    return scheme == ColourScheme::Dark ? dark : light;
}

const ThemeColours &themeColours(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return themeColours(dark ? ColourScheme::Dark : ColourScheme::Light);
}

QPalette themePalette(ColourScheme scheme)
{
    const ThemeColours &c = themeColours(scheme);
    QPalette palette(c.raised, c.window);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.removed);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Accent, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, mixed(c.line, c.text, 0.2));
    palette.setColor(QPalette::Shadow, mixed(c.line, c.text, 0.4));
    const QColor faded = mixed(c.window, c.muted, 0.6);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(under.red(), over.red()), part(under.green(), over.green()),
                  part(under.blue(), over.blue()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QFont captionFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(std::max(SmallestPointSize, QFontInfo(base).pointSizeF() * 0.88));
    return font;
}

QFont codeFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QFontInfo(base).pointSizeF());
    return font;
}

} // namespace athanor
