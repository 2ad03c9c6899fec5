// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_path(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_problems(new QToolButton(this))
{
    setSizeGripEnabled(false);
    const QFont small = captionFont(font());
    m_path->setObjectName(u"statusPath"_s);
    m_counts->setObjectName(u"statusCounts"_s);
    for (QLabel *label : {m_path, m_counts}) {
        label->setFont(small);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
    }
    m_problems->setObjectName(u"statusProblems"_s);
    m_problems->setFont(small);
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIcon(symbolicIcon(u"problem"_s));
    m_problems->hide();
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    setContentsMargins(metrics::Related, 0, metrics::Related, 0);
    addWidget(m_path, 1);
    addPermanentWidget(m_counts);
    addPermanentWidget(m_problems);
}

void StatusLine::setProject(const QString &path)
{
    m_path->setText(QDir::toNativeSeparators(path));
    m_path->setToolTip(m_path->text());
}

void StatusLine::setCounts(int shown, int total, int heads)
{
    const QString revisions = shown == total ? QString::number(total) : tr("%1 of %2").arg(shown).arg(total);
    m_counts->setText(tr("Revisions: %1   Heads: %2").arg(revisions).arg(heads));
}

void StatusLine::setProblemCount(int count)
{
    m_problems->setVisible(count > 0);
    m_problems->setText(tr("Problems: %1").arg(count));
    m_problems->setToolTip(tr("Show what is wrong with the project's files"));
}

} // namespace athanor
