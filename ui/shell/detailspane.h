// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "ui/history/historyrows.h"

#include <QWidget>

class QTabBar;
class QStackedLayout;

namespace athanor {

class RevisionDetails;
class ScriptPage;

/// The right pane: the selected revision's script and what is known of it.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Script, Details };

    explicit DetailsPane(QWidget *parent = nullptr);

    void showRevision(std::shared_ptr<const RevisionGraph> graph, const QString &id,
                      const QList<DatabasePosition> &databases);
    void setTab(Tab tab);

    ScriptPage *script() const { return m_script; }
    RevisionDetails *details() const { return m_details; }

private:
    QTabBar *m_tabs = nullptr;
    QStackedLayout *m_stack = nullptr;
    ScriptPage *m_script = nullptr;
    RevisionDetails *m_details = nullptr;
};

} // namespace athanor
