// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/history/historyview.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace athanor {

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_view(new HistoryView(this))
    , m_stack(new QStackedLayout(this))
{
    setObjectName(u"historyPage"_s);
    m_stack->addWidget(m_view);
    m_stack->addWidget(makeEmptyResult());
    setFocusProxy(m_view);
}

QWidget *HistoryPage::makeEmptyResult()
{
    auto *page = new QWidget(this);
    page->setObjectName(u"emptyResult"_s);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_emptyText = new QLabel(page);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    auto *clear = new QPushButton(tr("Clear the filter"), page);
    clear->setObjectName(u"clearFilter"_s);
    connect(clear, &QPushButton::clicked, this, &HistoryPage::filterDropped);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(metrics::Apart);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(clear, 0, Qt::AlignCenter);
    column->addStretch();
    return page;
}

void HistoryPage::setGraph(std::shared_ptr<const RevisionGraph> graph)
{
    m_input.graph = std::move(graph);
    refresh();
}

void HistoryPage::setDatabases(const QList<DatabasePosition> &databases, int chosen)
{
    if (databases == m_input.databases && chosen == m_input.chosen)
        return;
    m_input.databases = databases;
    m_input.chosen = chosen;
    refresh();
}

void HistoryPage::setFilter(const QString &filter)
{
    if (filter == m_input.filter)
        return;
    m_input.filter = filter;
    refresh();
}

void HistoryPage::reveal(const QString &id)
{
    m_wanted.clear();
    if (!m_runner.isBusy() && m_view->selectRevision(id))
        return;
    m_wanted = id;
    if (!m_input.filter.isEmpty())
        Q_EMIT filterDropped();
}

void HistoryPage::refresh()
{
    m_runner.run(
        this, [input = m_input](const CancelToken &token) { return buildHistoryRows(input, token); },
        [this](HistoryRows rows) { show(std::move(rows)); });
}

void HistoryPage::show(HistoryRows rows)
{
    const bool filteredAway = rows.rows.empty() && rows.total > 0;
    const bool nothing = rows.graph && rows.total == 0;
    m_emptyText->setText(nothing ? tr("This project has no revisions yet.")
                                 : tr("No revision matches “%1”.").arg(m_input.filter));
    findChild<QPushButton *>(u"clearFilter"_s)->setVisible(filteredAway);
    m_view->setHistory(std::move(rows));
    m_stack->setCurrentIndex(filteredAway || nothing ? 1 : 0);
    if (!m_wanted.isEmpty() && m_view->selectRevision(m_wanted))
        m_wanted.clear();
    Q_EMIT settled();
}

} // namespace athanor
