// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/findbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

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
    , m_replacement(new QLineEdit(this))
    , m_replaceRow(new QWidget(this))
    , m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findText"_s);
    m_text->setPlaceholderText(tr("Find in script"));
    m_text->setAccessibleName(tr("Find in script"));
    m_text->setClearButtonEnabled(true);
    m_replacement->setObjectName(u"replaceText"_s);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_result->setObjectName(u"findResult"_s);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    QToolButton *previous = makeButton(this, u"up"_s, tr("Find the previous one (Shift+Enter)"));
    QToolButton *next = makeButton(this, u"down"_s, tr("Find the next one (Enter)"));
    QToolButton *shut = makeButton(this, u"close"_s, tr("Close (Escape)"));
    auto *one = new QPushButton(tr("Replace"), m_replaceRow);
    auto *all = new QPushButton(tr("Replace all"), m_replaceRow);
    one->setObjectName(u"replaceOne"_s);
    all->setObjectName(u"replaceAll"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Inside);
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(shut);
    auto *second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(metrics::Inside);
    second->addWidget(m_replacement, 1);
    second->addWidget(one);
    second->addWidget(all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::Related, metrics::Inside, metrics::Related, metrics::Inside);
    column->setSpacing(metrics::Inside);
    column->addLayout(row);
    column->addWidget(m_replaceRow);

    connect(m_text, &QLineEdit::textEdited, this, [this] { search(ScriptEditor::FindDirection::Here); });
    connect(next, &QToolButton::clicked, this, [this] { search(ScriptEditor::FindDirection::Forward); });
    connect(previous, &QToolButton::clicked, this, [this] { search(ScriptEditor::FindDirection::Backward); });
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    connect(one, &QPushButton::clicked, this, &FindBar::replace);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    hide();
}

void FindBar::open(Mode mode)
{
    if (const QString selected = m_editor->selectedText(); !selected.isEmpty() && !selected.contains(u'\n'))
        m_text->setText(selected);
    m_replaceRow->setVisible(mode == Mode::Replace && !m_editor->isReadOnly());
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return && m_replacement->hasFocus())
        replace();
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

void FindBar::replace()
{
    const bool found = m_editor->replace(m_text->text(), m_replacement->text());
    m_result->setText(found ? QString() : tr("no more"));
}

void FindBar::replaceAll()
{
    const int count = m_editor->replaceAll(m_text->text(), m_replacement->text());
    m_result->setText(tr("%n replaced", nullptr, count));
}

void FindBar::close()
{
    hide();
    m_editor->setFocus();
}

} // namespace athanor
