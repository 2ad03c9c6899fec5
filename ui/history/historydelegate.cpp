// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydelegate.h"

#include "ui/history/lanepainter.h"

#include <QPainter>

namespace athanor {

namespace {

void paintText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
               const QColor &colour, Qt::TextElideMode elide)
{
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, elide, rect.width()));
}

QColor groundOf(const QStyleOptionViewItem &option, const ThemeColours &colours)
{
    if (option.state & QStyle::State_Selected)
        return colours.selection;
    return option.state & QStyle::State_MouseOver ? colours.hover : colours.surface;
}

} // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const HistoryRow &row = m_model->rowAt(index.row());
    const ThemeColours &colours = themeColours(option.palette);
    const QRect cell = option.rect.adjusted(metrics::Related, 0, -metrics::Related, 0);
    const bool ghost = row.state == RevisionState::Ghost;
    QFont font = option.font;

    painter->save();
    painter->fillRect(option.rect, groundOf(option, colours));
    switch (index.column()) {
    case HistoryModel::Graph:
        paintLanes(painter, option.rect, m_model->history(), index.row(), colours, groundOf(option, colours));
        break;
    case HistoryModel::Id:
        font = codeFont(option.font);
        font.setBold(row.state == RevisionState::Current);
        paintText(painter, cell, row.id, font, ghost ? colours.muted : colours.text, Qt::ElideMiddle);
        break;
    case HistoryModel::Message:
        font.setItalic(ghost);
        paintText(painter, cell, index.data().toString(), font, ghost ? colours.muted : colours.text,
                  Qt::ElideRight);
        break;
    case HistoryModel::Databases:
        paintPills(painter, cell, shownPills(row), colours, captionFont(option.font));
        break;
    case HistoryModel::Date:
        paintText(painter, cell, index.data().toString(), captionFont(option.font), colours.muted,
                  Qt::ElideRight);
        break;
    default:
        break;
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, std::max(metrics::RowHeight, option.fontMetrics.height() + metrics::Related)};
}

} // namespace athanor
