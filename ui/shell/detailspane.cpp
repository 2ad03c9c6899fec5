// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/detailspane.h"

#include "ui/history/revisiondetails.h"
#include "ui/script/scriptpage.h"

#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int SmallestWidth = 260;

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedLayout)
    , m_script(new ScriptPage(this))
    , m_details(new RevisionDetails(this))
{
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Script or details"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->addTab(tr("Script"));
    m_tabs->addTab(tr("Details"));
    m_stack->addWidget(m_script);
    m_stack->addWidget(m_details);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);

    setMinimumWidth(SmallestWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addLayout(m_stack, 1);
}

void DetailsPane::showRevision(std::shared_ptr<const RevisionGraph> graph, const QString &id,
                               const QList<DatabasePosition> &databases)
{
    const auto index = graph && !id.isEmpty() ? graph->find(id) : std::nullopt;
    if (index)
        m_script->showFile(graph->at(*index).path);
    else if (id.isEmpty())
        m_script->showNothing(tr("Select a revision to read its script."));
    else
        m_script->showNothing(tr("No script has revision %1.").arg(id));
    m_details->showRevision(std::move(graph), id, databases);
}

void DetailsPane::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab == Tab::Script ? 0 : 1);
}

} // namespace athanor
