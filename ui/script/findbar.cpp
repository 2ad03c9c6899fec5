// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/findbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

QToolButton *makeButton(QWidget *parent, const QString &icon, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolicIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FindBar::FindBar(ScriptEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_text(new QLineEdit(this))
    , m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findText"_s);
    m_text->setPlaceholderText(tr("Find in script"));
    m_text->setAccessibleName(tr("Find in script"));
    m_text->setClearButtonEnabled(true);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    QToolButton *previous = makeButton(this, u"up"_s, tr("Find the previous one (Shift+Enter)"));
    QToolButton *next = makeButton(this, u"down"_s, tr("Find the next one (Enter)"));
    QToolButton *shut = makeButton(this, u"close"_s, tr("Close (Escape)"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::Related, metrics::Inside, metrics::Related, metrics::Inside);
    row->setSpacing(metrics::Inside);
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(shut);

    connect(m_text, &QLineEdit::textEdited, this, [this] { search(ScriptEditor::FindDirection::Forward); });
    connect(next, &QToolButton::clicked, this, [this] { search(ScriptEditor::FindDirection::Forward); });
    connect(previous, &QToolButton::clicked, this, [this] { search(ScriptEditor::FindDirection::Backward); });
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    if (const QString selected = m_editor->selectedText(); !selected.isEmpty() && !selected.contains(u'\n'))
        m_text->setText(selected);
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        search(event->modifiers() & Qt::ShiftModifier ? ScriptEditor::FindDirection::Backward
                                                      : ScriptEditor::FindDirection::Forward);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::search(ScriptEditor::FindDirection direction)
{
    const bool found = m_editor->find(m_text->text(), direction);
    m_result->setText(found || m_text->text().isEmpty() ? QString() : tr("not found"));
}

void FindBar::close()
{
    hide();
    m_editor->setFocus();
}

} // namespace athanor
