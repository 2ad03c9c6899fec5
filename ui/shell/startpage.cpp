// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int ColumnWidth = 560;
constexpr int HolderStretch = 100; ///< against 1 for the room beside it
constexpr int IconSide = 72;
constexpr int ListHeight = 236;
constexpr double TitleGrowth = 1.6;

QFont titleFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * TitleGrowth);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString demoProject()
{
    // Installed beside the program's share folder, or in the sources above a build folder.
    QDir folder(QCoreApplication::applicationDirPath());
    do {
        for (const QString &place : {u"share/athanor/demo/alembic.ini"_s, u"resources/demo/alembic.ini"_s}) {
            if (folder.exists(place))
                return folder.filePath(place);
        }
    } while (folder.cdUp());
    return {};
}

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_demo(new QPushButton(tr("Open the Demo"), this))
    , m_back(new QPushButton(this))
{
    setObjectName(u"startPage"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *icon = new QLabel(this);
    icon->setPixmap(productIcon().pixmap(QSize(IconSide, IconSide), devicePixelRatioF()));
    m_title->setFont(titleFont(font()));
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setAlignment(Qt::AlignHCenter);
    m_caption->setFont(captionFont(font()));
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_list->setObjectName(u"projectList"_s);
    m_list->setAccessibleName(tr("Projects"));
    m_list->setIconSize(QSize(metrics::IconSize, metrics::IconSize));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMaximumHeight(ListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_demo->setObjectName(u"openDemo"_s);
    m_demo->setVisible(!demoProject().isEmpty());
    auto *open = new QPushButton(symbolicIcon(u"folder"_s), tr("Open Project…"), this);
    open->setObjectName(u"openProject"_s);
    open->setDefault(true);
    setTabOrder({open, m_demo, m_back, m_list});
    setFocusProxy(open);

    m_back->setObjectName(u"back"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::Related);
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(m_demo);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::Related);
    column->addStretch(2);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addSpacing(metrics::Related);
    column->addLayout(buttons);
    column->addSpacing(metrics::Apart);
    column->addWidget(m_caption);
    column->addWidget(m_list);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    auto *holder = new QWidget(this);
    holder->setMaximumWidth(ColumnWidth);
    holder->setLayout(column);
    row->addWidget(holder, HolderStretch);
    row->addStretch(1);

    connect(open, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(m_back, &QPushButton::clicked, this, &StartPage::backRequested);
    connect(m_demo, &QPushButton::clicked, this, [this] { Q_EMIT projectChosen({demoProject()}); });
    const auto choose = [this](const QListWidgetItem *item) {
        Q_EMIT projectChosen(m_locations.at(m_list->row(item)));
    };
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(m_list, &QListWidget::itemClicked, this, choose);
    setRecentProjects({});
}

void StartPage::setRecentProjects(const QStringList &paths)
{
    m_title->setText(tr("Open an Alembic project"));
    m_text->setText(tr("Choose the folder that holds alembic.ini or pyproject.toml, or drop it here.\n"
                       "Scripts are read, never run."));
    m_caption->setText(tr("Recent projects"));
    m_back->hide();
    QList<ProjectLocation> locations;
    for (const QString &path : paths)
        locations.append({path});
    fill(locations);
}

void StartPage::showChoice(const QList<ProjectLocation> &choices, const QString &openProject)
{
    m_title->setText(tr("Which project?"));
    m_text->setText(tr("There are several Alembic projects here."));
    m_back->setVisible(!openProject.isEmpty());
    m_back->setText(tr("Back to %1").arg(openProject));
    m_caption->setText(tr("Found: %1").arg(choices.size()));
    fill(choices);
    m_list->setFocus();
}

void StartPage::fill(const QList<ProjectLocation> &locations)
{
    m_locations = locations;
    m_list->clear();
    for (const ProjectLocation &location : locations) {
        const QString path = QDir::toNativeSeparators(location.path);
        const bool isUsualSection = location.section == ProjectLocation().section;
        auto *item =
            new QListWidgetItem(symbolicIcon(u"branch"_s),
                                isUsualSection ? path : tr("%1 [%2]").arg(path, location.section), m_list);
        item->setToolTip(item->text());
        item->setSizeHint(QSize(0, metrics::RowHeight));
    }
    m_caption->setVisible(!locations.isEmpty());
    m_list->setVisible(!locations.isEmpty());
    m_list->setCurrentRow(0);
}

} // namespace athanor
