// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace athanor {

/// The panes around a window's page: where they are, whether they are shown. Without a project none is.
class Panes : public QObject
{
    Q_OBJECT

public:
    explicit Panes(QMainWindow *window);

    /// `size` is the width of a pane at the side, or the height of one at the bottom.
    QDockWidget *add(const QString &name, const QString &title, QWidget *content, Qt::DockWidgetArea area,
                     int size);
    /// What the current layout is, is the first one: reset() comes back to it.
    void keepFirstLayout();

    QList<QAction *> toggleActions() const;
    /// Gives the focus to the page in the centre or a pane that is shown, in turn.
    enum class Step { Next, Previous };
    void moveFocus(Step step);
    /// Makes a pane at the side as wide as it needs to be, but no wider than half of the window.
    void widen(QDockWidget *dock, int width);
    void show();
    void hide();
    void reset();

    /// The layout to remember; while the panes are hidden, that of when they were not.
    QByteArray layout() const;
    void setLayout(const QByteArray &layout);

private:
    void applySizes();

    QMainWindow *m_window = nullptr;
    QList<QDockWidget *> m_docks;
    QList<int> m_sizes;
    QByteArray m_first;
    QByteArray m_layout;
    bool m_shown = true;
};

} // namespace athanor
