// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int ShapeSize = 9;
constexpr int TextIndent = 22;
constexpr int SmallestWidth = 160;

class SidebarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto kind = index.data(SidebarModel::KindRole).value<SidebarModel::Kind>();
        const ThemeColours &colours = themeColours(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (kind == SidebarModel::Kind::Caption || kind == SidebarModel::Kind::Hint)
            paintCaption(painter, option, index, colours, kind);
        else
            paintEntry(painter, option, index, colours, kind);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto kind = index.data(SidebarModel::KindRole).value<SidebarModel::Kind>();
        const int height = std::max(metrics::RowHeight, option.fontMetrics.height() + metrics::Related);
        if (kind == SidebarModel::Kind::Hint)
            return {0, 2 * height - metrics::Related};
        return {0,
                kind == SidebarModel::Kind::Caption && index.row() > 0 ? height + metrics::Related : height};
    }

private:
    static void paintCaption(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                             const ThemeColours &colours, SidebarModel::Kind kind)
    {
        QFont font = captionFont(option.font);
        painter->setPen(colours.muted);
        const QRect rect =
            option.rect.adjusted(metrics::Related + metrics::Inside, 0, -metrics::Related, -metrics::Inside);
        if (kind == SidebarModel::Kind::Caption) {
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            return;
        }
        painter->setFont(font);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, index.data().toString());
    }

    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                            const ThemeColours &colours)
    {
        const QRectF ground = QRectF(option.rect).adjusted(metrics::Inside, 1, -metrics::Inside, -1);
        painter->setPen(Qt::NoPen);
        if (option.state & QStyle::State_Selected)
            painter->setBrush(colours.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->setBrush(mixed(colours.window, colours.text, 0.06));
        else
            return;
        painter->drawRoundedRect(ground, metrics::Radius, metrics::Radius);
    }

    static void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const ThemeColours &colours, SidebarModel::Kind kind)
    {
        paintGround(painter, option, colours);
        QRect rect = option.rect.adjusted(metrics::Related + metrics::Inside, 0,
                                          -metrics::Related - metrics::Inside, 0);
        paintSign(painter, rect, index, colours, kind);
        rect.setLeft(rect.left() + TextIndent - metrics::Inside);

        QFont font = option.font;
        const QString position = index.data(SidebarModel::PositionRole).toString();
        QFont small = kind == SidebarModel::Kind::Branch ? captionFont(codeFont(font)) : font;
        font.setWeight(index.data(SidebarModel::ChosenRole).toBool() ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics smallMetrics(small);
        const QString right = smallMetrics.elidedText(
            position, Qt::ElideRight, rect.width() * (kind == SidebarModel::Kind::Branch ? 2 : 3) / 5);
        const int rightWidth = smallMetrics.horizontalAdvance(right);
        painter->setFont(small);
        painter->setPen(colours.muted);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, right);

        rect.setRight(rect.right() - rightWidth - (rightWidth > 0 ? metrics::Related : 0));
        painter->setFont(font);
        painter->setPen(index.data(SidebarModel::ProblemRole).toBool() ? colours.removed : colours.text);
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    }

    static void paintSign(QPainter *painter, const QRect &rect, const QModelIndex &index,
                          const ThemeColours &colours, SidebarModel::Kind kind)
    {
        const QPointF middle(rect.left() + ShapeSize / 2.0, rect.top() + rect.height() / 2.0);
        if (kind == SidebarModel::Kind::Database) {
            const auto shape = index.data(SidebarModel::PillKindRole).value<PillKind>();
            const QRectF square(middle.x() - ShapeSize / 2.0, middle.y() - ShapeSize / 2.0, ShapeSize,
                                ShapeSize);
            paintShape(painter, square, shape, pillColour(colours, shape),
                       index.data(SidebarModel::ConnectedRole).toBool() ? ShapeFill::Filled
                                                                        : ShapeFill::Hollow);
            return;
        }
        // A branch's sign: a short line that ends in a dot.
        painter->setPen(QPen(colours.accent, 1.6));
        painter->drawLine(middle + QPointF(0, 0.5), middle + QPointF(0, 6));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(middle - QPointF(0, 2.5), 2.8, 2.8);
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QListView(parent)
    , m_model(new SidebarModel(this))
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Databases and branches"));
    setModel(m_model);
    setItemDelegate(new SidebarDelegate(this));
    setMinimumWidth(SmallestWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListView::clicked, this, &Sidebar::activate);
    connect(this, &QListView::activated, this, &Sidebar::activate);
}

void Sidebar::setContent(const RevisionGraph *graph, const QList<DatabaseEntry> &databases, int chosen)
{
    const int row = currentIndex().row();
    m_model->setContent(graph, databases, chosen);
    // The first row is the caption of the databases.
    if (chosen != m_chosen && chosen >= 0)
        setCurrentIndex(m_model->index(chosen + 1));
    else if (!currentIndex().isValid() && row >= 0)
        setCurrentIndex(m_model->index(row));
    m_chosen = chosen;
}

void Sidebar::activate(const QModelIndex &index)
{
    if (const int database = index.data(SidebarModel::DatabaseRole).toInt(); database >= 0)
        Q_EMIT databaseActivated(database);
    if (const QString revision = index.data(SidebarModel::RevisionRole).toString(); !revision.isEmpty())
        Q_EMIT revisionActivated(revision);
}

} // namespace athanor
