// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/previewstate.h"
#include "ui/history/historyrows.h"

#include <QTextBrowser>

namespace athanor {

/// All that is known of one revision, as text with links to its neighbours.
class RevisionDetails : public QTextBrowser
{
    Q_OBJECT

public:
    explicit RevisionDetails(QWidget *parent = nullptr);

    /// Shows a revision of the graph, or a ghost where the graph has none with this id; nothing for an empty
    /// id.
    void showRevision(std::shared_ptr<const RevisionGraph> graph, const QString &id,
                      const QList<DatabasePosition> &databases);

    /// Whether the shown revision's SQL can be shown.
    void setPreview(const PreviewState &preview);

Q_SIGNALS:
    void revisionActivated(const QString &id);
    void scriptActivated(const QString &path, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void follow(const QUrl &link);

    std::shared_ptr<const RevisionGraph> m_graph;
    QString m_id;
    QList<DatabasePosition> m_databases;
    PreviewState m_preview;
};

} // namespace athanor
