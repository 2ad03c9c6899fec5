// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panes.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

/// To the widget itself where it takes it, else to the first one in it that does.
void giveFocus(QWidget *place)
{
    QWidget *widget = place;
    do {
        const bool isInside = widget == place || place->isAncestorOf(widget);
        if (isInside && widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
        widget = widget->nextInFocusChain();
    } while (widget != place);
}

} // namespace

Panes::Panes(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

QDockWidget *Panes::add(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area,
                        int size)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setWidget(content);
    m_window->addDockWidget(area, dock);
    m_docks.append(dock);
    m_sizes.append(size);
    // The title of a pane changes with what it shows, its name in the menu does not.
    QAction *toggle = dock->toggleViewAction();
    connect(dock, &QWidget::windowTitleChanged, toggle, [toggle, title] { toggle->setText(title); });
    toggle->setStatusTip(tr("Show or hide the pane “%1”").arg(title));
    toggle->setShortcut(QKeySequence(u"Alt+%1"_s.arg(m_docks.size())));
    return dock;
}

void Panes::keepFirstLayout()
{
    applySizes();
    m_first = m_window->saveState();
    m_layout = m_first;
}

QList<QAction *> Panes::toggleActions() const
{
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions.append(dock->toggleViewAction());
    return actions;
}

void Panes::moveFocus(Step step)
{
    QList<QWidget *> places{m_window->centralWidget()};
    for (QDockWidget *dock : std::as_const(m_docks)) {
        if (dock->isVisible())
            places.append(dock->widget());
    }
    const QWidget *focus = m_window->focusWidget();
    const auto holds = [focus](const QWidget *place) {
        return focus && (place == focus || place->isAncestorOf(focus));
    };
    const auto at = int(std::ranges::find_if(places, holds) - places.begin());
    const int count = int(places.size());
    const int to = at >= count ? 0 : (at + (step == Step::Next ? 1 : count - 1)) % count;
    giveFocus(places.at(to));
}

void Panes::widen(QDockWidget *dock, int width)
{
    const int wanted = std::min(width, m_window->width() / 2);
    if (!dock->isFloating() && dock->width() < wanted)
        m_window->resizeDocks({dock}, {wanted}, Qt::Horizontal);
}

void Panes::show()
{
    if (m_shown)
        return;
    m_shown = true;
    m_window->restoreState(m_layout);
    if (m_layout == m_first)
        applySizes();
}

void Panes::hide()
{
    if (!m_shown)
        return;
    m_layout = m_window->saveState();
    m_shown = false;
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->hide();
}

void Panes::reset()
{
    if (!m_shown)
        return;
    m_window->restoreState(m_first);
    applySizes();
}

QByteArray Panes::layout() const
{
    return m_shown ? m_window->saveState() : m_layout;
}

void Panes::setLayout(const QByteArray &layout)
{
    if (layout.isEmpty())
        return;
    m_layout = layout;
    if (m_shown)
        m_window->restoreState(layout);
}

void Panes::applySizes()
{
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        const bool bottom = m_window->dockWidgetArea(m_docks.at(i)) == Qt::BottomDockWidgetArea;
        m_window->resizeDocks({m_docks.at(i)}, {m_sizes.at(i)}, bottom ? Qt::Vertical : Qt::Horizontal);
    }
}

} // namespace athanor
