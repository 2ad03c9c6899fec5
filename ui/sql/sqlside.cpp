// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqlside.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

/// The place is told by the line alone: the script is beside it.
QString stopText(const Error &stop)
{
    Error shown = stop;
    shown.where.file = QFileInfo(stop.where.file).fileName();
    return SqlSide::tr("Incomplete: %1").arg(shown.text());
}

} // namespace

SqlSide::SqlSide(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_caption(new QLabel(this))
    , m_banner(new Banner(this))
    , m_view(new SqlView(this))
{
    m_caption->setFont(captionFont(font()));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setContentsMargins(metrics::Related, metrics::Inside, metrics::Related, metrics::Inside);
    m_view->setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    clear({});
}

void SqlSide::setScript(const SqlScript &script, const QString &dialect)
{
    if (script == m_script && dialect == m_dialect)
        return;
    m_script = script;
    m_dialect = dialect;
    m_caption->setText(tr("%1 · statements: %2").arg(m_title).arg(script.statements.size()));
    m_view->setPlaceholderText(script.stop ? QString() : tr("No statements."));
    m_view->setSql(laidOut(script), dialect);
    if (script.stop)
        m_banner->showMessage(Banner::Tone::Warning, stopText(*script.stop));
    else if (!script.notes.isEmpty())
        m_banner->showMessage(Banner::Tone::Information, script.notes.first().message);
    else
        m_banner->clear();
}

void SqlSide::clear(const QString &reason)
{
    m_script = {};
    m_dialect.clear();
    m_caption->setText(m_title);
    m_banner->clear();
    m_view->setPlaceholderText(reason);
    m_view->setSql({}, {});
}

} // namespace athanor
