// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydelegate.h"

#include "ui/history/lanepainter.h"

#include <QIcon>
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

/// At the end of a cell, where there is one; returns the room that is left.
QRect paintIcon(QPainter *painter, const QRect &cell, const QModelIndex &index)
{
    const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
    if (icon.isNull() || cell.width() < 4 * metrics::IconSize)
        return cell;
    const QRect place(cell.right() - metrics::IconSize, cell.center().y() - metrics::IconSize / 2,
                      metrics::IconSize, metrics::IconSize);
    icon.paint(painter, place, Qt::AlignCenter, QIcon::Disabled);
    return cell.adjusted(0, 0, -metrics::IconSize - metrics::Related, 0);
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
        paintText(painter, paintIcon(painter, cell, index), index.data().toString(), font,
                  ghost ? colours.muted : colours.text, Qt::ElideRight);
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
