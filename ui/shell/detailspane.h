// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/plan/previewstate.h"
#include "ui/history/historyrows.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QTabBar;
class QStackedLayout;

namespace athanor {

class RevisionDetails;
class ScriptAndSql;
class ScriptPage;
class SqlPage;

/// The right pane: the selected revision's script, its SQL, and what is known of it.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Script, Sql, Details };

    explicit DetailsPane(QWidget *parent = nullptr);

    void showRevision(std::shared_ptr<const RevisionGraph> graph, const QString &id,
                      const QList<DatabasePosition> &databases);
    /// Shows a place of a script, and gives it the focus.
    void showPlace(const SourceRange &where);
    void setTab(Tab tab);
    Tab tab() const;
    /// With Together, the tabs of script and SQL are one.
    enum class Arrangement { Apart, Together };
    void setArrangement(Arrangement arrangement);
    /// A button at the end of the row of tabs.
    void addCornerAction(QAction *action);

    ScriptAndSql *scriptAndSql() const { return m_scriptAndSql; }
    ScriptPage *script() const;
    SqlPage *sql() const;
    RevisionDetails *details() const { return m_details; }

private:
    void showScript(const QString &path, const QString &id);
    void showTab();
    void showTitles();

    QTabBar *m_tabs = nullptr;
    QStackedLayout *m_stack = nullptr;
    ScriptAndSql *m_scriptAndSql = nullptr;
    RevisionDetails *m_details = nullptr;
    QHBoxLayout *m_corner = nullptr;
    QString m_id;
    QString m_path; ///< of the selected revision's script
    Arrangement m_arrangement = Arrangement::Apart;
};

} // namespace athanor
