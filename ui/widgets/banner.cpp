// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int EdgeWidth = 3;

QColor toneColour(const ThemeColours &colours, Banner::Tone tone)
{
    switch (tone) {
    case Banner::Tone::Error:
        return colours.removed;
    case Banner::Tone::Warning:
        return colours.warning;
    case Banner::Tone::Information:
        break;
    }
    return colours.accent;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_choices(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setObjectName(u"bannerText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIcon(symbolicIcon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss this message"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::Apart - metrics::Inside, metrics::Inside, metrics::Inside,
                            metrics::Inside);
    row->setSpacing(metrics::Related);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    m_choices->setSpacing(metrics::Inside);
    row->addLayout(m_choices);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void Banner::showMessage(Tone tone, const QString &message, const QList<QAction *> &choices)
{
    setChoices(choices);
    m_tone = tone;
    m_text->setText(message);
    m_icon->setPixmap(symbolicIcon(tone == Tone::Information ? u"info"_s : u"problem"_s)
                          .pixmap(QSize(metrics::IconSize, metrics::IconSize), devicePixelRatioF()));
    setAccessibleName(message);
    show();
    update();
}

void Banner::setChoices(const QList<QAction *> &choices)
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction *choice : choices) {
        auto *button = new QPushButton(choice->text(), this);
        button->setObjectName(choice->objectName());
        button->setToolTip(choice->statusTip());
        connect(button, &QPushButton::clicked, choice, &QAction::trigger);
        m_choices->addWidget(button);
    }
    m_close->setVisible(choices.isEmpty());
}

void Banner::clear()
{
    setChoices({});
    m_text->clear();
    hide();
}

QString Banner::message() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const ThemeColours &colours = themeColours(palette());
    const QColor tone = toneColour(colours, m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), mixed(colours.surface, tone, 0.10));
    painter.fillRect(QRect(0, 0, EdgeWidth, height()), tone);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
}

} // namespace athanor
