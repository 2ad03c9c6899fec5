// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqlpage.h"

#include "ui/sql/sqlside.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

QToolButton *toolButton(const QString &name, const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(symbolicIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

SqlPage::SqlPage(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_upgrade(new SqlSide(tr("Upgrade"), this))
    , m_downgrade(new SqlSide(tr("Downgrade"), this))
{
    setObjectName(u"sqlPage"_s);
    m_upgrade->view()->setObjectName(u"upgradeSql"_s);
    m_downgrade->view()->setObjectName(u"downgradeSql"_s);
    m_splitter->addWidget(m_upgrade);
    m_splitter->addWidget(m_downgrade);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolRow());
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_upgrade);
    connectSide(m_upgrade);
    connectSide(m_downgrade);
}

QWidget *SqlPage::makeToolRow()
{
    auto *row = new QWidget(this);
    m_dialect = new QComboBox(row);
    m_dialect->setObjectName(u"sqlDialect"_s);
    m_dialect->setAccessibleName(tr("Dialect"));
    m_dialect->setToolTip(tr("Database whose SQL is shown"));
    m_copy = toolButton(u"copySql"_s, u"copy"_s, tr("Copy all SQL"), row);
    m_save = toolButton(u"saveSql"_s, u"save"_s, tr("Save as .sql…"), row);
    m_beside = toolButton(u"sqlBeside"_s, u"columns"_s, tr("Upgrade and downgrade side by side"), row);
    m_beside->setCheckable(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::Related, metrics::Inside, metrics::Related, metrics::Inside);
    layout->setSpacing(metrics::Inside);
    layout->addWidget(m_dialect);
    layout->addStretch();
    layout->addWidget(m_copy);
    layout->addWidget(m_save);
    layout->addWidget(m_beside);
    connect(m_dialect, &QComboBox::activated, this, [this] { Q_EMIT dialectChosen(dialect()); });
    connect(m_copy, &QToolButton::clicked, this, &SqlPage::copy);
    connect(m_save, &QToolButton::clicked, this, &SqlPage::saveRequested);
    connect(m_beside, &QToolButton::toggled, this, [this](bool beside) {
        setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
        Q_EMIT orientationChosen(orientation());
    });
    return row;
}

void SqlPage::connectSide(SqlSide *side)
{
    connect(side->view(), &SqlView::blockActivated, this, [this, side](int block) {
        const SourceRange where = side->script().statements.at(block).where;
        SqlSide *other = side == m_upgrade ? m_downgrade : m_upgrade;
        other->view()->setPicked({});
        if (where.line > 0)
            Q_EMIT placeActivated(where);
    });
    connect(side->view(), &SqlView::blockOpened, this, [this, side](int block) {
        const SourceRange where = side->script().statements.at(block).where;
        if (where.line > 0)
            Q_EMIT placeOpened(where);
    });
}

void SqlPage::setDialects(const QList<std::pair<QString, QString>> &dialects)
{
    m_dialect->clear();
    for (const auto &[name, title] : dialects)
        m_dialect->addItem(title, name);
}

void SqlPage::setDialect(const QString &dialect)
{
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findData(dialect)));
}

QString SqlPage::dialect() const
{
    return m_dialect->currentData().toString();
}

void SqlPage::setScripts(const SqlScript &upgrade, const SqlScript &downgrade)
{
    m_upgrade->setScript(upgrade, dialect());
    m_downgrade->setScript(downgrade, dialect());
    m_copy->setEnabled(!text().isEmpty());
    m_save->setEnabled(!text().isEmpty());
    Q_EMIT textChanged();
}

void SqlPage::showNothing(const QString &reason)
{
    m_upgrade->clear(reason);
    m_downgrade->clear({});
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    Q_EMIT textChanged();
}

void SqlPage::showProblem(const Error &error)
{
    m_banner->showMessage(Banner::Tone::Error, error.text());
}

SourceRange SqlPage::pickScriptLine(const QString &file, int line)
{
    SourceRange call;
    for (SqlSide *side : {m_upgrade, m_downgrade}) {
        const QList<int> blocks = side->view()->sql().blocksOf(file, line);
        side->view()->setPicked(blocks);
        if (!blocks.isEmpty() && call.line == 0)
            call = side->script().statements.at(blocks.first()).where;
    }
    return call;
}

QString SqlPage::text() const
{
    QString both;
    for (const auto &[title, side] :
         {std::pair(u"upgrade"_s, m_upgrade), std::pair(u"downgrade"_s, m_downgrade)}) {
        const QString &part = side->view()->sql().text;
        if (!part.isEmpty())
            both += "-- %1\n\n%2"_L1.arg(title, part);
    }
    return both;
}

Qt::Orientation SqlPage::orientation() const
{
    return m_splitter->orientation();
}

void SqlPage::setOrientation(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
    m_beside->setChecked(orientation == Qt::Horizontal);
}

void SqlPage::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

} // namespace athanor
