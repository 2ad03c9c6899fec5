// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/detailspane.h"

#include "ui/history/revisiondetails.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/scriptandsql.h"
#include "ui/sql/sqlpage.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QTabBar>
#include <QToolButton>
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
    , m_scriptAndSql(new ScriptAndSql(this))
    , m_details(new RevisionDetails(this))
    , m_corner(new QHBoxLayout(m_tabs))
{
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Script, SQL or details"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (int i = 0; i <= int(Tab::Details); ++i)
        m_tabs->addTab({});
    showTitles();
    m_stack->addWidget(m_scriptAndSql);
    m_stack->addWidget(m_details);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailsPane::showTab);
    connect(script(), &ScriptPage::unsavedChanged, this, &DetailsPane::showTitles);
    connect(m_scriptAndSql, &ScriptAndSql::scriptRequested, this, [this] { setTab(Tab::Script); });
    connect(m_scriptAndSql, &ScriptAndSql::scriptRead, this,
            [this](const QString &path, const PreviewState &state) {
                if (path == m_path)
                    m_details->setPreview(state);
            });

    setMinimumWidth(SmallestWidth);
    // Inside the row of tabs, so that the line below them goes on.
    m_corner->setContentsMargins(0, 0, metrics::Inside, metrics::Inside / 2);
    m_corner->addStretch();
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
    const QString path = index ? graph->at(*index).path : QString();
    // The same revision again leaves another file that is shown where it is.
    if (id != m_id || path != m_path || id.isEmpty())
        showScript(path, id);
    m_id = id;
    m_path = path;
    m_details->showRevision(std::move(graph), id, databases);
}

void DetailsPane::showScript(const QString &path, const QString &id)
{
    if (!path.isEmpty())
        script()->showFile(path);
    else if (id.isEmpty())
        script()->showNothing(tr("Select a revision to read its script."));
    else
        script()->showNothing(tr("No script has revision %1.").arg(id));
}

void DetailsPane::showPlace(const SourceRange &where)
{
    setTab(Tab::Script);
    m_scriptAndSql->showPlace(where);
    script()->setFocus();
}

void DetailsPane::setTab(Tab tab)
{
    const bool isHidden = tab == Tab::Sql && m_arrangement == Arrangement::Together;
    m_tabs->setCurrentIndex(int(isHidden ? Tab::Script : tab));
}

DetailsPane::Tab DetailsPane::tab() const
{
    return Tab(m_tabs->currentIndex());
}

void DetailsPane::setArrangement(Arrangement arrangement)
{
    const Tab before = tab();
    m_arrangement = arrangement;
    m_tabs->setTabVisible(int(Tab::Sql), arrangement == Arrangement::Apart);
    setTab(before);
    showTitles();
    showTab();
}

void DetailsPane::addCornerAction(QAction *action)
{
    auto *button = new QToolButton(m_tabs);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->statusTip());
    m_corner->addWidget(button);
}

ScriptPage *DetailsPane::script() const
{
    return m_scriptAndSql->script();
}

SqlPage *DetailsPane::sql() const
{
    return m_scriptAndSql->sql();
}

void DetailsPane::showTab()
{
    if (tab() == Tab::Details) {
        m_stack->setCurrentWidget(m_details);
        return;
    }
    m_stack->setCurrentWidget(m_scriptAndSql);
    if (m_arrangement == Arrangement::Together)
        m_scriptAndSql->setView(ScriptAndSql::View::Both);
    else
        m_scriptAndSql->setView(tab() == Tab::Sql ? ScriptAndSql::View::Sql : ScriptAndSql::View::Script);
}

void DetailsPane::showTitles()
{
    const bool isTogether = m_arrangement == Arrangement::Together;
    const bool isUnsaved = script()->unsavedPaths().contains(script()->path());
    const QString title = isTogether ? tr("Script and SQL") : tr("Script");
    m_tabs->setTabText(int(Tab::Script), isUnsaved ? title + u" •"_s : title);
    m_tabs->setTabToolTip(int(Tab::Script), isUnsaved ? tr("Has changes that are not saved") : QString());
    m_tabs->setTabText(int(Tab::Sql), tr("SQL"));
    m_tabs->setTabText(int(Tab::Details), tr("Details"));
}

} // namespace athanor
