// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toolbar.h"

#include "ui/shell/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int FilterWidth = 340;

/// Escape clears the filter, then gives the focus back; Down goes on to the list.
class FilterField final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape && !text().isEmpty())
            clear();
        else if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down)
            Q_EMIT returnPressed();
        else
            QLineEdit::keyPressEvent(event);
    }
};

QToolButton *addMenuButton(QToolBar *bar, QAction *action, const QList<QAction *> &more)
{
    auto *button = new QToolButton(bar);
    auto *menu = new QMenu(button);
    menu->addActions(more);
    button->setDefaultAction(action);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(action->statusTip());
    bar->addWidget(button);
    return button;
}

} // namespace

QLineEdit *addMainToolBar(QMainWindow *window, Actions *actions)
{
    QToolBar *bar = window->addToolBar(QMainWindow::tr("Main tool bar"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContentsMargins(metrics::Inside, metrics::Inside, metrics::Related, metrics::Inside);
    bar->toggleViewAction()->setVisible(false);
    addMenuButton(bar, actions->openFolder,
                  {actions->openFolder, actions->openFile, actions->recentMenu->menuAction()});
    addMenuButton(bar, actions->connectFile, {actions->connectFile, actions->connectUrl});
    bar->addAction(actions->reload);

    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);

    auto *filter = new FilterField(bar);
    filter->setObjectName(u"filterField"_s);
    filter->setPlaceholderText(QLineEdit::tr("Filter by id, message, label, file, database"));
    filter->setAccessibleName(QLineEdit::tr("Filter the history"));
    filter->setClearButtonEnabled(true);
    filter->addAction(symbolicIcon(u"search"_s), QLineEdit::LeadingPosition);
    filter->setMaximumWidth(FilterWidth);
    filter->setMinimumWidth(FilterWidth / 2);
    bar->addWidget(filter);
    return filter;
}

} // namespace athanor
