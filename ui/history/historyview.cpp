// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historyview.h"

#include "ui/history/historydelegate.h"
#include "ui/history/lanepainter.h"

#include <QHeaderView>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int MessageWidth = 220;  ///< below that other columns give way
constexpr int PositionWidth = 110; ///< at least
constexpr int MostPositionWidth = 260;
constexpr qsizetype FewestIdCharacters = 8;
constexpr qsizetype MostIdCharacters = 16;

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new HistoryModel(this))
{
    setObjectName(u"historyView"_s);
    setAccessibleName(tr("Revision history"));
    setModel(m_model);
    setItemDelegate(new HistoryDelegate(m_model, this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setSectionResizeMode(HistoryModel::Message, QHeaderView::Stretch);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(24);
}

void HistoryView::setHistory(HistoryRows history)
{
    // One that the filter hid for a while comes back.
    const QString selected = selectedRevision().isEmpty() ? m_hidden : selectedRevision();
    const bool wasShown = !selectedRevision().isEmpty();
    const int offset = visualRect(currentIndex()).top();
    const int scrolled = verticalScrollBar()->value();
    m_replacing = true;
    m_model->setHistory(std::move(history));
    m_replacing = false;
    m_positionWidth = positionWidth();
    m_idLength = FewestIdCharacters;
    for (const HistoryRow &row : m_model->history().rows)
        m_idLength = std::clamp(row.id.size(), m_idLength, MostIdCharacters);
    fitColumns();

    const int row = m_model->rowOf(selected);
    if (row < 0) {
        verticalScrollBar()->setValue(scrolled);
        m_hidden = selected;
        if (wasShown)
            Q_EMIT revisionSelected({});
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    if (!wasShown) {
        selectRevision(selected);
        return;
    }
    m_replacing = true;
    setCurrentIndex(index);
    m_replacing = false;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(index).top() - offset);
}

void HistoryView::forgetSelection()
{
    m_hidden.clear();
    setCurrentIndex({});
}

QString HistoryView::selectedRevision() const
{
    return currentIndex().data(HistoryModel::IdRole).toString();
}

bool HistoryView::selectRevision(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return false;
    const QModelIndex index = m_model->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index, EnsureVisible);
    return true;
}

void HistoryView::selectParent()
{
    if (const QModelIndex index = currentIndex();
        index.isValid() && m_model->rowAt(index.row()).revision >= 0)
        selectFirstShown(m_model->history().graph->requirements(m_model->rowAt(index.row()).revision));
}

void HistoryView::selectChild()
{
    if (const QModelIndex index = currentIndex();
        index.isValid() && m_model->rowAt(index.row()).revision >= 0)
        selectFirstShown(m_model->history().graph->requiredBy(m_model->rowAt(index.row()).revision));
}

void HistoryView::selectPreviousPending()
{
    selectPending(-1);
}

void HistoryView::selectNextPending()
{
    selectPending(1);
}

bool HistoryView::selectFirstShown(std::span<const int> revisions)
{
    return std::ranges::any_of(
        revisions, [this](int revision) { return selectRevision(m_model->history().graph->id(revision)); });
}

void HistoryView::selectPending(int step)
{
    const int start = currentIndex().isValid() ? currentIndex().row() : (step > 0 ? -1 : m_model->rowCount());
    for (int row = start + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (m_model->rowAt(row).state == RevisionState::Pending) {
            selectRevision(m_model->rowAt(row).id);
            return;
        }
    }
}

void HistoryView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (m_replacing)
        return;
    m_hidden.clear();
    Q_EMIT revisionSelected(current.data(HistoryModel::IdRole).toString());
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

int HistoryView::positionWidth() const
{
    const QFontMetrics caption(captionFont(font()));
    int width = PositionWidth;
    for (const HistoryRow &row : m_model->history().rows) {
        if (!row.pills.isEmpty() && width < MostPositionWidth)
            width = std::max(width, pillsWidth(caption, shownPills(row)) + 2 * metrics::Related);
    }
    return std::min(width, MostPositionWidth);
}

void HistoryView::fitColumns()
{
    const QFontMetrics code(codeFont(font()));
    const QFontMetrics caption(captionFont(font()));
    const int graph = std::max(laneColumnWidth(m_model->history().lanes.laneCount()),
                               caption.horizontalAdvance(tr("Graph")) + 2 * metrics::Related);
    const int id = code.horizontalAdvance(QString(m_idLength, u'0')) + 2 * metrics::Related + metrics::Inside;
    const int date =
        caption.horizontalAdvance(u"0000-00-00 00:00"_s) + 2 * metrics::Related + metrics::Inside;
    header()->resizeSection(HistoryModel::Graph, std::min(graph, viewport()->width() / 3));
    header()->resizeSection(HistoryModel::Id, id);
    header()->resizeSection(HistoryModel::Databases, m_positionWidth);
    header()->resizeSection(HistoryModel::Date, date);
    // The date is what can best be done without.
    setColumnHidden(HistoryModel::Date,
                    viewport()->width() < graph + id + date + m_positionWidth + MessageWidth);
}

} // namespace athanor
