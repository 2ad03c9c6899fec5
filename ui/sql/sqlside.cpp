// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqlside.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QAction>
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
    , m_askAlembic(new QAction(tr("Ask the project's Alembic"), this))
    , m_view(new SqlView(this))
{
    m_askAlembic->setObjectName(u"askAlembic"_s);
    m_askAlembic->setStatusTip(tr("Runs the command that athanor.toml names"));
    connect(m_askAlembic, &QAction::triggered, this, &SqlSide::alembicRequested);
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
    showState();
}

void SqlSide::setOffer(Offer offer)
{
    m_offer = offer;
    if (!m_dialect.isNull())
        showState();
}

void SqlSide::showAsking()
{
    m_banner->showMessage(Banner::Tone::Information, tr("The project's Alembic is writing…"));
}

void SqlSide::showState()
{
    if (!m_script.writtenBy.isEmpty())
        m_banner->showMessage(
            Banner::Tone::Information,
            tr("Not read by Athanor: written by the project's own Alembic, %1").arg(m_script.writtenBy));
    else if (m_script.stop)
        m_banner->showMessage(Banner::Tone::Warning, stopText(*m_script.stop),
                              m_offer == Offer::OwnAlembic ? QList{m_askAlembic} : QList<QAction *>());
    else if (!m_script.notes.isEmpty())
        m_banner->showMessage(Banner::Tone::Information, m_script.notes.first().message);
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
