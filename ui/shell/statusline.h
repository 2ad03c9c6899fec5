// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace athanor {

/// The line at the bottom: which project, how many revisions, how many problems.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setProject(const QString &path);
    /// `shown` of `total` rows pass the filter.
    void setCounts(int shown, int total, int heads);
    void setProblemCount(int count);

Q_SIGNALS:
    void problemsRequested();

private:
    QLabel *m_path = nullptr;
    QLabel *m_counts = nullptr;
    QToolButton *m_problems = nullptr;
};

} // namespace athanor
