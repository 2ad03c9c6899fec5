// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flatstyle.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int ScrollBarWidth = 12;
constexpr int SeparatorWidth = 5;
constexpr int TabHeight = 32;
constexpr int MenuItemHeight = 26;

void roundedPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metrics::Radius, metrics::Radius);
    painter->restore();
}

/// Fill of a button in its state; invalid for one that lies flat.
QColor buttonFill(const ThemeColours &colours, const QStyleOption *option, QColor idle)
{
    const auto state = option->state;
    if (!(state & QStyle::State_Enabled))
        return idle;
    if (state & (QStyle::State_Sunken | QStyle::State_On))
        return mixed(colours.window, colours.text, 0.14);
    if (state & QStyle::State_MouseOver)
        return mixed(colours.window, colours.text, 0.08);
    return idle;
}

void drawRow(const QStyleOption *option, QPainter *painter, const ThemeColours &colours)
{
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, colours.selection);
    else if (option->state & QStyle::State_MouseOver)
        painter->fillRect(option->rect, colours.hover);
}

void drawTab(const QStyleOptionTab *tab, QPainter *painter, const ThemeColours &colours)
{
    if (tab->state & QStyle::State_Selected) {
        const QRect edge(tab->rect.left() + metrics::Related, tab->rect.bottom() - 1,
                         tab->rect.width() - 2 * metrics::Related, 2);
        painter->fillRect(edge, colours.accent);
    } else if (tab->state & QStyle::State_MouseOver) {
        roundedPanel(painter, tab->rect.adjusted(2, 4, -2, -4), colours.hover, {});
    }
}

/// Wide enough to be grabbed, but seen as a hairline along the inner surface.
void drawSeparator(const QStyleOption *option, QPainter *painter, const QWidget *widget,
                   const ThemeColours &colours)
{
    painter->fillRect(option->rect, colours.window);
    QRect line = option->rect;
    if (line.width() < line.height()) {
        const bool leftSide = widget && line.center().x() < widget->width() / 2;
        line.setWidth(1);
        line.moveLeft(leftSide ? option->rect.right() : option->rect.left());
    } else {
        line.setHeight(1);
    }
    const bool hot = option->state & QStyle::State_MouseOver;
    painter->fillRect(line, hot ? colours.accent : colours.line);
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &handle,
                   const ThemeColours &colours)
{
    const QColor ground = bar->palette.color(QPalette::Base);
    painter->fillRect(bar->rect, ground);
    if (bar->minimum == bar->maximum)
        return;
    const bool hot = bar->state & QStyle::State_MouseOver;
    const QRectF slim = bar->orientation == Qt::Vertical ? QRectF(handle).adjusted(3, 2, -3, -2)
                                                         : QRectF(handle).adjusted(2, 3, -2, -3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(ground, colours.muted, hot ? 0.7 : 0.4));
    painter->drawRoundedRect(slim, 3, 3);
    painter->restore();
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget)
                   ? 0
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return SeparatorWidth;
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
        return metrics::Inside;
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return metrics::IconSize;
    case PM_DockWidgetTitleMargin:
        return metrics::Related;
    case PM_FocusFrameHMargin:
        return metrics::Related - 1;
    case PM_HeaderMargin:
        return metrics::Related;
    case PM_TabBarTabHSpace:
        return 2 * metrics::Apart;
    case PM_MenuButtonIndicator:
        return metrics::Apart;
    case PM_MenuBarVMargin:
    case PM_MenuBarHMargin:
        return 2;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return metrics::Inside;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DockWidget_ButtonsHaveFrame:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_TabBar_Alignment:
    case SH_Header_ArrowAlignment:
        return int(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                  const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_TabBarTab:
        size.setHeight(std::max(size.height(), TabHeight));
        break;
    case CT_MenuBarItem:
        size.setHeight(std::max(size.height(), MenuItemHeight));
        break;
    case CT_ItemViewItem:
    case CT_HeaderSection:
    case CT_ToolButton:
    case CT_LineEdit:
    case CT_ComboBox:
        size.setHeight(std::max(size.height(), metrics::RowHeight));
        break;
    case CT_PushButton:
        size = QSize(size.width() + metrics::Apart, std::max(size.height(), metrics::RowHeight));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(std::max(size.height(), MenuItemHeight));
        break;
    default:
        break;
    }
    return size;
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(metrics::Inside, 0, -metrics::Inside, 0) : rect;
}

QIcon FlatStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return symbolicIcon(u"close"_s);
    case SP_TitleBarNormalButton:
        return symbolicIcon(u"float"_s);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const ThemeColours &colours = themeColours(option->palette);
    switch (element) {
    case PE_Frame:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        drawRow(option, painter, colours);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, colours.surface);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            roundedPanel(painter, option->rect, {}, mixed(colours.window, colours.accent, 0.4));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          colours.line);
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, colours.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          colours.line);
        return;
    case PE_PanelButtonTool:
        if (const QColor fill = buttonFill(colours, option, {}); fill.isValid())
            roundedPanel(painter, option->rect, fill, {});
        return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool primary = button && (button->features & QStyleOptionButton::DefaultButton);
        const bool focused = option->state & State_HasFocus;
        roundedPanel(painter, option->rect, buttonFill(colours, option, colours.raised),
                     primary || focused ? colours.accent : mixed(colours.line, colours.text, 0.1));
        return;
    }
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            const bool focused = option->state & State_HasFocus;
            roundedPanel(painter, option->rect, option->palette.color(QPalette::Base),
                         focused ? colours.accent : mixed(colours.line, colours.text, 0.1));
        }
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        drawSeparator(option, painter, widget, colours);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, colours.raised);
        painter->setPen(mixed(colours.line, colours.text, 0.1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const ThemeColours &colours = themeColours(option->palette);
    const QRect &rect = option->rect;
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(rect, colours.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
        return;
    case CE_ToolBar:
        painter->fillRect(rect, colours.window);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->setFont(captionFont(painter->font()));
            painter->setPen(colours.muted);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, header->text);
        }
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(rect, colours.window);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(rect, colours.window);
            if (item->state & (State_Selected | State_Sunken))
                roundedPanel(painter, rect.adjusted(1, 2, -1, -2), mixed(colours.window, colours.text, 0.1),
                             {});
            drawItemText(painter, rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, item->state & State_Enabled, item->text, QPalette::WindowText);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(tab, painter, colours);
        return;
    case CE_Splitter:
        drawSeparator(option, painter, widget, colours);
        return;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            painter->save();
            painter->setFont(captionFont(painter->font()));
            painter->setPen(colours.muted);
            const QRect text = subElementRect(SE_DockWidgetTitleBarText, option, widget)
                                   .adjusted(metrics::Related, 0, -metrics::Inside, 0);
            painter->drawText(text, Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(dock->title, Qt::ElideRight, text.width()));
            painter->restore();
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const ThemeColours &colours = themeColours(option->palette);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget), colours);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace athanor
